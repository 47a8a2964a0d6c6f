"""A page with a form on its own: the real module and the real Python, without Jupyter between."""

import json
from typing import Any

from playwright.sync_api import Page

from selfmgmt.views.widgets.tool import Tool

_MODEL = """
async ({ source, page, state }) => {
  const values = { page, state };
  const hearers = new Set();
  window.asked = [];
  const model = {
    get: (name) => values[name],
    on: (_event, hearer) => hearers.add(hearer),
    off: (_event, hearer) => hearers.delete(hearer),
    send: async (message) => {
      window.asked.push(message);
      values.state = await window.answer(message);
      for (const hearer of hearers) hearer();
    },
  };
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  module.default.render({ model, el: document.querySelector("#here") });
}
"""


def show_tool(page: Page, tool: Tool) -> list[Any]:
    """Put ``tool`` on ``page``; gives the list in which what it asks will appear."""
    asked: list[Any] = []

    def answer(message: Any) -> Any:
        asked.append(message)
        tool.answer(message)
        return json.loads(json.dumps(tool.state))

    page.set_content(
        f'<!doctype html><html lang="{tool.page["language"]}"><head><title>selfmgmt</title>'
        f"<style>body {{ margin: 0; padding: 0 1.5rem; }} {tool._css}</style></head>"
        '<body><main><h1>Nijkerk</h1><h2>Vraag</h2><div id="here"></div></main></body></html>'
    )
    page.expose_function("answer", answer)
    page.evaluate(_MODEL, {"source": str(tool._esm), "page": tool.page, "state": tool.state})
    return asked
