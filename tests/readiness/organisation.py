"""A made-up organisation that answers the readiness scan: 350 people in 32 teams."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, load_instrument

PEOPLE, TEAMS = 350, 32
ROLES = {"member": 0.84, "manager": 0.08, "staff": 0.08}


@dataclass(frozen=True)
class Organisation:
    """What the survey brought in, and how many people there are to be asked."""

    answers: Answers
    sizes: dict[Group, int]


def synthetic_organisation(
    seed: int = 2017,
    people: int = PEOPLE,
    teams: int = TEAMS,
    response: float = 0.75,
    missing: float = 0.04,
) -> Organisation:
    """An organisation with unequal teams, in which trust is high and change is short.

    Team, person and item each add their own noise to the level of a dimension, so that the scan
    is reliable, teams differ a little, and no two runs with another seed are the same.
    """
    rng = np.random.default_rng(seed)
    team_of = np.sort(
        np.append(np.arange(teams), rng.choice(teams, people - teams, p=_sizes(rng, teams)))
    )
    role_of = rng.choice(list(ROLES), people, p=list(ROLES.values()))
    answered = rng.random(people) < response
    values = _values(rng, team_of, teams)
    values[rng.random(values.shape) < missing] = np.nan
    names = [f"team {number + 1:02}" for number in range(teams)]
    answers = Answers(
        items=tuple(item.key for item in load_instrument().items),
        values=values[answered],
        roles=tuple(str(role) for role in role_of[answered]),
        teams=tuple(names[team] for team in team_of[answered]),
    )
    return Organisation(
        answers=answers,
        sizes={
            TOTAL: people,
            **{Group("role", role): int((role_of == role).sum()) for role in ROLES},
            **{Group("team", name): int((team_of == at).sum()) for at, name in enumerate(names)},
        },
    )


def _sizes(rng: np.random.Generator, teams: int) -> np.ndarray:
    weights = rng.gamma(4.0, size=teams)
    return weights / weights.sum()


def _values(rng: np.random.Generator, team_of: np.ndarray, teams: int) -> np.ndarray:
    instrument = load_instrument()
    dimensions = list(instrument.dimensions)
    level = rng.normal(3.2, 0.4, len(dimensions))
    level[[dimensions.index("trust"), dimensions.index("change")]] = 3.9, 2.3
    of_team = rng.normal(0.0, 0.35, (teams, len(dimensions)))
    of_person = rng.normal(0.0, 0.6, (len(team_of), len(dimensions)))
    felt = level + of_team[team_of] + of_person
    columns = [dimensions.index(item.dimension) for item in instrument.items]
    given = np.clip(
        np.rint(felt[:, columns] + rng.normal(0.0, 0.7, (len(felt), len(columns)))), LOWEST, HIGHEST
    )
    turned = [item.reversed for item in instrument.items]
    return np.where(turned, LOWEST + HIGHEST - given, given)
