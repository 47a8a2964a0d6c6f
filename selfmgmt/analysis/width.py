"""What keeps a range wide: the share of its spread that goes when one quantity becomes known."""

import numpy as np

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.value_of_information import BINS, drawn_figures, ordered, sums_by_bin
from selfmgmt.simulation.draws import Vector


def known_shares(values: Vector, drawn: Vector) -> Vector:
    """The part of the variance that would go if a quantity were known: its first Sobol' index.

    The draws are put in ``BINS`` parts by the quantity; what the means of the parts differ is what
    knowing it takes away. What they would differ by chance is taken off.

    Args:
        values: Outcomes of shape (options, draws).
        drawn: The quantity in the same draws, shape (draws,).

    Returns:
        Shape (options,), 0 to 1; 0 where nothing varies.

    Source:
        Plischke, Borgonovo & Smith (2013), European Journal of Operational Research 226(3): first
        order effects from given data.

    >>> known = np.linspace(0, 1, 1000)
    >>> rest = np.tile([-1.0, 1.0], 500)
    >>> known_shares(np.array([known, rest, known * 0]), known).round(1).tolist()
    [1.0, 0.0, 0.0]
    """
    draws = values.shape[1]
    part = ordered(drawn).part(BINS)
    count = np.bincount(part, minlength=BINS)
    centred = values - values.mean(axis=1, keepdims=True)
    between = (sums_by_bin(centred, part, BINS) ** 2 / np.maximum(count, 1)).sum(axis=1) / draws
    total = centred.var(axis=1)
    share = np.divide(between, total, out=np.zeros_like(total), where=total > 0)
    by_chance = (1 - share) * (BINS - 1) / (draws - BINS)
    return np.asarray(np.clip(share - by_chance, 0, 1))


def keeps_wide(comparison: OptionComparison, outcome: str = "net_saving_eur") -> dict[str, float]:
    """Each uncertain quantity to the share of a range that knowing it would take away.

    Args:
        comparison: Options with the draws behind them.
        outcome: Of which the range is.

    Returns:
        The mean over the options in which the outcome varies, largest first.
    """
    values = comparison.outcomes.values[outcome]
    values = values[np.ptp(values, axis=1) > 0]
    figures = drawn_figures(comparison.study.inputs, draws=comparison.draws, seed=comparison.seed)
    shares = {
        key: float(known_shares(values, drawn).mean()) if len(values) else 0.0
        for key, drawn in figures.items()
    }
    return dict(sorted(shares.items(), key=lambda item: -item[1]))
