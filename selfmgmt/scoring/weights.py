"""Weights from what people say: points for swings, or only an order of importance."""

import operator

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import Floats, checked_shares


def swing_weights(points: ArrayLike) -> Floats:
    """Weights from points for the step from worst to best on each criterion.

    The step that matters most gets most points, usually 100; the others follow from it.

    Args:
        points: Shape (criteria,), or (people, criteria); 0 or more.

    Returns:
        Same shape; each row adds up to 1.

    Raises:
        InputError: A point is missing or negative, or all points of a row are 0.

    Source:
        Von Winterfeldt and Edwards (1986), Decision Analysis and Behavioral Research.

    >>> swing_weights([100, 60, 40])
    array([0.5, 0.3, 0.2])
    """
    return np.array(checked_shares("points", points))


def rank_order_centroid(count: int) -> Floats:
    """Weights when only the order of importance is known, most important first.

    The average of all weights that respect the order: ``w_i = (1/n) sum of 1/k, k = i..n``.

    Args:
        count: Number of criteria, 1 or more.

    Returns:
        Shape (count,), falling; adds up to 1.

    Raises:
        InputError: ``count`` is not a whole number of 1 or more.

    Source:
        Barron and Barrett (1996), Management Science 42(11), 1515-1523.

    >>> rank_order_centroid(3).round(4)
    array([0.6111, 0.2778, 0.1111])
    """
    try:
        size = operator.index(count)
    except TypeError:
        size = 0
    if size < 1:
        raise InputError(
            gettext("count is {given}; use a whole number of 1 or more.", given=repr(count))
        )
    return np.cumsum(1 / np.arange(size, 0, -1))[::-1] / size
