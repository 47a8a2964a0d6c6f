"""Options in order, and how sure that order is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.additive import weighted_sum
from selfmgmt.scoring.arrays import (
    TIE,
    Floats,
    as_floats,
    checked_performance,
    checked_shares,
    frozen,
    percentiles,
)
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.uncertainty import Quantiles


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueQuantiles(Quantiles):
    """The value of an option over all draws, 0 (worst on all) to 1 (best on all), and its mean."""

    mean: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranking:
    """Options in order of their mean value.

    Attributes:
        options: Keys, in the order in which they were given.
        criteria: Keys of the criteria.
        weights: Shape (criteria,); adds up to 1.
        places: Best first; options that tie stand in the same place.
        bands: Option to its value.
        rank_shares: Shape (options, ranks): share of draws in which an option has a rank. Options
            that tie in a draw share their ranks. Rows and columns add up to 1.
        mean_performance: Shape (options, criteria), 0 to 1.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    weights: Floats
    places: tuple[tuple[str, ...], ...]
    bands: dict[str, ValueQuantiles]
    rank_shares: Floats
    mean_performance: Floats

    @property
    def order(self) -> tuple[str, ...]:
        """Best first; look at :attr:`ties` before naming a winner."""
        return tuple(option for place in self.places for option in place)

    @property
    def ties(self) -> tuple[tuple[str, ...], ...]:
        """The groups of options that have the same value."""
        return tuple(place for place in self.places if len(place) > 1)

    @property
    def first(self) -> tuple[str, ...]:
        """The option that is first, or those that nobody can tell apart from it.

        Best first: all within a point of 100 of the best (``near_tie``), and as many more as it
        takes to be first together in three of five futures (``clear_first``). Only when one is
        left may it be called the first choice.
        """
        return self.levels[0]

    @property
    def levels(self) -> tuple[tuple[str, ...], ...]:
        """Best first, near ties in one level: what a reader may be told of the order."""
        enough = load_constants().clear_first.value
        means, chances, order = self._means, self.chance_first, self.order
        size = len(_within(order, means))
        while sum(chances[key] for key in order[:size]) < enough - TIE:
            size += 1
        levels, rest = [order[:size]], order[size:]
        while rest:
            levels.append(_within(rest, means))
            rest = rest[len(levels[-1]) :]
        return tuple(levels)

    @property
    def _means(self) -> dict[str, float]:
        return {option: band.mean for option, band in self.bands.items()}

    @property
    def chance_first(self) -> dict[str, float]:
        """Option to the share of draws in which it is best."""
        return dict(zip(self.options, self.rank_shares[:, 0].tolist(), strict=True))


def rank_options(
    performance: ArrayLike,
    weights: ArrayLike,
    *,
    options: Sequence[str],
    criteria: Sequence[str],
) -> Ranking:
    """Rank options by their mean weighted sum over the draws.

    The mean, since it alone splits exactly into criteria; the band shows the spread around it.

    Args:
        performance: Shape (draws, options, criteria), 0 to 1. A draw is one possible future: the
            same for every option.
        weights: Shape (criteria,), 0 or more. Only their ratios matter.
        options: A key for each option.
        criteria: A key for each criterion.

    Raises:
        InputError: Shapes do not match, or a value or weight is not allowed.
    """
    table = checked_performance(performance, dimensions=(3,))
    if table.shape[1:] != (len(options), len(criteria)) or np.ndim(weights) != 1:
        raise InputError(
            gettext(
                "performance has shape {given}, for {options} options and {criteria} criteria; "
                "use (draws, options, criteria), and one weight for each criterion.",
                given=table.shape,
                options=len(options),
                criteria=len(criteria),
            )
        )
    values = weighted_sum(table, weights)
    means = values.mean(axis=0)
    return Ranking(
        options=tuple(options),
        criteria=tuple(criteria),
        weights=frozen(checked_shares("weights", weights)),
        places=_tied_groups(means, options),
        bands=_bands(values, options),
        rank_shares=frozen(rank_shares(values)),
        mean_performance=frozen(table.mean(axis=0)),
    )


