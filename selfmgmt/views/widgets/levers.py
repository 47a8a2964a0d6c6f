"""The levers of the explorer: what can be moved, between which ends, and where each stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.edit.levers import MANDATE as MANDATE
from selfmgmt.case.form import text_of
from selfmgmt.case.mandate import decision_domains
from selfmgmt.case.question import Question
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Limits
from selfmgmt.language import current_language, gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.views.widgets.lever_words import levels_of, rests_on
from selfmgmt.views.words.design import value_in_words

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
