"""Intraclass correlations: how much of the differences lies between targets or between groups."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.arrays import ROUNDING, Floats, complete, grouped, numbers
from selfmgmt.values import unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Squares:
    """Mean squares of ratings: ``n`` targets by ``k`` raters, as Shrout and Fleiss name them."""

    n: int
    k: int
    between: float
    within: float
    raters: float
    error: float


_KINDS = {
    "ICC(1,1)": lambda s: (s.between - s.within, s.between + (s.k - 1) * s.within),
    "ICC(2,1)": lambda s: (
        s.between - s.error,
        s.between + (s.k - 1) * s.error + s.k * (s.raters - s.error) / s.n,
    ),
    "ICC(3,1)": lambda s: (s.between - s.error, s.between + (s.k - 1) * s.error),
    "ICC(1,k)": lambda s: (s.between - s.within, s.between),
    "ICC(2,k)": lambda s: (s.between - s.error, s.between + (s.raters - s.error) / s.n),
    "ICC(3,k)": lambda s: (s.between - s.error, s.between),
}


def intraclass_correlation(ratings: ArrayLike, kind: str = "ICC(2,1)") -> float:
    """One of the six intraclass correlations of Shrout and Fleiss, also where it is negative.

    Args:
        ratings: Shape (targets, raters); a target with a missing rating does not count.
        kind: ``ICC(1,1)`` each target has its own raters, ``ICC(2,1)`` raters are a sample,
            ``ICC(3,1)`` these raters are all; ``ICC(1,k)`` and so on for the mean of the raters.

    Raises:
        InputError: There are fewer than two raters or complete targets, the kind is unknown, or
            there are no differences to divide: their variance is 0, or estimated below 0.

    Source:
        Shrout and Fleiss (1979), Psychological Bulletin 86(2), 420-428.

    >>> ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9],
    ...            [6, 2, 4, 7]]
    >>> [round(intraclass_correlation(ratings, kind), 2) for kind in ("ICC(1,1)", "ICC(3,k)")]
    [0.17, 0.91]
    """
    if kind not in _KINDS:
        raise InputError(gettext("kind: {fault}", fault=unknown(kind, _KINDS)))
    table = complete("ratings", ratings)
    above, below = _KINDS[kind](_squares(table))
    if below <= (ROUNDING * np.abs(table).max()) ** 2 or below <= ROUNDING * abs(above):
        raise InputError(
            gettext("ratings leave no differences to divide; {kind} has no meaning.", kind=kind)
        )
    return float(above / below)


def _squares(table: Floats) -> _Squares:
    n, k = table.shape
    rows, columns = table.mean(axis=1) - table.mean(), table.mean(axis=0) - table.mean()
    left = table - table.mean() - rows[:, None] - columns
    error, between_raters = (left**2).sum(), n * (columns**2).sum()
    return _Squares(
        n=n,
        k=k,
        between=k * (rows**2).sum() / (n - 1),
        within=(error + between_raters) / (n * (k - 1)),
        raters=between_raters / (k - 1),
        error=error / ((n - 1) * (k - 1)),
    )


def group_icc(values: ArrayLike, groups: ArrayLike) -> tuple[float, float]:
    """ICC(1) and ICC(2) of people in groups of unequal size, from one-way analysis of variance.

    ICC(1) is the part of the differences between people that lies between groups; ICC(2) is how
    well the means of groups can be told apart. With mean squares B between and W within and the
    plain mean group size ``k`` (not a mean corrected for unequal sizes)::

        ICC(1) = (B - W) / (B + (k - 1) W)        ICC(2) = (B - W) / B

    Both are negative when groups differ less than chance would make them.

    Args:
        values: Shape (people,); NaN is missing and does not count.
        groups: The group of each person.

    Raises:
        InputError: Shapes do not match, there are fewer than two groups, no group has two people,
            or the means of the groups are all the same.

    Source:
        Bliese (2000), in Klein and Kozlowski (eds.), Multilevel Theory, Research, and Methods.

    >>> group_icc([1, 3, 5, 7], ["a", "a", "b", "b"])
    (0.7777777777777778, 0.875)
    """
    scores = numbers("values", values, dimensions=1)
    kept = ~np.isnan(scores)
    _, all_indices = grouped(groups, len(scores))
    labels, indices = np.unique(all_indices[kept], return_inverse=True)
    scores, count = scores[kept], len(labels)
    if not 2 <= count < len(scores):
        raise InputError(
            gettext(
                "groups has {count} groups for {people} answers; give two groups or more, and a "
                "group of two people or more.",
                count=count,
                people=len(scores),
            )
        )
    sizes = np.bincount(indices)
    means = np.bincount(indices, scores) / sizes
    within = float(((scores - means[indices]) ** 2).sum())
    return _of_groups(sizes, means, within)


def group_icc_of_moments(
    sizes: ArrayLike, means: ArrayLike, spreads: ArrayLike
) -> tuple[float, float]:
    """The same two correlations, from what is published of each group.

    Args:
        sizes: Shape (groups,): people in each group.
        means: Shape (groups,).
        spreads: Shape (groups,): standard deviations between the people of a group.

    Raises:
        InputError: There are fewer than two groups, or their means are all the same.

    >>> group_icc_of_moments([2, 2], [2, 6], [2**0.5, 2**0.5])
    (0.7777777777777778, 0.875)
    """
    people = numbers("sizes", sizes, dimensions=1)
    squares = numbers("spreads", spreads, dimensions=1) ** 2
    if len(people) < 2:
        raise InputError(
            gettext(
                "groups has {count} groups for {people} answers; give two groups or more, and a "
                "group of two people or more.",
                count=len(people),
                people=int(people.sum()),
            )
        )
    within = float(((people - 1) * squares).sum())
    return _of_groups(people, numbers("means", means, dimensions=1), within)


def _of_groups(sizes: ArrayLike, means: Floats, squares_within: float) -> tuple[float, float]:
    """Both correlations of groups, given the sum of squares round their means."""
    sizes = np.asarray(sizes, dtype=float)
    people, count = sizes.sum(), len(sizes)
    middle = (sizes * means).sum() / people
    between = (sizes * (means - middle) ** 2).sum() / (count - 1)
    within = squares_within / (people - count)
    if between <= (ROUNDING * np.abs(means).max()) ** 2:
        raise InputError(gettext("values have the same mean in every group; ICC has no meaning."))
    single = (between - within) / (between + (sizes.mean() - 1) * within)
    return float(single), float((between - within) / between)
