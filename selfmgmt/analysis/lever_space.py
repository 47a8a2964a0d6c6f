"""The space of designs that a search looks through: each lever from low to high."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from pydantic import TypeAdapter, model_validator

from selfmgmt.case.design import Design
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Amount, Record
from selfmgmt.language import gettext
from selfmgmt.resources import DATA
from selfmgmt.simulation.draws import Vector, latin_hypercube
from selfmgmt.values import refusal

TODAY = Design()
CHANGE = frozenset(
    {"frames", "work_redesign", "coaches", "start_share", "start_quarters", "training"}
)  # say nothing when nobody works in the new way


class Span(Record):
    """How far one lever may go: a range with steps, or a list of choices."""

    low: float = 0
    high: float = 0
    step: float = 1
    choices: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if not self.choices and not (self.low < self.high and self.step > 0):
            raise refusal(gettext("give choices, or a low, a higher high and a step above 0."))
        return self

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest value; of choices their first and last place."""
        return (0.0, len(self.choices) - 1.0) if self.choices else (self.low, self.high)

    def at(self, uniform: Vector) -> Vector:
        """Values on the steps for uniform draws in [0, 1)."""
        low, high = self.ends
        step = 1.0 if self.choices else self.step
        count = round((high - low) / step) + 1
        values: Vector = low + step * np.floor(uniform * count)
        return np.minimum(values, high).round(9)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverSpace:
    """Levers with their spans, and a design that gives all the others."""

    base: Design
    spans: Mapping[str, Span]

    @property
    def levers(self) -> tuple[str, ...]:
        """The names, in the order of the columns of points."""
        return tuple(self.spans)

    @property
    def today(self) -> Vector:
        """The point at which nothing changes, shape (levers,)."""
        return np.array([_place(lever, span, TODAY) for lever, span in self.spans.items()])

    def points(self, count: int, rng: np.random.Generator) -> Vector:
        """A Latin hypercube of ``count`` designs, shape (count, levers).

        Where nobody works in the new way the levers of the change stay as they are.
        """
        uniform = latin_hypercube(self.levers, count, rng)
        points = np.column_stack([span.at(uniform[lever]) for lever, span in self.spans.items()])
        idle = points[:, self.levers.index("scope")] == 0
        change = [lever in CHANGE for lever in self.levers]
        points[np.ix_(idle, change)] = self.today[change]
        return points

    def distance(self, points: Vector) -> Vector:
        """How far each point is from today, as the mean part of what each lever could move."""
        ends = np.array([span.ends for span in self.spans.values()])
        steps = np.abs(points - self.today) / np.ptp(ends, axis=1)
        choices = [bool(span.choices) for span in self.spans.values()]
        steps[:, choices] = steps[:, choices] > 0
        return np.asarray(steps.mean(axis=1))

    def design(self, point: Sequence[float] | Vector) -> Design:
        """The design at a point."""
        changes = {
            lever: lever_value(lever, span, float(number))
            for (lever, span), number in zip(self.spans.items(), point, strict=True)
        }
        return self.base.model_copy(update=changes)


def lever_space(base: Design = TODAY) -> LeverSpace:
    """The space of the data folder; ``base`` gives the levers that a search leaves alone.

    >>> space = lever_space()
    >>> space.design(space.today) == Design()
    True
    """
    content = read_mapping(DATA / "instruments" / "search_levers.yaml")
    return LeverSpace(base=base, spans=TypeAdapter(dict[str, Span]).validate_python(content))


def _place(lever: str, span: Span, design: Design) -> float:
    value = getattr(design, lever)
    if span.choices:
        return float(span.choices.index(value))
    return float(value.value if isinstance(value, Amount) else value)


def lever_value(lever: str, span: Span, number: float) -> Any:
    """The value that a design has for ``lever`` at a place in its span."""
    today = getattr(TODAY, lever)
    if span.choices:
        return span.choices[round(number)]
    if isinstance(today, Amount):
        return Amount(value=number, relative=number != today.value or today.relative)
    return type(today)(number)
