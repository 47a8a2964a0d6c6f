"""From what a person said to weights, and from what several said to those of their role."""

from collections.abc import Mapping

import numpy as np

from selfmgmt.case import Case
from selfmgmt.case.response import Response
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.best_worst import BestWorst, best_worst_method
from selfmgmt.scoring.hierarchy import Hierarchy, analytic_hierarchy
from selfmgmt.scoring.weights import rank_order_centroid, swing_weights

Points = Mapping[str, float]


def weights_of(response: Response) -> dict[str, float]:
    """Criterion to weight, adding up to 1.

    >>> weights_of(Response(method="order", order="net_saving, closeness"))
    {'net_saving': 0.75, 'closeness': 0.25}
    """
    return dict(zip(response.compared(), _weights(response).tolist(), strict=True))


def weights_of_responses(case: Case) -> dict[str, dict[str, dict[str, float]]]:
    """Role to letter to criterion to weight, of every role in which people gave theirs."""
    return {
        role: {letter: weights_of(response) for letter, response in voices.items()}
        for role, voices in case.voices.items()
    }


def points_of_roles(case: Case) -> dict[str, Points]:
    """Role to criterion to points: the mean of its voices, else the points that it gave."""
    means = {role: mean_weights(voices) for role, voices in weights_of_responses(case).items()}
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


def best_and_worst(response: Response) -> BestWorst:
    """The answers to the best-worst method, solved; in the order of ``voice.compared()``."""
    first, last = response.from_best(), response.to_worst()
    keys = response.compared()
    return best_worst_method([first[key] for key in keys], [last[key] for key in keys])


def hierarchy(response: Response) -> Hierarchy:
    """The comparisons in pairs, solved; in the order of ``voice.compared()``."""
    return analytic_hierarchy(table_of_pairs(response))


def table_of_pairs(response: Response) -> Floats:
    """How many times the criterion of the row is as important as that of the column."""
    keys = response.compared()
    table = np.eye(len(keys))
    for one, row in response.pairs.items():
        for other, times in row.items():
            here, there = keys.index(one), keys.index(other)
            table[here, there], table[there, here] = times, 1 / times
    return table


def _weights(response: Response) -> Floats:
    match response.method:
        case "order":
            return rank_order_centroid(len(response.order))
        case "best_worst":
            return best_and_worst(response).weights
        case "pairs":
            return hierarchy(response).weights
    return swing_weights(list(response.points.values()))
