"""The explorer as people meet it: moved by keyboard, typed into, listened to, made narrow."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.explorer import Explorer
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.explorer_page import show_explorer

NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent
PHONE = {"width": 320, "height": 800}
CAPACITY, CASH, SAVINGS, CONDITIONS, SHARES = 0, 2, 3, 5, 7
MANAGERS = "Managers afterwards"


@pytest.fixture
def explorer() -> Explorer:
    """Nijkerk with a cut of five per cent, and three options."""
    options = ("fewer_managers_only", "stepwise_programme", "vanguard_first")
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "question": {"saving_target": "5%"},
            "options": dict.fromkeys(options),
        }
    )
    with speaking("en"):
        return Explorer(case, draws=2_500)


@pytest.fixture
def errors(page: Page) -> list[str]:
    """What went wrong in the page; nothing should."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    return found


def picture(page: Page, row: int, place: int = 0) -> str:
    """One picture as it is drawn."""
    return page.locator(".panels").nth(row).locator(".panel").nth(place).inner_html()


def words_of(page: Page, row: int, place: int = 0) -> str:
    """What one picture says to those who do not see it."""
    panel = page.locator(".panels").nth(row).locator(".panel").nth(place)
    return str(panel.locator("svg").get_attribute("aria-label"))


def wait_for_rest(page: Page, explorer: Explorer) -> None:
    """Until all draws are made and shown."""
    while explorer.state["results"]["draws"] < explorer.page["draws"]:
        page.wait_for_timeout(50)
    page.wait_for_timeout(50)


def test_the_keyboard_moves_a_slider_and_the_pictures_follow(
    page: Page, explorer: Explorer, errors: list[str], requests: list[str]
) -> None:
    """Coarse at once and whole after a rest; pictures, their words and their table all change."""
    asked = show_explorer(page, explorer)
    before = [picture(page, row) for row in range(6)], words_of(page, CAPACITY)
    slider = page.get_by_label(MANAGERS, exact=True)
    slider.focus()
    for _press in range(5):
        page.keyboard.press("ArrowLeft")
    page.wait_for_function("window.asked.at(-1).do === 'look'")
    wait_for_rest(page, explorer)
    assert explorer.case.design("fewer_managers_only").managers_after.value == 0.45
    assert page.get_by_label(f"{MANAGERS}, as a figure").input_value() == "45%"
    assert picture(page, CAPACITY) != before[0][CAPACITY]
    assert picture(page, SAVINGS) != before[0][SAVINGS]
    assert picture(page, CONDITIONS) == before[0][CONDITIONS]
    assert words_of(page, CAPACITY) != before[1]
    assert [message["do"] for message in asked[-2:]] == ["set", "look"]
    assert errors == []
    assert requests == []


def test_only_the_last_position_of_a_drag_is_computed(page: Page, explorer: Explorer) -> None:
    """Twenty positions at once: the first, and after it only where the hand came to rest."""
    asked = show_explorer(page, explorer)
    page.get_by_label(MANAGERS, exact=True).evaluate(
        """slider => {
          for (let value = 80; value > 60; value--) {
            slider.value = value;
            slider.dispatchEvent(new Event("input"));
          }
        }"""
    )
    page.wait_for_function("window.asked.at(-1).do === 'look'")
    assert [message.get("value") for message in asked] == ["80%", "61%", None]


def test_moves_of_different_levers_all_count(page: Page, explorer: Explorer) -> None:
    """While one is computed the others wait their turn; none is lost."""
    show_explorer(page, explorer)
    page.evaluate(
        """() => {
          for (const slider of document.querySelectorAll(".lever input[type=range]")) {
            slider.value = slider.max / 2;
            slider.dispatchEvent(new Event("input"));
          }
        }"""
    )
    page.wait_for_function("window.asked.at(-1).do === 'look'")
    design = explorer.case.design("fewer_managers_only")
    assert (design.frames, design.control, design.support_after.value) == (0.5, 0.5, 1)
    assert design.training == 10_000


def test_a_typed_percentage_works(page: Page, explorer: Explorer) -> None:
    """The slider and the size of the mix go along."""
    show_explorer(page, explorer)
    size = page.locator(".size").first
    before = size.inner_text()
    page.get_by_label(f"{MANAGERS}, as a figure").fill("10%")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "document.querySelectorAll('.levers input[type=range]')[2].value === '10'"
    )
    expect(size).not_to_have_text(before)


