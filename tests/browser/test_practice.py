"""The page of instruments as people meet it: by keyboard, on a telephone, with a small group."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from selfmgmt.language import speaking
from selfmgmt.practice import with_instruments_in
from selfmgmt.views.widgets.practice import PracticePage
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.widget_page import show_widget
from tests.practice.example import example_case

MADE_UP = Path(__file__).parents[1] / "practice" / "instruments"
TELEPHONE = {"width": 360, "height": 740}


@pytest.fixture
def sheet() -> PracticePage:
    """What Nijkerk might have filled in, in Dutch."""
    with speaking("nl"):
        return PracticePage(example_case(), ["who_decides", "steering", "control_fit", "tensions"])


def test_a_table_is_filled_in_by_keyboard(
    page: Page, sheet: PracticePage, errors: list[str], requests: list[str]
) -> None:
    """A figure on the keys chooses a level; Tab goes on; what the law fixes is no field."""
    show_widget(page, sheet)
    page.get_by_label("Kiezen wie een vacature krijgt, Leidinggevende of coach").focus()
    page.keyboard.press("4")
    page.keyboard.press("Tab")
    page.keyboard.press("5")
    page.get_by_text("meer dan één beslist").first.wait_for()
    page.wait_for_function("window.asked.length >= 2")
    assert sheet.case.practice["who_decides"]["board"]["vacancy"] == {"manager": 4, "team": 5}
    assert page.get_by_label("De begroting vaststellen, Gemeenteraad").count() == 0
    assert page.get_by_label("7, ligt vast in de wet").count() == 4
    assert errors == []
    assert requests == []


def test_text_that_was_typed_and_is_wrong_is_reported_at_its_field(
    page: Page, sheet: PracticePage, errors: list[str]
) -> None:
    """The words stay in the field, with what is allowed beside it."""
    show_widget(page, sheet)
    page.get_by_role("button", name="Passende controle").click()
    field = page.get_by_label("Inhuur, Grens")
    field.fill("150%")
    field.press("Enter")
    page.get_by_text("150% is niet toegestaan").wait_for()
    assert field.input_value() == "150%"
    field.fill("4%")
    field.press("Enter")
    page.get_by_text("150% is niet toegestaan").wait_for(state="hidden")
    assert sheet.case.practice["control_fit"]["organisation"]["hired"]["threshold"] == 0.04
    assert errors == []


@pytest.mark.parametrize("at", range(4))
def test_every_sheet_fits_a_telephone_and_is_accessible(
    page: Page, sheet: PracticePage, errors: list[str], at: int
) -> None:
    """Nothing stands outside the screen, and axe finds nothing."""
    page.set_viewport_size(TELEPHONE)
    show_widget(page, sheet)
    page.locator(".choices").first.get_by_role("button").nth(at).click()
    page.wait_for_function("at => window.asked.length > 0", arg=at)
    page.wait_for_timeout(100)
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    assert axe_violations(page, WCAG_2_1_AA) == []
    assert errors == []


def test_an_answer_too_long_for_its_list_stands_below_it(page: Page, errors: list[str]) -> None:
    """So that who can do a task differs in sight from who likes it too; a short one stands once."""
    with speaking("en"):
        show_widget(page, PracticePage(example_case(), ["role_coverage"]))
    below = "xpath=following-sibling::small"
    likes = page.get_by_label("Passports, a", exact=True).locator(below)
    likes.get_by_text("can do it and likes to").wait_for()
    page.get_by_label("Passports, a", exact=True).select_option("can")
    likes.wait_for(state="hidden")
    page.get_by_label("Passports, a", exact=True).select_option("likes")
    likes.get_by_text("can do it and likes to").wait_for()
    page.set_viewport_size({"width": 700, "height": 800})
    assert page.get_by_label("Permits, d", exact=True).locator(below).inner_text() == ""
    assert axe_violations(page, WCAG_2_1_AA) == []
    assert errors == []


def test_a_picture_comes_on_request(page: Page, sheet: PracticePage, errors: list[str]) -> None:
    """With its words and its numbers."""
    show_widget(page, sheet)
    page.get_by_role("button", name="Toon het beeld").click()
    picture = page.locator(".picture img")
    picture.wait_for()
    assert "regels en 8 kolommen" in str(picture.get_attribute("alt"))
    assert errors == []


def test_a_made_up_instrument_is_drawn(page: Page, errors: list[str]) -> None:
    """All seven kinds of answer, and rows, columns and bodies that users add."""
    with with_instruments_in(MADE_UP), speaking("en"):
        sheet = PracticePage(example_case(lessons={}), ["tea_round"])
        show_widget(page, sheet)
        page.get_by_label("Morning, Cups").fill("12")
        page.get_by_label("Morning, Cups").press("Enter")
        page.get_by_label("Morning, Biscuit").select_option("yes")
        page.get_by_label("Add: moment").fill("Evening")
        page.locator(".add", has_text="Add: moment").get_by_role("button").click()
        page.get_by_label("Evening, Cups").wait_for()
    assert sheet.case.practice["tea_round"]["north"]["morning"] == {"cups": 12.0, "biscuit": True}
    assert errors == []


@pytest.mark.parametrize("width", [1280, 360])
def test_a_team_fills_in_its_tasks_and_an_option_is_chosen_from_a_list(
    page: Page, errors: list[str], width: int
) -> None:
    """Names with Enter, the result at once, a file to take along; axe finds nothing."""
    page.set_viewport_size({"width": width, "height": 800})
    with speaking("nl"):
        sheet = PracticePage(example_case(lessons={}), ["role_coverage", "roadmap"])
        show_widget(page, sheet)
        for label, name in (("team", "Burgerzaken"), ("taak", "Paspoorten")):
            page.get_by_label(f"Voeg toe: {label}").fill(name)
            page.keyboard.press("Enter")
            page.get_by_text(name).first.wait_for()
        page.get_by_label("Paspoorten, a", exact=True).select_option("can")
        page.get_by_text("kan geen enkele persoon missen").first.wait_for()
        with page.expect_download() as found:
            page.get_by_role("button", name="Tabel voor Excel").click()
        assert found.value.suggested_filename == "role_coverage.xlsx"
        assert axe_violations(page, WCAG_2_1_AA) == []
        page.get_by_role("button", name="Begin en doelen van de routekaart").click()
        option = page.get_by_label("Mogelijkheid waar de routekaart naartoe gaat, Mogelijkheid")
        option.select_option("stepwise_programme")
        page.wait_for_function("window.asked.length > 5")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert axe_violations(page, WCAG_2_1_AA) == []
    plan = sheet.case.practice["roadmap"]["plan"]
    assert plan["option"] == {"option": "stepwise_programme"}
    assert errors == []
