"""How far people in one group answer alike, beside answers given at random.

The measure is the uniform null: everyone picks each of the ``options`` answers as often. Rows with
a missing answer do not count. A group whose answers differ more than at random has agreement 0, as
is usual (James, Demaree and Wolf 1984; LeBreton and Senter 2008): below that there is no agreement
left to measure.
"""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.arrays import Floats, complete_columns, grouped, numbers, variances


def rwg(ratings: ArrayLike, groups: ArrayLike, options: int) -> Floats:
    """Agreement within each group on one item: 0 (none, or at random) to 1 (all the same).

    Args:
        ratings: Shape (people,); NaN is missing.
        groups: The group of each person.
        options: Number of answers one could choose from, 5 for a scale of 1 to 5.

    Returns:
        Shape (groups,), in order of group label; NaN for a group with fewer than two answers.

    Raises:
        InputError: Shapes do not match, or answers lie further apart than ``options`` allows.

    Source:
        James, Demaree and Wolf (1984), Journal of Applied Psychology 69(1), 85-98.

    >>> rwg([3, 4, 3, 4, 1, 5], [1, 1, 1, 1, 2, 2], options=5).round(3)
    array([0.833, 0.   ])
    """
    table = numbers("ratings", ratings, dimensions=1)[:, None]
    return np.asarray(1 - _above_chance(table, groups, options))


def rwg_j(answers: ArrayLike, groups: ArrayLike, options: int) -> Floats:
    """Agreement within each group on a scale of several items; it rises with the number of items.

    Args:
        answers: Shape (people, items), reversed items turned round; NaN is missing.
        groups: The group of each person.
        options: Number of answers one could choose from, 5 for a scale of 1 to 5.

    Returns:
        Shape (groups,), in order of group label; NaN for a group with fewer than two complete rows.

    Raises:
        InputError: Shapes do not match, or answers lie further apart than ``options`` allows.

    Source:
        James, Demaree and Wolf (1984), Journal of Applied Psychology 69(1), 85-98.

    >>> rwg_j([[3, 4], [4, 4], [3, 5], [4, 5]], [1, 1, 1, 1], options=5).round(3)
    array([0.909])
    """
    table = numbers("answers", answers, dimensions=2)
    part = _above_chance(table, groups, options)
    shared = table.shape[1] * (1 - part)
    return np.asarray(shared / (shared + part))


def _above_chance(table: Floats, groups: ArrayLike, options: int) -> Floats:
    """The mean variance within each group as a part of that of random answers, at most 1."""
    known, indices = grouped(groups, len(table))
    columns, indices = complete_columns(table, indices)
    _check(columns, options)
    chance = (options**2 - 1) / 12
    within = variances(columns, indices, len(known)).mean(axis=0)
    return np.asarray(np.minimum(within / chance, 1))


def _check(columns: Floats, options: int) -> None:
    widest = float(np.ptp(columns)) if columns.size else 0.0
    if not len(columns) or options % 1 or options < 2 or widest > options - 1:
        raise InputError(
            gettext(
                "options is {options} while answers lie up to {widest:.10g} apart; give the "
                "number of answers one could choose from, at least 2.",
                options=options,
                widest=widest,
            )
        )
