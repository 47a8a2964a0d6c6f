"""Which roles want different options, how often, and which criterion divides them."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.division import Division, division_between
from selfmgmt.scoring.group import pairwise_conflict
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.values import Performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two roles, and what divides them.

    Attributes:
        roles: The two roles.
        chance: How often they would choose differently, 0 to 1.
        division: What divides them with their weights as they are; ``None`` when they have a
            first option in common.
    """

    roles: tuple[str, str]
    chance: float
    division: Division | None


def conflicts_between(
    performance: Performance, rankings: Mapping[str, Ranking], drawn: Mapping[str, Floats]
) -> tuple[Conflict, ...]:
    """Every pair of roles, the greatest conflict first.

    Args:
        performance: The options on every criterion.
        rankings: Role to its ranking of those options.
        drawn: Role to draws around its weights, shape (draws, criteria).
    """
    if len(rankings) < 2:
        return ()
    chance = pairwise_conflict(performance.values, np.array([drawn[role] for role in rankings]))
    row_of = {role: row for row, role in enumerate(rankings)}
    found = [
        Conflict(
            roles=(one, other),
            chance=float(chance[row_of[one], row_of[other]]),
            division=division_between(rankings[one], rankings[other]),
        )
        for one, other in combinations(rankings, 2)
    ]
    return tuple(sorted(found, key=lambda conflict: -conflict.chance))
