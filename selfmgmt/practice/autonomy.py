"""The autonomy of teams: the level on paper, and the last time that a team used it."""

from collections.abc import Iterator, Mapping
from statistics import median_low
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult
from selfmgmt.practice.who_decides import MANDATE

_RECENT = ("month", "quarter", "year")
_ORDER = ("paper_only", "untested", "clash", "wanted")


def autonomy(
    instrument: Instrument, tables: Mapping[str, Answers], known: Mapping[str, Any]
) -> PracticeResult:
    """What is on paper only, what is untested, clashes with the design, and what is wanted.

    ``model`` holds the proven level in each domain: the lower middle of the kinds of team. A level
    of deciding that a team did not use for a year counts as being consulted.
    """
    proven: dict[str, list[int]] = {}
    for cells_of in tables.values():
        for domain, cells in cells_of.items():
            if (level := proven_level(instrument, cells)) is not None:
                proven.setdefault(domain, []).append(level)
    levels = {domain: median_low(given) for domain, given in proven.items()}
    found = [*_of_tables(instrument, tables), *_clashes(levels, known.get(MANDATE, {}))]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(sorted(found, key=lambda one: _ORDER.index(one.key))),
        records=tuple(records(tables)),
        model={f"autonomy.{domain}": float(level) for domain, level in levels.items()},
    )


def proven_level(instrument: Instrument, cells: Mapping[str, Answer]) -> int | None:
    """The level that counts: that on paper, unless deciding was never done or long ago.

    >>> from selfmgmt.practice.known import find_instrument
    >>> proven_level(find_instrument("autonomy"), {"level": 6, "last": "never"})
    3
    """
    level = cells.get("level")
    if not isinstance(level, int):
        return None
    decides = level >= instrument.settings["decides_from"]
    if decides and cells.get("last") not in _RECENT:
        return int(instrument.settings["unproven"])
    return level


def _of_tables(instrument: Instrument, tables: Mapping[str, Answers]) -> Iterator[Finding]:
    for body, rows in tables.items():
        for domain, cells in rows.items():
            level, wanted = cells.get("level"), cells.get("wanted")
            counts = proven_level(instrument, cells)
            about = {"body": body, "level": level, "counts": counts}
            if level != counts:
                yield Finding(
                    key="paper_only" if "last" in cells else "untested", row=domain, values=about
                )
            if level is not None and wanted not in (None, level):
                yield Finding(key="wanted", row=domain, values={**about, "wanted": wanted})


def _clashes(levels: Mapping[str, int], mandate: Mapping[str, int]) -> Iterator[Finding]:
    for domain, level in levels.items():
        if domain in mandate and mandate[domain] > level:
            values = {"domain": domain, "level": level, "design": mandate[domain]}
            yield Finding(key="clash", values=values)
