"""What bodies that filled in apart already agree on, taken over into what was agreed."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.practice.cells import Answer
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.moments import tables_now


def agreed_alike(instrument: Instrument, given: Mapping[str, Any]) -> dict[str, dict[str, Answer]]:
    """The answers that all who filled in a row gave alike, and that are not agreed yet.

    A row counts when two bodies or more filled it in.

    >>> from selfmgmt.practice.known import find_instrument
    >>> given = {"board": {"vacancy": {"team": 5, "manager": 4}}, "staff": {"vacancy": {"team": 5}}}
    >>> agreed_alike(find_instrument("who_decides"), given)
    {'vacancy': {'team': 5}}
    """
    now = tables_now(given)
    agreed = now.pop(instrument.agreed or "", {})
    found: dict[str, dict[str, Answer]] = {}
    for row in dict.fromkeys(row for rows in now.values() for row in rows):
        sheets = [rows[row] for rows in now.values() if row in rows]
        if len(sheets) < 2:
            continue
        alike = set.intersection(*({*cells.items()} for cells in sheets))
        cells = {
            column: answer
            for column, answer in sheets[0].items()
            if (column, answer) in alike
            and column not in agreed.get(row, {})
            and instrument.asks_of(instrument.agreed or "", column)
        }
        if cells:
            found[row] = cells
    return found


def with_agreed_alike(practice: Mapping[str, Any], instrument: Instrument) -> dict[str, Any]:
    """The section of a case in which :func:`agreed_alike` stands under what was agreed."""
    given = practice.get(instrument.key, {})
    found = agreed_alike(instrument, given)
    if not instrument.agreed or not found:
        return dict(practice)
    agreed = given.get(instrument.agreed, {})
    merged = {row: {**agreed.get(row, {}), **found.get(row, {})} for row in {**agreed, **found}}
    return {**practice, instrument.key: {**given, instrument.agreed: merged}}
