"""The roadmap as files: a calendar (iCalendar) and a workbook."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from io import BytesIO
from typing import Any

from selfmgmt.analysis.case_roadmap import case_roadmap
from selfmgmt.analysis.roadmap import OptionRoadmap
from selfmgmt.case import Case
from selfmgmt.language import gettext
from selfmgmt.practice.register import register_draft
from selfmgmt.practice.roadmap import PlannedStep
from selfmgmt.practice.steps import load_methods, load_words
from selfmgmt.views.tables import Table
from selfmgmt.views.words.roadmap import stop_value
from selfmgmt.views.words.roadmap_tables import (
    development_table,
    effort_table,
    steps_table,
    stops_table,
)

_DOMAIN = "selfmgmt"
_LONGEST = 31  # letters of the name of a sheet
_WIDEST = 60


def roadmap_calendar(found: OptionRoadmap) -> bytes:
    """The steps, the moments and the days on which to look at the stop lines, as iCalendar.

    The same roadmap gives the same bytes, so a calendar that reads it again doubles nothing.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", f"-//{_DOMAIN}//roadmap//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", gettext("Roadmap to “{option}”", option=found.label))
    stamp = datetime.combine(found.roadmap.start, time(), UTC)
    for event in (*_steps(found), *_checks(found)):
        event.add("dtstamp", stamp)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def roadmap_workbook(found: OptionRoadmap) -> bytes:
    """Steps, stop lines, effort and the development path, a sheet each."""
    import pandas as pd

    written = BytesIO()
    tables = (
        steps_table(found.roadmap),
        stops_table(found),
        effort_table(found),
        development_table(found.roadmap),
    )
    with pd.ExcelWriter(written, engine="openpyxl") as book:
        for table in tables:
            frame = pd.DataFrame(list(table.rows), columns=list(table.heads))
            name = _sheet_name(table)
            frame.to_excel(book, sheet_name=name, index=False)
            _dress(book.sheets[name])
    return written.getvalue()


def _calendar_of(case: Case, _instrument: str) -> bytes:
    return roadmap_calendar(case_roadmap(case))


def _workbook_of(case: Case, _instrument: str) -> bytes:
    return roadmap_workbook(case_roadmap(case))


def register_file(case: Case, _instrument: str = "") -> bytes:
    """A draft for the algorithm register as JSON, with the keys of the publication standard.

    The register takes Dutch only; what is empty only a person can fill in.
    """
    draft = {
        "draft": "Dit is een concept: laat een mens elk veld nalezen en aanvullen.",
        **register_draft(case.name),
        "lang": "nld",
        "standard_version": "1.0",
    }
    return json.dumps(draft, ensure_ascii=False, indent=2).encode()


DOCUMENTS: Mapping[str, Callable[[Case, str], bytes]] = {
    "calendar.ics": _calendar_of,
    "steps.xlsx": _workbook_of,
    "register.json": register_file,
}
"""The files of the roadmap page: name to what makes it of a case."""


def _steps(found: OptionRoadmap) -> Iterator[Any]:
    from icalendar import Event

    for one in found.roadmap.steps:
        event = Event()
        event.add("uid", f"{one.step.key}-{found.option}@{_DOMAIN}")
        event.add("summary", str(one.step.label))
        event.add("dtstart", one.begin)
        event.add("dtend", one.end + timedelta(days=1))  # the day after the last, says RFC 5545
        event.add("description", _description(one))
        event.add("categories", [str(load_words().tracks[one.step.track])])
        yield event


def _checks(found: OptionRoadmap) -> Iterator[Any]:
    from icalendar import Event

    for quarter, day in found.due.items():
        event = Event()
        event.add("uid", f"stop-{quarter}-{found.option}@{_DOMAIN}")
        event.add("summary", gettext("Look at the stop lines"))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        lines = (
            f"{line.rule.label}: {stop_value(line, line.lines[quarter])}. {line.rule.then}"
            for line in found.stops
        )
        event.add("description", "\n".join(lines))
        yield event


def _description(one: PlannedStep) -> str:
    words = load_words()
    parts = [
        str(one.step.what),
        gettext("Owner: {owner}.", owner=words.owners[one.step.owner]),
        gettext("Only when: {entry}", entry=one.step.entry),
    ]
    if one.goals:
        parts.append(
            gettext("Goals of the coalition agreement: {goals}.", goals=", ".join(one.goals))
        )
    if one.step.method:
        card = load_methods()[one.step.method]
        parts.append(f"{card.label}: {' '.join(map(str, card.how))}")
    return "\n".join(parts)


def _sheet_name(table: Table) -> str:
    return table.caption.partition(":")[0][:_LONGEST]


def _dress(sheet: Any) -> None:
    """Wide enough to read, the heads in sight; text that looks like a formula stays text."""
    from openpyxl.styles import Alignment

    sheet.freeze_panes = "B2"
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, _WIDEST)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, str):
                cell.data_type = "s"
