"""The form of own figures as people meet it: typed into by keyboard, corrected, made narrow."""

import pytest
from playwright.sync_api import Page

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.baseline import Baseline
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.widget_page import show_widget

NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent


@pytest.fixture
def form() -> Baseline:
    """Nijkerk with two options and nothing of its own."""
    options = ("fewer_managers_only", "stepwise_programme")
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "question": {"saving_target": "5%"},
            "options": dict.fromkeys(options),
        }
    )
    with speaking("en"):
        return Baseline(case, draws=400)


def test_figures_are_filled_in_by_keyboard(
    page: Page, form: Baseline, errors: list[str], requests: list[str]
) -> None:
    """Tab from field to field; each tells how it was read, and the effect follows."""
    show_widget(page, form)
    page.get_by_label("Staff", exact=True).focus()
    for written in ("312,5", "€ 1.234", "5,5%"):
        page.keyboard.type(written)
        page.keyboard.press("Tab")  # to the explanation of the next field
        page.keyboard.press("Tab")
    page.get_by_text("Read as: 5.5%").wait_for()
    assert form.case.organisation.fte.central == 312.5
    assert form.case.organisation.manager_share.central == 0.055
    assert form.case.organisation.cost_per_fte is None
    page.locator(".picture .band.own").first.wait_for()
    told = str(page.locator(".picture svg").first.get_attribute("aria-label"))
    assert "with them" in told
    assert errors == []
    assert requests == []


def test_a_wrong_figure_stays_in_its_field_with_the_reason(page: Page, form: Baseline) -> None:
    """Announced, tied to the field, and gone once it is right."""
    show_widget(page, form)
    field = page.get_by_label("Number of teams", exact=True)
    field.fill("twenty")
    field.press("Enter")
    alarm = page.get_by_role("alert").filter(has_text="not a number")
    alarm.wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    assert str(alarm.get_attribute("id")) in str(field.get_attribute("aria-describedby"))
    page.get_by_label("Sickness absence", exact=True).fill("6")
    page.keyboard.press("Enter")
    page.get_by_text("Read as: 6.0%").wait_for()
    assert field.input_value() == "twenty"
    field.fill("20")
    field.press("Enter")
    alarm.wait_for(state="detached")
    assert field.get_attribute("aria-invalid") == "false"


def test_what_is_described_is_there(page: Page, form: Baseline) -> None:
    """Every field has a name, and every description that it points to exists."""
    show_widget(page, form)
    missing = page.eval_on_selector_all(
        "input",
        """fields => fields.flatMap(field => field.getAttribute("aria-describedby").split(" "))
             .filter(id => !document.getElementById(id))""",
    )
    assert missing == []
    assert page.locator("input").count() == len(form.page["fields"])


def test_what_helps_most_can_be_gone_to(page: Page, form: Baseline) -> None:
    """The button beside it puts the cursor in the field."""
    show_widget(page, form)
    button = page.get_by_role("button", name="Fill in: ").first
    button.wait_for()
    title = str(button.get_attribute("aria-label")).removeprefix("Fill in: ")
    button.press("Enter")
    assert page.evaluate("document.activeElement.labels[0].textContent") == title


def test_the_comparison_comes_when_the_reader_does(page: Page, form: Baseline) -> None:
    """Static pictures are fetched near the end of the page, not before."""
    page.set_viewport_size(ZOOMED)
    asked = show_widget(page, form)
    page.locator(".effect li").first.wait_for(state="attached")
    assert {"do": "picture"} not in [{"do": one["do"]} for one in asked]
    page.locator(".benchmark").scroll_into_view_if_needed()
    page.locator("figure img").nth(1).wait_for()
    alts = page.eval_on_selector_all("figure img", "all => all.map(one => one.alt)")
    assert len(alts) == 2
    assert all(any(letter.isdigit() for letter in words) for words in alts)


def test_undo_by_button(page: Page, form: Baseline) -> None:
    """The field is empty again."""
    show_widget(page, form)
    field = page.get_by_label("Staff", exact=True)
    field.fill("300")
    field.press("Enter")
    page.get_by_text("Read as: 300 FTE").wait_for()
    page.get_by_role("button", name="Undo").press("Enter")
    page.get_by_text("0 of 11 figures").wait_for()
    assert field.input_value() == ""


@pytest.mark.parametrize(
    "size",
    [pytest.param(NARROW, marks=pytest.mark.slow), ZOOMED],
    ids=["narrow", "zoomed"],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_stands_in_the_way(
    page: Page, errors: list[str], requests: list[str], size: dict[str, int], language: str
) -> None:
    """No violations of WCAG 2.2 A and AA or of good practice, and no scrolling sideways."""
    case = {"name": "Nijkerk", "municipalities": "Nijkerk", "organisation": {"fte": 4_000}}
    with speaking(language):
        form = Baseline(
            Case.model_validate({**case, "options": {"within_frames": None}}), draws=400
        )
    form.answer({"do": "set", "field": "absence", "value": "x"})
    page.set_viewport_size(size)
    show_widget(page, form)
    page.locator(".benchmark").scroll_into_view_if_needed()
    page.locator("figure img").first.wait_for()
    page.evaluate("document.querySelectorAll('.effect-fold').forEach(one => one.open = true)")
    page.locator(".effect li").first.wait_for()
    page.evaluate("document.querySelectorAll('.numbers').forEach(one => one.open = true)")
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert errors == []
    assert requests == []


def test_an_explanation_unfolds_and_closes_the_one_before(page: Page, form: Baseline) -> None:
    """The page stays short; the words belong to the field all the same."""
    show_widget(page, form)
    folds = page.locator(".about summary")
    folds.nth(0).press("Enter")
    folds.nth(1).press("Enter")
    assert page.locator(".about details[open]").count() == 1
    assert page.locator(".about details").nth(1).locator(".help").is_visible()
    assert not page.locator(".about details").nth(0).locator(".help").is_visible()
