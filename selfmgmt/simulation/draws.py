"""Chance: a Latin hypercube of uniform draws, and triangular quantiles.

The uniform draws are made once and shared by every design in a comparison (common random
numbers), so a difference between two options is never noise.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


def latin_hypercube(keys: Sequence[str], draws: int, rng: np.random.Generator) -> dict[str, Vector]:
    """Uniform draws in which every key visits each of ``draws`` equal strata once.

    Args:
        keys: One for each uncertain quantity.
        draws: Number of draws.
        rng: Source of chance.

    Returns:
        For each key an array of shape (draws,), values in [0, 1).

    Source:
        McKay, Beckman & Conover (1979), Technometrics 21(2).

    >>> sample = latin_hypercube(["a", "b"], 4, np.random.default_rng(1))
    >>> sorted((4 * sample["b"]).astype(int).tolist())
    [0, 1, 2, 3]
    """
    strata = rng.permuted(np.tile(np.arange(draws, dtype=float), (len(keys), 1)), axis=1)
    strata += rng.random(strata.shape)
    strata /= draws
    return dict(zip(keys, strata, strict=True))


def triangular_quantile(
    uniform: Vector, *, low: float, mode: float | Vector, high: float
) -> Vector:
    """Turn uniform draws into draws of a triangular distribution.

    Args:
        uniform: Shape (draws,), in [0, 1].
        low: Lowest value.
        mode: Likeliest value, one or one per draw.
        high: Highest value.

    Returns:
        Shape (draws,), in the unit of ``low`` and ``high``.

    >>> triangular_quantile(np.array([0.0, 0.5, 1.0]), low=0, mode=1, high=2)
    array([0., 1., 2.])
    """
    span = high - low
    if span == 0:
        return np.full_like(uniform, low)
    return low + span * unit_triangular_quantile(uniform, (mode - low) / span)


def unit_triangular_quantile(uniform: Vector, mode: float | Vector) -> Vector:
    """The same for a triangular distribution from 0 to 1.

    Up to the mode it is the root of ``uniform * mode``; from there on the same, mirrored.
    """
    mirror = (uniform >= mode).astype(float)  # 1 where all is counted from 1 down, else 0
    root = mirror - uniform
    root *= mirror - mode
    np.sqrt(root, out=root)
    root -= mirror
    return np.abs(root, out=root)
