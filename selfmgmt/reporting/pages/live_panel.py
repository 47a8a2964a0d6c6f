"""The explorer in a report, behind a line: it computes in the file itself and asks for nothing."""

from html import escape
from typing import TYPE_CHECKING

from selfmgmt.language import gettext, speaking
from selfmgmt.live.file import as_json, page_html
from selfmgmt.live.payload import page_payload

if TYPE_CHECKING:
    from selfmgmt.case import Case

MARKER = '<div class="live"></div>'
"""Where the notebook wants it: only the web page can hold it."""
_OPEN = """
const live = document.querySelector("details.live");
live.addEventListener("toggle", () => {
  if (!live.open || live.querySelector("iframe")) return;
  const frame = document.createElement("iframe");
  frame.title = live.querySelector("summary").textContent;
  frame.srcdoc = JSON.parse(live.querySelector("script").textContent);
  live.append(frame);
});
"""  # a page in the page: neither has to do with the looks and the names of the other


def with_live_panel(page: str, case: "Case", language: str, *, seed: int) -> str:
    """The page with the explorer at its place; a page without such a place stays as it is.

    Args:
        page: The page of a report.
        case: What it is about.
        language: ``nl`` or ``en``.
        seed: Start of its random numbers, so that the explorer says what the text says.
    """
    if MARKER not in page:
        return page
    with speaking(language):
        words = escape(gettext("Open the explorer"))
        off = escape(gettext("This page computes in your browser. Allow JavaScript for it."))
        inner = as_json(page_html(page_payload(case, seed=seed)))
    panel = (
        f'<details class="live"><summary>{words}</summary><noscript><p>{off}</p></noscript>'
        f'<script type="application/json">{inner}</script></details><script>{_OPEN}</script>'
    )
    return page.replace(MARKER, panel, 1)
