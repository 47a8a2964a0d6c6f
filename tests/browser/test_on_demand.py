"""Tables of sections on demand: within reach of the keyboard, readable on a phone."""

from playwright.sync_api import Page, ViewportSize

from selfmgmt.views.tables import Table, table_html
from selfmgmt.workspace.lab.on_demand import OnDemandSections
from tests.browser.axe import WCAG_2_1_AA, axe_violations

PHONE: ViewportSize = {"width": 360, "height": 800}
HALF: ViewportSize = {"width": 500, "height": 800}
_TABLE = Table(
    caption="Figures on which a choice turns",
    heads=("Role", "Figure", "Turns at", "Worth knowing"),
    rows=(("Council", "Coordinationworkthatmovestoteams", "45%", "12%"),),
    words=("Figure",),
)
_MODEL = """
async ({ source, html }) => {
  const words = { make: "Show", again: "Show again", busy: "Busy", done: "Ready." };
  const sections = [{ key: "one", title: "Which figures?", about: "What it is about." }];
  const values = { page: { sections, words, language: "en" }, state: { one: html } };
  const model = { get: (name) => values[name], on: () => {}, off: () => {} };
  const module = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  module.default.render({ model, el: document.querySelector("#here") });
}
"""


def test_a_table_is_within_reach_and_fits_a_phone(page: Page) -> None:
    """Focusable and named where it may scroll; on a phone each cell has its head beside it."""
    page.set_content(
        '<!doctype html><html lang="en"><head><title>Look</title>'
        f"<style>{OnDemandSections._css}</style></head>"
        '<body><main><h1>Nijkerk</h1><h2>Look</h2><div id="here"></div></main></body></html>'
    )
    source = str(OnDemandSections._esm)
    page.evaluate(_MODEL, {"source": source, "html": table_html(_TABLE).source})
    scrolls = page.get_by_role("group", name=_TABLE.caption)
    scrolls.focus()
    assert scrolls.evaluate("one => one === document.activeElement")
    for size in (HALF, PHONE):
        page.set_viewport_size(size)
        assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    cell = page.get_by_role("cell").filter(has_text="45%")
    assert "Turns at" in cell.evaluate("one => getComputedStyle(one, '::before').content")
