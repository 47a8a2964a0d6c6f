"""What of the tables may leave those who filled them in: nothing that stands beside a person."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import find_instrument
from selfmgmt.practice.moments import is_moment


def without_persons(practice: Mapping[str, Any]) -> dict[str, Any]:
    """The section of a case without the tables that stay with a team and the columns of persons.

    A page that is passed on holds the case behind it, so that its reader can go on with it.

    >>> cells = {"agreement": "Ask first.", "a": 2}
    >>> without_persons({"tensions": {"agreed": {"initiative_now": cells}}, "role_coverage": {}})
    {'tensions': {'agreed': {'initiative_now': {'agreement': 'Ask first.'}}}}
    """
    shared = [find_instrument(key) for key in practice]
    kept = {one.key: _tables(one, practice[one.key]) for one in shared if not one.private}
    return {key: tables for key, tables in kept.items() if tables}


def _tables(instrument: Instrument, tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables by body; those of earlier stand under their date."""
    found = {
        key: _tables(instrument, inner) if is_moment(key) else _rows(instrument, inner)
        for key, inner in tables.items()
    }
    return {key: inner for key, inner in found.items() if inner}


def _rows(instrument: Instrument, rows: Mapping[str, Any]) -> dict[str, Any]:
    """The rows of one body; columns under a letter are persons."""
    if not instrument.letters:
        return dict(rows)
    kept = {
        row: {column: cell for column, cell in cells.items() if column in instrument.columns}
        for row, cells in rows.items()
    }
    return {row: cells for row, cells in kept.items() if cells}
