"""The sheets on which bodies fill in the instruments of practice, one for each of both."""

from collections.abc import Iterable, Mapping
from string import ascii_lowercase
from typing import Any

from selfmgmt.case.workbook import PRACTICE
from selfmgmt.case.workbook_rows import Fixed, Row, Sheet
from selfmgmt.practice.answers import Answers, with_fixed
from selfmgmt.practice.cells import answer_text
from selfmgmt.practice.instrument import Instrument

_EMPTY_COLUMNS = 6


def practice_sheet(instrument: Instrument, body: str, answers: Answers) -> Sheet:
    """The sheet on which one body fills in one instrument."""
    rows = with_fixed(instrument, answers)
    own = instrument.own_columns
    offered = ascii_lowercase[: instrument.letters] if own and own.asks(body) else ""
    given = (column for cells in answers.values() for column in cells)
    added = dict.fromkeys([*offered, *given])
    applicable = [key for key, column in instrument.columns.items() if column.asks(body)]
    keys = dict.fromkeys([*applicable, *added])
    addable = own if own and own.asks(body) else None
    columns = [(key, _heading(instrument, key)) for key in keys]
    columns += [("", str(addable.label))] * _EMPTY_COLUMNS if addable else []
    empty = [None] * len(columns)
    return Sheet(
        key=f"{PRACTICE}.{instrument.key}.{body}",
        title=f"{instrument.short}, {instrument.bodies.get(body, body)}",
        explanation=f"{instrument.purpose} {instrument.who}",
        columns=columns,
        rows=[
            *(_practice_row(instrument, row, rows[row], keys, len(columns)) for row in rows),
            *[Row(key="", values=empty)] * instrument.own_rows,
        ],
    )


def _heading(instrument: Instrument, key: str) -> str:
    """What a column is called, and what may be filled in."""
    facts = instrument.columns.get(key)
    if facts is None:
        return key
    limits = instrument.limits(facts)
    choices = ", ".join(str(label) for label in facts.choices.values())
    allowed = limits.words() if limits else choices
    return f"{facts.label}: {allowed}" if allowed else str(facts.label)


def _practice_row(
    instrument: Instrument, row: str, cells: Mapping[str, Any], keys: Iterable[str], width: int
) -> Row:
    facts = instrument.rows.get(row)
    law = [f"{lock.article}: {lock.words}" for lock in instrument.locks if lock.row == row]
    helps = [str(facts.help)] if facts and facts.help else []
    values = [
        Fixed(cells[key])
        if instrument.fixed(row, key) is not None
        else _filled_in(instrument, key, cells.get(key))
        for key in keys
    ]
    return Row(
        key=row,
        title=str(facts.label) if facts else row.replace("_", " "),
        explanation=" ".join([*helps, *law]),
        values=[*values, *[None] * (width - len(values))],
    )


def _filled_in(instrument: Instrument, key: str, answer: Any) -> Any:
    """A number as a number, the rest as its words; None when it is open."""
    facts = instrument.column(key)
    if isinstance(answer, int | float) and facts and facts.kind in ("number", "level"):
        return answer
    return answer_text(instrument, key, answer) or None
