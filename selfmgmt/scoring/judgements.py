"""Judgements of people, 0 to 100 with a range, as draws beside those of the model."""

from collections.abc import Mapping, Sequence

import numpy as np

from selfmgmt.fields import Estimate
from selfmgmt.scoring.arrays import Floats


def judged_draws(
    judgements: Mapping[str, Mapping[str, Estimate]],
    *,
    options: Sequence[str],
    draws: int,
    rng: np.random.Generator,
) -> dict[str, Floats]:
    """Draw judgements from their ranges, as triangles; a judgement without a range is fixed.

    Args:
        judgements: Criterion to option to judgement.
        options: Keys of the options, in the order of the rows to make.
        draws: Number of draws.
        rng: Source of chance.

    Returns:
        Criterion to array of shape (options, draws); NaN for an option that was not judged.
    """
    return {
        criterion: np.array([_drawn(judged.get(option), draws, rng) for option in options])
        for criterion, judged in judgements.items()
    }


def _drawn(judged: Estimate | None, draws: int, rng: np.random.Generator) -> Floats:
    if judged is None:
        return np.full(draws, np.nan)
    if judged.known:
        return np.full(draws, judged.central)
    return rng.triangular(judged.low, judged.central, judged.high, draws)