def test_a_wrong_figure_is_told_and_nothing_else_changes(page: Page, explorer: Explorer) -> None:
    """The message stands at the field and is announced; a good figure takes it away."""
    show_explorer(page, explorer)
    before = picture(page, CAPACITY)
    field = page.get_by_label(f"{MANAGERS}, as a figure")
    field.fill("half of them")
    page.keyboard.press("Enter")
    alarm = page.get_by_role("alert").filter(has_text="not a number")
    alarm.wait_for()
    assert field.input_value() == "half of them"
    assert field.get_attribute("aria-invalid") == "true"
    assert str(alarm.get_attribute("id")) in str(field.get_attribute("aria-describedby"))
    assert picture(page, CAPACITY) == before
    field.fill("60%")
    page.keyboard.press("Enter")
    alarm.wait_for(state="detached")
    assert field.get_attribute("aria-invalid") == "false"


def test_options_change_places_and_steps_can_be_taken_back(page: Page, explorer: Explorer) -> None:
    """Another option in a column, another in hand, undo, redo."""
    show_explorer(page, explorer)
    page.get_by_label("Option 2").select_option("within_frames")
    page.get_by_text("You adjust: Within frames").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("You adjust: Fewer managers only").wait_for()
    assert page.get_by_label("Option 2").input_value() == "stepwise_programme"
    page.get_by_role("button", name="Redo").click()
    page.get_by_text("You adjust: Within frames").wait_for()
    assert explorer.state["shown"][1] == "within_frames"


def test_what_is_fetched_from_the_case_is_text(page: Page, explorer: Explorer) -> None:
    """A name that looks like a page stays a name."""
    state: dict[str, Any] = json.loads(json.dumps(explorer.state))
    state["results"]["options"]["vanguard_first"]["label"] = "<img src=x onerror=alert(1)>"
    explorer.state = state
    show_explorer(page, explorer)
    assert page.locator("img").count() == 0


def test_the_organisation_is_drawn_as_teams(
    page: Page, explorer: Explorer, errors: list[str]
) -> None:
    """Today and the option in hand; symbols, words and table go along with a lever."""
    show_explorer(page, explorer)
    section = page.locator("section").filter(has=page.locator(".structure")).last
    today, after = (section.locator(".panel svg").nth(at) for at in (0, 1))
    before = today.get_attribute("aria-label"), after.get_attribute("aria-label")
    assert after.locator(".core").count() == after.locator("circle.symbol:not(.core)").count() > 9
    assert today.locator(".core, .peer").count() == 0
    page.get_by_label(f"{MANAGERS}, as a figure").fill("0")
    page.keyboard.press("Enter")
    section.get_by_text("FTE per FTE of managers").wait_for()
    page.wait_for_function("!document.querySelectorAll('.structure svg')[1].querySelector('.lead')")
    assert today.locator(".lead").count() > 9
    assert today.get_attribute("aria-label") == before[0]
    assert "FTE of managers 0;" in str(after.get_attribute("aria-label"))
    assert section.locator("tbody tr").nth(1).locator("td").nth(1).inner_text() == "0"
    assert errors == []


def test_every_figure_can_be_looked_up(page: Page, explorer: Explorer, errors: list[str]) -> None:
    """All of them behind one line, by keyboard; a word or a kind sifts them."""
    show_explorer(page, explorer)
    page.locator(".figures > summary").focus()
    page.keyboard.press("Enter")
    rows = page.locator(".figures tbody tr:not([hidden])")
    rows.first.wait_for()
    assert rows.count() == len(explorer.figures) > 40
    page.get_by_label("Search").fill("hilversum")
    assert 1 <= rows.count() < 9
    page.get_by_label("Search").fill("")
    page.get_by_label("What it rests on").select_option("assumption")
    assert 9 < rows.count() < len(explorer.figures)
    assert page.locator(".figures [role=status]").inner_text().startswith(f"{rows.count()} of ")
    tags = [*WCAG_2_1_AA, "wcag22aa", "best-practice"]
    assert axe_violations(page, tags) == []
    assert errors == []


