"""What the case bar receives: the case that is open, its link, and how far its report is."""

from collections.abc import Sequence
from typing import TypedDict

from selfmgmt.case import Case
from selfmgmt.case.link import LONGEST_BETWEEN_PAGES, link_word
from selfmgmt.errors import InputError
from selfmgmt.workspace.lab.reports import ReportStatus

Buffers = Sequence[bytes | memoryview]
"""The files that a page sends along."""


class LinkOnPage(TypedDict):
    """The word that holds the case, and why it is none to pass on; empty when it is."""

    word: str
    wordless: str


class ReportOnPage(TypedDict):
    """How far the report is; ``done`` is a share."""

    phase: str
    done: float
    words: str
    has_word: bool


class BarReply(TypedDict, total=False):
    """What came of a request: a note, what is wrong, or a question to answer first."""

    note: str
    faults: list[str]
    ask: str


class BarState(LinkOnPage):
    """All that changes on the bar."""

    seq: object
    name: str
    kept: str
    is_kept: bool
    file_name: str
    back: str
    note: str
    faults: list[str]
    ask: str
    report: ReportOnPage


def link_of(case: Case, layout: str) -> LinkOnPage:
    """The word that carries the case to another page, and why it is none to pass on, if so."""
    try:
        word = link_word(case, layout=layout, longest=LONGEST_BETWEEN_PAGES)
    except InputError as fault:
        return {"word": "", "wordless": str(fault)}
    try:
        link_word(case, layout=layout)
    except InputError as fault:
        return {"word": word, "wordless": str(fault)}
    return {"word": word, "wordless": ""}


def report_on_page(report: ReportStatus, *, has_word: bool) -> ReportOnPage:
    """How far the report is, and whether it is there in Word too."""
    return {
        "phase": report.phase,
        "done": report.done,
        "words": report.words,
        "has_word": has_word and report.phase == "ready",
    }
