"""The end of a page: one conclusion of now, and one button that goes on."""

from pathlib import Path
from typing import Any, ClassVar, Protocol, runtime_checkable

import anywidget
import traitlets

from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.workspace.lab.bar import CaseBar, Tool
from selfmgmt.workspace.lab.links import PAGES

_HERE = Path(__file__).parent
_LAST = "40_choose"  # the pages after it are for whoever needs them
WAYS = (_HERE / "ways.js").read_text(encoding="utf-8")
"""What finds the links and buttons of the case bar, in front of a module that uses it."""


@runtime_checkable
class Concluding(Protocol):
    """A tool that says in a sentence what it comes down to now."""

    @property
    def conclusion(self) -> str:
        """That sentence, in the language of the page."""


class NextStep(anywidget.AnyWidget):
    """What the page comes down to, kept up to date, and where to go after it.

    Args:
        bar: Holds the case, and the links that take it along.
        tool: What people work with on the page.
    """

    _esm: ClassVar = WAYS + (_HERE / "next_step.js").read_text(encoding="utf-8")
    _css: ClassVar = _HERE / "next_step.css"

    page = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, bar: CaseBar, tool: Tool) -> None:
        self._tool = tool
        self._language = current_language()
        super().__init__(page=_page(str(bar.page["page"])), shown=self._now())
        if isinstance(tool, traitlets.HasTraits):
            tool.observe(self._follow, "state")

    def _follow(self, _change: object) -> None:
        with speaking(self._language):
            self.shown = self._now()

    def _now(self) -> dict[str, Any]:
        words = self._tool.conclusion if isinstance(self._tool, Concluding) else ""
        return {"conclusion": words}


def _page(name: str) -> dict[str, Any]:
    """Where to go from a page: to the next one, and from the last to the report."""
    names = [key for key in PAGES if key <= _LAST]
    after = names[names.index(name) + 1 :] if name in names else []
    if after:
        goal = {"next": after[0], "label": gettext("Next: {page}", page=gettext(PAGES[after[0]]))}
    else:
        goal = {"next": "report", "label": gettext("Next: make my report")}
    return {"language": current_language(), "heading": gettext("What it comes down to now"), **goal}
