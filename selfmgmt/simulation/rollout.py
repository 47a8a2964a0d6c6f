"""How a change spreads over time (equation E1 of the model).

A curve has shape (quarters + 1,); a path over ``rows`` of it has shape (rows, draws).
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.simulation.draws import Vector

_KEPT = 4_096  # curves that are kept: those of a whole search


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """The share of a change that is in place, in every quarter.

    Attributes:
        share: Shape (quarters + 1,), from 0 at quarter 0.
        pieces: First quarter, last quarter and the share that comes in each of them: together
            they make ``share``.
    """

    share: Vector
    pieces: tuple[tuple[int, int, float], ...]

    @lru_cache(_KEPT)  # noqa: B019  curves are kept too
    def steps(self) -> Vector:
        """What comes in each quarter; it adds up to ``share``."""
        return np.diff(self.share, prepend=0.0)

    @lru_cache(_KEPT)  # noqa: B019  see above
    def recent(self, quarters: int) -> Vector:
        """The share that came in the last ``quarters`` quarters."""
        return self.share - _later(self.share, quarters)

    @lru_cache(_KEPT)  # noqa: B019  see above
    def faded(self, after: int, during: int) -> Vector:
        """The share that has faded: each cohort from ``after`` quarters on, straight in ``during``.

        >>> curve(0.0, 0, 0, 5).faded(2, 2).tolist()
        [0.0, 0.0, 0.0, 0.0, 0.5, 1.0]
        """
        if not during:
            return _later(self.share, after)
        ages = np.arange(self.share.size) - after
        ramp = np.minimum(np.maximum(ages / during, 0), 1)
        return np.asarray(np.convolve(self.steps(), ramp)[: self.share.size])


def _later(share: Vector, quarters: int) -> Vector:
    later = np.zeros_like(share)
    later[quarters:] = share[: max(share.size - quarters, 0)]
    return later


@lru_cache(_KEPT)
def curve(start_share: float, start_quarters: int, rollout_quarters: int, quarters: int) -> Curve:
    """The starting share until the head start is over, then straight to 1 over the roll-out.

    Args:
        start_share: What is there from quarter 1, when there is a head start.
        start_quarters: How long the head start lasts; none when 0.
        rollout_quarters: How long the rest takes; all at once when 0.
        quarters: The last one.

    >>> curve(0.2, 2, 4, 7).share.round(2).tolist()
    [0.0, 0.2, 0.2, 0.4, 0.6, 0.8, 1.0, 1.0]
    """
    begin = start_share if start_quarters else 0.0
    after_start = np.arange(quarters + 1) - start_quarters
    risen = np.minimum(np.maximum(after_start / max(rollout_quarters, 1), 0), 1)
    share = begin + (1 - begin) * risen
    share[0] = 0
    share.setflags(write=False)  # others get the same one
    last = start_quarters + max(rollout_quarters, 1)
    rest = (start_quarters + 1, last, (1 - begin) / (last - start_quarters))
    return Curve(share, ((1, 1, begin), rest) if begin else (rest,))


def rollout(design: Design, quarters: int) -> Curve:
    """How a way of working spreads."""
    return curve(design.start_share, design.start_quarters, design.rollout_quarters, quarters)


def mix_rollout(mix: Mix, quarters: int) -> Curve:
    """How a saving mix is carried out, from quarter 0."""
    return curve(0.0, 0, mix.rollout_quarters, quarters)


def over_cohorts(spread: Curve, by_age: Vector, rows: range) -> Vector:
    """Add up cohorts: a share of the change starts in each quarter and then ages.

    A piece of the curve in which every quarter brings the same is the difference of two sums over
    ages, which costs less than adding every cohort.

    Args:
        spread: The roll-out.
        by_age: Shape (ages, draws); beyond those ages it is 0.
        rows: The quarters that are wanted.

    Returns:
        Shape (rows, draws).

    >>> over_cohorts(curve(0.0, 0, 0, 2), np.array([[0.0], [5.0], [7.0]]), range(3))[:, 0].tolist()
    [0.0, 0.0, 5.0]
    """
    *head_starts, rest = spread.pieces
    added = _evenly(rest, by_age, rows.stop)
    for first, _last, share in head_starts:
        begun = added[first : first + len(by_age)]
        begun += share * by_age[: len(begun)]
    return added[rows.start :]


def _evenly(piece: tuple[int, int, float], by_age: Vector, quarters: int) -> Vector:
    """Add up cohorts of which the same share starts in each quarter of ``piece``."""
    first, last, share = piece
    added = np.empty((quarters, by_age.shape[1]))
    added[:first], added[first + len(by_age) :] = 0, 0
    ages = added[first : first + len(by_age)]
    np.multiply(share, by_age[: len(ages)], out=ages)
    if first < last:
        for before, now in pairwise(added[first:]):  # np.cumsum goes through the draws one by one
            now += before
        added[last + 1 :] -= added[first : max(quarters + first - last - 1, first)]
    return added
