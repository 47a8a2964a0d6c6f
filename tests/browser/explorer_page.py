"""The explorer on a plain page: the real module and the real Python, without Jupyter between."""

import json
from typing import Any

from playwright.sync_api import Page

from selfmgmt.views.widgets.explorer import Explorer

_MODEL = """
async ({ source, ...values }) => {
  let listeners = [];
  window.asked = [];
  const model = {
    get: (name) => values[name],
    on: (event, listener) => listeners.push({ event, listener }),
    off: (event, listener) => {
      listeners = listeners.filter((one) => one.event !== event || one.listener !== listener);
    },
    send: async (message) => {
      window.asked.push(message);
      const answer = await window.answer(message);
      const differs = (name) => JSON.stringify(values[name]) !== JSON.stringify(answer[name]);
      const changed = Object.keys(answer).filter(differs).map((name) => `change:${name}`);
      Object.assign(values, answer);
      for (const { event, listener } of listeners) if (changed.includes(event)) listener();
    },
  };
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  window.close_explorer = module.default.render({ model, el: document.querySelector("#here") });
}
"""


_SENT = ("state", "figures", "answers")


def show_explorer(page: Page, explorer: Explorer) -> list[Any]:
    """Put ``explorer`` on ``page``; gives the list in which what it asks will appear."""
    asked: list[Any] = []

    def answer(message: Any) -> Any:
        asked.append(message)
        explorer.answer(message)
        return json.loads(json.dumps({name: getattr(explorer, name) for name in _SENT}))

    language = explorer.page["language"]
    page.set_content(
        f'<!doctype html><html lang="{language}"><head><title>selfmgmt</title>'
        f"<style>body {{ margin: 0; padding: 0 1.5rem; }} {explorer._css}</style></head>"
        '<body><main><h1>Nijkerk</h1><h2>Opties</h2><div id="here"></div></main></body></html>'
    )
    page.expose_function("answer", answer)
    values = {name: getattr(explorer, name) for name in ("page", *_SENT)}
    page.evaluate(_MODEL, {"source": explorer._esm, **values})
    return asked
