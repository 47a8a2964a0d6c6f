"""A page opened with one call: its case bar, what people work with, and what comes next."""

import ctypes
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from traitlets import HasTraits

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.case import Case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reporting.content.content import PARAMETERS, prepare
from selfmgmt.reporting.content.parameters import check_injected
from selfmgmt.scoring.labelled import RoleWeights
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.next_step import NextStep
from selfmgmt.workspace.lab.tool import Tool

_COMPUTES_LATER = ("00_start", "10_baseline")  # and seldom: not at every move of a hand
SURVEY = ("answers_file", "people_file", "earlier_file", "example")
"""Parameters that only the page of readiness has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """One page as a notebook shows it.

    Attributes:
        bar: Holds the case.
        tool: What people work with on this page.
        seed: Start of the random numbers.
        draws: Number of possible futures.
    """

    bar: CaseBar
    tool: Tool
    seed: int
    draws: int

    @property
    def case(self) -> Case:
        """The case as it stands on the page."""
        return self.bar.case

    @property
    def comparison(self) -> Comparison:
        """The options of that case, computed when asked; ``comparison.frame()`` is the table."""
        return compare(self.case, draws=self.draws, seed=self.seed)

    @property
    def weights(self) -> RoleWeights:
        """What counts for each role; ``weights.frame()`` is the table."""
        return RoleWeights(self.case)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        below = () if self.bar.page["next"] else (NextStep(self.bar, self.tool),)
        display(self.bar, self.tool, *below)


def open_page(name: str, given: Mapping[str, Any]) -> OpenPage:
    """Open one of the pages in a notebook; the last line of a cell shows it.

    Args:
        name: The page, such as ``40_choose``.
        given: The names of the notebook with its parameters, as ``globals()`` gives them.

    Raises:
        InputError: There is no such page; a parameter is unknown, missing or wrong; or the case
            cannot be read.
    """
    if name not in _TOOLS:
        raise InputError(
            gettext(
                "{given} is no page; use {choices}.", given=repr(name), choices=", ".join(_TOOLS)
            )
        )
    known = (*PARAMETERS, *(SURVEY if name == "20_readiness" else ()))
    check_injected(given, known=known)
    missing = [parameter for parameter in known if parameter not in given]
    if missing:
        raise InputError(
            *(
                gettext("{name} is missing; give it in the cell with parameters.", name=parameter)
                for parameter in missing
            )
        )
    parameters = {parameter: given[parameter] for parameter in known}
    content = prepare(**{name: parameters[name] for name in PARAMETERS})
    seed, draws = parameters["seed"], parameters["draws"]
    bar = CaseBar(content.case, page=name, file=parameters["case_file"], seed=seed)
    tool = bar.bind(_TOOLS[name](bar, parameters))
    release_memory()
    if name in _COMPUTES_LATER and isinstance(tool, HasTraits):
        tool.observe(lambda _change: release_memory(), "state")
    return OpenPage(bar=bar, tool=tool, seed=seed, draws=draws)


def release_memory() -> None:
    """Return what computing the first picture used to the system, where its C library can.

    A page waits for its visitor longer than it computes, and others on the computer need it.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim:
        trim(0)


def _start(bar: CaseBar, given: Mapping[str, Any]) -> Tool:
    from selfmgmt.workspace.lab.start_page import StartPage

    return StartPage(bar, seed=given["seed"])


def _baseline(bar: CaseBar, given: Mapping[str, Any]) -> Tool:
    from selfmgmt.views.widgets.baseline import Baseline

    return Baseline(bar.case, draws=given["draws"], seed=given["seed"])


def _readiness(bar: CaseBar, given: Mapping[str, Any]) -> Tool:
    from selfmgmt.views.widgets.readiness import ReadinessPage
    from selfmgmt.views.widgets.survey_upload import open_survey

    survey = open_survey(
        given["answers_file"],
        people=given["people_file"],
        earlier=given["earlier_file"],
        example=given["example"],
        seed=given["seed"],
    )
    return ReadinessPage(bar.case, survey=survey, draws=given["draws"], seed=given["seed"])


def _options(bar: CaseBar, given: Mapping[str, Any]) -> Tool:
    from selfmgmt.views.widgets.explorer import Explorer
    from selfmgmt.workspace.lab.on_demand import OnDemandSections

    seed, draws = given["seed"], given["draws"]
    further = OnDemandSections(bar, "30_options", seed=seed, draws=draws)
    return Explorer(bar.case, draws=draws, seed=seed, further=further)


def _choose(bar: CaseBar, given: Mapping[str, Any]) -> Tool:
    from selfmgmt.views.widgets.weigh import Weigh

    return Weigh(bar.case, draws=given["draws"], seed=given["seed"])


def _who_decides(bar: CaseBar, _given: Mapping[str, Any]) -> Tool:
    from selfmgmt.reporting.documents.annex import practice_annex
    from selfmgmt.views.widgets.practice import PracticePage

    sheets = ("who_decides", "steering", "control_fit", "autonomy")
    return PracticePage(bar.case, sheets, documents={"annex.docx": practice_annex})


def _tensions(bar: CaseBar, _given: Mapping[str, Any]) -> Tool:
    from selfmgmt.views.widgets.practice import PracticePage

    return PracticePage(bar.case, ("tensions", "lessons"))


def _people(bar: CaseBar, _given: Mapping[str, Any]) -> Tool:
    from selfmgmt.views.widgets.practice import PracticePage

    return PracticePage(bar.case, ("role_coverage", "adviser_mix", "connections", "connectors"))


def _roadmap(bar: CaseBar, _given: Mapping[str, Any]) -> Tool:
    from selfmgmt.reporting.documents.register import register_document
    from selfmgmt.views.roadmap_files import DOCUMENTS
    from selfmgmt.views.widgets.practice import PracticePage

    documents = {**DOCUMENTS, "register.docx": register_document}
    return PracticePage(bar.case, ("roadmap",), documents=documents)


_TOOLS: Mapping[str, Callable[[CaseBar, Mapping[str, Any]], Tool]] = {
    "00_start": _start,
    "10_baseline": _baseline,
    "20_readiness": _readiness,
    "30_options": _options,
    "40_choose": _choose,
    "50_who_decides": _who_decides,
    "55_tensions": _tensions,
    "60_people": _people,
    "70_roadmap": _roadmap,
}
