"""Who does what, and the smallest step that leaves no task to one person (integer programs, HiGHS).

People are letters, never names.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

import numpy as np
from numpy.typing import NDArray

from selfmgmt.errors import InputError
from selfmgmt.language import gettext

_LEAST_OF_ALL = 1_000  # parts of one: too little to weigh, enough to choose between equals


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task of a team.

    Attributes:
        key: Which.
        needed: How many people must be there at the same time.
        able: Who can do it on their own.
        likes: Who of them like to do it.
        learns: Who want to learn it; nobody is trained who did not ask for it.
        deadline: Whether the law sets a term for it.
    """

    key: str
    needed: int = 1
    able: frozenset[str] = frozenset()
    likes: frozenset[str] = frozenset()
    learns: frozenset[str] = frozenset()
    deadline: bool = False

    @property
    def spare(self) -> int:
        """How many can be missed: 0 is a single point of failure, below 0 a task without people."""
        return len(self.able) - self.needed


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The smallest step after which every task can miss one person.

    Attributes:
        train: Task and letter, for each thing that somebody learns who wants to.
        hire: For each person to find (hired, or on loan from another team) the tasks to be done.
    """

    train: tuple[tuple[str, str], ...]
    hire: tuple[tuple[str, ...], ...]


def smallest_step(
    tasks: Sequence[Task], *, learn_at_most: int, tasks_per_hire: int, spare: int = 1
) -> Step:
    """The fewest people to find, and then the fewest things to learn, so that nothing hangs on one.

    Args:
        tasks: The tasks of the team.
        learn_at_most: How many tasks one person can learn.
        tasks_per_hire: How many tasks a new person can take.
        spare: How many people each task must be able to miss.

    >>> tasks = [Task(key="passports", able=frozenset("a"), learns=frozenset("b"))]
    >>> smallest_step(tasks, learn_at_most=2, tasks_per_hire=3)
    Step(train=(('passports', 'b'),), hire=())
    """
    short = [(task, spare - task.spare) for task in tasks if task.spare < spare]
    if not short:
        return Step(train=(), hire=())
    pairs = [
        (at, letter)
        for at, (task, _) in enumerate(short)
        for letter in sorted(task.learns - task.able)
    ]
    gaps = [gap for _, gap in short]
    most = max(max(gaps), ceil(sum(gaps) / tasks_per_hire))  # so many are always enough, in turn
    program = _Program(len(pairs) + most * (1 + len(short)))
    found = [len(pairs) + number * (1 + len(short)) for number in range(most)]
    for at, (_, gap) in enumerate(short):
        learned = [column for column, (task, _) in enumerate(pairs) if task == at]
        program.at_least([*learned, *(first + 1 + at for first in found)], gap)
    for letter in {letter for _, letter in pairs}:
        learned = [column for column, (_, who) in enumerate(pairs) if who == letter]
        program.at_most(dict.fromkeys(learned, 1.0), learn_at_most)
    for first in found:
        taken = dict.fromkeys(range(first + 1, first + 1 + len(short)), 1.0)
        program.at_most({**taken, first: -float(tasks_per_hire)}, 0)
    for first, after in pairwise(found):  # so that equal answers are one answer
        program.at_most({after: 1.0, first: -1.0}, 0)
    cost = np.zeros(program.size)
    cost[: len(pairs)] = [1 + at / _LEAST_OF_ALL / len(pairs) for at in range(len(pairs))]
    cost[found] = 2 * (len(pairs) + 1)  # people only where learning cannot do it
    taken_on = program.solve(cost)
    return Step(
        train=tuple((short[at][0].key, who) for c, (at, who) in enumerate(pairs) if taken_on[c]),
        hire=tuple(
            tuple(short[at][0].key for at in range(len(short)) if taken_on[first + 1 + at])
            for first in found
            if taken_on[first]
        ),
    )


def best_assignment(tasks: Sequence[Task]) -> dict[str, tuple[str, ...]]:
    """Who holds each task: the heaviest load as light as can be, then most as people like it.

    Args:
        tasks: The tasks; one for whom there are too few people gets all who can.

    Returns:
        Task to the letters of who holds it.

    >>> tasks = [
    ...     Task(key="permits", able=frozenset("ab"), likes=frozenset("b")),
    ...     Task(key="objections", able=frozenset("b")),
    ... ]
    >>> best_assignment(tasks)
    {'permits': ('a',), 'objections': ('b',)}
    """
    pairs = [(at, letter) for at, task in enumerate(tasks) for letter in sorted(task.able)]
    if not pairs:
        return {task.key: () for task in tasks}
    program = _Program(len(pairs) + 1, free=len(pairs))
    for at, task in enumerate(tasks):
        able = [column for column, (which, _) in enumerate(pairs) if which == at]
        program.exactly(able, min(task.needed, len(able)))
    for letter in {letter for _, letter in pairs}:
        mastered = [column for column, (_, who) in enumerate(pairs) if who == letter]
        program.at_most({**dict.fromkeys(mastered, 1.0), len(pairs): -1.0}, 0)
    liked = [letter in tasks[at].likes for at, letter in pairs]
    first = np.arange(len(pairs)) / _LEAST_OF_ALL / len(pairs)  # equal answers are one answer
    cost = 1.0 - np.array(liked) + first
    found = program.solve(np.append(cost, 2.0 * (len(pairs) + 1)))
    return {
        task.key: tuple(who for c, (which, who) in enumerate(pairs) if which == at and found[c])
        for at, task in enumerate(tasks)
    }


class _Program:
    """Yes or no for each column; one that is ``free`` may be any number."""

    def __init__(self, size: int, free: int | None = None) -> None:
        self.size = size
        self._free = free
        self._rows: list[NDArray[np.float64]] = []
        self._low: list[float] = []
        self._high: list[float] = []

    def at_least(self, columns: Sequence[int], low: float) -> None:
        self._row(dict.fromkeys(columns, 1.0), low, np.inf)

    def at_most(self, parts: Mapping[int, float], high: float) -> None:
        self._row(parts, -np.inf, high)

    def exactly(self, columns: Sequence[int], value: float) -> None:
        self._row(dict.fromkeys(columns, 1.0), value, value)

    def solve(self, cost: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which columns are yes at the least cost.

        Raises:
            InputError: No answer fits.
        """
        from scipy.optimize import Bounds, LinearConstraint, milp

        upper = np.ones(self.size)
        if self._free is not None:
            upper[self._free] = np.inf
        found = milp(
            cost,
            integrality=np.ones(self.size),
            bounds=Bounds(0, upper),
            constraints=LinearConstraint(np.array(self._rows), self._low, self._high),
        )
        if found.x is None:
            raise InputError(gettext("no division of the tasks fits; check who can do what."))
        return np.asarray(found.x.round() > 0)

    def _row(self, parts: Mapping[int, float], low: float, high: float) -> None:
        row = np.zeros(self.size)
        for column, part in parts.items():
            row[column] = part
        self._rows.append(row)
        self._low.append(low)
        self._high.append(high)
