"""A new user's first hour: from an empty case to an annex, a covered task and dates in a calendar.

Nothing but what stands on the pages is used, in the order in which they name it.
"""

import io
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.workspace.served import Served

pytestmark = pytest.mark.slow
PICTURES = os.environ.get("PICTURES", "")
"""A folder to leave pictures in, for who wants to look."""
SIZES: tuple[ViewportSize, ...] = ({"width": 1280, "height": 800}, {"width": 360, "height": 740})
MINUTES = 45
SECONDS_PER_ACT = 8  # to read, decide and fill in one field

BOARD = {  # what one decides, and at which level
    "Kiezen wie een vacature krijgt": {"Leidinggevende of coach": 5, "Team": 3},
    "Rooster en verlof in de vakantie": {"Team": 5, "Leidinggevende of coach": 2},
    "Geld uitgeven binnen het eigen budget van het team": {"Team": 3, "Directie": 5},
    "De werkwijze van het team veranderen": {"Team": 5, "Leidinggevende of coach": 3},
    "Antwoord geven op een vraag van de pers": {"College": 5, "Team": 3},
}
STAFF = {
    **BOARD,
    "Kiezen wie een vacature krijgt": {"Team": 5, "Leidinggevende of coach": 3},
    "Geld uitgeven binnen het eigen budget van het team": {"Team": 5, "Directie": 1},
}
AGREED = {
    "Kiezen wie een vacature krijgt": {"Team": 5, "Leidinggevende of coach": 3},
    "Geld uitgeven binnen het eigen budget van het team": {"Team": 5, "Directie": 1},
}
ROLES = {  # task: who can do it
    "Paspoorten": "ab",
    "Huwelijken": "bcd",
    "Adresonderzoek": "e",
}


@dataclass
class Person:
    """Somebody at the keyboard, who counts each field and button."""

    page: Page
    acts: int = 0
    started: float = field(default_factory=time.monotonic)

    @property
    def minutes(self) -> float:
        """How long it takes, with time to read and decide."""
        return (self.acts * SECONDS_PER_ACT + time.monotonic() - self.started) / 60

    def press(self, name: str) -> None:
        """Press a button."""
        self.acts += 1
        self.page.get_by_role("button", name=name, exact=True).first.click()
        self.settle()

    def follow(self, name: str) -> None:
        """Go to another page by its link in the bar."""
        self.acts += 1
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=name).click()
        self.page.locator(".selfmgmt-practice").wait_for()
        self.page.wait_for_function("!document.querySelector('.widget:has(script)')")
        self.settle()

    def choose(self, label: str, answer: str) -> None:
        """Choose from a list."""
        self.acts += 1
        self.page.get_by_label(label, exact=True).select_option(answer)
        self.settle()

    def write(self, label: str, text: str) -> None:
        """Type in a field, and Enter."""
        self.acts += 1
        box = self.page.get_by_label(label, exact=True)
        box.fill(text)
        box.press("Enter")
        self.settle()

    def settle(self) -> None:
        """Wait for the answer of the page, as a person does without noticing."""
        self.page.wait_for_timeout(150)

    def save(self, name: str) -> bytes:
        """Take a file along."""
        self.acts += 1
        with self.page.expect_download() as found:
            self.page.get_by_role("button", name=name, exact=True).click()
        return Path(found.value.path()).read_bytes()

    def decide(self, levels: dict[str, dict[str, int]]) -> None:
        """Fill in who decides what."""
        for row, cells in levels.items():
            for column, level in cells.items():
                self.choose(f"{row}, {column}", str(level))


@pytest.fixture
def person(page: Page, ours: Served) -> Person:
    """A new user, on the page with all pages."""
    page.set_default_timeout(60_000)
    page.goto(ours.link)
    return Person(page)


