"""The made-up survey that the page of readiness shows as an example, from a fixed seed.

Run this module to write it again: ``python -m tests.readiness.example``.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np

from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, load_instrument
from selfmgmt.readiness.wording import load_survey
from selfmgmt.resources import DATA
from tests.readiness.organisation import Organisation, synthetic_organisation
from tests.readiness.survey_files import write_answers, write_sizes

NAMES = ("example_answers.csv", "example_people.csv", "example_earlier.csv")
_BOARD = 24
_SEED, _EARLIER = 2017, 2015


def write_example(folder: Path) -> tuple[Path, ...]:
    """Answers, how many people there are, and answers of two years before."""
    answers, people, earlier = (folder / name for name in NAMES)
    now = _organisation(_SEED)
    return (
        write_answers(answers, now.answers),
        write_sizes(people, now),
        write_answers(earlier, _organisation(_EARLIER).answers),
    )


def _organisation(seed: int) -> Organisation:
    """Staff as the tests know them, with a board; each role answers only what it is asked.

    Managers see more trust than others do, as is common.
    """
    staff = synthetic_organisation(seed)
    board = synthetic_organisation(seed + 1, people=_BOARD, teams=1).answers
    roles = (*staff.answers.roles, *("board" for _ in board.roles))
    items = load_instrument().items
    values = np.vstack([staff.answers.values, board.values])
    asked = [[_is_answering(item.respondents, role) for item in items] for role in roles]
    rosier = [[role == "manager" and item.dimension == "trust" for item in items] for role in roles]
    step = [-1 if item.reversed else 1 for item in items]
    values = np.clip(values + np.where(rosier, step, 0), LOWEST, HIGHEST)
    answers = replace(
        staff.answers,
        values=np.where(asked, values, np.nan),
        roles=roles,
        teams=(*staff.answers.teams, *("" for _ in board.roles)),
    )
    sizes = {**staff.sizes, TOTAL: staff.sizes[TOTAL] + _BOARD, Group("role", "board"): _BOARD}
    return Organisation(answers=answers, sizes=sizes)


def _is_answering(respondents: str, role: str) -> bool:
    return respondents in load_survey().roles[role].answering


if __name__ == "__main__":
    write_example(DATA / "instruments")
