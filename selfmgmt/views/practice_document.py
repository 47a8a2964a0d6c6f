"""What was filled in on the instruments of practice as a JSON document, by keys."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from selfmgmt.case import Case
from selfmgmt.case.practice_levers import practice_levers
from selfmgmt.views.practice import open_instruments, result_of

SCHEMA = "selfmgmt/practice/1"


def practice_document(case: Case) -> dict[str, Any]:
    """Findings and records of each instrument, and the levers that follow from all together.

    What stays with those who filled it in is not in it.
    """
    return {
        "schema": SCHEMA,
        "case": case.name,
        "instruments": {one.key: _result(case, one.key) for one in open_instruments(case)},
        "levers": practice_levers(case.practice),
    }


def _result(case: Case, key: str) -> dict[str, Any]:
    result = result_of(case, key)
    return {
        "answered": dict(result.answered),
        "findings": [
            {"key": one.key, "row": one.row, "values": _plain(one.values)}
            for one in result.findings
        ],
        "records": [_plain(one) for one in result.records],
    }


def _plain(value: Any) -> Any:
    """A value as JSON has it: dates as text, keys in lists."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
