"""Six tensions: where people place themselves alone, how far apart bodies are, what was agreed.

Of a body in which fewer people placed themselves than ``fewest`` nothing leaves this module: not in
the findings, not in the records.
"""

from collections.abc import Iterator, Mapping
from statistics import fmean
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.differences import answered, apart
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

_NOW, _WANTED, _AGREEMENT = "now", "wanted", "agreement"
_ORDER = ("hidden", "apart", "shift", "spread")
Positions = Mapping[str, Mapping[str, tuple[int, ...]]]
"""Body to row to the positions in it, sorted, so that they tell nothing of who took which."""


def tensions(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """The bodies that are far apart first, each with what was agreed."""
    bodies = apart(instrument, tables)
    visible = _visible(instrument, bodies)
    hidden = [
        Finding(key="hidden", values={"body": body, "fewest": int(instrument.settings["fewest"])})
        for body, rows in bodies.items()
        if any(rows.values()) and body not in visible
    ]
    agreements = tables.get(instrument.agreed or "", {})
    found = [*hidden, *_apart(instrument, visible, agreements), *_within(instrument, visible)]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(sorted(found, key=lambda one: _ORDER.index(one.key))),
        records=(*_records(visible), *_agreements(instrument, agreements)),
        computed=tuple(
            {"body": body, "row": row, "now": fmean(positions)}
            for body, rows in visible.items()
            for row, positions in rows.items()
        ),
    )


def _visible(instrument: Instrument, bodies: Mapping[str, Answers]) -> Positions:
    """The positions of the bodies that are large enough, row by row."""
    fewest = instrument.settings["fewest"]
    counted = {
        body: {
            row: tuple(sorted(level for level in cells.values() if isinstance(level, int)))
            for row, cells in rows.items()
        }
        for body, rows in bodies.items()
    }
    kept = {
        body: {row: positions for row, positions in rows.items() if len(positions) >= fewest}
        for body, rows in counted.items()
    }
    return {body: rows for body, rows in kept.items() if rows}


def _apart(instrument: Instrument, visible: Positions, agreements: Answers) -> list[Finding]:
    """Of each row the two bodies whose means are furthest apart, when that is far."""
    found: list[tuple[float, Finding]] = []
    for row in instrument.rows:
        means = {body: fmean(rows[row]) for body, rows in visible.items() if row in rows}
        if not means:
            continue
        low, high = min(means, key=means.__getitem__), max(means, key=means.__getitem__)
        gap = means[high] - means[low]
        if gap >= instrument.settings["far"]:
            values = {"high_body": high, "high": means[high], "low_body": low, "low": means[low]}
            values |= {_AGREEMENT: _agreed(instrument, agreements, row)}
            found.append((gap, Finding(key="apart", row=row, values=values)))
    return [finding for _gap, finding in sorted(found, key=lambda pair: -pair[0])]


def _agreed(instrument: Instrument, agreements: Answers, row: str) -> str:
    """What was agreed on the tension of a row, whichever of its rows it stands beside."""
    tension = row.removesuffix(f"_{instrument.rows[row].feeds}")
    given = [
        str(cells[_AGREEMENT])
        for other, cells in agreements.items()
        if other.startswith(f"{tension}_") and _AGREEMENT in cells
    ]
    return " ".join(given)


def _within(instrument: Instrument, visible: Positions) -> Iterator[Finding]:
    """How far a body is spread, and where it wants to go."""
    far = instrument.settings["far"]
    for body, rows in visible.items():
        for row, positions in rows.items():
            if positions[-1] - positions[0] > 2 * far:
                values = {"body": body, "low": positions[0], "high": positions[-1]}
                yield Finding(key="spread", row=row, values=values)
        yield from _shifts({row: fmean(positions) for row, positions in rows.items()}, body, far)


def _shifts(means: Mapping[str, float], body: str, far: float) -> Iterator[Finding]:
    """The tensions on which a body wants to stand elsewhere than it does now."""
    for row, now in means.items():
        wanted = (
            means.get(f"{row.removesuffix(_NOW)}{_WANTED}") if row.endswith(f"_{_NOW}") else None
        )
        if wanted is not None and abs(wanted - now) >= far:
            yield Finding(key="shift", row=row, values={"body": body, _NOW: now, _WANTED: wanted})


def _records(visible: Positions) -> Iterator[dict[str, Any]]:
    """How many of a body stand at each position: counts, no persons."""
    for body, rows in visible.items():
        for row, positions in rows.items():
            for position in sorted(set(positions)):
                count = positions.count(position)
                yield {"body": body, "row": row, "column": str(position), "answer": count}


def _agreements(instrument: Instrument, agreements: Answers) -> Iterator[dict[str, Any]]:
    for row, cells in agreements.items():
        for column, answer in cells.items():
            yield {"body": instrument.agreed, "row": row, "column": column, "answer": answer}
