"""The start of the roadmap and the goals of the coalition agreement (V4), as filled in."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from selfmgmt.practice.answers import Answers
from selfmgmt.practice.differences import answered, records
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult
from selfmgmt.practice.roadmap import QUARTER, Goal, after
from selfmgmt.practice.steps import load_words
from selfmgmt.reference.settings import setting

PLAN = "plan"
START = "start"
OPTION = "option"


def goals(
    instrument: Instrument, tables: Mapping[str, Answers], _known: Mapping[str, Any]
) -> PracticeResult:
    """Goals that are not whole yet, and goals whose result must show after the roadmap ends."""
    rows = tables.get(PLAN, {})
    begin = start_of(rows)
    found = [Finding(key="start", values={"date": begin})] if begin else [Finding(key="no_start")]
    for row, cells in rows.items():
        if row in (START, OPTION) or not cells:
            continue
        missing = [column for column in ("number", "goal", "track", "date") if column not in cells]
        if missing:
            found.append(Finding(key="open", row=row, values={"columns": tuple(missing)}))
        until = cells.get("date")
        end = after(begin, load_words().most_months) if begin else None
        if isinstance(until, date) and end and until > end:
            found.append(Finding(key="too_late", row=row, values={"date": until, "end": end}))
    return PracticeResult(
        instrument=instrument.key,
        answered=answered(instrument, tables),
        findings=tuple(found),
        records=tuple(records(tables)),
    )


def start_of(rows: Answers) -> date | None:
    """The first day of the roadmap; None when it is open."""
    begin = rows.get(START, {}).get("date")
    return begin if isinstance(begin, date) else None


def option_of(rows: Answers) -> str:
    """The key or name of the option that the roadmap leads to; empty when it is open."""
    return str(rows.get(OPTION, {}).get(OPTION, ""))


def goals_of(rows: Answers) -> tuple[Goal, ...]:
    """The goals that have a number and a track.

    >>> goals_of({"safe": {"number": "3.2", "goal": "Safe streets", "track": "results"}})[0].number
    '3.2'
    """
    return tuple(
        Goal(
            number=str(cells["number"]),
            text=str(cells.get("goal", "")),
            track=str(cells["track"]),
            until=until if isinstance(until := cells.get("date"), date) else None,
        )
        for row, cells in rows.items()
        if row not in (START, OPTION) and "number" in cells and "track" in cells
    )


def first_start(made: date) -> date:
    """Where a change starts that has no date yet: the first quarter that leaves time to decide.

    Args:
        made: The day on which figures are filled in, so that a decision can be prepared.

    >>> first_start(date(2026, 11, 30))
    datetime.date(2027, 4, 1)
    """
    earliest = made + timedelta(weeks=setting("decision_weeks"))
    return next_quarter(earliest - timedelta(days=1))


def next_quarter(today: date) -> date:
    """The first day of the next quarter of the year.

    >>> next_quarter(date(2026, 11, 30))
    datetime.date(2027, 1, 1)
    """
    first = date(today.year, (today.month - 1) // QUARTER * QUARTER + 1, 1)
    return after(first, QUARTER)
