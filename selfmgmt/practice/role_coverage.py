"""Role coverage: what hangs on one person, how often a task is uncovered, and the smallest step.

A body is a team, a row a task, a column of the user's own a person by letter. All of it stays with
the team; :func:`counts` gives what may leave it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, fsum
from typing import TYPE_CHECKING, Any

from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Estimate
from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.cover import MOST_PEOPLE, chance_any_short, chance_short
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult
from selfmgmt.practice.staffing import Step, Task, best_assignment, smallest_step

if TYPE_CHECKING:
    import pandas as pd

AWAY = "unavailability"
"""The figure of the ledger, and the name under which ``known`` may hold another range."""
_BOUNDS = ("low", "central", "high")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCover:
    """One team: its tasks, who is in it, and what follows.

    Attributes:
        people: The letters of all who can do something, or want to learn it.
        short: Task to the chance that it is uncovered on a working day, as a range.
        any_short: The same of at least one task; None of a team too large to compute it for.
        step: The smallest step after which every task can miss one person.
        after: Task to the chance after that step, at the middle of the range.
    """

    tasks: tuple[Task, ...]
    people: tuple[str, ...]
    short: Mapping[str, Estimate]
    any_short: Estimate | None
    step: Step
    after: Mapping[str, float]
    holders: Mapping[str, tuple[str, ...]]


def role_coverage(
    instrument: Instrument, tables: Mapping[str, Answers], known: Mapping[str, Any]
) -> PracticeResult:
    """Tasks without people, then those that hang on one, then the smallest step, for each team.

    Everybody has the same chance to be away: what keeps one person away is not asked here.
    """
    away = known.get(AWAY) or load_ledger().for_calculation(AWAY).estimate
    teams = {body: team_cover(instrument, rows, away) for body, rows in tables.items() if rows}
    found = [one for body, team in teams.items() for one in _findings(body, team)]
    order = (
        "nobody",
        "single_deadline",
        "single",
        "always_short",
        "together",
        "train",
        "find",
        "holds",
    )
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(sorted(found, key=lambda one: order.index(one.key))),
        records=tuple(records(tables)),
        computed=tuple(line for body, team in teams.items() for line in _lines(body, team)),
    )


def team_cover(instrument: Instrument, rows: Answers, away: Estimate) -> TeamCover:
    """All about one team.

    Args:
        instrument: Says how much one person can learn, and a new one can take on.
        rows: What the team filled in.
        away: The share of working days that one person is away.
    """
    tasks = tuple(task_of(instrument, key, cells) for key, cells in rows.items())
    people = tuple(sorted({who for task in tasks for who in task.able | task.learns}))
    step = smallest_step(
        tasks,
        learn_at_most=int(instrument.settings["learn_at_most"]),
        tasks_per_hire=int(instrument.settings["tasks_per_hire"]),
    )
    able = [(task.able, task.needed) for task in tasks]
    return TeamCover(
        tasks=tasks,
        people=people,
        short={task.key: _range(away, _chance_of(task)) for task in tasks},
        any_short=_range(away, lambda share: chance_any_short(dict.fromkeys(people, share), able))
        if len(people) <= MOST_PEOPLE
        else None,
        step=step,
        after={
            task.key: chance_short(
                [away.central] * (len(task.able) + _added(step, task)), task.needed
            )
            for task in tasks
        },
        holders=best_assignment(tasks),
    )


def task_of(instrument: Instrument, key: str, cells: Mapping[str, Answer]) -> Task:
    """One row as a task; the columns that the instrument does not know are people.

    >>> from selfmgmt.practice.known import find_instrument
    >>> cells = {"needed": 1.0, "deadline": True, "a": "likes", "b": "learns"}
    >>> task = task_of(find_instrument("role_coverage"), "passports", cells)
    >>> sorted(task.able), sorted(task.likes), sorted(task.learns), task.spare
    (['a'], ['a'], ['b'], 0)
    """
    people = {who: cell for who, cell in cells.items() if who not in instrument.columns}
    needed = cells.get("needed", 1)
    return Task(
        key=key,
        needed=max(ceil(float(needed)), 1) if isinstance(needed, int | float) else 1,
        able=frozenset(who for who, cell in people.items() if cell in ("can", "likes")),
        likes=frozenset(who for who, cell in people.items() if cell == "likes"),
        learns=frozenset(who for who, cell in people.items() if cell == "learns"),
        deadline=cells.get("deadline") is True,
    )


def counts(result: PracticeResult, *, floor: int) -> "pd.DataFrame":
    """What may leave a team: numbers of tasks, never people.

    Args:
        result: Of :func:`role_coverage`.
        floor: The fewest people of whom something may be reported; smaller teams are taken
            together, and left out when together they are still too few.

    Returns:
        One line for each team, or for the smaller ones together (team ``""``): ``team``,
        ``people``, ``tasks``, ``nobody``, ``single``, ``deadline_single``, ``uncovered``.
    """
    import pandas as pd

    names = ["team", "people", "spare", "deadline_single", "central"]
    lines = pd.DataFrame.from_records(_published(result, floor), columns=names)
    found = lines.groupby("team", sort=False).agg(
        people=("people", "first"),
        tasks=("spare", "size"),
        nobody=("spare", lambda spare: int((spare < 0).sum())),
        single=("spare", lambda spare: int((spare == 0).sum())),
        deadline_single=("deadline_single", "sum"),
        uncovered=("central", "mean"),
    )
    return found.reset_index()


def uncovered_today(result: PracticeResult, *, floor: int) -> Estimate | None:
    """The chance that a task is uncovered on a working day: the mean over all tasks published.

    It is what the model takes as ``vulnerability_today``, an own figure (equation E11). Teams that
    are too small do not count, or their part would follow from the rest.

    Args:
        result: Of :func:`role_coverage`.
        floor: See :func:`counts`.

    Returns:
        None when nothing was filled in that may be reported.
    """
    lines = _published(result, floor)
    if not lines:
        return None
    return Estimate(**{end: fsum(line[end] for line in lines) / len(lines) for end in _BOUNDS})


def _published(result: PracticeResult, floor: int) -> list[dict[str, Any]]:
    """A line for each task that may be reported, those of small teams under team ``""``."""
    sizes = {line["body"]: int(line["team_people"]) for line in result.computed}
    together = sum(size for size in sizes.values() if size < floor)
    found = [
        {**line, "team": line["body"], "people": size}
        if (size := sizes[line["body"]]) >= floor
        else {**line, "team": "", "people": together}
        for line in result.computed
    ]
    return [line for line in found if line["people"] >= floor]


def _range(away: Estimate, chance: Callable[[float], float]) -> Estimate:
    """The chance at both ends and the middle; it rises with being away, but for rounding."""
    low, central, high = accumulate((chance(getattr(away, end)) for end in _BOUNDS), max)
    return Estimate(low=low, central=central, high=high)


def _chance_of(task: Task) -> Callable[[float], float]:
    return lambda share: chance_short([share] * len(task.able), task.needed)


def _added(step: Step, task: Task) -> int:
    learned = sum(key == task.key for key, _ in step.train)
    return learned + sum(task.key in taken for taken in step.hire)


def _findings(body: str, team: TeamCover) -> Iterator[Finding]:
    yield from _hanging(body, team)
    if team.any_short:
        shares = {f"share_{end}": share for end, share in team.any_short}
        key = "always_short" if team.any_short.low >= 1 else "together"
        yield Finding(key=key, values={"body": body, **shares})
    for key, who in team.step.train:
        values = {"body": body, "who": (who,), "share": team.after[key]}
        yield Finding(key="train", row=key, values=values)
    for tasks in team.step.hire:
        yield Finding(key="find", values={"body": body, "tasks": tuple(map(_plain, tasks))})
    for key, letters in team.holders.items():
        if letters:
            yield Finding(key="holds", row=key, values={"body": body, "who": letters})


def _hanging(body: str, team: TeamCover) -> Iterator[Finding]:
    """The tasks for which there are too few people, or just enough."""
    for task in team.tasks:
        if task.spare <= 0:
            share = team.short[task.key].central
            values = {"body": body, "who": tuple(sorted(task.able)), "share": share}
            yield Finding(key=_kind(task), row=task.key, values=values)


def _plain(key: str) -> str:
    return key.replace("_", " ")


def _kind(task: Task) -> str:
    if task.spare < 0:
        return "nobody"
    return "single_deadline" if task.deadline else "single"


def _lines(body: str, team: TeamCover) -> Iterator[dict[str, Any]]:
    for task in team.tasks:
        yield {
            "body": body,
            "team_people": len(team.people),
            "row": task.key,
            "people": len(task.able),
            "needed": task.needed,
            "spare": task.spare,
            "deadline_single": task.deadline and task.spare <= 0,
            **{end: getattr(team.short[task.key], end) for end in _BOUNDS},
            "now": team.short[task.key].central,
            "then": team.after[task.key],
        }