def rank_shares(values: ArrayLike) -> Floats:
    """How often each alternative has each rank.

    Args:
        values: Shape (draws, alternatives); higher is better. Values that lie within a billionth
            of the next are tied: they share their ranks in equal parts.

    Returns:
        Shape (alternatives, ranks); rows and columns add up to 1.

    >>> rank_shares([[0.9, 0.1, 0.1]])
    array([[1. , 0. , 0. ],
           [0. , 0.5, 0.5],
           [0. , 0.5, 0.5]])
    """
    table = as_floats("values", values)
    if table.ndim != 2 or 0 in table.shape or np.isnan(table).any():
        raise InputError(
            gettext(
                "values has shape {given} or gaps; use (draws, alternatives).", given=table.shape
            )
        )
    return np.asarray(rank_counts(table) / len(table))


def rank_counts(values: Floats) -> Floats:
    """How many draws give each rank to each alternative, shape (alternatives, ranks).

    Without ties the rank is the number of alternatives that beat you, which is quick to count.

    Args:
        values: As in :func:`rank_shares`.
    """
    size = values.shape[1]
    above = beaten(values).view(np.int8).sum(axis=0, dtype=np.min_scalar_type(-size))
    clear = above.sum(axis=0, dtype=np.min_scalar_type(-(size**2))) == size * (size - 1) // 2
    is_clear = clear.all()
    cells = (above if is_clear else above[:, clear]) + size * np.arange(size)[:, None]
    counts = np.bincount(cells.ravel(), minlength=size**2).reshape(size, size)
    return np.asarray(counts if is_clear else counts + _tied_counts(values[~clear]), dtype=float)


def beaten(values: Floats) -> NDArray[np.bool_]:
    """Whether the first index beats the second, in each draw; shape (options, options, draws)."""
    rows = np.ascontiguousarray(values.T)
    return np.asarray(rows[:, None] > (rows + TIE)[None])


def _tied_counts(table: Floats) -> Floats:
    """The same for draws with ties, in which a rank may go to several in equal parts."""
    order = np.argsort(-table, axis=1, kind="stable")
    first, last = _tied_ranks(np.take_along_axis(table, order, axis=1))
    position = np.argsort(order, axis=1, kind="stable")
    first = np.take_along_axis(first, position, axis=1)[:, :, None]
    last = np.take_along_axis(last, position, axis=1)[:, :, None]
    ranks = np.arange(table.shape[1])
    within = (first <= ranks) & (ranks <= last)
    return np.asarray((within / (last - first + 1)).sum(axis=0))


def _within(order: tuple[str, ...], means: Mapping[str, float]) -> tuple[str, ...]:
    """The options at the head of ``order`` that lie under a point of 100 below its first."""
    near = load_constants().near_tie.value
    best = means[order[0]]
    return tuple(takewhile(lambda key: best - means[key] < near - TIE, order))


def _tied_ranks(falling: Floats) -> tuple[Floats, Floats]:
    """The first and last rank (from 0) that each place of a falling row shares."""
    places = np.arange(falling.shape[1])
    starts = np.diff(falling, axis=1, prepend=np.inf) < -TIE
    last_of_tie = np.diff(falling, axis=1, append=-np.inf) < -TIE
    first = np.maximum.accumulate(np.where(starts, places, 0), axis=1)
    last = np.minimum.accumulate(np.where(last_of_tie, places, places[-1])[:, ::-1], axis=1)[
        :, ::-1
    ]
    return first, last


def _tied_groups(means: Floats, options: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    order = np.argsort(-means, kind="stable")
    first, _ = _tied_ranks(means[order][None])
    groups = (order[first[0] == start] for start in np.unique(first[0]))
    return tuple(tuple(options[place] for place in sorted(group)) for group in groups)


def _bands(values: Floats, options: Sequence[str]) -> dict[str, ValueQuantiles]:
    last_of_tie = percentiles(values.T, (10, 50, 90))
    table = np.vstack([values.mean(axis=0), last_of_tie]).T.tolist()
    return {
        option: ValueQuantiles(mean=mean, p10=p10, p50=p50, p90=p90)
        for option, (mean, p10, p50, p90) in zip(options, table, strict=True)
    }
