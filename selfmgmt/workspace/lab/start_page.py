"""The start page: choose a municipality on a map or by name, and read page 1 of its report."""

from pathlib import Path
from typing import ClassVar

import anywidget
import traitlets

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.language import current_language, speaking
from selfmgmt.views.widgets.bundle import style, widget_module
from selfmgmt.views.words.organisation import who_sentences
from selfmgmt.views.words.own_figures import filled_sentence
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.first_picture import first_picture
from selfmgmt.workspace.lab.reports import ReportJob
from selfmgmt.workspace.lab.start_on_page import PageOne, StartState, start_page

_HERE = Path(__file__).parent


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
        super().__init__(page=start_page(), state=self._page_state())
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

    def answer(self, message: object) -> None:
        """Open the municipality that the page asks for, or give it page 1 for this one."""
        match message:
            case {"do": "pick", "name": str(name)}:
                self._bar.answer({"do": "pick", "name": name})
            case {"do": "page_one"}:
                self.state = {**self.state, **self._page_one()}

    def _page_one(self) -> PageOne:
        """Page 1 of the report, made by a program of its own: this page stays light and quick."""
        if self._job is None:
            self._job = ReportJob(
                self._case, language=self._language, seed=self._seed, document="page"
            )
        report = self._job.status()
        if report.is_busy:
            return {"busy": True, "page_one": "", "fault": ""}
        html = self._job.html().decode() if report.phase == "ready" else ""
        self._job.stop()
        return {"busy": False, "page_one": html, "fault": "" if html else report.words}

    def _page_state(self, case: Case | None = None) -> StartState:
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
