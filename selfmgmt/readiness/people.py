"""The score of each person on each dimension, and how far means of people may be off."""

from collections.abc import Mapping, Sequence

import numpy as np

from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.arrays import Floats

DRAWS = 2_000
_BLOCK = 32  # draws at a time: one product of matrices is much quicker than as many of vectors
_INTERVAL = (0.025, 0.975)


def people_scores(answers: Answers, items: Mapping[str, Sequence[str]]) -> dict[str, Floats]:
    """What each person gives each dimension, 1 to 5: the mean of the items that were answered.

    One answered item is enough, as in the published scores: two ways to count would tell, by
    subtraction, about the few people who are in the one and not in the other.

    Args:
        answers: What people answered.
        items: Dimension to the items that count, as published.

    Returns:
        Dimension to an array of shape (respondents,); NaN for who answered none of its items.

    >>> answers = Answers(items=("T1", "T2"), values=[[4, 5], [3, np.nan], [np.nan, np.nan]])
    >>> people_scores(answers, {"trust": ("T1", "T2")})["trust"]
    array([4.5, 3. , nan])
    """
    values = scored(answers)
    return {key: _mean_of_items(values[:, columns_of(answers, few)]) for key, few in items.items()}


def columns_of(answers: Answers, items: Sequence[str]) -> list[int]:
    """The columns of these items."""
    return [answers.items.index(item) for item in items]


def _mean_of_items(values: Floats) -> Floats:
    answered = (~np.isnan(values)).sum(axis=1)
    return np.where(answered, np.nansum(values, axis=1) / np.maximum(answered, 1), np.nan)


def resampled_means(scores: Floats, rng: np.random.Generator, draws: int = DRAWS) -> Floats:
    """Means of people drawn again and again from the same people (bootstrap).

    A whole person is drawn, with all dimensions. Spread round the mean is widened by
    ``sqrt(n / (n - 1))``, which drawing from so few people leaves out.

    Args:
        scores: Shape (people, dimensions); NaN is no score.
        rng: Source of chance.
        draws: How many times.

    Returns:
        Shape (draws, dimensions); NaN where a draw held nobody with a score, and everywhere in a
        dimension with fewer than two scores.

    Source:
        Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 6 and 13.
    """
    known = ~np.isnan(scores)
    table = np.hstack([np.where(known, scores, 0.0), known])
    people, dimensions = scores.shape
    blocks = [min(_BLOCK, draws - start) for start in range(0, draws, _BLOCK)]
    sums = np.concatenate([_times_drawn(people, size, rng) @ table for size in blocks])
    total, sizes = np.hsplit(table.sum(axis=0), 2)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle, wider = total / sizes, np.sqrt(sizes / (sizes - 1))
        return np.asarray(middle + (sums[:, :dimensions] / sums[:, dimensions:] - middle) * wider)


def _times_drawn(people: int, draws: int, rng: np.random.Generator) -> Floats:
    """How often each person is in each draw, shape (draws, people)."""
    rows = (rng.integers(people, size=people) for _ in range(draws))
    return np.array([np.bincount(row, minlength=people) for row in rows], dtype=float)


def interval(draws: Floats) -> tuple[float, float]:
    """The ends between which 19 of 20 draws lie; draws without a figure do not count."""
    low, high = np.nanquantile(draws, _INTERVAL)
    return float(low), float(high)
