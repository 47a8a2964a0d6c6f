"""A nomination round for connectors (V1): counts of those who agreed, above the floors only."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.language import gettext
from selfmgmt.practice.answers import Answers
from selfmgmt.practice.differences import answered
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

AGREED = "agreed"
_FLOOR = "anonymity_min_respondents"


def connectors(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """How many connectors there are; never who. Below the floor nothing but how many are missing.

    A sheet with more names than allowed does not count. There are no records: no table or file
    shows who was named.
    """
    found = []
    for body, rows in tables.items():
        sheets = valid_sheets(instrument, rows)
        floor = int(load_ledger().for_calculation(_FLOOR).estimate.central)
        values = {"body": body, "sheets": len(sheets), "floor": floor}
        left_out = sum(row != AGREED for row in rows) - len(sheets)
        if left_out:
            found.append(Finding(key="invalid", values={"body": body, "sheets": left_out}))
        if len(sheets) < floor:
            found.append(Finding(key="too_few", values=values))
            continue
        count = sum(times >= _fewest(instrument) for times in _named(rows, sheets).values())
        found.append(Finding(key="found", values={**values, "count": count}))
    return PracticeResult(
        instrument=instrument.key, answered=answered(instrument, tables), findings=tuple(found)
    )


def outcome_for(instrument: Instrument, rows: Answers, number: str) -> bool:
    """For the person alone who holds ``number``: whether colleagues see a connector in them.

    Raises:
        InputError: This number did not agree, or too few sheets came in.
    """
    if rows.get(AGREED, {}).get(number) is not True:
        raise InputError(
            gettext("{number} did not agree to be named, so nothing is told.", number=number)
        )
    sheets = valid_sheets(instrument, rows)
    floor = int(load_ledger().for_calculation(_FLOOR).estimate.central)
    if len(sheets) < floor:
        raise InputError(
            gettext(
                "{sheets} sheets came in; something is told from {floor} on.",
                sheets=len(sheets),
                floor=floor,
            )
        )
    return _named(rows, sheets)[number] >= _fewest(instrument)


def valid_sheets(instrument: Instrument, rows: Answers) -> tuple[str, ...]:
    """The sheets that name somebody, and not too many."""
    most = int(instrument.settings["most_names"])
    names = {row: sum(cell is True for cell in cells.values()) for row, cells in rows.items()}
    return tuple(row for row, count in names.items() if row != AGREED and 0 < count <= most)


def _named(rows: Answers, sheets: tuple[str, ...]) -> dict[str, int]:
    """How often each number was named, of those who agreed."""
    willing = [number for number, cell in rows.get(AGREED, {}).items() if cell is True]
    return {number: sum(rows[sheet].get(number) is True for sheet in sheets) for number in willing}


def _fewest(instrument: Instrument) -> int:
    return int(instrument.settings["fewest_names"])
