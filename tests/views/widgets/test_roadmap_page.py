"""The page of the roadmap: what is filled in there is in the files that it hands out."""

from base64 import b64decode
from typing import Any

import pytest
from icalendar import Calendar

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.views.roadmap_files import DOCUMENTS
from selfmgmt.views.widgets.practice import PracticePage
from tests.practice.example import example_case


def page_of(language: str, **practice: Any) -> PracticePage:
    """The page with what was filled in before."""
    with speaking(language):
        return PracticePage(example_case(**practice), ["roadmap"], documents=DOCUMENTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_a_word_on_its_button(language: str) -> None:
    """The page cannot draw a button without."""
    page = page_of(language, roadmap={"plan": {"start": {"date": "2027-01-04"}}})
    assert set(page.page["files"]) <= set(page.page["words"])


def test_the_calendar_begins_on_the_date_that_was_filled_in() -> None:
    """Filled in on the page, and handed out as a file."""
    page = page_of("en", roadmap={"plan": {"option": {"option": "stepwise_programme"}}})
    page.answer({"do": "set", "field": "start.date", "value": "4-1-2027", "seq": 1})
    assert page.state["faults"] == {}
    page.answer({"do": "form", "form": "calendar.ics", "seq": 2})
    download = page.state["download"]
    assert download["name"] == "roadmap_calendar.ics"
    events = Calendar.from_ical(b64decode(download["content"])).walk("VEVENT")
    assert min(event.decoded("dtstart") for event in events).isoformat() == "2027-01-04"
