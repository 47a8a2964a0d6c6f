"""Small tools on paths: arrays of shape (rows, draws), one row for each quarter that is wanted."""

import numpy as np

from selfmgmt.simulation.draws import Vector

Path = Vector | float
"""Shape (rows, draws), or anything that spreads out to it."""


def filled(rows: range, draws: int, values: Path) -> Vector:
    """A path with ``values`` in every row, to add to."""
    path = np.empty((len(rows), draws))
    path[:] = values
    return path


def at_least_0(path: Vector) -> Vector:
    """``path`` itself, with 0 in place of what is below; ``np.maximum`` takes twice as long."""
    return np.clip(path, 0, np.inf, out=path)


def at_most_1(path: Vector) -> Vector:
    """``path`` itself, with 1 in place of what is above."""
    return np.clip(path, -np.inf, 1, out=path)


def some(amounts: Vector) -> bool:
    """Whether there is any of it in any draw; ``amounts`` has nothing below 0."""
    return bool(amounts.max() > 0)
