"""How many people were asked, per group: without it nobody can say how many answered."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.read_numbers import parse_bare_number
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.columns import role_spellings
from selfmgmt.readiness.groups import TOTAL, Group, Rules
from selfmgmt.readiness.sheets import read_sheets
from selfmgmt.readiness.wording import plain
from selfmgmt.values import unknown

_WHOLE = {"total", "totaal", "organisation", "organisatie"}


def read_sizes(path: str | Path, answers: Answers) -> dict[Group, int]:
    """Read a table of two columns: the name of a role or team, and how many people it has.

    The name ``totaal`` (or ``total``) is for the organisation. A first row without a number is
    the heading.

    Args:
        path: A .csv or .xlsx file.
        answers: Have the roles and teams that the names may be.

    Raises:
        InputError: The file cannot be read, or with every row that is not understood.
    """
    rows = [row for sheet in read_sheets(path)[:1] for row in sheet.rows]
    filled = [(at, row) for at, row in enumerate(rows, start=1) if any(map(str.strip, row))]
    names, to_suggest = _names(answers), _may_be_named(answers)
    found: dict[Group, int] = {}
    faults: list[str] = []
    for at, row in filled:
        if at == filled[0][0] and not any(letter.isdigit() for letter in row[1:2] and row[1]):
            continue
        try:
            group, size = _read(row, names, to_suggest)
        except InputError as fault:
            faults.append(gettext("row {row}: {fault}", row=at, fault=fault))
        else:
            found[group] = size
    if faults:
        raise InputError(*faults)
    return found


def _names(answers: Answers) -> dict[str, Group]:
    """Every way to write a group, with the group."""
    teams = {plain(team): Group("team", team) for team in answers.teams if team}
    roles = {plain(role): Group("role", role) for role in answers.roles if role}
    spelled = {word: Group("role", key) for word, key in role_spellings().items()}
    return {**spelled, **roles, **teams, **dict.fromkeys(_WHOLE, TOTAL)}


def _may_be_named(answers: Answers) -> list[str]:
    """Names for a message: roles, the whole, and teams that are no handful of people."""
    people = Counter(map(plain, answers.teams))
    least = Rules().min_respondents
    teams = [name for name, count in people.items() if name and count >= least]
    return [*role_spellings(), *teams, *sorted(_WHOLE)]


def _read(
    row: Sequence[str], names: Mapping[str, Group], to_suggest: Sequence[str]
) -> tuple[Group, int]:
    name, written = (*row, "", "")[:2]
    group = names.get(plain(name))
    if group is None:
        raise InputError(unknown(name, to_suggest))
    size = parse_bare_number(written)
    if size < 0 or size % 1:
        raise InputError(
            gettext("{given} is no number of people; use a whole number.", given=quoted(written))
        )
    return group, int(size)
