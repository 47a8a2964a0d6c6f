"""Scenario discovery: a box in a few levers or figures that holds most of what is looked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from selfmgmt.simulation.draws import Vector

Mask = NDArray[np.bool_]

PEEL = 0.05  # share of the points that one step takes off
LEAST = 0.05  # share of all points below which a box is too small to mean anything
SAMPLES = 10  # random parts of the points in which each rule must come back
_SAMPLE = 4_000  # points in such a part, at most half of all


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A part of the space, as a lowest and a highest value in each dimension.

    Attributes:
        low: Lowest value, shape (dimensions,); minus infinity where it is not restricted.
        high: Highest value, shape (dimensions,); infinity where it is not restricted.
        density: Share of the points in the box that are of interest.
        coverage: Share of all points of interest that are in the box.
        support: In how many random parts of the points the dimension is restricted too, as a
            share, shape (dimensions,); near 1 is a rule, near 0 is chance.
    """

    low: Vector
    high: Vector
    density: float
    coverage: float
    support: Vector

    @property
    def restricted(self) -> Mask:
        """Which dimensions the box restricts, shape (dimensions,)."""
        return np.isfinite(self.low) | np.isfinite(self.high)

    def holds(self, points: Vector) -> Mask:
        """Which of ``points``, shape (points, dimensions), are in the box."""
        return _inside(points, self.low, self.high)


def discover(points: Vector, interesting: Mask, rng: np.random.Generator) -> Box | None:
    """The box that best tells where the interesting points are; none when there are too few.

    The patient rule induction method: take a thin slice off the side where that helps the density
    most, again and again; then give back each side that did not matter. Of all boxes on the way
    the one with the best harmonic mean of density and coverage is kept.

    Args:
        points: Shape (points, dimensions).
        interesting: Shape (points,).
        rng: Source of the random parts that test each rule.

    Source:
        Friedman & Fisher (1999), Statistics and Computing 9; Bryant & Lempert (2010),
        Technological Forecasting & Social Change 77.

    >>> rng = np.random.default_rng(1)
    >>> points = rng.random((4000, 3))
    >>> box = discover(points, (points[:, 0] > 0.5) & (points[:, 2] < 0.4), rng)
    >>> box.low.round(1).tolist(), box.high.round(1).tolist()
    ([0.5, -inf, -inf], [inf, inf, 0.4])
    """
    found = _best_box(points, interesting)
    if found is None:
        return None
    low, high = found
    inside = _inside(points, low, high)
    return Box(
        low=low,
        high=high,
        density=float(interesting[inside].mean()),
        coverage=float(inside[interesting].mean()),
        support=_support(points, interesting, rng),
    )


def _support(points: Vector, interesting: Mask, rng: np.random.Generator) -> Vector:
    seen = np.zeros(points.shape[1])
    for _ in range(SAMPLES):
        part = rng.permutation(len(points))[: min(len(points) // 2, _SAMPLE)]
        found = _best_box(points[part], interesting[part])
        if found is not None:
            seen += np.isfinite(found[0]) | np.isfinite(found[1])
    return seen / SAMPLES


def _best_box(points: Vector, interesting: Mask) -> tuple[Vector, Vector] | None:
    if interesting.all() or not interesting.any():
        return None
    _best, low, high = max(_peeled(points, interesting), key=itemgetter(0))
    return _loosened(points, interesting, low, high)


def _worth(inside: Mask, interesting: Mask) -> float:
    """The harmonic mean of density and coverage, that is 2 x hits / (size + wanted)."""
    return float(2 * (inside & interesting).sum() / (inside.sum() + interesting.sum()))


def _peeled(points: Vector, interesting: Mask) -> Iterator[tuple[float, Vector, Vector]]:
    """Ever smaller boxes with their worth, from no restriction at all."""
    dimensions, least = points.shape[1], LEAST * len(points)
    low, high = np.full(dimensions, -np.inf), np.full(dimensions, np.inf)
    inside = np.ones(len(points), dtype=bool)
    yield _worth(inside, interesting), low, high
    while inside.sum() > least and not interesting[inside].all():
        step = max(_slices(points[inside], interesting[inside]), default=None)
        if step is None:
            return
        _density, dimension, is_low, bound = step
        low, high = low.copy(), high.copy()
        (low if is_low else high)[dimension] = bound
        inside &= points[:, dimension] >= bound if is_low else points[:, dimension] <= bound
        yield _worth(inside, interesting), low, high


def _slices(points: Vector, interesting: Mask) -> Iterator[tuple[float, int, bool, float]]:
    """For each side: the density when its slice is off, and where the new bound is."""
    cut = max(int(PEEL * len(points)), 1)
    ordered = np.partition(points, (cut - 1, len(points) - cut), axis=0)
    for dimension, column in enumerate(points.T):
        lowest, highest = ordered[cut - 1, dimension], ordered[-cut, dimension]
        for is_low, kept in ((True, column > lowest), (False, column < highest)):
            if kept.any():
                bound = column[kept].min() if is_low else column[kept].max()
                yield float(interesting[kept].mean()), dimension, is_low, float(bound)


def _loosened(
    points: Vector, interesting: Mask, low: Vector, high: Vector
) -> tuple[Vector, Vector]:
    """Give back every side without which the box is as good."""
    worth = _worth(_inside(points, low, high), interesting)
    for ends, open_end in ((low, -np.inf), (high, np.inf)):
        for dimension in np.flatnonzero(np.isfinite(ends)):
            bound, ends[dimension] = ends[dimension], open_end
            without = _worth(_inside(points, low, high), interesting)
            if without < worth:
                ends[dimension] = bound
            else:
                worth = without
    return low, high


def _inside(points: Vector, low: Vector, high: Vector) -> Mask:
    return np.asarray(((points >= low) & (points <= high)).all(axis=1))
