"""Checks at the door of the scoring room: arrays in the right shape, with the right values."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.errors import InputError
from selfmgmt.language import gettext

Floats = NDArray[np.float64]

TIE = 1e-9
"""Values on a 0 to 1 scale that differ no more than this are equal: rounding is no preference."""

_TINY = 1e-200  # points that are smaller, or larger than its inverse, are scaled before they add up


_ALONE = 2**18
"""Multiplications in a product that BLAS does in one thread: threads that wait for each other make
a small product twenty times slower where another program keeps a core busy."""
_ALONE_BY_ONE = 2**13  # the same for a product with one row


def products(rows: Floats, others: Floats) -> Floats:
    """The sum of products of each row with each of some others, in parts too small for threads.

    Args:
        rows: Shape (rows, criteria).
        others: Shape (others, criteria).

    Returns:
        Shape (rows, others).

    >>> products(np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0], [1.0, 1.0]])).tolist()
    [[1.0, 3.0], [3.0, 7.0]]
    """
    alone = _ALONE if len(others) > 1 else _ALONE_BY_ONE
    size = max(alone // others.size, 1)
    found = np.empty((len(rows), len(others)))
    for start in range(0, len(rows), size):
        part = slice(start, start + size)
        np.matmul(rows[part], others.T, out=found[part])
    return found


def as_floats(name: str, written: ArrayLike) -> Floats:
    """``written`` as numbers.

    Raises:
        InputError: It is not a regular table of numbers.
    """
    try:
        return np.asarray(written, dtype=float)
    except (TypeError, ValueError):
        raise InputError(
            gettext("{name} is not a table of numbers; give rows of equal length.", name=name)
        ) from None


def checked_performance(performance: ArrayLike, *, dimensions: tuple[int, ...] = (2, 3)) -> Floats:
    """``performance`` as an array of (draws,) alternatives x criteria, each 0 to 1.

    Raises:
        InputError: The shape is another one, or a value is missing or outside 0 to 1.
    """
    table = as_floats("performance", performance)
    if table.ndim not in dimensions or 0 in table.shape:
        raise InputError(
            gettext(
                "performance has shape {given}; use (alternatives, criteria), or (draws, "
                "alternatives, criteria) for draws, with at least one of each.",
                given=table.shape,
            )
        )
    if not ((table >= 0) & (table <= 1)).all():
        raise InputError(
            gettext("performance has gaps or values outside 0 to 1; rescale each criterion first.")
        )
    return table


def checked_shares(name: str, weights: ArrayLike) -> Floats:
    """``weights`` as shares that add up to 1 over the last axis.

    Raises:
        InputError: A weight is missing, infinite or negative, or all weights of a row are 0.
    """
    points = as_floats(name, weights)
    if points.ndim not in (1, 2) or 0 in points.shape:
        raise InputError(
            gettext(
                "{name} has shape {given}; use (criteria,), or (draws, criteria) for draws.",
                name=name,
                given=points.shape,
            )
        )
    with np.errstate(all="ignore"):
        total = products(np.atleast_2d(points), np.ones((1, points.shape[-1])))
        total = total.reshape(points.shape[:-1])
    if points.min() >= 0 and np.abs(total - 1).max() <= np.finfo(float).eps * points.shape[-1]:
        return points
    if points.min() >= 0 and total.min() > _TINY and total.max() < 1 / _TINY:
        return np.asarray(points / total[..., None])
    return _shares_of_extremes(name, points)


def _shares_of_extremes(name: str, points: Floats) -> Floats:
    """Shares of points that are tiny, huge, or not allowed at all."""
    largest = points.max(axis=-1, keepdims=True)
    if not (np.isfinite(points) & (points >= 0)).all() or not (largest > 0).all():
        raise InputError(
            gettext(
                "{name} is {given}; use 0 or more for each criterion, and more than 0 for at least "
                "one.",
                name=name,
                given=np.array2string(points, threshold=20),
            )
        )
    relative = points / largest  # so that neither tiny nor huge weights lose digits
    return np.asarray(relative / relative.sum(axis=-1, keepdims=True))


def checked_table(performance: ArrayLike) -> Floats:
    """``performance`` as an array of alternatives x criteria, in any unit.

    Raises:
        InputError: The shape is another one, or a value is missing or infinite.
    """
    table = as_floats("performance", performance)
    if table.ndim != 2 or 0 in table.shape or not np.isfinite(table).all():
        raise InputError(
            gettext(
                "performance has shape {given} or gaps; use (alternatives, criteria) with a "
                "number in every cell.",
                given=table.shape,
            )
        )
    return table


def checked_signs(maximise: ArrayLike, *, criteria: int) -> Floats:
    """1 for each criterion of which more is better, -1 for each of which less is.

    Raises:
        InputError: It is not one yes or no for each criterion.
    """
    answers = as_floats("maximise", maximise)
    if answers.shape != (criteria,) or not np.isin(answers, (0, 1)).all():
        raise InputError(
            gettext(
                "maximise is {given}; use True (more is better) or False for each of the "
                "{criteria} criteria.",
                given=np.array2string(answers, threshold=20),
                criteria=criteria,
            )
        )
    return 2 * answers - 1


def checked_fit(performance: Floats, shares: Floats) -> None:
    """Refuse weights that do not fit the performance.

    Raises:
        InputError: Not one weight for each criterion, or not as many draws of both.
    """
    both_drawn = performance.ndim == 3 and shares.ndim == 2
    in_step = not both_drawn or len(performance) == len(shares)
    if shares.shape[-1] != performance.shape[-1] or not in_step:
        raise InputError(
            gettext(
                "performance has shape {performance} and weights {weights}; give one weight for "
                "each criterion, and as many draws of both.",
                performance=performance.shape,
                weights=shares.shape,
            )
        )


def percentiles(rows: Floats, places: tuple[int, ...]) -> Floats:
    """Percentiles of each row, shape (places, rows).

    The rows are sorted first: that is quicker than the partition that NumPy does by itself.
    """
    ordered = np.sort(rows, axis=1)
    return np.asarray(np.percentile(ordered, places, axis=1, overwrite_input=True))


def frozen(values: ArrayLike) -> Floats:
    """A copy of ``values`` that cannot be written to."""
    copy = np.array(values, dtype=float)
    copy.flags.writeable = False
    return copy
