"""Which option, for whom: points per role, judgements, and the order that follows from them."""

from dataclasses import replace
from typing import Any, ClassVar

from pydantic import TypeAdapter, ValidationError

from selfmgmt.analysis.compare import SEED, SideBySide
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.case import Case
from selfmgmt.case.case import JUDGED, Judgement, Weights
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.faults import sentence_of
from selfmgmt.case.known import roles, with_own
from selfmgmt.errors import InputError
from selfmgmt.fields import fields_of
from selfmgmt.language import gettext
from selfmgmt.scoring.roles import load_roles
from selfmgmt.simulation import DRAWS
from selfmgmt.simulation.outcomes import Outcomes
from selfmgmt.views.widgets.ground import ground_of
from selfmgmt.views.widgets.order import (
    divides,
    everyone,
    judgements,
    points_of,
    shown_criteria,
    standing,
)
from selfmgmt.views.widgets.own_criteria import with_criterion, without_criterion
from selfmgmt.views.widgets.page_words import choose_words
from selfmgmt.views.widgets.pictures import on_page
from selfmgmt.views.widgets.ranges import read_range
from selfmgmt.views.widgets.tool import Asked, Desk, Tool, asset, cannot_do
from selfmgmt.views.words.roles import agreement_sentences

COARSE = 2_000  # draws while a hand moves


class Choose(Tool):
    """The options of a case as each role would rank them; computed once, weighed at every change.

    Args:
        case: Where to start.
        draws: Number of possible futures once the hand rests.
        seed: Start of the random numbers.

    Raises:
        InputError: The case refers to something that does not exist.
    """

    _esm: ClassVar = asset("choose.js")
    _css: ClassVar = asset("choose.css")
    looks: ClassVar = frozenset({"look", "picture"})

    def __init__(self, case: Case, *, draws: int = DRAWS, seed: int = SEED) -> None:
        self._draws = draws
        self._seed = seed
        people = [
            {"key": key, "label": str(role.label), "help": str(role.description)}
            for key, role in load_roles().items()
        ]
        page = {"words": choose_words(), "roles": people, "criterion": _criterion_fields()}
        super().__init__(case, page={"draws": draws, **page})

    def _laid(self, case: Case) -> Desk:
        held = getattr(self, "_steps", None)
        ground = held.now.ground if held else None
        beside = ground_of(case, ground, draws=self._draws, seed=self._seed)
        return Desk(
            case=case,
            in_hand=held.now.in_hand if held else next(iter(load_roles())),
            ground=beside,
        )

    def _after(self, desk: Desk, asked: Asked) -> Desk:
        match asked:
            case {"do": "hold", "role": str(role)} if role in roles():
                return replace(desk, in_hand=role)
            case {"do": "example"}:
                _refuse_mean(desk)
                rest = {key: one for key, one in desk.case.weights.items() if key != desk.in_hand}
                return _with(desk, weights=rest)
            case {"do": "set", "field": str(field), "value": str(value)}:
                return _set(desk, field.split("."), value)
            case {"do": "criterion", "key": str(key), "given": dict(given)}:
                return replace(desk, case=with_criterion(desk.case, key, given))
            case {"do": "no_criterion", "key": str(key)}:
                return replace(desk, case=without_criterion(desk.case, key))
        raise cannot_do(asked)

    def _drawn(self, desk: Desk, asked: Asked) -> dict[str, Any]:
        moves = asked.get("do") not in {None, *self.looks}
        beside = _first_draws(desk.ground, COARSE) if moves else desk.ground
        weighing = weigh(replace(beside, study=replace(beside.study, case=desk.case)))
        labels = {key: option.label for key, option in beside.options.items()}
        return {
            "draws": beside.draws,
            "role": desk.in_hand,
            "criteria": shown_criteria(desk.case, weighing, desk.in_hand),
            "judgements": judgements(desk.case, labels),
            "standing": standing(weighing, desk.in_hand, labels),
            "everyone": everyone(weighing, labels),
            "divides": divides(weighing, desk.in_hand, labels),
            "agreement": agreement_sentences(weighing, labels),
            "picture": _picture(weighing, labels) if asked.get("do") == "picture" else None,
        }


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


def _set(desk: Desk, field: list[str], written: str) -> Desk:
    match field:
        case ["weights", criterion] if criterion in points_of(desk.case, desk.in_hand):
            points = points_of(desk.case, desk.in_hand) | {criterion: written}
            _refuse_mean(desk)
            with with_own(desk.case.criteria):
                given = _read(Weights, {desk.in_hand: points})
            return _with(desk, weights={**desk.case.weights, **given})
        case ["judgements", criterion, option] if (
            criterion in desk.case.judged_labels() and option in desk.case.options
        ):
            row = {**desk.case.judgements.get(criterion, {})}
            row.pop(option, None)
            if written.strip():
                row[option] = _read(Judgement, read_range(written, JUDGED))
            rest = {**desk.case.judgements, criterion: row}
            return _with(desk, judgements={key: one for key, one in rest.items() if one})
    raise cannot_do({"field": ".".join(field)})


def _refuse_mean(desk: Desk) -> None:
    """What people of a role said one by one is changed where each of them answers."""
    voices = desk.case.voices.get(desk.in_hand)
    if voices:
        raise InputError(
            gettext(
                "These points are the mean of what people of this role said ({letters}). Change "
                "them where each of them answers.",
                letters=", ".join(voices),
            )
        )


def _with(desk: Desk, **changed: Any) -> Desk:
    return replace(desk, case=desk.case.model_copy(update=changed))


def _read(kind: Any, written: Any) -> Any:
    try:
        return TypeAdapter(kind).validate_python(written)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(*(sentence_of(detail, Case) for detail in details)) from None


def _first_draws(beside: SideBySide, count: int) -> SideBySide:
    """The same with fewer draws: enough while a hand moves."""
    found = beside.outcomes
    fewer = {key: values[:, :count] for key, values in found.values.items()}
    outcomes: Outcomes = replace(found, values=fewer)
    return replace(beside, draws=min(count, beside.draws), outcomes=outcomes)


def _picture(weighing: Weighing, labels: dict[str, str]) -> dict[str, Any]:
    from selfmgmt.views.charts.ranking import roles_chart

    return on_page(roles_chart(weighing, labels))
