"""The page of weighing in three steps: what counts, how much it counts, and what follows."""

from dataclasses import replace
from typing import Any, ClassVar

from pydantic import TypeAdapter, ValidationError

from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.case.case import JUDGED, Judgement
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.edit.criteria import with_criterion, without_criterion
from selfmgmt.case.edit.weights import Draft
from selfmgmt.case.faults import sentence_of
from selfmgmt.case.known import roles
from selfmgmt.case.ranges import read_range
from selfmgmt.case.response import METHODS
from selfmgmt.errors import InputError
from selfmgmt.fields import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.scoring.roles import load_roles
from selfmgmt.simulation import DRAWS
from selfmgmt.views.widgets.belief import believed
from selfmgmt.views.widgets.ground import ground_of
from selfmgmt.views.widgets.order import divides, everyone, judgements, standing
from selfmgmt.views.widgets.pictures import on_page
from selfmgmt.views.widgets.questions import criteria_shown, questions
from selfmgmt.views.widgets.respondent import (
    Respondent,
    known_criteria,
    letters_of,
    next_respondent,
    respondent_of,
    with_draft,
    without_answers,
)
from selfmgmt.views.widgets.tool import Asked, Desk, Tool, assets, cannot_do
from selfmgmt.views.widgets.weigh_result import group, result
from selfmgmt.views.widgets.weigh_words import method_words, weigh_words
from selfmgmt.views.words.consequences import question_words
from selfmgmt.views.words.roles import agreement_sentences

PARTS = ("weigh_count.js", "weigh_ask.js", "weigh_follow.js", "weigh.js")


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

    _esm: ClassVar = assets(*PARTS)
    _css: ClassVar = assets("weigh.css")
    looks: ClassVar = frozenset({"look", "picture"})

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
            "criterion": _criterion_fields(),
        }
        super().__init__(case, page=page)

    @property
    def conclusion(self) -> str:
        """Who has weighed, and what waits for a judgement; the outcome is for the third step."""
        return str(self.state["conclusion"])

    def _laid(self, case: Case) -> Desk:
        steps = getattr(self, "_steps", None)
        now: Respondent | None = steps.now if steps else None
        comparison = ground_of(
            case, now.ground if now else None, draws=self._draws, seed=self._seed
        )
        if now is None:
            role = next((role for role in roles() if case.voices.get(role)), next(iter(roles())))
            first = Respondent(case=case, in_hand=role, ground=comparison)
            return respondent_of(first, "")
        desk = replace(now, case=case, ground=comparison)
        same = desk.answers == now.answers and known_criteria(case) == known_criteria(now.case)
        return desk if same else respondent_of(desk, desk.letter)

    def _after(self, desk: Desk, asked: Asked) -> Desk:
        if not isinstance(desk, Respondent):
            raise cannot_do(asked)
        for change in (_person, _criteria):
            if changed := change(desk, asked):
                return changed
        return with_draft(desk, _answered(desk, asked))

    def _drawn(self, desk: Desk, asked: Asked) -> dict[str, Any]:
        if not isinstance(desk, Respondent):
            raise cannot_do(asked)
        comparison = replace(desk.ground, study=replace(desk.ground.study, case=desk.case))
        weighing = weigh(comparison)
        labels = {key: option.label for key, option in comparison.options.items()}
        picture = asked.get("do") == "picture" and weighing.rankings.ranked
        return {
            "draws": self._draws,
            "role": desk.in_hand,
            "letter": desk.letter,
            "letters": letters_of(desk),
            "method": desk.draft.method,
            "question": question_words(weighing),
            "criteria": criteria_shown(weighing, desk.draft),
            "questions": questions(weighing, desk.draft),
            "to_go": desk.draft.to_go(),
            "placed": desk.draft.given,
            "judgements": judgements(desk.case, weighing, labels),
            "result": result(desk, weighing),
            "group": group(desk, weighing, labels),
            "standing": standing(weighing, desk.in_hand, labels),
            "believe": believed(comparison, weighing, desk.in_hand, labels),
            "everyone": everyone(weighing, labels),
            "divides": divides(weighing, desk.in_hand, labels),
            "agreement": agreement_sentences(weighing, labels),
            "picture": _picture(weighing, labels) if picture else None,
            "conclusion": _conclusion(desk.case, weighing),
        }


