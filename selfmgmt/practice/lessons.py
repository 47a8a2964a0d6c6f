"""Ten lessons: a score counts with an example, and beside that of an outside partner."""

from collections.abc import Iterator, Mapping
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

_ORDER = ("partner_lower", "partner_higher", "no_example", "no_partner")


def lessons(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """Where the partner scores otherwise, the furthest apart first; then scores without example."""
    own, partner = tables.get("own", {}), tables.get("partner", {})
    found = [*_against_partner(instrument, own, partner), *_without_example(instrument, tables)]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(sorted(found, key=lambda one: _ORDER.index(one.key))),
        records=tuple(records(tables)),
    )


def _against_partner(instrument: Instrument, own: Answers, partner: Answers) -> list[Finding]:
    found: list[tuple[int, Finding]] = []
    for row, cells in own.items():
        mine, theirs = cells.get("score"), partner.get(row, {}).get("score")
        if not isinstance(mine, int):
            continue
        if not isinstance(theirs, int):
            found.append((0, Finding(key="no_partner", row=row)))
        elif abs(mine - theirs) >= instrument.settings["far"]:
            key = "partner_lower" if theirs < mine else "partner_higher"
            values = {"own": mine, "partner": theirs}
            found.append((abs(mine - theirs), Finding(key=key, row=row, values=values)))
    return [one for _apart, one in sorted(found, key=lambda pair: -pair[0])]


def _without_example(instrument: Instrument, tables: Mapping[str, Answers]) -> Iterator[Finding]:
    for body, rows in tables.items():
        for row, cells in rows.items():
            score = cells.get("score")
            is_high = isinstance(score, int) and score >= instrument.settings["high"]
            if is_high and "example" not in cells:
                yield Finding(key="no_example", row=row, values={"body": body, "score": score})
