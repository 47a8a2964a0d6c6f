"""Where every lever stands: its text, its position on the slider, and what it comes to."""

from collections.abc import Mapping
from typing import Any, TypedDict

from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Design
from selfmgmt.case.edit.levers import MANDATE as MANDATE
from selfmgmt.case.form import text_of
from selfmgmt.case.question import Question
from selfmgmt.fields import Amount
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.outcomes import money
from selfmgmt.views.widgets.levers import QUESTION, Lever, levers
from selfmgmt.views.words.design import value_in_words
from selfmgmt.views.words.warnings import wholes_of

Wholes = Mapping[str, float]


class Position(TypedDict):
    """Where a lever stands: its text, its position on the slider, and what it comes to."""

    text: str
    at: float | None
    words: str


def positions(study: Study, question: Question, design: Design) -> dict[str, Position]:
    """Where every lever stands: its text, its place on the slider, and what it comes to.

    Args:
        study: The organisation as it is.
        question: What the options must answer.
        design: The option in hand.
    """
    wholes = _wholes(study, design)
    return {
        path: _position(lever, _value(path, question, design), wholes)
        for path, lever in levers().items()
    }


def _value(path: str, question: Question, design: Design) -> Any:
    head, _dot, name = path.rpartition(".")
    owner = {"question": question, "autonomy": design.autonomy, "": design}[head]
    return getattr(owner, name)


def _position(lever: Lever, value: Any, wholes: Wholes) -> Position:
    return {
        "text": text_of(value, lever.facts.limits),
        "at": None if lever.choices else _at(lever, value, wholes),
        "words": "" if lever.choices else _words(lever, value, wholes),
    }


def _at(lever: Lever, value: Any, wholes: Wholes) -> float:
    """The place on the slider; what lies beyond its ends stands at the end."""
    if isinstance(value, Amount):
        value = value.value if value.relative else _share(value.value, wholes.get(lever.path, 0))
    low, high = lever.bounds
    position = float(100 * value if lever.in_percent else value)
    return round(min(max(position, low), high), 6)


def _share(value: float, whole: float) -> float:
    return value / whole if whole else 0.0


def _words(lever: Lever, value: Any, wholes: Wholes) -> str:
    """What the value comes to, beside the figure that was filled in."""
    if lever.path.startswith(MANDATE):
        return gettext("level {level} of 7", level=value)
    if lever.path.startswith(QUESTION) and not isinstance(value, Amount):
        return gettext("{count} quarters", count=number(value))
    if not isinstance(value, Amount):
        return "" if lever.in_percent else value_in_words(lever.facts, value)
    return _amount(lever, value, wholes.get(lever.path, 0))


def _amount(lever: Lever, amount: Amount, whole: float) -> str:
    """An amount the other way round: a percentage as a figure, a figure as a percentage."""
    if not amount.relative:
        unit = gettext(lever.facts.limits.unit) if lever.facts.limits else ""
        return percentage(_share(amount.value, whole)) if amount.value else unit
    if lever.path.startswith(QUESTION):
        return gettext("of staff cost")
    size = amount.of(whole)
    if lever.path == "team_count":
        return gettext("about {count} teams", count=number(size))
    if lever.path == "hire_change":
        return gettext("about {amount}", amount=money(size))
    return gettext("about {count} FTE", count=number(size, 1 if 0 < abs(size) < 10 else 0))


def _wholes(study: Study, design: Design) -> Wholes:
    """The size of what each amount can be a percentage of, at the middle of its range."""
    figures = study.organisation
    staff_cost = figures.fte.estimate.central * figures.cost_per_fte.estimate.central
    today = wholes_of(study)
    teams = design.team_count.of(today["team_count"]) * design.scope
    return {
        **today,
        QUESTION + "saving_target": staff_cost / (1 - figures.hire_share.estimate.central),
        "coaches": teams / study.inputs.ranges["teams_per_coach"].central,
    }
