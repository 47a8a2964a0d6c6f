"""The trade-off front: designs that no other beats on everything."""

import numpy as np
from numpy.typing import NDArray

from selfmgmt.simulation.draws import Vector


def front(scores: Vector) -> NDArray[np.bool_]:
    """Which rows no other row beats: as good on every column and better on one.

    Args:
        scores: Shape (rows, columns), more is better; equal rows do not beat each other.

    Returns:
        Shape (rows,).

    >>> front(np.array([[1, 3], [2, 2], [1, 2], [3, 1.0]])).tolist()
    [True, True, False, True]
    """
    left = np.lexsort(-scores.T[::-1])  # a row can only be beaten by one before it
    on_front = np.zeros(len(scores), dtype=bool)
    while left.size:
        best = left[0]
        same = (scores[left] == scores[best]).all(axis=1)
        on_front[left[same]] = True
        left = left[(scores[left] > scores[best]).any(axis=1)]
    return on_front
