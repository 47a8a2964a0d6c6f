"""TOPSIS: how close each alternative comes to the best that any of them shows."""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.scoring.arrays import (
    Floats,
    checked_fit,
    checked_shares,
    checked_signs,
    checked_table,
    products,
)

BLOCK = 2_048
"""Sets of weights computed at a time, so that they stay in the cache."""


def topsis(performance: ArrayLike, weights: ArrayLike, maximise: ArrayLike) -> Floats:
    """Closeness to the ideal: the distance to the worst, as a part of that to worst and best.

    Each criterion is divided by its Euclidean length (vector normalisation).

    Args:
        performance: Shape (alternatives, criteria), in any unit.
        weights: Shape (criteria,) or (draws, criteria), not negative. Only their ratios matter.
        maximise: For each criterion whether more is better.

    Returns:
        Shape (alternatives,) or (draws, alternatives), 0 to 1, higher is better; 0.5 for all
        when they do not differ on any criterion that counts.

    Raises:
        InputError: Shapes do not match, or a value, weight or direction is not allowed.

    Source:
        Hwang and Yoon (1981), Multiple Attribute Decision Making.

    >>> topsis([[3.0, 0.0], [0.0, 4.0]], weights=[1, 1], maximise=[True, True])
    array([0.5, 0.5])
    """
    table = checked_table(performance)
    shares = checked_shares("weights", weights)
    checked_fit(table, shares)
    signs = checked_signs(maximise, criteria=table.shape[1])
    to_best, to_worst = _squared_steps(table * signs)
    closeness = np.empty((len(np.atleast_2d(shares)), len(table)))
    for start in range(0, len(closeness), BLOCK):
        squares = np.atleast_2d(shares)[start : start + BLOCK] ** 2
        closeness[start : start + BLOCK] = _closeness(
            products(squares, to_best.T), products(squares, to_worst.T)
        )
    return closeness if shares.ndim == 2 else closeness[0]


def _squared_steps(table: Floats) -> tuple[Floats, Floats]:
    """Squared distances to the best and to the worst, each of shape (criteria, alternatives).

    Ideal and worst scale with the weights, so these are the same for every set of weights.
    """
    largest = np.abs(table).max(axis=0)
    scaled = np.divide(table, largest, out=np.zeros_like(table), where=largest > 0)
    length = np.sqrt((scaled**2).sum(axis=0))
    unit = np.divide(scaled, length, out=np.zeros_like(table), where=length > 0).T
    best, worst = unit.max(axis=1, keepdims=True), unit.min(axis=1, keepdims=True)
    return (best - unit) ** 2, (unit - worst) ** 2


def _closeness(to_best: Floats, to_worst: Floats) -> Floats:
    """Closeness from two squared distances, which are used up."""
    np.sqrt(to_best, out=to_best)
    np.sqrt(to_worst, out=to_worst)
    to_best += to_worst
    alike = to_best == 0
    to_best[alike] = 1
    to_worst[alike] = 1 / 2
    return np.divide(to_worst, to_best, out=to_worst)
