"""The chance that a task is uncovered on a working day, exactly.

Everybody is away on a share of the working days (leave, part-time work, training, illness), and
people are away independently of each other: an assumption, which a holiday or a wave of flu breaks.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext

MOST_PEOPLE = 20  # of whom every combination is looked at: a million


def chance_short(away: Sequence[float], needed: int) -> float:
    """The chance that fewer than ``needed`` people are there.

    Args:
        away: For each person who can do the task the share of working days away, 0 to 1.
        needed: How many must be there at the same time, 0 or more.

    Returns:
        0 to 1; 1 when there are fewer people than are needed.

    >>> round(chance_short([0.2, 0.5], 1), 6), round(chance_short([0.2, 0.5], 2), 6)
    (0.1, 0.6)
    """
    there = np.ones(1)  # chance of each number of people there
    for share in away:
        there = np.convolve(there, [share, 1 - share])
    return min(float(there[:needed].sum()), 1.0)


def chance_any_short(
    people: Mapping[str, float], tasks: Sequence[tuple[frozenset[str], int]]
) -> float:
    """The chance that at least one task is short of people on a working day.

    Tasks share people, so their chances are not independent: every combination of who is there is
    looked at.

    Args:
        people: For each person the share of working days away.
        tasks: For each task who can do it, and how many are needed.

    Raises:
        InputError: There are more people than can be looked at.

    >>> tasks = [(frozenset("a"), 1), (frozenset("ab"), 1)]
    >>> round(chance_any_short({"a": 0.2, "b": 0.5}, tasks), 6)
    0.2
    """
    letters = list(people)
    if len(letters) > MOST_PEOPLE:
        raise InputError(
            gettext(
                "the team has {count} people; this can be computed for {most} at most. Split it.",
                count=len(letters),
                most=MOST_PEOPLE,
            )
        )
    chance, there = np.ones(1), np.zeros((1, 0), dtype=bool)
    for share in people.values():
        chance = np.concatenate([chance * share, chance * (1 - share)])
        column = np.repeat([False, True], there.shape[0])[:, np.newaxis]
        there = np.hstack([np.vstack([there, there]), column])
    short = np.zeros(chance.size, dtype=bool)
    for able, needed in tasks:
        columns = [at for at, letter in enumerate(letters) if letter in able]
        short |= there[:, columns].sum(axis=1) < needed
    return min(float(chance[short].sum()), 1.0)
