"""How well the items of one scale measure one thing.

Rows with a missing answer do not count (listwise): these figures compare items within a person.
:func:`selfmgmt.readiness.arrays.complete_rows` tells which rows those are; whoever shows a figure
says how many.
"""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.arrays import (
    ROUNDING,
    Floats,
    complete,
    complete_columns,
    grouped,
    numbers,
    variances,
)


def cronbach_alpha(answers: ArrayLike) -> float:
    """Cronbach's alpha, without a lower bound: items that contradict each other make it negative.

    Args:
        answers: Shape (respondents, items), reversed items turned round; NaN is missing.

    Raises:
        InputError: There are fewer than two items or complete rows, or everyone has the same
            total, so that alpha has no meaning.

    Source:
        Cronbach (1951), Psychometrika 16(3), 297-334.

    >>> round(cronbach_alpha([[1, 2], [2, 2], [3, 4], [4, 5]]), 3)
    0.967
    """
    table = complete("answers", answers)
    totals = table.sum(axis=1)
    if np.ptp(totals) <= ROUNDING * np.abs(table).max():
        raise InputError(
            gettext(
                "answers add up to the same total for everyone; alpha has no meaning without "
                "differences between people."
            )
        )
    items = table.shape[1]
    within = table.var(axis=0, ddof=1).sum() / totals.var(ddof=1)
    return float(items / (items - 1) * (1 - within))


def alpha_by_group(answers: ArrayLike, groups: ArrayLike) -> Floats:
    """Cronbach's alpha within each group, for groups of any size.

    Args:
        answers: Shape (respondents, items); NaN is missing.
        groups: The group of each respondent.

    Returns:
        Shape (groups,), in order of group label; NaN where alpha has no meaning: fewer than two
        complete rows, or the same total for everyone.

    Raises:
        InputError: Shapes do not match, or there are fewer than two items.

    >>> alpha_by_group([[1, 1], [5, 5], [2, 4]], ["a", "a", "b"])
    array([ 1., nan])
    """
    table = numbers("answers", answers, dimensions=2)
    items = table.shape[1]
    if items < 2:
        raise InputError(
            gettext("answers has {given} columns; give two columns or more.", given=items)
        )
    known, indices = grouped(groups, len(table))
    columns, indices = complete_columns(table, indices)
    within = variances(columns, indices, len(known)).sum(axis=0)
    total = variances(columns.sum(axis=0)[None, :], indices, len(known))[0]
    least = (ROUNDING * np.abs(columns).max(initial=0)) ** 2
    with np.errstate(invalid="ignore", divide="ignore"):
        alpha = items / (items - 1) * (1 - within / total)
        return np.where(total > least, alpha, np.nan)


def item_rest_correlations(answers: ArrayLike) -> Floats:
    """The correlation of each item with the sum of the others.

    Args:
        answers: Shape (respondents, items), reversed items turned round; NaN is missing.

    Returns:
        Shape (items,); NaN for an item that everyone answers alike, or whose rest is alike.

    Raises:
        InputError: There are fewer than two items or complete rows.

    >>> item_rest_correlations([[1, 1, 2], [2, 2, 2], [3, 3, 2]])
    array([ 1.,  1., nan])
    """
    table = complete("answers", answers)
    table = table - table.mean(axis=0)
    rest = table.sum(axis=1, keepdims=True) - table
    spread = np.sqrt((table**2).sum(axis=0) * (rest**2).sum(axis=0))
    least = ROUNDING * max((table**2).sum(), 1.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(spread > least, (table * rest).sum(axis=0) / spread, np.nan)
