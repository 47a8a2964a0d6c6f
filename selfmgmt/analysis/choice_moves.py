"""Whether knowing a figure can change the choice: how often another option comes out best."""

from collections.abc import Mapping

import numpy as np

from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.outcomes import LESS_IS_BETTER


def choice_moves(first: Mapping[str, Vector], again: Mapping[str, Vector]) -> float:
    """How often the best option is another one once some figure turned out otherwise.

    Amounts are left out: at equal money they hardly differ, so nobody chooses by them.

    Args:
        first: Outcome to its draws, shape (options, draws), doing nothing first.
        again: The same with only that figure drawn anew.

    Returns:
        The mean over outcomes, 0 to 1; what is the same for all options counts for nothing.

    >>> first = {"capacity_low": np.array([[100.0, 100], [95, 95], [94, 96]])}
    >>> choice_moves(first, {"capacity_low": np.array([[100.0, 100], [93, 95], [94, 96]])})
    0.5
    """
    keys = [key for key in first if counts(key)]
    return float(np.mean([_moves(key, first[key][1:], again[key][1:]) for key in keys]))


def counts(outcome: str) -> bool:
    """Whether someone may choose by it: amounts hardly differ at equal money."""
    return not outcome.endswith("_eur")


def _moves(outcome: str, first: Vector, again: Vector) -> float:
    if not first.size:
        return 0.0
    sign = -1 if outcome in LESS_IS_BETTER else 1
    return float(np.mean(np.argmax(sign * first, axis=0) != np.argmax(sign * again, axis=0)))
