"""The page of weights as people meet it: answered by keyboard, read aloud, made narrow."""

import pytest
from playwright.sync_api import Page

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.elicit import Elicit
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.tool_page import show_tool

NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent
PHONE = {"width": 320, "height": 800}
PAIRS = {"net_saving": {"closeness": 3, "absence": 2}, "closeness": {"absence": 9}}
CASE = {
    "name": "Nijkerk",
    "municipalities": "Nijkerk",
    "question": {"saving_target": "5%"},
    "options": dict.fromkeys(("cut_across_the_board", "stepwise_programme")),
    "voices": {
        "council": {
            "A": {"method": "pairs", "pairs": PAIRS},
            "B": {"method": "order", "order": "capacity_end, net_saving"},
        }
    },
}


def made(language: str = "en") -> Elicit:
    """Nijkerk with two people in the council."""
    with speaking(language):
        return Elicit(Case.model_validate(CASE), draws=500)


@pytest.fixture
def errors(page: Page) -> list[str]:
    """What went wrong in the page; nothing should."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    return found


def test_an_order_by_keyboard(page: Page, errors: list[str], requests: list[str]) -> None:
    """The buttons move a criterion, keep the hand on it, and the weights follow."""
    elicit = made()
    show_tool(page, elicit)
    page.get_by_label("Which person?").select_option("B")
    down = page.get_by_role("button", name="Capacity in the end: less important")
    down.press("Enter")
    page.locator("li.place").first.get_by_text("Net saving").wait_for()
    assert elicit.case.voices["council"]["B"].order == ("net_saving", "capacity_end")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "Capacity in the end: more important"
    page.keyboard.press("Enter")
    page.locator("li.place").first.get_by_text("Capacity in the end").wait_for()
    assert errors == []
    assert requests == []


def test_points_by_keyboard(page: Page, errors: list[str]) -> None:
    """A Dutch number in a labelled field; a fault stands at the field and is announced."""
    elicit = made()
    show_tool(page, elicit)
    page.get_by_label("Who weighs?").select_option("teams")
    field = page.get_by_label("Net saving, points")
    field.fill("12,5")
    field.press("Enter")
    page.get_by_text("All criteria with points count the same").wait_for()
    assert elicit.case.voices["teams"]["A"].points == {"net_saving": 12.5}
    field.fill("a lot")
    field.press("Enter")
    alarm = page.get_by_role("alert").filter(has_text="not a number")
    alarm.wait_for()
    assert str(alarm.get_attribute("id")) in str(field.get_attribute("aria-describedby"))
    assert errors == []


def test_pairs_by_keyboard(page: Page, errors: list[str]) -> None:
    """Another answer takes the contradiction away."""
    elicit = made()
    show_tool(page, elicit)
    assert page.get_by_text("Your answers contradict each other here").is_visible()
    page.get_by_label("Net saving or close to residents and businesses?").select_option("-5")
    page.get_by_text("Your answers fit together").wait_for()
    assert elicit.case.voices["council"]["A"].pairs["closeness"]["net_saving"] == 5
    assert errors == []


def test_best_and_worst_by_keyboard(page: Page, errors: list[str]) -> None:
    """The questions appear once both ends are chosen."""
    elicit = made()
    show_tool(page, elicit)
    page.get_by_label("How?").select_option("best_worst")
    page.get_by_label("Which matters most?").select_option("net_saving")
    page.get_by_label("Which matters least?").select_option("absence")
    questions = page.get_by_label("How many times as important")
    questions.nth(2).wait_for()
    for at, times in enumerate(("2", "8", "4")):
        questions.nth(at).select_option(times)
        page.wait_for_timeout(300)
    page.get_by_text("Your answers fit together").wait_for()
    assert elicit.case.voices["council"]["A"].best == "net_saving"
    assert errors == []


def test_every_control_keeps_its_keys_in_jupyterlab(page: Page) -> None:
    """Arrows and letters belong to the control, not to the notebook."""
    show_tool(page, made())
    loose = page.locator(
        ":is(button, select, input:not([type=text]), summary):not([data-lm-suppress-shortcuts])"
    )
    assert loose.count() == 0


@pytest.mark.parametrize(
    "size",
    [pytest.param(NARROW, marks=pytest.mark.slow), ZOOMED],
    ids=["narrow", "zoomed"],
)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("method", ["swing", "order", "best_worst", "pairs"])
def test_nothing_stands_in_the_way(
    page: Page, errors: list[str], size: dict[str, int], language: str, method: str
) -> None:
    """No violations of WCAG 2.2 A and AA or of good practice, and no scrolling sideways."""
    elicit = made(language)
    elicit.answer({"do": "method", "method": method})
    elicit.answer({"do": "set", "field": "points.net_saving", "value": "x"})
    page.set_viewport_size(size)
    show_tool(page, elicit)
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(".who select").first.evaluate("one => one.clientWidth") > 200
    assert errors == []
