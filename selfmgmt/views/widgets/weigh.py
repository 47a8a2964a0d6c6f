"""The page of weighing in three steps: what counts, how much it counts, and what follows."""

from dataclasses import replace
from typing import ClassVar

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.case.known import roles
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.scoring.roles import load_roles
from selfmgmt.simulation import DRAWS
from selfmgmt.views.widgets.base_comparison import base_comparison
from selfmgmt.views.widgets.belief import believed
from selfmgmt.views.widgets.bundle import page_module, page_style
from selfmgmt.views.widgets.judgements_on_page import judgements
from selfmgmt.views.widgets.order import divides, everyone, standing
from selfmgmt.views.widgets.pictures import PictureOnPage, on_page
from selfmgmt.views.widgets.questions import criteria_rows, questions
from selfmgmt.views.widgets.respondent import (
    Respondent,
    known_criteria,
    letters_of,
    respondent_of,
    with_draft,
)
from selfmgmt.views.widgets.tool import Request, Tool, ViewState, cannot_do
from selfmgmt.views.widgets.weigh_moves import answered, changed_criteria, changed_person
from selfmgmt.views.widgets.weigh_on_page import WeighState, criterion_fields
from selfmgmt.views.widgets.weigh_result import respondents, result
from selfmgmt.views.widgets.weigh_words import method_words, weigh_words
from selfmgmt.views.words.consequences import question_words
from selfmgmt.views.words.roles import agreement_sentences


class Weigh(Tool):
    """The weights of each person of each role, and the order of the options that follows.

    The options are computed once; after that they are only weighed again.

    Args:
        case: Where to start.
        draws: Number of possible futures.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = page_module("weigh")
    _css: ClassVar = page_style("weigh")
    queries: ClassVar = frozenset({"look", "picture"})

    def __init__(self, case: Case, *, draws: int = DRAWS, seed: int = SEED) -> None:
        self._draws = draws
        self._seed = seed
        people = [
            {"key": key, "label": str(role.label), "help": str(role.description)}
            for key, role in load_roles().items()
        ]
        page = {
            "draws": draws,
            "words": weigh_words(),
            "roles": people,
            "methods": method_words(),
            "criterion": criterion_fields(),
        }
        super().__init__(case, page=page)

    @property
    def conclusion(self) -> str:
        """Who has weighed, and what waits for a judgement; the outcome is for the third step."""
        return str(self.state["conclusion"])

    def _view_state(self, case: Case) -> ViewState:
        steps = getattr(self, "_steps", None)
        now: Respondent | None = steps.now if steps else None
        comparison = base_comparison(
            case, now.base if now else None, draws=self._draws, seed=self._seed
        )
        if now is None:
            role = next((role for role in roles() if case.voices.get(role)), next(iter(roles())))
            first = Respondent(case=case, selected=role, base=comparison)
            return respondent_of(first, "")
        view = replace(now, case=case, base=comparison)
        same = view.answers == now.answers and known_criteria(case) == known_criteria(now.case)
        return view if same else respondent_of(view, view.letter)

    def _after(self, view: ViewState, request: Request) -> ViewState:
        if not isinstance(view, Respondent):
            raise cannot_do(request)
        for change in (changed_person, changed_criteria):
            if changed := change(view, request):
                return changed
        return with_draft(view, answered(view, request))

    def _rendered(self, view: ViewState, request: Request) -> WeighState:
        if not isinstance(view, Respondent):
            raise cannot_do(request)
        comparison = replace(view.base, study=replace(view.base.study, case=view.case))
        weighing = weigh(comparison)
        labels = {key: option.label for key, option in comparison.options.items()}
        picture = request.get("do") == "picture" and weighing.rankings.ranked
        return {
            "draws": self._draws,
            "role": view.selected,
            "letter": view.letter,
            "letters": letters_of(view),
            "method": view.draft.method,
            "question": question_words(weighing),
            "criteria": criteria_rows(weighing, view.draft),
            "questions": questions(weighing, view.draft),
            "to_go": view.draft.to_go(),
            "placed": view.draft.given,
            "judgements": judgements(view.case, weighing, labels),
            "result": result(view, weighing),
            "respondents": respondents(view, weighing, labels),
            "standing": standing(weighing, view.selected, labels),
            "believe": believed(comparison, weighing, view.selected, labels),
            "everyone": everyone(weighing, labels),
            "divides": divides(weighing, view.selected, labels),
            "agreement": agreement_sentences(weighing, labels),
            "picture": _picture(weighing, labels) if picture else None,
            "conclusion": _conclusion(view.case, weighing),
        }


def _conclusion(case: Case, weighing: Weighing) -> str:
    given = {*case.weights, *case.voices}
    words = ngettext(
        "{count} of {all} roles has given its weights.",
        "{count} of {all} roles have given their weights.",
        len(given),
        all=len(roles()),
    )
    waiting = [small(str(weighing.criteria[key].label)) for key in weighing.not_judged]
    if not waiting:
        return words
    judged = gettext(
        "Nobody has judged the options yet on {criteria}.", criteria=", ".join(waiting)
    )
    return f"{words} {judged}"


def _picture(weighing: Weighing, labels: dict[str, str]) -> PictureOnPage:
    from selfmgmt.views.charts.ranking import roles_chart

    return on_page(roles_chart(weighing, labels))
