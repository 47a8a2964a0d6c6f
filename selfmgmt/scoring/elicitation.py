"""From what a person said to weights, and from what several said to those of their role."""

from collections.abc import Mapping

import numpy as np

from selfmgmt.case import Case
from selfmgmt.case.voice import Voice
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.best_worst import BestWorst, best_worst_method
from selfmgmt.scoring.hierarchy import Hierarchy, analytic_hierarchy
from selfmgmt.scoring.weights import rank_order_centroid, swing_weights

Points = Mapping[str, float]


def weights_of(voice: Voice) -> dict[str, float]:
    """Criterion to weight, adding up to 1.

    >>> weights_of(Voice(method="order", order="net_saving, closeness"))
    {'net_saving': 0.75, 'closeness': 0.25}
    """
    return dict(zip(voice.compared(), _weights(voice).tolist(), strict=True))


def weights_of_voices(case: Case) -> dict[str, dict[str, dict[str, float]]]:
    """Role to letter to criterion to weight, of every role in which people gave theirs."""
    return {
        role: {letter: weights_of(voice) for letter, voice in voices.items()}
        for role, voices in case.voices.items()
    }


def points_of_roles(case: Case) -> dict[str, Points]:
    """Role to criterion to points: the mean of its voices, else the points that it gave."""
    means = {role: mean_weights(voices) for role, voices in weights_of_voices(case).items()}
    return {**case.weights, **means}


def mean_weights(voices: Mapping[str, Points]) -> dict[str, float]:
    """The mean of some weights; what a voice does not name counts for nothing with it.

    >>> mean_weights({"A": {"net_saving": 1.0}, "B": {"net_saving": 0.5, "closeness": 0.5}})
    {'net_saving': 0.75, 'closeness': 0.25}
    """
    keys = dict.fromkeys(key for given in voices.values() for key in given)
    return {
        key: sum(given.get(key, 0.0) for given in voices.values()) / len(voices) for key in keys
    }


def best_and_worst(voice: Voice) -> BestWorst:
    """The answers to the best-worst method, solved; in the order of ``voice.compared()``."""
    first, last = voice.from_best(), voice.to_worst()
    keys = voice.compared()
    return best_worst_method([first[key] for key in keys], [last[key] for key in keys])


def hierarchy(voice: Voice) -> Hierarchy:
    """The comparisons in pairs, solved; in the order of ``voice.compared()``."""
    return analytic_hierarchy(table_of_pairs(voice))


def table_of_pairs(voice: Voice) -> Floats:
    """How many times the criterion of the row is as important as that of the column."""
    keys = voice.compared()
    table = np.eye(len(keys))
    for one, row in voice.pairs.items():
        for other, times in row.items():
            here, there = keys.index(one), keys.index(other)
            table[here, there], table[there, here] = times, 1 / times
    return table


def _weights(voice: Voice) -> Floats:
    match voice.method:
        case "order":
            return rank_order_centroid(len(voice.order))
        case "best_worst":
            return best_and_worst(voice).weights
        case "pairs":
            return hierarchy(voice).weights
    return swing_weights(list(voice.points.values()))
