"""The levers of the explorer: what can be moved, between which ends, and where each stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypedDict

from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.edit.levers import MANDATE as MANDATE
from selfmgmt.case.form import text_of
from selfmgmt.case.mandate import decision_domains
from selfmgmt.case.question import Question
from selfmgmt.fields import Amount, FieldFacts, Limits, fields_of
from selfmgmt.language import current_language, gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.views.outcomes import money
from selfmgmt.views.widgets.lever_words import levels_of, rests_on
from selfmgmt.views.words.design import value_in_words
from selfmgmt.views.words.warnings import wholes_of

QUESTION = "question."
GROUPS = {
    _("The cut"): (
        "question.saving_target",
        "question.due_quarter",
        "question.certainty",
        "question.size",
        "question.horizon",
        "how",
    ),
    _("Posts and hired staff"): (
        "managers_after",
        "support_after",
        "primary_fte_change",
        "hire_change",
        "tasks_dropped",
    ),
    _("Teams and conditions"): (
        "scope",
        "team_count",
        "team_basis",
        "work_redesign",
        "frames",
        "interdependence",
    ),
    _("Who decides"): tuple(MANDATE + name for name in Autonomy.model_fields),
    _("Coaching and control"): ("coaches", "training", "control", "motive"),
    _("Pace"): (
        "start_share",
        "start_quarters",
        "rollout_quarters",
        "imposed",
        "greenfield",
    ),
}
DATED = ("question.due_quarter", "question.horizon")  # levers that stand at a moment
_STEPS = 200  # positions on a slider, at most
_NICE = (0.5, 1, 5, 10, 50, 100)
_YES_NO = (True, False)
Wholes = Mapping[str, float]


class LeverOnPage(TypedDict):
    """A lever: what does not change while it moves. A slider has no ``choices``."""

    path: str
    title: str
    help: str
    levels: Sequence[tuple[float, str]]
    choices: list[tuple[str, str]]
    low: float
    high: float
    step: float
    suffix: str


class LeverGroup(TypedDict):
    """Levers under one title."""

    title: str
    levers: list[LeverOnPage]


class Position(TypedDict):
    """Where a lever stands: its text, its position on the slider, and what it comes to."""

    text: str
    at: float | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One lever.

    Attributes:
        path: Its name; with ``question.`` or ``autonomy.`` before it when it stands in there.
        facts: Title, explanation and limits.
    """

    path: str
    facts: FieldFacts

    @property
    def in_percent(self) -> bool:
        """Whether its slider counts in per cents."""
        limits = self.facts.limits
        return self.facts.kind == "amount" or (limits is not None and limits.is_share)

    @property
    def bounds(self) -> tuple[float, float]:
        """The ends of its slider, in per cents or in its own unit."""
        limits = self.facts.limits or Limits(0, 0, "")
        if self.facts.kind == "amount":
            return 100 * limits.share_low, 100 * limits.share_high
        if self.path.startswith(MANDATE):
            return limits.low, decision_domains()[self.facts.name].max_level
        size = 100 if self.in_percent else 1
        return size * limits.low, size * limits.high

    @property
    def step(self) -> float:
        """How far its slider moves at a time."""
        low, high = self.bounds
        smallest = 0.5 if self.in_percent else 1
        return next(
            (step for step in _NICE if step >= smallest and high - low <= _STEPS * step), _NICE[-1]
        )

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What can be chosen, as text and in words; empty for a slider."""
        values = _YES_NO if self.facts.kind == "bool" else self.facts.choices
        return [(text_of(value), value_in_words(self.facts, value)) for value in values]

    @property
    def help(self) -> str:
        """What it means, what is allowed, and what it rests on: a figure, or the law."""
        words = self.facts.description if self.choices else self.facts.explanation
        if not self.path.startswith(MANDATE):
            return f"{words} {rests_on(self.path)}".rstrip()
        domain = decision_domains()[self.facts.name]
        return f"{words} {domain.reason} ({domain.source}.)"

    def description(self) -> LeverOnPage:
        """All that does not change while the lever moves."""
        low, high = self.bounds
        return {
            "path": self.path,
            "title": self.facts.title,
            "help": self.help,
            "levels": [] if self.choices else levels_of(self.path),
            "choices": self.choices,
            "low": low,
            "high": high,
            "step": self.step,
            "suffix": "%" if self.in_percent else "",
        }


def levers() -> dict[str, Lever]:
    """Every lever by its path, in the language of the reader."""
    return _levers(current_language())


@cache
def _levers(_language: str) -> dict[str, Lever]:
    facts = {
        **{QUESTION + name: one for name, one in fields_of(Question).items()},
        **{MANDATE + name: one for name, one in fields_of(Autonomy).items()},
        **fields_of(Design),
    }
    paths = (path for group in GROUPS.values() for path in group)
    return {path: Lever(path=path, facts=facts[path]) for path in paths}


def groups(months: Sequence[str]) -> list[LeverGroup]:
    """The levers in their groups, described for the page.

    Args:
        months: The month of each quarter in words, for the levers that stand at a moment.
    """
    known = levers()

    def described(path: str) -> LeverOnPage:
        lever = known[path].description()
        return {**lever, "levels": list(enumerate(months))} if path in DATED else lever

    return [
        {"title": gettext(title), "levers": [described(path) for path in paths]}
        for title, paths in GROUPS.items()
    ]


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
