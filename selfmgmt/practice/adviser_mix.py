"""Policy advisers over three futures (R4): the gap per domain, by retraining or by hiring."""

from collections.abc import Iterator, Mapping
from math import fsum
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

FUTURES = ("strategic", "managing", "facilitating")


def adviser_mix(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """For each domain what is short, and how much of it those can fill of whom there are too many.

    Retraining stays within a domain. What is then still short is hired; what is then still too much
    leaves or goes to another domain. A future of which one side is open does not count.
    """
    lines: list[dict[str, Any]] = [
        {"body": body, "domain": domain, **_gaps(cells)}
        for body, rows in tables.items()
        for domain, cells in rows.items()
        if _known_futures(cells)
    ]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=(
            *(
                Finding(
                    key=key, row=line["domain"], values={"body": line["body"], "fte": line[key]}
                )
                for key in ("retrain", "hire", "surplus")
                for line in lines
                if line[key]
            ),
            *_without_tasks(tables),
        ),
        records=tuple(records(tables)),
        computed=tuple(
            {"body": body, "row": domain, "what": future, "now": now, "then": wanted}
            for body, rows in tables.items()
            for domain, cells in rows.items()
            for future in _known_futures(cells)
            for now, wanted in [_both(cells, future)]
        ),
    )


def _without_tasks(tables: Mapping[str, Answers]) -> Iterator[Finding]:
    """The domains in which more of some future is wanted, and no task says why."""
    for body, rows in tables.items():
        for domain, cells in rows.items():
            more = [
                wanted - now
                for now, wanted in (_both(cells, future) for future in _known_futures(cells))
                if wanted > now
            ]
            if more and "tasks" not in cells:
                values = {"body": body, "fte": fsum(more)}
                yield Finding(key="no_tasks", row=domain, values=values)


def _known_futures(cells: Mapping[str, Answer]) -> list[str]:
    return [
        future for future in FUTURES if f"{future}_now" in cells and f"{future}_wanted" in cells
    ]


def _both(cells: Mapping[str, Answer], future: str) -> tuple[float, float]:
    """FTE now and wanted."""
    now, wanted = cells[f"{future}_now"], cells[f"{future}_wanted"]
    return float(now), float(wanted)  # type: ignore[arg-type]  # both columns hold numbers


def _gaps(cells: Mapping[str, Answer]) -> dict[str, float]:
    """Wanted less now for each future, and what follows, FTE.

    >>> cells = {"strategic_now": 4, "strategic_wanted": 1, "managing_now": 2, "managing_wanted": 4}
    >>> [_gaps(cells)[key] for key in ("strategic", "retrain", "hire", "surplus")]
    [-3.0, 2.0, 0.0, 1.0]
    """
    both = {future: _both(cells, future) for future in _known_futures(cells)}
    gaps = {future: wanted - now for future, (now, wanted) in both.items()}
    short = fsum(gap for gap in gaps.values() if gap > 0)
    over = fsum(-gap for gap in gaps.values() if gap < 0)
    retrain = min(short, over)
    return {**gaps, "retrain": retrain, "hire": short - retrain, "surplus": over - retrain}
