"""Where bodies that filled in apart differ; the rule of an instrument that needs no other."""

from collections.abc import Iterator, Mapping
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult


def differences(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """Every cell that two bodies answered unlike, the furthest apart first."""
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=differing(apart(instrument, tables)),
        records=tuple(records(tables)),
    )


def apart(instrument: Instrument, tables: Mapping[str, Answers]) -> dict[str, Answers]:
    """The tables of the bodies that filled in apart, without that of what was agreed."""
    return {body: rows for body, rows in tables.items() if body != instrument.agreed}


def differing(tables: Mapping[str, Answers]) -> tuple[Finding, ...]:
    """A finding for each cell on which bodies differ: numbers by distance, then the others.

    >>> tables = {"a": {"row": {"x": 1, "y": 2}}, "b": {"row": {"x": 4, "y": 2}}}
    >>> [(one.row, one.values["column"], one.values["apart"]) for one in differing(tables)]
    [('row', 'x', 3.0)]
    """
    cells: dict[tuple[str, str], dict[str, Answer]] = {}
    for body, rows in tables.items():
        for row, answers in rows.items():
            for column, answer in answers.items():
                cells.setdefault((row, column), {})[body] = answer
    found = [
        Finding(
            key="differ",
            row=row,
            values={"column": column, "answers": given, "apart": _apart(given)},
        )
        for (row, column), given in cells.items()
        if len(set(given.values())) > 1
    ]
    return tuple(sorted(found, key=lambda one: -one.values["apart"]))


def records(tables: Mapping[str, Answers]) -> Iterator[dict[str, Any]]:
    """One line per answer: body, row, column, answer."""
    for body, rows in tables.items():
        for row, answers in rows.items():
            for column, answer in answers.items():
                yield {"body": body, "row": row, "column": column, "answer": answer}


def answered(instrument: Instrument, tables: Mapping[str, Answers]) -> dict[str, float]:
    """The share of the cells that each body filled in, 0 to 1; fixed cells count as filled."""
    return {body: _share(instrument, rows) for body, rows in tables.items()}


def _share(instrument: Instrument, rows: Answers) -> float:
    columns = {column for cells in rows.values() for column in cells} | instrument.columns.keys()
    filled = sum(len(cells) for cells in rows.values())
    return filled / (len(rows) * len(columns)) if rows and columns else 0.0


def _apart(given: Mapping[str, Answer]) -> float:
    numbers = [float(one) for one in given.values() if isinstance(one, int | float)]
    return max(numbers) - min(numbers) if len(numbers) > 1 else 0.0
