"""The answers of the exercises and the usual slips, computed from the figures of the exercise."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.scoring.weights import rank_order_centroid, swing_weights
from selfmgmt.simulation.conditions import weakest_weighs_most
from selfmgmt.teaching.slips_teams import coaches, dose, maturing, pairs
from selfmgmt.teaching.worked import Worked

_WHOLE = 100
_BAND = {"range": 80.0, "outside": 20.0, "tail": 10.0, "middle": 50.0}
"""What a band from P10 to P90 says by itself, whatever the goal is."""


def weight(points: ArrayLike) -> Worked:
    """The weight of the second goal, from points for three or more.

    >>> weight([100, 60, 40]).right
    0.3
    """
    given = np.asarray(points, float)
    shares = swing_weights(given)
    right, total, second = float(shares[1]), float(given.sum()), float(given[1])
    return Worked(
        right=right,
        slips={
            "points": second,
            "of_top": second / float(given.max()),
            "percent": _WHOLE * right,
            "first": float(shares[0]),
            "last": float(shares[-1]),
            "equal": 1 / len(given),
            "without": second / (total - second),
            "of_last": second / float(given[-1]),
            "sum": total,
            "inverse": total / second,
            "rank": float(rank_order_centroid(len(given))[1]),
            "rest": 1 - right,
        },
    )


def weakest(conditions: ArrayLike) -> Worked:
    """How far conditions are met when the weakest weighs most, by the weight of the ledger.

    >>> round(weakest([0.7, 0.6, 0.2, 0.5]).right, 3)
    0.29
    """
    given = np.asarray(conditions, float)
    heavy = load_ledger().for_calculation("weakest_condition_weight").central
    lowest, highest, mean = float(given.min()), float(given.max()), float(given.mean())
    right = float(weakest_weighs_most(given.tolist(), np.array([heavy]))[0])
    return Worked(
        right=right,
        slips={
            "mean": mean,
            "lowest": lowest,
            "highest": highest,
            "swapped": (1 - heavy) * lowest + heavy * mean,
            "median": float(np.median(given)),
            "product": float(given.prod()),
            "sum": float(given.sum()),
            "half_done_weak": heavy * lowest,
            "half_done_mean": (1 - heavy) * mean,
            "percent": _WHOLE * right,
            "even": (lowest + mean) / 2,
            "with_highest": heavy * highest + (1 - heavy) * mean,
            "geometric": float(given.prod() ** (1 / len(given))),
        },
    )


def leak(own: float, demand: float) -> Worked:
    """How much is hired back of the gap between demand and own capacity, by the ledger.

    >>> leak(92.0, 98.0).right
    1.5
    """
    share = load_ledger().for_calculation("savings_leakage_to_hire").central
    gap = demand - own
    right = share * max(0.0, gap)
    return Worked(
        right=right,
        slips={
            "whole_gap": gap,
            "rest": (1 - share) * gap,
            "of_demand": share * demand,
            "of_own": share * own,
            "negative": -right,
            "divided": gap / share,
            "share": share,
            "hundredfold": _WHOLE * right,
            "added": own + right,
            "subtracted": demand - right,
            "too_much": gap * (1 + share),
            "relative": gap / demand,
            "nothing": 0.0,
        },
    )


def futures(saving: ArrayLike, goal: float) -> Worked:
    """In how many of 100 futures a saving stays below a goal.

    >>> futures([1.0, 2.0, 3.0, 4.0], 1.5).right
    25.0
    """
    draws: NDArray[np.float64] = np.asarray(saving, float)
    right = float(_WHOLE * (draws < goal).mean())
    low, middle = np.percentile(draws, [_BAND["tail"], _BAND["middle"]])
    return Worked(
        right=right,
        slips={
            "complement": _WHOLE - right,
            "share": right / _WHOLE,
            **_BAND,
            "median": float(middle),
            "low_end": float(low),
            "gap": float(goal - middle),
            "count": float((draws < goal).sum()),
            "all": float(len(draws)),
            "relative": float(_WHOLE * middle / goal),
        },
    )


EXERCISES: Mapping[str, Callable[..., Worked]] = {
    "weight": weight,
    "weakest": weakest,
    "leak": leak,
    "futures": futures,
    "dose": dose,
    "maturing": maturing,
    "coaches": coaches,
    "pairs": pairs,
}
