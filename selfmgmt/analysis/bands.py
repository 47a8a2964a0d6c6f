"""Ranges: what is told of many draws, and how often one option beats another in them."""

from functools import cache

import numpy as np

from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.outcomes import LESS_IS_BETTER
from selfmgmt.uncertainty import Quantiles

_TIE = 1e-9


def band(values: Vector) -> Quantiles:
    """The range of some draws; infinite where the outcome is not reached.

    >>> band(np.arange(1, 12.0))
    Quantiles(p10=2.0, p50=6.0, p90=10.0)
    """
    low, middle, high = quantiles_of(values).tolist()
    return Quantiles(p10=low, p50=middle, p90=high)


def quantiles_of(values: Vector) -> Vector:
    """P10, P50 and P90 of draws along the last axis, found for all of them at once.

    Args:
        values: Shape (..., draws).

    Returns:
        Shape (3, ...); the same as NumPy's ``inverted_cdf`` quantiles.

    >>> quantiles_of(np.arange(1, 12.0)).tolist()
    [2.0, 6.0, 10.0]
    """
    ordered = np.sort(values, axis=-1)  # quicker than a partition for three ranks
    return np.moveaxis(ordered[..., _ranks(values.shape[-1])], -1, 0)


def quantiles_of_path(path: Vector) -> Vector:
    """The same for each quarter of a path; one that equals the quarter before is not sorted again.

    Args:
        path: Shape (quarters, draws).

    Returns:
        Shape (3, quarters).

    >>> quantiles_of_path(np.array([[1.0, 2.0], [1.0, 2.0], [5.0, 4.0]]))[1].tolist()
    [1.0, 1.0, 4.0]
    """
    moves = np.append(True, (path[1:] != path[:-1]).any(axis=1))
    return quantiles_of(path[moves])[:, moves.cumsum() - 1]


@cache
def _ranks(draws: int) -> tuple[int, ...]:
    positions = np.quantile(np.arange(draws), (0.1, 0.5, 0.9), method="inverted_cdf")
    return tuple(positions.astype(int).tolist())


def chance_better(outcome: str, values: Vector) -> Vector:
    """The chance that one option beats another on an outcome, in the same draws.

    Args:
        outcome: Tells whether more or less is better.
        values: Shape (options, draws).

    Returns:
        Shape (options, options), row against column; ties are nobody's win.
    """
    beaten = values + _TIE * np.abs(np.where(np.isfinite(values), values, 0)).max(initial=0)
    higher = np.array([np.count_nonzero(row > beaten, axis=1) for row in values])
    chances = np.asarray(higher / values.shape[1])
    return chances.T if outcome in LESS_IS_BETTER else chances
