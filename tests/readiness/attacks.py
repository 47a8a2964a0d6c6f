"""What an attacker can do with all that leaves a survey: made-up organisations and attempts."""

import json
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.groups import Group
from selfmgmt.readiness.survey import Findings, findings_of
from selfmgmt.readiness.survey_profile import readiness_of
from selfmgmt.views.survey_document import survey_document
from selfmgmt.views.widgets.survey_parts import survey_parts

ITEMS = ("T1", "T2", "T3", "T4", "X1", "X2", "X3", "X4")
ROLES = np.array(["", "member", "manager", "staff", "board"])


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
    """All that leaves, as it leaves: JSON with every digit, page, charts, frames and the case."""
    document = json.dumps(survey_document(found))
    case = readiness_of(found.profile, response=found.response).model_dump_json()
    frames = f"{found.frame().to_csv()}\n{found.answers().to_csv()}\n{found._repr_html_()}"
    return f"{document}\n{survey_parts(found)}\n{found.published.distributions}\n{case}\n{frames}"


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
