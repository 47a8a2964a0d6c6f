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


def total(*amounts: Path) -> Path:
    """The sum of paths; 0.0 stands for none, and costs nothing.

    >>> total(0.0, np.array([1.0, 2.0]), 0.0).tolist()
    [1.0, 2.0]
    """
    there = [amount for amount in amounts if isinstance(amount, np.ndarray)]
    return sum(there[1:], start=there[0]) if there else 0.0


def scaled(amount: Path, each: Path) -> Path:
    """``amount`` times ``each``; 0.0 stands for none, and stays so."""
    return amount * each if isinstance(amount, np.ndarray) else 0.0


def at_least_0(path: Vector) -> Vector:
    """``path`` itself, with 0 in place of what is below; beside a number NumPy is slower."""
    return np.maximum(path, np.zeros(path.shape[-1:]), out=path)


def at_most_1(path: Vector) -> Vector:
    """``path`` itself, with 1 in place of what is above."""
    return np.minimum(path, np.ones(path.shape[-1:]), out=path)


def between_0_and_1(path: Vector) -> Vector:
    """``path`` itself, with the nearest of both in place of what is outside."""
    return np.clip(path, 0, 1, out=path)


def some(amounts: Vector) -> bool:
    """Whether there is any of it in any draw; ``amounts`` has nothing below 0."""
    return bool(amounts.max() > 0)
