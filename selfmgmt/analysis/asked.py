"""What would come first if the reader gave weight to what only the reader can weigh."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.scoring.arrays import TIE, Floats
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.ranking import Ranking, rank_options
from selfmgmt.scoring.role_rankings import RoleRanking


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What the weight of one criterion does to the order of one who weighs.

    Attributes:
        criterion: The criterion that has no weight yet.
        first: Weight, as a share of all, to the options that come first then; 0 is as it is.
        turns_at: The smallest weight at which another option is best on average; none when no
            weight does that.
        turns_to: That option.
    """

    criterion: str
    first: dict[float, tuple[str, ...]]
    turns_at: float | None
    turns_to: str | None

    @property
    def turns(self) -> bool:
        """Whether one of the weights that are tried puts another option first."""
        now, *others = self.first.values()
        return any(not set(now) & set(then) for then in others)


def requirements_of(weighing: Weighing) -> dict[str, tuple[Requirement, ...]]:
    """Profile or body to what the weights that it did not give would do to its order.

    By its ranking when it has one, else by what the model computes alone. A criterion on which
    the options are alike, or that has weight already, is not asked for.
    """
    rankings = weighing.computed | weighing.rankings.ranked
    criteria = weighing.performance.criteria
    asked = [key for key in criteria if weighing.criteria[key].asked]
    return {
        who: tuple(
            _requirement(weighing, role.ranking, key)
            for key in asked
            if _is_open(role, key) and _differs(weighing, key)
        )
        for who, role in rankings.items()
    }


def _is_open(role: RoleRanking, key: str) -> bool:
    return not role.ranking.weights[role.ranking.criteria.index(key)]


def _differs(weighing: Weighing, key: str) -> bool:
    index = weighing.performance.criteria.index(key)
    return bool(np.ptp(weighing.performance.values[:, :, index], axis=1).max() > TIE)


def _requirement(weighing: Weighing, ranking: Ranking, key: str) -> Requirement:
    index = ranking.criteria.index(key)
    turns_at, row = _turn(ranking.mean_performance, ranking.weights, index)
    return Requirement(
        criterion=key,
        first={
            at: _reweighed(weighing, ranking, index, at).first
            for at in (0.0, *load_constants().asked_weights.values)
        },
        turns_at=turns_at,
        turns_to=None if row is None else ranking.options[row],
    )


def _reweighed(weighing: Weighing, ranking: Ranking, index: int, weight: float) -> Ranking:
    weights = (1 - weight) * ranking.weights
    weights[index] += weight
    return rank_options(
        weighing.performance.values, weights, options=ranking.options, criteria=ranking.criteria
    )


def _turn(mean: Floats, weights: Floats, index: int) -> tuple[float | None, int | None]:
    """Where the first option to pass the best one does so, as the criterion takes over all."""
    values = mean @ weights
    best = int(values.argmax())
    ahead = values[best] - values
    lost = mean[:, index] - mean[best, index]
    passing = [row for row in range(len(mean)) if lost[row] > TIE]
    if not passing:
        return None, None
    at = {row: float(ahead[row] / (ahead[row] + lost[row])) for row in passing}
    first = min(at, key=lambda row: at[row])
    return at[first], first
