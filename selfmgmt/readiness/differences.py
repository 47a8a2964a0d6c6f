"""Whether groups differ, when many differences are looked at together.

Only published figures come in, so nothing about a group that is not shown can come out.
"""

from dataclasses import dataclass
from math import sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.arrays import ROUNDING, Floats, numbers
from selfmgmt.readiness.groups import Kind
from selfmgmt.readiness.published import Published, Score
from selfmgmt.readiness.rounding import rounded

SURE = 0.05
_TAIL = 0.975  # leaves one in forty on either side: 19 of 20 between them


class Moments(NamedTuple):
    """How many people, their mean, and their standard deviation."""

    people: int
    mean: float
    spread: float


class Gap(NamedTuple):
    """The difference of two means, between which ends it lies, and the chance of it by luck."""

    difference: float
    low: float
    high: float
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much a group scores above (or under) the other groups that are shown.

    Attributes:
        group: The name of a role or a team.
        difference: Mean of the group less the mean of the others, in points of the scale 1 to 5.
        low: Lower end of the range in which the difference lies in 19 of 20 cases.
        high: Its upper end; both look at this one difference only.
        chance: How often chance alone gives such a difference somewhere among all that were looked
            at, 0 to 1 (Welch's test, corrected after Holm).
    """

    group: str
    dimension: str
    difference: float
    low: float
    high: float
    chance: float

    @property
    def stands_out(self) -> bool:
        """Whether it is hard to put down to chance, also after so many looks."""
        return self.chance < SURE


def group_differences(published: Published, kind: Kind) -> tuple[Difference, ...]:
    """Compare each role or team with the others of its kind together, on each dimension.

    Of two groups only the first is compared: the second differs as much the other way.

    Args:
        published: What may be shown.
        kind: ``role`` or ``team``.

    Returns:
        One for each dimension and shown group that has another beside it; those that chance
        explains least come first.
    """
    found = [
        (score, welch(moments_of(score), others)) for score, others in _opposed(published, kind)
    ]
    chances = holm([gap.chance for _, gap in found])
    differences = [
        Difference(
            group=score.group.name,
            dimension=score.dimension,
            difference=gap.difference,
            low=gap.low,
            high=gap.high,
            chance=float(chance),
        )
        for (score, gap), chance in zip(found, chances, strict=True)
    ]
    ordered = sorted(differences, key=lambda each: (each.chance, -abs(each.difference)))
    return rounded(tuple(ordered))


def moments_of(score: Score) -> Moments:
    """What a test of means needs of a published score."""
    return Moments(score.respondents, score.mean, score.spread)


def _opposed(published: Published, kind: Kind) -> list[tuple[Score, Moments]]:
    """Each shown score beside the other shown scores of its kind and dimension, as one group."""
    comparable: dict[str, list[Score]] = {}
    for score in published.scores:
        if score.group.kind == kind:
            comparable.setdefault(score.dimension, []).append(score)
    pairs = []
    for scores in comparable.values():
        whole = np.sum([_sums(score) for score in scores], axis=0)
        compared = scores[:1] if len(scores) == 2 else scores if len(scores) > 1 else []
        pairs += [(score, _moments(whole - _sums(score))) for score in compared]
    return pairs


def _sums(score: Score) -> Floats:
    """The number of people, the sum of their scores and of the squares of those."""
    people, mean = score.respondents, score.mean
    squares = (people - 1) * score.spread**2 + people * mean**2
    return np.array([people, people * mean, squares])


def _moments(sums: Floats) -> Moments:
    people, total, squares = sums.tolist()
    left = squares - total**2 / people
    spread = sqrt(left / (people - 1)) if left > ROUNDING * squares else 0.0
    return Moments(round(people), total / people, spread)


def welch(one: Moments, other: Moments) -> Gap:
    """The difference of two means, its range and the two-sided chance of it by luck alone.

    Two groups without any spread have no range, and chance 1: nothing tells how far their means
    might have been off.

    Raises:
        InputError: A group has fewer than two people.

    Source:
        Welch (1947), Biometrika 34(1-2), 28-35.
    """
    from scipy.special import stdtr, stdtrit

    fewest = min(one.people, other.people)
    if fewest < 2:
        raise InputError(
            gettext("a group has {count} people; give two or more to compare.", count=fewest)
        )
    gap = one.mean - other.mean
    parts = [group.spread**2 / group.people for group in (one, other)]
    if not any(parts):
        return Gap(gap, gap, gap, 1.0)
    error = sqrt(sum(parts))
    freedom = sum(parts) ** 2 / sum(
        part**2 / (group.people - 1) for part, group in zip(parts, (one, other), strict=True)
    )
    reach = float(stdtrit(freedom, _TAIL)) * error
    return Gap(gap, gap - reach, gap + reach, float(2 * stdtr(freedom, -abs(gap) / error)))


def holm(chances: ArrayLike) -> Floats:
    """Chances corrected for looking many times, after Holm: the chance of any false alarm holds.

    Args:
        chances: Shape (looks,), each 0 to 1.

    Raises:
        InputError: A chance is missing or outside 0 to 1.

    Source:
        Holm (1979), Scandinavian Journal of Statistics 6(2), 65-70.

    >>> holm([0.01, 0.04, 0.03]).round(2)
    array([0.03, 0.06, 0.06])
    """
    given = numbers("chances", chances, dimensions=1)
    if not ((given >= 0) & (given <= 1)).all():
        raise InputError(gettext("chances has gaps or values outside 0 to 1; give chances."))
    order = np.argsort(given, kind="stable")
    stepped = given[order] * np.arange(len(given), 0, -1)
    corrected = np.empty_like(given)
    corrected[order] = np.minimum(np.maximum.accumulate(stepped), 1) if len(given) else stepped
    return corrected
