"""The additive value model: the only one in which "why" adds up exactly."""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.scoring.arrays import (
    Floats,
    checked_fit,
    checked_performance,
    checked_shares,
    products,
)


def weighted_sum(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """Average the performance of each alternative, counting each criterion by its weight.

    Args:
        performance: Shape (alternatives, criteria) or (draws, alternatives, criteria), 0 (worst)
            to 1 (best). Costs are turned round before they come here.
        weights: Shape (criteria,) or (draws, criteria), not negative. Only their ratios matter.

    Returns:
        Shape (alternatives,), or (draws, alternatives) when either came in draws; 0 to 1.

    Raises:
        InputError: Shapes do not match, a performance is missing or outside 0 to 1, a weight is
            negative, or all weights are 0.

    Source:
        Additive value model; Fishburn (1967), Operations Research 15(3), 537-542.

    >>> weighted_sum([[1.0, 0.0], [0.5, 0.5]], weights=[3, 1])
    array([0.75, 0.5 ])
    """
    table = checked_performance(performance)
    shares = checked_shares("weights", weights)
    checked_fit(table, shares)
    if shares.ndim == 1:
        return products(table.reshape(-1, shares.size), shares[None]).reshape(table.shape[:-1])
    if table.ndim == 2:
        return products(shares, table)
    return np.asarray((table @ shares[:, :, None])[:, :, 0])
