"""How coarse what leaves is: from two tables that differ by one person nobody's score follows.

In a group of ``n`` people one person moves the mean by their distance to it over ``n``. A mean that
is written in steps of ``s`` tells the sum of the scores within ``n * s``, so the difference of two
such sums tells one person's score within ``(2 n + 1) s`` at best. The steps in
``data/instruments/survey.yaml`` keep that above a point of the scale; they stay well under the
error of the mean itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

import numpy as np

from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.readiness.groups import Rules
from selfmgmt.readiness.wording import load_survey

_Found = TypeVar("_Found")


def decimals(people: int) -> int:
    """How many decimals a mean of so many people has.

    >>> decimals(30), decimals(300)
    (1, 2)
    """
    rounding = load_survey().rounding
    return rounding.few_decimals if people < rounding.few_people else rounding.decimals


def rounded_spread(spread: float, people: int) -> float:
    """The spread over so many people, as it may leave.

    >>> rounded_spread(0.73, 30), rounded_spread(0.73, 300)
    (0.8, 0.75)
    """
    rounding = load_survey().rounding
    is_few = people < rounding.few_people
    return in_steps(spread, rounding.few_spread_step if is_few else rounding.spread_step)


def in_steps(value: float, step: float) -> float:
    """The multiple of ``step`` that is nearest to ``value``.

    >>> in_steps(0.73, 0.2), in_steps(2.8, 0.5)
    (0.8, 3.0)
    """
    return float(round(round(value / step) * step, 9))


def rounded(found: _Found, digits: int | None = None) -> _Found:
    """The same record with every number with a fraction rounded, however deep it lies.

    Args:
        found: A frozen dataclass, mapping, tuple or number.
        digits: Decimals; by default those of a coefficient.
    """
    return _rounded(found, load_survey().rounding.decimals if digits is None else digits)  # type: ignore[no-any-return]


def _rounded(found: Any, digits: int) -> Any:
    if isinstance(found, float):
        return round(found, digits) + 0.0  # no minus before a zero
    if is_dataclass(found) and not isinstance(found, type):
        changed = {each.name: _rounded(getattr(found, each.name), digits) for each in fields(found)}
        return replace(found, **changed)
    if isinstance(found, Record):
        return found.model_copy(update=_rounded(dict(found), digits))
    if isinstance(found, Mapping):
        return {key: _rounded(value, digits) for key, value in found.items()}
    if type(found) is tuple:
        return tuple(_rounded(value, digits) for value in found)
    return found


def group_count(people: int) -> int:
    """The number of people in a group of any size, as it may leave: "at least" for a small one.

    >>> group_count(8), group_count(13), group_count(49), group_count(81)
    (7, 10, 45, 81)
    """
    rounding = load_survey().rounding
    if people >= rounding.exact_people:
        return people
    return max(people // rounding.count_step * rounding.count_step, min(people, _floor()))


def answer_counts(counts: Any) -> tuple[int, ...]:
    """How many gave each answer, to the nearest step (rounding to a base).

    >>> answer_counts([12, 8, 0])
    (10, 10, 0)
    """
    step = load_survey().rounding.count_step
    return tuple((np.floor(np.asarray(counts) / step + 0.5).astype(int) * step).tolist())


@dataclass(frozen=True, slots=True)
class HowMany:
    """A number of people to tell a reader; of a few people it is not kept, let alone told."""

    count: int

    def __str__(self) -> str:
        if self.count:
            return str(self.count)
        return gettext("fewer than {least}", least=_floor())


def how_many(count: int) -> HowMany:
    """A number as it may be told.

    >>> str(how_many(12))
    '12'
    """
    return HowMany(count if count >= _floor() else 0)


def _floor() -> int:
    return Rules().min_respondents
