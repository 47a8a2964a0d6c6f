"""A widget on a page of its own: the real module and the real Python, without Jupyter between."""

import json
from typing import Any

from playwright.sync_api import Page

from selfmgmt.views.widgets.explorer import Explorer
from selfmgmt.views.widgets.tool import Tool

SYNCED = ("page", "state", "figures", "answers")
_MODEL = """
async ({ source, values }) => {
  const hearers = {};
  window.asked = [];
  const model = {
    get: (name) => values[name],
    on: (event, hearer) => (hearers[event] ??= new Set()).add(hearer),
    off: (event, hearer) => hearers[event]?.delete(hearer),
    send: async (message) => {
      window.asked.push(message);
      const answer = Object.entries(await window.answer(message));
      const changed = answer.filter(([name, value]) =>
        JSON.stringify(value) !== JSON.stringify(values[name]));
      Object.assign(values, Object.fromEntries(changed));
      for (const [name] of changed) for (const hearer of hearers[`change:${name}`] ?? []) hearer();
    },
  };
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  module.default.render({ model, el: document.querySelector("#here") });
}
"""


def show_widget(page: Page, widget: Explorer | Tool) -> list[Any]:
    """Put ``widget`` on ``page``; gives the list in which what it asks will appear."""
    asked: list[Any] = []

    def answer(message: Any) -> Any:
        asked.append(message)
        widget.answer(message)
        return _synced(widget)

    page.set_content(
        f'<!doctype html><html lang="{widget.page["language"]}"><head><title>selfmgmt</title>'
        f"<style>body {{ margin: 0; padding: 0 1.5rem; }} {widget._css}</style></head>"
        '<body><main><h1>Nijkerk</h1><h2>Vraag</h2><div id="here"></div></main></body></html>'
    )
    page.expose_function("answer", answer)
    page.evaluate(_MODEL, {"source": str(widget._esm), "values": _synced(widget)})
    return asked


def _synced(widget: Explorer | Tool) -> Any:
    """What the page knows of the widget, as it goes over the line."""
    return json.loads(
        json.dumps({name: getattr(widget, name) for name in SYNCED if widget.has_trait(name)})
    )
