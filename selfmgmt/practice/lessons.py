"""Ten lessons: a score counts with an example only, and beside that of an outside partner."""

from collections.abc import Iterator, Mapping
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

SCORE, EXAMPLE = "score", "example"


def lessons(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """Where the partner scores otherwise, the furthest apart first; then what does not count yet.

    A score without an example of last month does not count, whoever gave it and however low it is.
    """
    bare = [
        (body, row, cells[SCORE])
        for body, rows in tables.items()
        for row, cells in rows.items()
        if SCORE in cells and EXAMPLE not in cells
    ]
    own, partner = (_counted(tables.get(body, {})) for body in ("own", "partner"))
    without = [
        Finding(key="no_example", row=row, values={"body": body, "score": score})
        for body, row, score in bare
    ]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=(*_apart(instrument, own, partner), *without, *_alone(own, tables)),
        records=tuple(records(tables)),
        uncounted=frozenset((body, row, SCORE) for body, row, _score in bare),
    )


def _counted(rows: Answers) -> dict[str, int]:
    """The scores that have an example, by row."""
    return {
        row: score
        for row, cells in rows.items()
        if EXAMPLE in cells and isinstance(score := cells.get(SCORE), int)
    }


def _apart(
    instrument: Instrument, own: Mapping[str, int], partner: Mapping[str, int]
) -> list[Finding]:
    far = {
        row: (score, partner[row])
        for row, score in own.items()
        if row in partner and abs(score - partner[row]) >= instrument.settings["far"]
    }
    return [
        Finding(
            key="partner_lower" if theirs < mine else "partner_higher",
            row=row,
            values={"own": mine, "partner": theirs},
        )
        for row, (mine, theirs) in sorted(far.items(), key=lambda one: -abs(one[1][0] - one[1][1]))
    ]


def _alone(own: Mapping[str, int], tables: Mapping[str, Answers]) -> Iterator[Finding]:
    """The scores of ours that count, and to which the partner gave none at all."""
    partner = tables.get("partner", {})
    for row in own:
        if SCORE not in partner.get(row, {}):
            yield Finding(key="no_partner", row=row)
