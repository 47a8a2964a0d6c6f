"""The case bar on a page with an address: the real module and the real Python, without Jupyter."""

import json
from typing import Any

from playwright.sync_api import Page

from selfmgmt.workspace.lab.bar import CaseBar

HOST = "http://selfmgmt.test"

_MODEL = """
async ({ source, page, state }) => {
  const values = { page, state };
  const hearers = { "change:state": new Set(), "msg:custom": new Set() };
  const model = {
    get: (name) => values[name],
    on: (event, hearer) => hearers[event].add(hearer),
    off: (event, hearer) => hearers[event].delete(hearer),
    send: async (message, _callbacks, buffers = []) => {
      const sent = buffers.map((one) => [...new Uint8Array(one)]);
      window.hear(await window.answer(message, sent));
    },
  };
  window.hear = ({ state, handed }) => {
    for (const [message, content] of handed)
      for (const hearer of hearers["msg:custom"])
        hearer(message, [new DataView(new Uint8Array(content).buffer)]);
    values.state = state;
    for (const hearer of hearers["change:state"]) hearer();
  };
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const module = await import(url);
  window.close_bar = module.default.render({ model, el: document.querySelector("#here") });
}
"""


def show_bar(
    page: Page, bar: CaseBar, address: str = "/30_options?language=en", host: str = HOST
) -> None:
    """Put ``bar`` on ``page`` at ``address`` of ``host``."""
    handed: list[Any] = []
    bar.send = lambda message, buffers: handed.append([message, list(buffers[0])])

    def answer(message: Any, buffers: list[list[int]]) -> Any:
        bar.answer(message, [memoryview(bytes(one)) for one in buffers])
        told = {"state": json.loads(json.dumps(bar.state)), "handed": list(handed)}
        handed.clear()
        return told

    language = bar.page["language"]
    body = (
        f'<!doctype html><html lang="{language}"><head><title>selfmgmt</title>'
        f"<style>body {{ margin: 0; padding: 1rem 1.5rem; }} {bar._css}</style></head>"
        '<body><main><h1>Nijkerk</h1><div id="here"></div></main></body></html>'
    )
    page.route(f"{host}/**", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(host + address)
    page.expose_function("answer", answer)
    page.evaluate(_MODEL, {"source": bar._esm, "page": bar.page, "state": bar.state})
