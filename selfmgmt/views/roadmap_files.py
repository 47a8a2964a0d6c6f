"""The files of the roadmap page: a calendar, a workbook, and a draft for the algorithm register."""

import json
from collections.abc import Callable, Mapping
from datetime import date

from selfmgmt.analysis.case_roadmap import case_roadmap
from selfmgmt.case import Case
from selfmgmt.practice.register import register_draft
from selfmgmt.views.roadmap_calendar import roadmap_calendar
from selfmgmt.views.roadmap_workbook import roadmap_workbook


def _calendar_of(case: Case, _instrument: str) -> bytes:
    return roadmap_calendar(case_roadmap(case), name=case.name, made=date.today())


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
"""Name of a file to what makes it of a case."""
