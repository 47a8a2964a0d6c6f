"""The sheets on which bodies fill in the instruments of practice, one for each of both."""

from collections.abc import Iterable, Iterator, Mapping
from string import ascii_lowercase
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.workbook import PRACTICE
from selfmgmt.case.workbook_rows import CLOSED, Allowed, Fixed, Row, Sheet
from selfmgmt.language import gettext
from selfmgmt.practice.answers import Answers, with_fixed
from selfmgmt.practice.cells import answer_text
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import find_instrument
from selfmgmt.practice.moments import tables_earlier, tables_now

_EMPTY_COLUMNS = 6
_NUMBERS = ("number", "level", "share")


def practice_sheets(case: Case) -> Iterator[Sheet]:
    """A sheet for each body of each instrument that was begun, then those of earlier."""
    for key, given in case.practice.items():
        instrument = find_instrument(key)
        moments = {"": tables_now(given), **tables_earlier(given)}
        for day, tables in moments.items():
            bodies = tables if day else dict.fromkeys([*instrument.bodies, *tables])
            for body in bodies:
                yield _sheet(case, instrument, (day, body), tables.get(body, {}))


def _sheet(case: Case, instrument: Instrument, at: tuple[str, str], answers: Answers) -> Sheet:
    day, body = at
    table = with_fixed(instrument, answers)
    own = instrument.own_columns
    offered = ascii_lowercase[: instrument.letters] if own and own.asks(body) else ""
    given = (column for cells in answers.values() for column in cells)
    added = dict.fromkeys([*offered, *given])
    applicable = [key for key, column in instrument.columns.items() if column.asks(body)]
    keys = dict.fromkeys([*applicable, *added])
    addable = own if own and own.asks(body) else None
    columns = [(key, _heading(instrument, key)) for key in keys]
    columns += [("", str(addable.label))] * _EMPTY_COLUMNS if addable else []
    cell_keys = [*keys, *[""] * (len(columns) - len(keys))]
    rows = [*table, *[""] * instrument.own_rows]
    name = instrument.bodies.get(body, body)
    return Sheet(
        key=".".join(filter(None, (PRACTICE, instrument.key, day, body))),
        title=f"{instrument.short}, {name}{f' {day}' if day else ''}",
        explanation=f"{instrument.purpose} {instrument.who}",
        columns=columns,
        rows=[_row(case, instrument, row, table.get(row, {}), cell_keys) for row in rows],
    )


def _heading(instrument: Instrument, key: str) -> str:
    """What a column is called, and what may be filled in."""
    facts = instrument.columns.get(key)
    if facts is None:
        return key
    limits = instrument.limits(facts)
    differs = any(row.choices for row in instrument.rows.values())
    choices = "" if differs else ", ".join(map(str, facts.choices.values()))
    allowed = limits.words() if limits else choices
    return f"{facts.label}: {allowed}" if allowed else str(facts.label)


def _row(
    case: Case, instrument: Instrument, row: str, cells: Mapping[str, Any], keys: Iterable[str]
) -> Row:
    facts = instrument.rows.get(row)
    law = [f"{lock.article}: {lock.words}" for lock in instrument.locks if lock.row == row]
    helps = [str(facts.help)] if facts and facts.help else []
    return Row(
        key=row,
        title=str(facts.label) if facts else row.replace("_", " "),
        explanation=" ".join([*helps, *law]),
        values=[_value(case, instrument, (row, key), cells) for key in keys],
        allowed=[_allowed(case, instrument, row, key) for key in keys],
    )


def _value(
    case: Case, instrument: Instrument, at: tuple[str, str], cells: Mapping[str, Any]
) -> Any:
    """A number as a number, the rest as its words; None when it is open."""
    row, key = at
    if not instrument.asks(row, key) and key not in cells:
        return CLOSED
    answer = cells.get(key)
    if instrument.fixed(row, key) is not None:
        return Fixed(answer)
    facts = instrument.column(key)
    if facts and facts.kind == "option" and answer in case.options:
        return case.label(answer)
    if isinstance(answer, int | float) and facts and facts.kind in _NUMBERS:
        return answer
    return answer_text(instrument, key, answer) or None


def _allowed(case: Case, instrument: Instrument, row: str, key: str) -> Allowed:
    facts = instrument.column(key)
    if facts is None:
        return Allowed()
    if facts.kind == "level":
        return _levels(instrument, row, key)
    if choices := _choices(case, instrument, row, key):
        return Allowed(choices=choices)
    limits = instrument.limits(facts)
    if limits is None:
        return Allowed(is_date=facts.kind == "date")
    return Allowed(
        low=limits.low, high=limits.high, is_share=facts.kind == "share", words=limits.words()
    )


def _levels(instrument: Instrument, row: str, key: str) -> Allowed:
    """The levels that the law leaves in a cell, with their words beside it."""
    locks = instrument.locks_of(row, key)
    low = max([1, *(int(lock.low) for lock in locks)])
    high = min([len(instrument.levels), *(int(lock.high) for lock in locks)])
    words = [f"{level}: {instrument.levels[level - 1]}" for level in range(low, high + 1)]
    return Allowed(low=low, high=high, words="; ".join(words))


def _choices(case: Case, instrument: Instrument, row: str, key: str) -> tuple[str, ...]:
    """What a drop-down offers; nothing when there is none."""
    column = instrument.column(key)
    if column is None:
        return ()
    if column.kind == "yes_no":
        return gettext("yes"), gettext("no")
    if column.kind == "option":
        return tuple(case.label(key) for key, one in case.options.items() if one.is_way)
    return tuple(map(str, instrument.choices(row, key).values()))
