"""The end of a page: one conclusion of now, and one button that goes on."""

from pathlib import Path
from typing import ClassVar, TypedDict

import anywidget
import traitlets

from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.views.widgets.bundle import widget_module
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.links import PAGES
from selfmgmt.workspace.lab.tool import Concluding, Tool

_HERE = Path(__file__).parent

_LAST = "40_choose"  # the pages after it are for whoever needs them


class Goal(TypedDict):
    """Where to go from a page, and the words for it."""

    language: str
    heading: str
    next: str
    label: str


class NextStep(anywidget.AnyWidget):
    """What the page comes down to, kept up to date, and where to go after it.

    Args:
        bar: Holds the case, and the links that take it along.
        tool: What people work with on the page.
    """

    _esm: ClassVar = widget_module(_HERE / "next_step.js")
    _css: ClassVar = _HERE / "next_step.css"

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, bar: CaseBar, tool: Tool) -> None:
        self._tool = tool
        self._language = current_language()
        super().__init__(page=_page(str(bar.page["page"])), state=self._now())
        if isinstance(tool, traitlets.HasTraits):
            tool.observe(self._follow, "state")

    def _follow(self, _change: object) -> None:
        with speaking(self._language):
            self.state = self._now()

    def _now(self) -> dict[str, str]:
        words = self._tool.conclusion if isinstance(self._tool, Concluding) else ""
        return {"conclusion": words}


def _page(name: str) -> Goal:
    """Where to go from a page: to the next one, and from the last to the report."""
    names = [key for key in PAGES if key <= _LAST]
    after = names[names.index(name) + 1 :] if name in names else []
    return {
        "language": current_language(),
        "heading": gettext("What it comes down to now"),
        "next": after[0] if after else "report",
        "label": gettext("Next: {page}", page=gettext(PAGES[after[0]]))
        if after
        else gettext("Next: make my report"),
    }