def test_a_figure_of_ones_own_counts_at_once(
    page: Page, explorer: Explorer, errors: list[str]
) -> None:
    """By keyboard: refused at its field, used, told what it does, marked, and put back."""
    show_explorer(page, explorer)
    page.locator(".figures > summary").press("Enter")
    button = page.get_by_role("button", name="Fill in your own: Part of the planned saving that")
    button.press("Enter")
    form = page.get_by_role("group", name="Fill in your own: Part of the planned saving that")
    assert page.locator(".figures [aria-expanded=true]").count() == 1
    range_, reason = form.get_by_label("Your range"), form.get_by_label("Reason")
    assert range_.evaluate("one => one === document.activeElement")
    assert range_.input_value() == "50% to 100%, middle 85%"
    range_.fill("70% to 130%")
    range_.press("Enter")
    form.get_by_text("130% is outside what is allowed; use 0% to 100%").wait_for()
    form.get_by_text("this is missing").wait_for()
    assert explorer.case.assumptions == {}
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    gap = page.locator(".size").first.inner_text()
    range_.fill("85% to 95%")
    reason.fill("Our two cuts before went so.")
    reason.press("Enter")
    form.get_by_text("Now it is").wait_for()
    assert page.locator(".size").first.inner_text() != gap
    assert reason.evaluate("one => one === document.activeElement")
    row = page.locator("tr.own")
    assert "own assumption" in row.inner_text()
    assert "Our two cuts before went so." in row.inner_text()
    assert "your own assumption: 1" in page.locator(".figures > summary").inner_text()
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    form.get_by_role("button", name="Put back").press("Enter")
    row.wait_for(state="detached")
    assert range_.input_value() == "50% to 100%, middle 85%"
    assert explorer.case.assumptions == {}
    page.keyboard.press("Escape")
    assert button.evaluate("one => one === document.activeElement")
    assert errors == []


def test_an_option_is_copied_and_named(page: Page, explorer: Explorer) -> None:
    """A name that another has is refused beside the field."""
    show_explorer(page, explorer)
    page.get_by_role("button", name="Copy as a new option").click()
    page.get_by_text("You adjust: Fewer managers only (2)").wait_for()
    name = page.get_by_label("Name", exact=True)
    name.fill("vanguard first")
    page.keyboard.press("Enter")
    page.get_by_role("alert").filter(has_text="another option called").wait_for()
    name.fill("Plan B")
    page.keyboard.press("Enter")
    page.get_by_text("You adjust: Plan B").wait_for()
    assert explorer.case.label(explorer.state["shown"][explorer.state["place"]]) == "Plan B"
    page.get_by_role("button", name="Delete").click()
    page.get_by_text("You adjust: Fewer managers only", exact=True).wait_for()


def test_what_rests_on_assumptions_waits_until_the_hand_rests(
    page: Page, explorer: Explorer
) -> None:
    """Said plainly while it is not there, and there after a rest."""
    show_explorer(page, explorer)
    waiting = page.get_by_text("Is being computed").first
    page.get_by_label(MANAGERS, exact=True).focus()
    page.keyboard.press("ArrowLeft")
    waiting.wait_for()
    waiting.wait_for(state="detached")
    assert "%" in words_of(page, SHARES)


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
    with speaking(language):
        case = Case(name="Nijkerk", municipalities="Nijkerk")
        explorer = Explorer(case, draws=2_000)
    page.set_viewport_size(size)
    show_explorer(page, explorer)
    tags = [*WCAG_2_1_AA, "wcag22aa", "best-practice"]
    groups = page.locator(".levers > details > summary")
    for at in range(groups.count()):
        if at:
            groups.nth(at).click()
        assert axe_violations(page, tags) == []
    page.evaluate("document.querySelectorAll('.numbers, .why').forEach(one => one.open = true)")
    assert axe_violations(page, tags) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert errors == []
    assert requests == []


def test_every_picture_has_words_of_its_own(page: Page, explorer: Explorer) -> None:
    """Each says what it shows, with figures, and no two are alike."""
    show_explorer(page, explorer)
    told = page.eval_on_selector_all(
        "svg[role=img]", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert len(told) == len(set(told)) == 17
    for words in told:
        assert any(letter.isdigit() for letter in words)
        assert "{" not in words
        assert "undefined" not in words
