"""What divides two roles: the criterion that they weigh so differently that each wants another."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.scoring.ranking import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """Why two roles do not want the same option.

    Attributes:
        wanted: The first option of the one role.
        other_wanted: The first option of the other.
        contributions: Criterion to its part of the division, largest first; a negative part
            brings the roles together. In all they are what the two would lose if each got the
            first option of the other, on the scale of 0 to 1.
        weights: Criterion to its share in the weights of the one and of the other.
    """

    wanted: str
    other_wanted: str
    contributions: dict[str, float]
    weights: dict[str, tuple[float, float]]

    @property
    def criterion(self) -> str:
        """The one that divides most."""
        return next(iter(self.contributions))

    @property
    def size(self) -> float:
        """How far the two are apart."""
        return sum(self.contributions.values())


def division_between(one: Ranking, other: Ranking) -> Division | None:
    """What divides two rankings of the same options on the same criteria.

    The one values its own first option above that of the other; the other the reverse. Those two
    differences together are a sum over criteria: the difference in weight times the difference
    between the two options.

    Returns:
        None when both have a first option in common, near ties counted.
    """
    if set(one.first) & set(other.first):
        return None
    wanted, other_wanted = one.first[0], other.first[0]
    mine, theirs = (one.options.index(option) for option in (wanted, other_wanted))
    step = one.mean_performance[mine] - one.mean_performance[theirs]
    parts = (one.weights - other.weights) * step
    largest_first = np.argsort(-parts, kind="stable")
    return Division(
        wanted=wanted,
        other_wanted=other_wanted,
        contributions={one.criteria[index]: float(parts[index]) for index in largest_first},
        weights={
            key: (float(mine), float(theirs))
            for key, mine, theirs in zip(one.criteria, one.weights, other.weights, strict=True)
        },
    )
