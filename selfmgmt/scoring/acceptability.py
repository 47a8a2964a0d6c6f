"""How sure a ranking is when weights and outcomes are both uncertain (SMAA)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import (
    TIE,
    Floats,
    as_floats,
    checked_fit,
    checked_shares,
    products,
)
from selfmgmt.scoring.ranking import beaten, rank_counts

Result = TypeVar("Result")
Work = Callable[[Floats, Floats], Result]

_CELLS = 2**17
"""Numbers in a block of draws, so that they stay in the cache of one core while they are checked,
summed and ranked."""

_ONE = np.float64(1).view(np.uint64)


def rank_acceptability(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """The share of draws in which each alternative has each rank.

    Args:
        performance: Shape (draws, alternatives, criteria), or (alternatives, criteria) when it is
            certain; 0 (worst) to 1 (best).
        weights: Shape (draws, criteria), or (criteria,) when they are certain; not negative.
            Draw k of the weights belongs to draw k of the performance.

    Returns:
        Shape (alternatives, ranks), best rank first; rows and columns add up to 1. Alternatives
        whose values lie within a billionth are tied and share their ranks in equal parts.

    Raises:
        InputError: Shapes do not match, or a value or weight is missing or not allowed.

    Source:
        Lahdelma and Salminen (2001), SMAA-2, Operations Research 49(3), 444-454.

    >>> rank_acceptability([[1.0, 0.0], [0.0, 1.0]], weights=[[3, 1], [1, 0], [0, 1], [1, 1]])
    array([[0.625, 0.375],
           [0.375, 0.625]])
    """
    table, shares = _checked(performance, weights)
    counts = _over_blocks(lambda values, _: rank_counts(values), table, shares)
    return np.asarray(np.sum(counts, axis=0) / _draws(table, shares))


def central_weights(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """The mean of the weights that put each alternative first: who would choose it.

    Args:
        performance: As in :func:`rank_acceptability`.
        weights: As there; a tie for first place counts in equal parts.

    Returns:
        Shape (alternatives, criteria), rows adding up to 1; not a number for an alternative that
        is never first.

    Raises:
        InputError: As there.

    >>> central_weights([[1.0, 0.0], [0.0, 1.0]], weights=[[0.8, 0.2], [0.6, 0.4], [0.1, 0.9]])
    array([[0.7, 0.3],
           [0.1, 0.9]])
    """
    table, shares = _checked(performance, weights)
    blocks = _over_blocks(_first_and_weights, table, shares)
    first = np.sum([counts for counts, _ in blocks], axis=0)[:, None]
    summed = np.sum([weight for _, weight in blocks], axis=0)
    nowhere = np.full(summed.shape, np.nan)
    return np.asarray(np.divide(summed, first, out=nowhere, where=first > 0))


def confidence_factors(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """How often each alternative is first under the weights that favour it, its central weights.

    Low even then means that the outcomes are too uncertain to choose it with confidence.

    Args:
        performance: As in :func:`rank_acceptability`.
        weights: As there.

    Returns:
        Shape (alternatives,), 0 to 1; not a number for an alternative that is never first.

    Raises:
        InputError: As there.
    """
    table, _ = _checked(performance, weights)
    factors = np.full(table.shape[-2], np.nan)
    for index, central in enumerate(central_weights(performance, weights)):
        if np.isfinite(central).all():
            factors[index] = rank_acceptability(table, central)[index, 0]
    return factors


def pairwise_winning(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """The share of draws in which the alternative of the row beats that of the column.

    Args:
        performance: As in :func:`rank_acceptability`.
        weights: As there.

    Returns:
        Shape (alternatives, alternatives); a tie counts half for both, so that the shares of a
        pair add up to 1 and the diagonal is one half.

    Raises:
        InputError: As there.

    >>> pairwise_winning([[1.0, 0.0], [0.0, 1.0]], weights=[[3, 1], [1, 0], [0, 1], [1, 1]])
    array([[0.5  , 0.625],
           [0.375, 0.5  ]])
    """
    table, shares = _checked(performance, weights)
    wins = _over_blocks(lambda values, _: beaten(values).sum(axis=2), table, shares)
    part = np.asarray(np.sum(wins, axis=0) / _draws(table, shares))
    return np.asarray((1 + part - part.T) / 2)


def first_shares(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """Who is first in each draw: 1 for the first, equal parts for those that tie, 0 for others.

    Args:
        performance: As in :func:`rank_acceptability`.
        weights: As there.

    Returns:
        Shape (draws, alternatives); rows add up to 1.

    Raises:
        InputError: As there.
    """
    table, shares = _checked(performance, weights)
    return np.vstack(_over_blocks(lambda values, _: _first_rank(values), table, shares))


def _checked(performance: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    """The arguments as arrays that fit; the values are looked at block by block."""
    table = as_floats("performance", performance)
    if table.ndim not in (2, 3) or 0 in table.shape:
        raise InputError(
            gettext(
                "performance has shape {given}; use (alternatives, criteria), or (draws, "
                "alternatives, criteria) for draws, with at least one of each.",
                given=table.shape,
            )
        )
    shares = checked_shares("weights", weights)
    checked_fit(table, shares)
    return table, shares


def _draws(table: Floats, shares: Floats) -> int:
    return max(len(table) if table.ndim == 3 else 1, len(shares) if shares.ndim == 2 else 1)


def _over_blocks(work: Work[Result], table: Floats, shares: Floats) -> list[Result]:
    """``work`` done on each block of draws: values (draws, alternatives) and their weights."""
    draws, alternatives = _draws(table, shares), table.shape[-2]
    size = max(_CELLS // (alternatives * max(table.shape[-2:])), 1)

    def run(start: int) -> Result:
        rows = slice(start, min(start + size, draws))
        outcomes = table[rows] if table.ndim == 3 else table
        used = shares[rows] if shares.ndim == 2 else shares
        _check_within_one(outcomes)
        each = np.broadcast_to(used, (rows.stop - start, used.shape[-1]))
        return work(_values(outcomes, used), each)

    starts = range(0, draws, size)
    if len(starts) == 1:
        return [run(0)]
    with ThreadPoolExecutor(min(len(starts), cpu_count() or 1)) as pool:
        return list(pool.map(run, starts))


def _check_within_one(outcomes: Floats) -> None:
    """Refuse values that are no performance; in one pass, since this is most of the reading.

    Read as whole numbers floats from 0 to 1 keep their order. What is negative or missing comes
    above 1 then, and so does a harmless -0.
    """
    if outcomes.view(np.uint64).max() <= _ONE or ((outcomes >= 0) & (outcomes <= 1)).all():
        return
    raise InputError(
        gettext("performance has gaps or values outside 0 to 1; rescale each criterion first.")
    )


def _values(outcomes: Floats, used: Floats) -> Floats:
    """The weighted sums of a block, shape (draws, alternatives)."""
    if outcomes.ndim == 2:
        return products(np.atleast_2d(used), outcomes)
    if used.ndim == 1:
        return products(outcomes.reshape(-1, used.size), used[None]).reshape(outcomes.shape[:-1])
    return np.asarray(np.einsum("kac,kc->ka", outcomes, used))


def _first_and_weights(values: Floats, used: Floats) -> tuple[Floats, Floats]:
    """How many draws put each alternative first, and the sum of their weights."""
    ranks = _first_rank(values)
    return ranks.sum(axis=0), np.einsum("ka,kc->ac", ranks, used)


def _first_rank(values: Floats) -> Floats:
    """Equal parts for those that tie for first place; a chain of ties is one tie."""
    rows = np.ascontiguousarray(values.T)
    attained = (rows >= rows.max(axis=0) - TIE).T
    tied = np.flatnonzero(attained.sum(axis=1) > 1)
    ranks = attained.astype(float, order="C")
    if tied.size:
        ranks[tied] = _shared_first_rank(values[tied])
    return np.asarray(ranks)


def _shared_first_rank(values: Floats) -> Floats:
    falling = -np.sort(-values, axis=1)
    last_of_tie = np.diff(falling, axis=1, append=-np.inf) < -TIE
    last = np.take_along_axis(falling, last_of_tie.argmax(axis=1)[:, None], axis=1)
    attained = values >= last
    return np.asarray(attained / attained.sum(axis=1, keepdims=True))
