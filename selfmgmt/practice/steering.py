"""The steering profile: facts now against what is wanted, and against the chosen design."""

from collections.abc import Iterator, Mapping
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult
from selfmgmt.practice.who_decides import MANDATE

_OF_THE_TEAM = ("team", "team_member", "article_team")
_WITH_THE_TEAM = (*_OF_THE_TEAM, "team_meeting", "team_plan", "interim_report", "team_talk",
                  "both_talks")  # fmt: skip


def steering(
    instrument: Instrument, tables: Mapping[str, Answers], known: Mapping[str, Any]
) -> PracticeResult:
    """Clashes with the design, gaps that nobody closes, gaps with an owner, facts without a paper.

    ``model`` holds ``frames``: the share of the facts, now and wanted both filled in, that are as
    they are wanted.
    """
    rows = {row: cells for table in tables.values() for row, cells in table.items() if cells}
    gaps = list(_gaps(rows))
    both = [row for row, cells in rows.items() if {"now", "wanted"} <= cells.keys()]
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=(
            *_clashes(instrument, rows, known.get(MANDATE, {})),
            *(one for one in gaps if one.key == "open_gap"),
            *(one for one in gaps if one.key == "gap"),
            *_unchecked(rows),
        ),
        records=tuple(records(tables)),
        model={"frames": 1 - len(gaps) / len(both)} if both else {},
    )


def _gaps(rows: Answers) -> Iterator[Finding]:
    for row, cells in rows.items():
        if {"now", "wanted"} <= cells.keys() and cells["now"] != cells["wanted"]:
            has_owner = {"change", "owner"} <= cells.keys()
            yield Finding(key="gap" if has_owner else "open_gap", row=row, values=dict(cells))


def _unchecked(rows: Answers) -> Iterator[Finding]:
    """The facts of which it does not say on which paper they stand."""
    bare = [row for row, cells in rows.items() if "now" in cells and "paper" not in cells]
    if bare:
        yield Finding(key="unchecked", values={"count": len(bare)})


def _clashes(
    instrument: Instrument, rows: Answers, mandate: Mapping[str, int]
) -> Iterator[Finding]:
    """Where a fact, as wanted or else as it is, does not agree with who decides in the design."""
    start = instrument.settings["team_decides_from"]
    for row, cells in rows.items():
        facts = instrument.rows.get(row)
        who = cells.get("wanted", cells.get("now"))
        domain = facts.feeds if facts else None
        if domain is None or domain not in mandate or who is None:
            continue
        level = mandate[domain]
        values = {"domain": domain, "design": level, "who": (who,)}
        if level >= start and who not in _WITH_THE_TEAM:
            yield Finding(key="clash_low", row=row, values=values)
        elif level < start and who in _OF_THE_TEAM:
            yield Finding(key="clash_high", row=row, values=values)