def is_in_order(page: Page, name: str) -> None:
    """It fits both sizes, and axe finds nothing."""
    for size in SIZES:
        page.set_viewport_size(size)
        page.wait_for_timeout(300)
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}_{size['width']}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert axe_violations(page, WCAG_2_1_AA) == []
    page.set_viewport_size(SIZES[0])


def test_a_first_hour(person: Person) -> None:
    """An annex, one task solved that hung on one person, and a roadmap in the calendar."""
    page = person.page
    who_decides(person)
    is_in_order(page, "who_decides")
    person.follow("Mensen")
    people(person)
    is_in_order(page, "people")
    person.follow("Routekaart")
    roadmap(person)
    is_in_order(page, "roadmap")
    page.reload()
    page.locator(".selfmgmt-practice").wait_for()
    page.get_by_text("De routekaart begint op 1 maart 2027.").first.wait_for()
    assert person.minutes < MINUTES
    if PICTURES:
        Path(PICTURES, "walk.txt").write_text(f"{person.acts} acts, {person.minutes:.1f} minutes\n")


def who_decides(person: Person) -> None:
    """Two bodies apart, what they agree on taken over, the rest settled, and the annex."""
    person.follow("Wie beslist?")
    person.decide(BOARD)
    person.press("Medewerkers")
    person.decide(STAFF)
    person.page.get_by_text("niet iedereen noemt dezelfde beslisser").first.wait_for()
    person.press("Afgesproken")
    person.press("Neem over wat iedereen gelijk invulde (6)")
    person.decide(AGREED)
    annex = Document(io.BytesIO(person.save("Bijlage voor Word")))
    cells = [cell.text for row in annex.tables[0].rows for cell in row.cells]
    decided = dict(zip(cells[::5], cells[1::5], strict=True))
    assert decided["Kiezen wie een vacature krijgt"] == "Team"
    assert decided["De begroting vaststellen"] == "Gemeenteraad"


def people(person: Person) -> None:
    """A task that hangs on one person, the step that solves it, and the chance in the case."""
    page = person.page
    person.write("Voeg toe: team", "Burgerzaken")
    for task, able in ROLES.items():
        person.write("Voeg toe: taak", task)
        for letter in able:
            person.choose(f"{task}, {letter}", "can")
    person.choose("Adresonderzoek, c", "learns")
    page.get_by_text(
        "Adresonderzoek (Burgerzaken): kan geen enkele persoon missen"
    ).first.wait_for()
    page.get_by_text("c leert Adresonderzoek").first.wait_for()
    person.choose("Adresonderzoek, c", "can")
    page.get_by_text("Adresonderzoek (Burgerzaken): kan geen enkele persoon missen").first.wait_for(
        state="detached"
    )
    person.press("Zet deze kans in mijn casus")
    page.get_by_text("In uw casus staat").wait_for()


def roadmap(person: Person) -> None:
    """A date, an option and a goal; then the steps, and the same steps in a calendar."""
    page = person.page
    person.write("Begin van de routekaart, Datum (begin, of resultaat zichtbaar)", "1-3-2027")
    person.choose(
        "Mogelijkheid waar de routekaart naartoe gaat, Mogelijkheid", "stepwise_programme"
    )
    person.write("Voeg toe: doel", "Vergunningen")
    person.write("Vergunningen, Datum (begin, of resultaat zichtbaar)", "31-12-2028")
    person.write("Vergunningen, Nummer in het collegeakkoord", "3.2")
    person.write("Vergunningen, Het doel in eigen woorden", "Vergunningen binnen zes weken")
    person.choose("Vergunningen, Lijn die dit dient", "results")
    person.press("Laat zien: Welke stappen, en wanneer?")
    page.get_by_text("loopt van 1 maart 2027").first.wait_for()
    calendar = Calendar.from_ical(person.save("Routekaart voor uw agenda"))
    events = calendar.walk("VEVENT")
    assert min(event.decoded("dtstart") for event in events).isoformat() == "2027-03-01"
    assert any("ondernemingsraad" in str(event["summary"]).lower() for event in events)
