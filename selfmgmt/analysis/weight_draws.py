"""Weights that might have been given: draws around those that people gave."""

import numpy as np

from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.role_rankings import RoleRanking


def weights_of_role(
    role: RoleRanking, concentration: float, *, draws: int, rng: np.random.Generator
) -> Floats:
    """Weights around those of the people of a role, each in turn; around its own when it has none.

    Args:
        role: The ranking of the role, and of its people.
        concentration: More than 0.
        draws: Number of draws.
        rng: Source of chance.

    Returns:
        Shape (draws, criteria); rows add up to 1.
    """
    people = [ranking.weights for ranking in role.voices.values()] or [role.ranking.weights]
    drawn = [weights_around(weights, concentration, draws=draws, rng=rng) for weights in people]
    rank = np.arange(draws)
    return np.stack(drawn)[rank % len(people), rank]


def all_weights(criteria: int, *, draws: int, rng: np.random.Generator) -> Floats:
    """Weights of which none is likelier than another.

    Returns:
        Shape (draws, criteria); rows add up to 1.

    Source:
        Devroye (1986), Non-Uniform Random Variate Generation, V.2: Dirichlet with all ones.
    """
    return rng.dirichlet(np.ones(criteria), draws)


def weights_around(
    shares: Floats, concentration: float, *, draws: int, rng: np.random.Generator
) -> Floats:
    """Weights around ``shares``: their mean, the closer the greater the concentration.

    Args:
        shares: Shape (criteria,); adds up to 1. A share of 0 stays 0.
        concentration: More than 0.
        draws: Number of draws.
        rng: Source of chance.

    Returns:
        Shape (draws, criteria); rows add up to 1.

    >>> weights_around(np.array([0.7, 0.0, 0.3]), 50, draws=2, rng=np.random.default_rng(1))[:, 1]
    array([0., 0.])
    """
    drawn = np.zeros((draws, len(shares)))
    counts = shares > 0
    drawn[:, counts] = rng.dirichlet(concentration * shares[counts], draws)
    return drawn
