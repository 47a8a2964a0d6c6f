"""The start page: choose a municipality on a map or by name, and read page 1 of its report."""

from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.reference.municipalities import all_municipalities, former_municipalities
from selfmgmt.reporting.pages.map import map_drawing
from selfmgmt.views.widgets.bundle import style, widget_module
from selfmgmt.views.words.organisation import who_sentences
from selfmgmt.views.words.own_figures import filled_sentence
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.first_picture import first_picture
from selfmgmt.workspace.lab.reports import ReportJob

_HERE = Path(__file__).parent

_SMALLER = """
.sheet .one { font-size: 0.875rem; line-height: 1.4; }
.sheet .one .question { font-size: 1rem; }
.sheet .one .own { font-size: 0.8125rem; }
.sheet .one .pair { grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
@media screen and (min-width: 40.01rem) {
  .sheet .one .table td { white-space: pre; }
  .sheet .one .table[tabindex] table { font-size: 0.7rem; }
  .sheet .one .table[tabindex] thead th { hyphens: manual; overflow-wrap: normal; }
  .sheet .one .table th, .sheet .one .table td { padding-right: 0.3rem; }
  .sheet .one .table tbody th { min-width: 6rem; }
}
"""  # beside a map there is less room than in the report


class StartPage(anywidget.AnyWidget):
    """Chooses the municipality, shows page 1 of its report, and opens three doors.

    Args:
        bar: Holds the case; it opens what is chosen here.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = widget_module(_HERE / "start_page.js")
    _css: ClassVar = style(_HERE / "tables.css", _HERE / "start_page.css")

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, bar: CaseBar, *, seed: int = SEED) -> None:
        self._bar, self._seed = bar, seed
        self._language = current_language()
        self._case = bar.case
        self._job: ReportJob | None = None
        super().__init__(page=_page(), state=self._page_state())
        self.on_msg(lambda _widget, message, _buffers: self.answer(message))

    @property
    def case(self) -> Case:
        """The case that is shown."""
        return self._case

    @property
    def conclusion(self) -> str:
        """How much of the case is the municipality's own."""
        return str(self.state["conclusion"])

    def show(self, case: Case) -> None:
        """Show another case; its page 1 is made when the page asks.

        Raises:
            InputError: It refers to something that does not exist; the old one stays.
        """
        with speaking(self._language):
            study_of(case)  # refuses what does not exist
            if self._job:
                self._job.stop()
            self._job = None
            self._case, self.state = case, self._page_state(case)

    def answer(self, message: Any) -> None:
        """Open the municipality that the page asks for, or give it page 1 for this one."""
        match message:
            case {"do": "pick", "name": str(name)}:
                self._bar.answer({"do": "pick", "name": name})
            case {"do": "page_one"}:
                self.state = {**self.state, **self._page_one()}

    def _page_one(self) -> dict[str, Any]:
        """Page 1 of the report, made by a program of its own: this page stays light and quick."""
        if self._job is None:
            self._job = ReportJob(
                self._case, language=self._language, seed=self._seed, document="page"
            )
        report = self._job.status()
        if report.is_busy:
            return {"busy": True}
        html = self._job.html().decode() if report.phase == "ready" else ""
        self._job.stop()
        return {"busy": False, "page_one": html, "fault": "" if html else report.words}

    def _page_state(self, case: Case | None = None) -> dict[str, Any]:
        study = study_of(case or self._case)
        organisation = study.case.organisation
        own = [figure for figure in dict(organisation).values() if figure is not None]
        filled = filled_sentence(len(own), len(OwnFigures.model_fields))
        return {
            "name": study.case.name,
            "members": list(study.case.municipalities),
            "who": who_sentences(study),
            "page_one": "",
            "busy": True,
            "fault": "",
            "known": first_picture(study).source,
            "conclusion": f"{study.case.name}. {filled}",
        }


def _page() -> dict[str, Any]:
    """What stays the same: the map, every name of now and of before, words and looks."""
    drawing = map_drawing()
    names = {one.code: one.everyday_name for one in all_municipalities()}
    return {
        "language": current_language(),
        "width": drawing.width,
        "height": drawing.height,
        "municipalities": [
            {
                "code": one.code,
                "name": one.everyday_name,
                "names": [one.name, *one.other_names],
                "path": drawing.paths.get(one.code, ""),
            }
            for one in all_municipalities()
        ],
        "former": [
            {
                "name": one.name,
                "until": one.year,
                "now": [{"code": code, "name": names[code]} for code in one.successors],
            }
            for one in former_municipalities()
        ],
        "words": _words(),
        "style": _SMALLER,
    }


def _words() -> dict[str, str]:
    return {
        "tool": gettext("Choose a municipality"),
        "search": gettext("Your municipality"),
        "search_note": gettext("Type a part of the name, or click on the map."),
        "map": gettext("Map of the municipalities; you can also choose one by its name"),
        "former": gettext("{name}, until {until}, now:"),
        "none": gettext("No municipality has this in its name."),
        "many": gettext("{count} names fit; type some more letters."),
        "page_one": gettext("On one page"),
        "more": gettext("More of page 1"),
        "busy": gettext("Page 1 of the report is being made; this takes some seconds."),
        "known": gettext("What is known, and what is missing"),
        "doors": gettext("Where do you want to go?"),
        "fill_in": gettext("Fill in what you know"),
        "fill_in_note": gettext("With your own figures the ranges become narrower."),
        "explore": gettext("Explore options"),
        "explore_note": gettext("Move the cut, people and teams, and see what may happen."),
        "report": gettext("Make the report"),
        "report_note": gettext("To read and to share; it takes half a minute."),
    }
