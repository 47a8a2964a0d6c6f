"""What an attacker can do with all that leaves a survey: made-up organisations and attempts."""

import json
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.survey import Findings, findings_of
from selfmgmt.views.survey_document import survey_document
from selfmgmt.views.widgets.survey_parts import survey_parts

ITEMS = ("T1", "T2", "T3", "T4", "X1", "X2", "X3", "X4")
ROLES = np.array(["", "member", "manager", "staff", "board"])
STEP_OF_ONE_MEAN = 0.25  # of four answers


def organisation(rng: np.random.Generator) -> Answers:
    """A few teams of some size, and teams of one and two people."""
    sizes = [*rng.integers(7, 26, rng.integers(1, 6)), *rng.integers(1, 3, rng.integers(1, 5))]
    teams = np.repeat([f"t{at}" for at in range(len(sizes))], sizes)
    teams = np.append(teams, [""] * int(rng.integers(0, 9)))
    values = rng.integers(1, 6, (len(teams), len(ITEMS))).astype(float)
    values[rng.random(values.shape) < rng.choice([0.0, 0.02, 0.08])] = np.nan
    roles = ROLES[rng.choice(5, len(teams), p=rng.dirichlet([0.3, 4.0, 0.8, 0.6, 0.3]))]
    return Answers(
        items=ITEMS, values=values, roles=tuple(roles.tolist()), teams=tuple(teams.tolist())
    )


def findings(answers: Answers, seed: int = 1) -> Findings | None:
    """What may be told of it, or none when that is nothing."""
    try:
        return findings_of(answers, {}, seed=seed)
    except InputError:
        return None


def leaving(found: Findings) -> str:
    """All that leaves, as it leaves: JSON with every digit, the page, and what charts draw."""
    document = json.dumps(survey_document(found))
    return f"{document}\n{survey_parts(found)}\n{found.published.distributions}"


def shown_groups(found: Findings) -> dict[str, set[Group]]:
    """Dimension to the groups that are shown."""
    groups: dict[str, set[Group]] = {dimension: set() for dimension in found.published.items}
    for score in found.published.scores:
        groups[score.dimension].add(score.group)
    return groups


def twins(answers: Answers, found: Findings) -> Iterator[tuple[int, int]]:
    """Pairs of people who are in the same shown groups, with the same questions left open.

    The smaller the teams of the two, the earlier they come: those are the people to protect.
    """
    visible = shown_groups(found).values()
    kinds = [
        (
            tuple(Group("role", role) in groups and role for groups in visible),
            tuple(Group("team", team) in groups and team for groups in visible),
            tuple(np.isnan(row)),
        )
        for role, team, row in zip(answers.roles, answers.teams, answers.values, strict=True)
    ]
    size = [answers.teams.count(team) if team else len(answers) for team in answers.teams]
    order = sorted(range(len(answers)), key=size.__getitem__)
    for at, one in enumerate(order):
        for other in order[at + 1 :]:
            if kinds[one] == kinds[other] and answers.teams[one] != answers.teams[other]:
                yield one, other
                break


def exchanged(answers: Answers, one: int, other: int) -> Answers:
    """The same, but what these two people answered is the other way round."""
    values = answers.values.copy()
    values[[one, other]] = values[[other, one]]
    return replace(answers, values=values)


def candidates(first: dict, second: dict, answers: Answers, late: int, dimension: str) -> int:
    """How many scores the last respondent may have, to whoever holds both documents.

    The attacker knows who answered, in which role and team, and how the figures are rounded.
    """
    low, high = 1.0, 5.0
    for kind, name in (
        ("total", ""),
        ("role", answers.roles[late]),
        ("team", answers.teams[late]),
    ):
        tables = [_table(document, kind, name, dimension) for document in (first, second)]
        if not all(tables):
            continue
        inside = members(answers, Group(kind, name)) & scored_on(answers, dimension)
        after = int(inside.sum())
        steps = [step_of(people) for people in (after - 1, after)]
        sums = [((after - 1) * (tables[0]["mean"] + side * steps[0] / 2), side) for side in (-1, 1)]
        ends = [after * (tables[1]["mean"] - side * steps[1] / 2) - total for total, side in sums]
        low, high = max(low, min(ends)), min(high, max(ends))
    scores = np.arange(1, 5 + STEP_OF_ONE_MEAN / 2, STEP_OF_ONE_MEAN)
    return int(((scores >= low - 1e-9) & (scores <= high + 1e-9)).sum())


def step_of(people: int) -> float:
    """In which steps a mean of so many people is printed."""
    return 0.1 if people < 100 else 0.01


def members(answers: Answers, group: Group) -> np.ndarray:
    """Who is in the group."""
    if group == TOTAL:
        return np.ones(len(answers), dtype=bool)
    return np.array(answers.roles if group.kind == "role" else answers.teams) == group.name


def scored_on(answers: Answers, dimension: str) -> np.ndarray:
    """Who answered any question of the dimension."""
    return ~np.isnan(scored(answers)[:, list(answers.dimensions[dimension])]).all(axis=1)


def _table(document: dict, kind: str, name: str, dimension: str) -> dict | None:
    wanted = ({"kind": kind, "name": name}, dimension)
    return next(
        (each for each in document["groups"] if (each["group"], each["dimension"]) == wanted), None
    )