def _person(desk: Respondent, asked: Asked) -> Respondent | None:
    """The page with somebody else, when that is asked."""
    match asked:
        case {"do": "hold", "role": str(role)} if role in roles():
            return respondent_of(replace(desk, in_hand=role), "")
        case {"do": "person", "letter": str(letter)} if letter in letters_of(desk):
            return respondent_of(desk, letter)
        case {"do": "add"}:
            return next_respondent(desk)
        case {"do": "drop"}:
            return without_answers(desk)
    return None


def _criteria(desk: Respondent, asked: Asked) -> Respondent | None:
    """The page with another criterion of one's own or another judgement, when that is asked."""
    match asked:
        case {"do": "criterion", "key": str(key), "given": dict(given)}:
            return _on_case(desk, with_criterion(desk.case, key, given))
        case {"do": "no_criterion", "key": str(key)}:
            return _on_case(desk, without_criterion(desk.case, key))
        case {"do": "set", "field": str(name), "value": str(value)} if name.startswith(
            "judgements."
        ):
            return _judged(desk, name.split("."), value)
    return None


def _answered(desk: Respondent, asked: Asked) -> Draft:
    draft, known = desk.draft, known_criteria(desk.case)
    match asked:
        case {"do": "method", "method": str(method)} if method in METHODS:
            return replace(draft, method=method, given=method != "order")
        case {"do": "count", "field": str(field)} if field in known:
            return draft.counting(field, known)
        case {"do": "keep"}:
            return replace(draft, given=True)
        case {"do": "move", "criterion": str(key), "by": 1 | -1 as by} if key in draft.counts:
            return draft.moved(key, by)
        case {"do": "set", "field": str(field), "value": str(value)}:
            return draft.answered(field.split("."), value)
    raise cannot_do(asked)


def _on_case(desk: Respondent, case: Case) -> Respondent:
    """The same person with other criteria to weigh; what was answered stays."""
    before, known = known_criteria(desk.case), known_criteria(case)
    kept = tuple(key for key in desk.draft.counts if key in known)
    new = tuple(key for key in known if key not in before)
    return replace(desk, case=case, draft=replace(desk.draft, counts=(*kept, *new)))


def _judged(desk: Respondent, field: list[str], written: str) -> Respondent:
    match field:
        case ["judgements", criterion, option] if (
            criterion in desk.case.judged_labels() and option in desk.case.options
        ):
            row = {**desk.case.judgements.get(criterion, {})}
            row.pop(option, None)
            if written.strip():
                row[option] = _judgement(written)
            rest = {**desk.case.judgements, criterion: row}
            given = {key: one for key, one in rest.items() if one}
            return replace(desk, case=desk.case.model_copy(update={"judgements": given}))
    raise cannot_do({"field": ".".join(field)})


def _judgement(written: str) -> Judgement:
    try:
        return TypeAdapter(Judgement).validate_python(read_range(written, JUDGED))
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(*(sentence_of(detail, Case) for detail in details)) from None


def _criterion_fields() -> list[dict[str, Any]]:
    """What there is to fill in of a criterion of one's own."""
    sides = {"higher": gettext("100 points are best"), "lower": gettext("0 points are best")}
    return [
        {
            "key": key,
            "title": facts.title,
            "help": "" if facts.choices else facts.description,
            "choices": [[choice, sides[choice]] for choice in facts.choices],
        }
        for key, facts in fields_of(OwnCriterion).items()
    ]


def _conclusion(case: Case, weighing: Weighing) -> str:
    given = {*case.weights, *case.voices}
    told = gettext(
        "{count} of {all} roles have given their weights.", count=len(given), all=len(roles())
    )
    waiting = [small(str(weighing.criteria[key].label)) for key in weighing.not_judged]
    if not waiting:
        return told
    judged = gettext(
        "Nobody has judged the options yet on {criteria}.", criteria=", ".join(waiting)
    )
    return f"{told} {judged}"


def _picture(weighing: Weighing, labels: dict[str, str]) -> dict[str, Any]:
    from selfmgmt.views.charts.ranking import roles_chart

    return on_page(roles_chart(weighing, labels))
