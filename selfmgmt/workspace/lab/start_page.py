"""The start page: choose a municipality on a map or by name, and read page 1 of its report."""

from dataclasses import fields
from datetime import date
from typing import Any, ClassVar

import anywidget
import traitlets

from selfmgmt.analysis.compare import SEED, Comparison, compare_options
from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.price import prices_of
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.language import current_language, gettext, speaking
from selfmgmt.reference.municipalities import all_municipalities, former_municipalities
from selfmgmt.reporting.pages.map import map_drawing
from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.words.answer import closes_sentence, price_sentence
from selfmgmt.views.words.local import local_sentences
from selfmgmt.views.words.organisation import practice_case_sentences, who_sentences
from selfmgmt.views.words.own_figures import filled_sentence
from selfmgmt.views.words.question import amount_sentence
from selfmgmt.views.words.required_cuts import takes_sentences
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.first_picture import first_picture
from selfmgmt.workspace.lab.next_step import WAYS
from selfmgmt.workspace.lab.tables import with_tables

_DRAWS = 512  # of a first answer that is read in a minute; the report takes more


class StartPage(anywidget.AnyWidget):
    """Chooses the municipality, shows the answer for it, and opens three doors.

    Args:
        bar: Holds the case; it opens what is chosen here.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = WAYS + with_tables("start_page.js")
    _css: ClassVar = with_tables("start_page.css")

    page = traitlets.Dict().tag(sync=True)
    state = traitlets.Dict().tag(sync=True)

    def __init__(self, bar: CaseBar, *, seed: int = SEED) -> None:
        self._bar, self._seed = bar, seed
        self._language = current_language()
        self._case = bar.case
        super().__init__(page=_page(), state=self._shown())
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
        """Show another case; its answer is computed when the page asks.

        Raises:
            InputError: It refers to something that does not exist; the old one stays.
        """
        with speaking(self._language):
            study_of(case)  # refuses what does not exist
            self._case, self.state = case, self._shown(case)

    def answer(self, message: Any) -> None:
        """Open the municipality that the page asks for, or give it the answer for this one."""
        match message:
            case {"do": "pick", "name": str(name)}:
                self._bar.answer({"do": "pick", "name": name})
            case {"do": "answer"}:
                with speaking(self._language):
                    self.state = {**self._shown(), **self._answer()}

    def _answer(self) -> dict[str, list[str]]:
        """Page 1 in sentences: all but how much of the spread rests on what, which takes longer."""
        study = study_of(self._case)
        found = compare_options(study, draws=_DRAWS, seed=self._seed)
        values = found.outcomes.values
        comparison = Comparison(
            **{field.name: getattr(found, field.name) for field in fields(found)},
            surer={},
            price_of_way=prices_of(study, found.sized, values, draws=_DRAWS, seed=self._seed),
            drivers={},
            fill_in_first={},
        )
        return {
            "answer": [
                amount_sentence(comparison, calendar_of(date.today())),
                closes_sentence(comparison),
                price_sentence(comparison),
            ],
            "more": [
                *takes_sentences(comparison),
                *notices(study),
                *practice_case_sentences(study),
                *local_sentences(study),
                gettext("The report says how much of this rests on assumptions."),
            ],
        }

    def _shown(self, case: Case | None = None) -> dict[str, Any]:
        study = study_of(case or self._case)
        organisation = study.case.organisation
        own = [figure for figure in dict(organisation).values() if figure is not None]
        filled = filled_sentence(len(own), len(OwnFigures.model_fields))
        return {
            "name": study.case.name,
            "members": list(study.case.municipalities),
            "who": who_sentences(study),
            "answer": [],
            "more": [],
            "known": first_picture(study).source,
            "conclusion": f"{study.case.name}. {filled}",
        }


def _page() -> dict[str, Any]:
    """What stays the same: the map, every name of now and of before, and the words."""
    drawing = map_drawing()
    names = {one.code: one.everyday_name for one in all_municipalities()}
    return {
        "language": current_language(),
        "width": drawing.width,
        "height": drawing.height,
        "places": [
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
        "answer": gettext("The answer in short"),
        "busy": gettext("Being computed; this takes some seconds."),
        "more": gettext("More of the answer"),
        "known": gettext("What is known, and what is missing"),
        "doors": gettext("Where do you want to go?"),
        "fill_in": gettext("Fill in what you know"),
        "fill_in_note": gettext("With your own figures the ranges become narrower."),
        "explore": gettext("Explore options"),
        "explore_note": gettext("Move the cut, people and teams, and see what may happen."),
        "report": gettext("Make the report"),
        "report_note": gettext("To read and to share; it takes half a minute."),
    }
