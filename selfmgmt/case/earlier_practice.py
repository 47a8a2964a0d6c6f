"""Answers on the instruments as earlier versions wrote them, moved to where they stand today.

The tensions had a row of a year later; today people place themselves anew, and what they answered
before is kept under a date. The option of the roadmap was named under "goal".
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from selfmgmt.case.faults import Path
from selfmgmt.evidence.files import read_mapping
from selfmgmt.language import gettext
from selfmgmt.practice.goals import OPTION, PLAN, START
from selfmgmt.practice.known import find_instrument
from selfmgmt.resources import DATA

_PRACTICE, _TENSIONS, _ROADMAP = "practice", "tensions", "roadmap"
_CELL = 3  # steps below the instrument: body, row and column
Cells = dict[tuple[str, ...], Any]
"""Body, row and column to what is written there."""


@cache
def _form() -> dict[str, Any]:
    return read_mapping(DATA / "instruments" / "earlier_practice.yaml")


def moved_cells(values: Mapping[str, Any]) -> dict[Path, Path]:
    """Where cells of an earlier version stand to where they stand today; empty for a case of today.

    Args:
        values: All that a file says, as text. A sheet that is no table stays where it is.
    """
    moved: dict[Path, Path] = {}
    for key, moves_of in ((_TENSIONS, _moves_of_tensions), (_ROADMAP, _moves_of_roadmap)):
        cells = _cells(values, key)
        if all(len(path) == _CELL for path in cells):
            moved |= {
                (_PRACTICE, key, *old): (_PRACTICE, key, *new)
                for old, new in moves_of(cells).items()
            }
    return moved


def with_moved_cells(values: Mapping[str, Any], moved: Mapping[Path, Path]) -> dict[str, Any]:
    """The same with every cell where it stands today; texts that meet in one are joined."""
    practice = dict(values[_PRACTICE])
    for key in {str(path[1]) for path in moved}:
        cells: dict[Path, Any] = {}
        for old, written in _cells(values, key).items():
            new = moved.get((_PRACTICE, key, *old), ("", "", *old))[2:]
            cells[new] = f"{cells[new]}; {written}" if new in cells else written
        practice[key] = _nested(cells)
    return {**values, _PRACTICE: practice}


def earlier_practice_words() -> str:
    """What is different since, in one sentence."""
    return gettext(
        "This case was made with an earlier version, and nothing of it is lost: where people stood "
        "on the tensions after a year is what counts today, what they answered before that is kept "
        "under {date} because the file has no date of it, and the option of the roadmap has a "
        "field of its own.",
        date=_form()["then"],
    )


def _moves_of_tensions(cells: Cells) -> dict[tuple[str, ...], Path]:
    """What was answered a year later becomes today's; what stood before it goes under a date."""
    agreed = find_instrument(_TENSIONS).agreed
    moves: dict[tuple[str, ...], Path] = {}
    is_repeated = any(_is_later(row) for body, row, _column in cells if body != agreed)
    for body, row, column in cells:
        if body == agreed:
            if _is_later(row):
                moves[body, row, column] = (body, _row_for_agreement(cells, body, row), column)
        elif _is_later(row):
            moves[body, row, column] = (body, _row_today(row, 0), column)
        elif is_repeated:
            moves[body, row, column] = (_form()["then"], body, row, column)
    return moves


def _is_later(row: str) -> bool:
    return bool(row.endswith(_form()["later"]))


def _row_today(row: str, index: int) -> str:
    return f"{row.removesuffix(_form()['later'])}{_form()['rows_today'][index]}"


def _row_for_agreement(cells: Cells, body: str, row: str) -> str:
    """The first row of the same tension without an agreement, else the first of all."""
    filled_in = {given for other, given, _column in cells if other == body}
    rows = [_row_today(row, index) for index in range(len(_form()["rows_today"]))]
    return next((one for one in rows if one not in filled_in), rows[0])


def _moves_of_roadmap(cells: Cells) -> dict[tuple[str, ...], Path]:
    """The name of the option goes to its own column; what else stood beside it is a goal."""
    instrument = find_instrument(_ROADMAP)
    rows = {row for _body, row, _column in cells}
    moves: dict[tuple[str, ...], Path] = {}
    for body, row, column in cells:
        if body != PLAN or row not in (START, OPTION) or column not in instrument.columns:
            continue
        own_row = f"{row}{_form()['own_row']}"
        if [row, column] == _form()["option"] and (body, OPTION, OPTION) not in cells:
            moves[body, row, column] = (body, OPTION, OPTION)
        elif not instrument.asks(row, column) and own_row not in rows:
            moves[body, row, column] = (body, own_row, column)
    return moves


def _cells(values: Mapping[str, Any], key: str) -> Cells:
    practice = values.get(_PRACTICE)
    return dict(_leaves(practice.get(key), ())) if isinstance(practice, Mapping) else {}


def _leaves(written: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """What is filled in, by its path."""
    if isinstance(written, Mapping):
        for key, inner in written.items():
            yield from _leaves(inner, (*path, str(key)))
    elif written is not None and str(written).strip():
        yield path, written


def _nested(cells: Mapping[Path, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path, written in cells.items():
        inner: dict[Any, Any] = found
        for step in path[:-1]:
            inner = inner.setdefault(step, {})
        inner[path[-1]] = written
    return found
