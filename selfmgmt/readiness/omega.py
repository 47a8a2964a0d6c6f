"""McDonald's omega: how much of a total score the items share, when they do not weigh the same."""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.arrays import ROUNDING, Floats, complete

_LEAST = 0.005
"""Part of an item that is its own, at least; under it the item is the factor (R's factanal)."""
_SETTLED = 1e-9
_MOST_STEPS = 200


def mcdonald_omega(answers: ArrayLike) -> float:
    """McDonald's omega total for one factor, fitted by maximum likelihood.

    With loadings ``a`` and unique variances ``u`` of the items as they were answered::

        omega = (sum a)^2 / ((sum a)^2 + sum u)

    so the total variance is the one that the model gives. The loadings are those of the one-factor
    maximum likelihood solution, found by Newton steps on the unique variances. Rows with a missing
    answer do not count.

    Args:
        answers: Shape (respondents, items), reversed items turned round; NaN is missing.

    Raises:
        InputError: There are fewer than three items (one factor is not determined then), an item
            that everyone answers alike, items that repeat each other or more items than answers,
            or one item takes up the whole factor (a Heywood case): then any number would come
            from the method and not from the answers.

    Source:
        McDonald (1999), Test Theory, eq. 6.20; Joreskog (1967), Psychometrika 32(4), 443-482.

    >>> people = np.random.default_rng(1).normal(size=(400, 1))
    >>> noise = np.random.default_rng(2).normal(size=(400, 4))
    >>> round(mcdonald_omega(people + noise), 2)
    0.74
    """
    table = complete("answers", answers, columns=2 + 1)
    spread = table.std(axis=0, ddof=1)
    _refuse_flat(spread, table)
    correlation = np.asarray(np.corrcoef(table, rowvar=False))
    if np.linalg.eigvalsh(correlation)[0] <= _SETTLED:
        raise InputError(
            gettext(
                "answers hold items that repeat each other, or fewer people than items; omega "
                "cannot be fitted. Use alpha."
            )
        )
    unique = _unique_parts(correlation)
    common = float(_loadings(correlation, unique) @ spread) ** 2
    return common / (common + float(unique @ spread**2))


def _refuse_flat(spread: Floats, table: Floats) -> None:
    flat = np.flatnonzero(spread <= ROUNDING * np.abs(table).max())
    if flat.size:
        raise InputError(
            gettext(
                "answers, column {column}, are the same for everyone; leave that item out.",
                column=int(flat[0]) + 1,
            )
        )


def _unique_parts(correlation: Floats) -> Floats:
    """The part of each item that no other shares, at the greatest likelihood."""
    count = len(correlation)
    floor = np.log(_LEAST)
    logarithms = np.log((1 - 1 / (2 * count)) / np.diag(np.linalg.inv(correlation)))
    for _ in range(_MOST_STEPS):
        misfit, slope, curvature = _likelihood(correlation, logarithms)
        free = (logarithms > floor) | (slope < 0)
        if not free.any() or np.abs(slope[free]).max() < _SETTLED:
            break
        step = np.zeros(count)
        step[free] = np.linalg.solve(curvature[np.ix_(free, free)], slope[free])
        logarithms = _downhill(correlation, logarithms, step, misfit)
    else:
        raise InputError(gettext("answers do not settle on one factor; use alpha."))
    if (logarithms <= floor).any():
        raise InputError(
            gettext(
                "answers, column {column}, take up the whole factor by themselves (a Heywood "
                "case); omega has no meaning. Use alpha.",
                column=int(logarithms.argmin()) + 1,
            )
        )
    return np.exp(logarithms)


def _likelihood(correlation: Floats, logarithms: Floats) -> tuple[float, Floats, Floats]:
    """The misfit, its slope and about its curvature in the logarithm of the unique parts."""
    scale = np.exp(-logarithms / 2)
    values, vectors = np.linalg.eigh(correlation * np.outer(scale, scale))
    rest, turned = values[:-1], vectors[:, :-1]  # all but the one factor
    misfit = float((rest - np.log(rest) - 1).sum())
    slope = turned**2 @ (1 - rest)
    return misfit, slope, (turned @ turned.T) ** 2 + ROUNDING * np.eye(len(logarithms))


def _downhill(correlation: Floats, logarithms: Floats, step: Floats, misfit: float) -> Floats:
    """The place after the largest part of ``step``, halved again and again, that does not harm."""
    floor = np.log(_LEAST)
    for _ in range(_MOST_STEPS):
        there = np.maximum(logarithms - step, floor)
        if _likelihood(correlation, there)[0] <= misfit + ROUNDING:
            break
        step = step / 2
    return np.asarray(there)


def _loadings(correlation: Floats, unique: Floats) -> Floats:
    scale = np.sqrt(unique)
    values, vectors = np.linalg.eigh(correlation / np.outer(scale, scale))
    return np.asarray(scale * vectors[:, -1] * np.sqrt(max(values[-1] - 1, 0)))
