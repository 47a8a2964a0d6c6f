"""The page of readiness: judge it yourselves or ask people, and see what stands in the way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, ClassVar, NamedTuple, cast

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case
from selfmgmt.case.edit.readiness import with_score
from selfmgmt.case.readiness import Readiness
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.limesurvey import limesurvey_structure
from selfmgmt.readiness.survey import Findings
from selfmgmt.readiness.survey_files import csv_layout, excel_layout
from selfmgmt.readiness.survey_form import survey_form, yardstick_form
from selfmgmt.readiness.survey_profile import readiness_of
from selfmgmt.simulation import DRAWS
from selfmgmt.views.widgets.bundle import page_module, page_style
from selfmgmt.views.widgets.pictures import (
    FileOnPage,
    file_on_page,
    table_on_page,
)
from selfmgmt.views.widgets.readiness_on_page import (
    Gain,
    ReadinessOnPage,
    SurveyOnPage,
    score_on_page,
    subjects,
    yardstick_on_page,
)
from selfmgmt.views.widgets.readiness_words import readiness_words
from selfmgmt.views.widgets.survey_parts import survey_figures, survey_parts
from selfmgmt.views.widgets.survey_upload import Survey, open_survey, uploaded_survey
from selfmgmt.views.widgets.tool import Request, Tool, ViewState, cannot_do
from selfmgmt.views.words.conditions import readiness_sentences
from selfmgmt.views.words.readiness_gain import getting_ready, known_sentences


class _Form(NamedTuple):
    name: str
    file: str
    make: Callable[[], str | bytes]


FORMS = {
    "paper": _Form(_("Save the form on paper"), "readiness_scan.html", survey_form),
    "limesurvey": _Form(_("Save for LimeSurvey"), "limesurvey.txt", limesurvey_structure),
    "forms": _Form(_("Save for Microsoft Forms and Excel"), "forms.xlsx", excel_layout),
    "csv": _Form(_("Save an empty table (CSV)"), "answers.csv", csv_layout),
    "yardstick": _Form(
        _("Save the team yardstick on paper"), "team_yardstick.html", yardstick_form
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadinessState(ViewState):
    """The case, with the survey that lies beside it."""

    survey: Survey | None = None


class ReadinessPage(Tool):
    """The readiness of a case: own scores, a survey with what may be told of it, the yardstick.

    Args:
        case: Where to start.
        survey: What lies on the page from the start; see :func:`open_survey`.
        draws: Number of possible futures in which the gain is computed, once the hand rests.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = page_module("readiness")
    _css: ClassVar = page_style("readiness")
    queries: ClassVar = frozenset({"look", "picture", "form"})

    def __init__(
        self, case: Case, *, survey: Survey | None = None, draws: int = DRAWS, seed: int = SEED
    ) -> None:
        self._first = survey
        self._draws = draws
        self._seed = seed
        self._files: Any = None
        page = {
            "draws": draws,
            "words": readiness_words(),
            "fields": subjects(),
            "forms": {key: gettext(form.name) for key, form in FORMS.items()},
            "yardstick": yardstick_on_page(),
        }
        super().__init__(case, page=page)

    @property
    def conclusion(self) -> str:
        """How ready the organisation is as a whole; what holds it back stands by the scores."""
        return str(self.state["weakest"][0])

    @property
    def findings(self) -> Findings | None:
        """What may be told of the survey on this page, if there is one."""
        survey = cast(_ReadinessState, self._steps.now).survey
        return survey.findings if survey else None

    def answer(self, message: object) -> None:
        """Do what the page asks; what is in its files is in no message, log or state."""
        request = dict(message) if isinstance(message, dict) else {}
        self._files = request.pop("files", None)
        try:
            super().answer(request)
        finally:
            self._files = None

    def _view_state(self, case: Case) -> ViewState:
        study_of(case)  # refuses what does not exist
        if not hasattr(self, "_steps"):
            return _ReadinessState(case=case, survey=self._first)
        survey = cast(_ReadinessState, self._steps.now).survey
        return _ReadinessState(case=case, survey=survey if survey and survey.made_up else None)

    def _after(self, view: ViewState, request: Request) -> ViewState:
        here = cast(_ReadinessState, view)
        match request:
            case {"do": "set", "field": str(key), "value": str(value)} if (
                key in load_instrument().dimensions
            ):
                return replace(here, case=_fitting(with_score(here.case, key, value)))
            case {"do": "read", "invited": str(people)}:
                return replace(here, survey=uploaded_survey(self._files, people, seed=self._seed))
            case {"do": "example"}:
                return replace(here, survey=open_survey(example=True, seed=self._seed))
            case {"do": "close"}:
                return replace(here, survey=None)
            case {"do": "keep"} if here.survey and not here.survey.made_up:
                measured = {"readiness": _measured(here.survey)}
                return replace(here, case=_fitting(here.case.model_copy(update=measured)))
        raise cannot_do(request)

    def _rendered(self, view: ViewState, request: Request) -> ReadinessOnPage:
        here, study = cast(_ReadinessState, view), study_of(view.case)
        sentences = readiness_sentences(study.profile)
        do = request.get("do")
        form = request.get("form")
        if do == "form" and form not in FORMS:
            raise cannot_do(request)
        draws, effect = self._gain(study, do)
        return {
            "draws": draws,
            "effect": effect,
            "fields": {key: score_on_page(study, key) for key in load_instrument().dimensions},
            "by_survey": view.case.readiness.respondents is not None,
            "known": known_sentences(view.case.readiness),
            "weakest": sentences,
            "holds": sentences[1] if study.profile.weakest else _no_score_yet(),
            "survey": _on_page(here) if here.survey else None,
            "figures": survey_figures(here.survey.findings)
            if do == "picture" and here.survey
            else None,
            "download": _download(FORMS[str(form)]) if do == "form" else None,
        }

    def _gain(self, study: Study, do: object) -> tuple[int, Gain | None]:
        """What it brings to get ready first: when the hand rests, and as it was for other looks."""
        if do == "look":
            sentences, tables = getting_ready(study, draws=self._draws, seed=self._seed)
            drawn = [table_on_page(table) for table in tables]
            return self._draws, {"sentences": sentences, "tables": drawn}
        if do in self.queries:
            return self.state["draws"], self.state["effect"]
        return 0, None


def _no_score_yet() -> str:
    return gettext(
        "Nobody has given a score yet. Give each subject 1 to 5: then here stands what holds the "
        "organisation back, and a first step."
    )


def _fitting(case: Case) -> Case:
    """``case`` if all in it fits together."""
    study_of(case)
    return case


def _measured(survey: Survey) -> Readiness:
    return readiness_of(survey.findings.profile, response=survey.findings.response)


def _on_page(view: _ReadinessState) -> SurveyOnPage:
    survey = cast(Survey, view.survey)
    return {
        "made_up": survey.made_up,
        "parts": survey_parts(survey.findings),
        "kept": not survey.made_up and view.case.readiness == _measured(survey),
    }


def _download(form: _Form) -> FileOnPage:
    content = form.make()
    return file_on_page(form.file, content if isinstance(content, bytes) else content.encode())
