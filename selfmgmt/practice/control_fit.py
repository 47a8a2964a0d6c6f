"""Control that fits: would last year's overspend have been known in time?"""

from collections.abc import Iterator, Mapping
from math import ceil
from typing import Any

from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

_MONTHS = 12
_NEEDED = ("sees", "often", "threshold", "acts")
_ORDER = ("missed", "late", "untested", "no_say", "nobody", "in_time")


def control_fit(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """What would have been missed or seen late, what is not settled, and what was in time.

    ``model`` holds ``control``: of the figures that were begun the share that is settled and, where
    there was an overspend last year, would have warned in time.
    """
    rows = {row: cells for table in tables.values() for row, cells in table.items() if cells}
    found = [one for row, cells in rows.items() for one in _of_row(instrument, row, cells)]
    wrong = {one.row for one in found if one.key in _ORDER[:3]} | {
        row for row, cells in rows.items() if not cells.keys() >= set(_NEEDED)
    }
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(sorted(found, key=lambda one: _ORDER.index(one.key))),
        records=tuple(records(tables)),
        model={"control": 1 - len(wrong) / len(rows)} if rows else {},
    )


def month_known(overspend: float, threshold: float, months: float, lag: float) -> float | None:
    """The month in which an overspend that grows evenly over the year is known; None when never.

    Args:
        overspend: At the end of the year, as a share of the amount for the year.
        threshold: The deviation, as the same share, from which somebody acts.
        months: Between two reports.
        lag: Months between the end of a period and its report.

    >>> month_known(0.12, 0.02, 1, 1), month_known(0.12, 0.05, 3, 2), month_known(0.03, 0.05, 1, 0)
    (3.0, 8.0, None)
    """
    if threshold > overspend:
        return None
    crossed = _MONTHS * threshold / overspend
    reports = max(ceil(round(crossed / months, 9)), 1)
    return float(reports * months + lag)


def _of_row(instrument: Instrument, row: str, cells: Mapping[str, Answer]) -> Iterator[Finding]:
    missing = tuple(column for column in _NEEDED if column not in cells)
    if missing:
        yield Finding(key="nobody", row=row, values={"missing": missing})
    if cells.get("stays") == "team" and cells.get("acts") not in (None, "team"):
        yield Finding(key="no_say", row=row, values={"acts": cells["acts"]})
    overspend = cells.get("overspend")
    if isinstance(overspend, float) and overspend > 0:
        yield _warning(instrument, row, cells, overspend)


def _warning(
    instrument: Instrument, row: str, cells: Mapping[str, Answer], overspend: float
) -> Finding:
    """Whether the overspend would have been known by May, and why not."""
    values: dict[str, Any] = {"share_overspend": overspend}
    threshold, often = cells.get("threshold"), cells.get("often")
    if not isinstance(threshold, float) or often is None or "acts" not in cells:
        return Finding(key="untested", row=row, values=values)
    months, lag = instrument.settings[str(often)], float(cells.get("lag", 0))  # type: ignore[arg-type]
    month = month_known(overspend, threshold, months, lag)
    if month is None:
        return Finding(key="missed", row=row, values={**values, "share_threshold": threshold})
    key = (
        "in_time" if month <= load_ledger().for_calculation("control_known_by").central else "late"
    )
    return Finding(key=key, row=row, values={**values, "month": month})
