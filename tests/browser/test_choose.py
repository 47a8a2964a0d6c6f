"""The page of choosing as people meet it: weighed by keyboard, judged, read aloud, made narrow."""

import pytest
from playwright.sync_api import Page

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.choose import Choose
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.tool_page import show_tool

NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent
PHONE = {"width": 320, "height": 800}
DRAWS = 2_500
COUNTED = ("capacity_low", "capacity_end", "vulnerability", "steerability")
POINTS = {
    "council": (30, 40, 30, 100),
    "executive": (30, 30, 20, 60),
    "directorate": (60, 50, 40, 40),
    "teams": (70, 80, 60, 10),
    "staff_departments": (40, 50, 100, 90),
    "works_council": (100, 90, 60, 0),
    "residents": (80, 90, 70, 20),
}
CASE = {
    "name": "Nijkerk",
    "municipalities": "Nijkerk",
    "question": {"saving_target": "5%"},
    "options": dict.fromkeys(("cut_across_the_board", "stepwise_programme", "within_frames")),
    "weights": {role: dict(zip(COUNTED, at, strict=True)) for role, at in POINTS.items()},
}


@pytest.fixture
def choose() -> Choose:
    """Nijkerk with three options, one of them a plain cut."""
    with speaking("en"):
        return Choose(Case.model_validate(CASE), draws=DRAWS)


@pytest.fixture
def errors(page: Page) -> list[str]:
    """What went wrong in the page; nothing should."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda line: found.append(line.text) if line.type == "error" else None)
    return found


def wait_for_rest(page: Page, choose: Choose) -> None:
    """Until all draws are made and shown."""
    page.wait_for_function("window.asked.at(-1)?.do === 'look'")
    while choose.state["draws"] < DRAWS:
        page.wait_for_timeout(50)
    page.wait_for_timeout(50)


def test_the_keyboard_weighs_and_the_order_follows(
    page: Page, choose: Choose, errors: list[str], requests: list[str]
) -> None:
    """The slider, its field, the shares, the picture and its words all change."""
    asked = show_tool(page, choose)
    before = page.locator(".ladder").inner_html()
    slider = page.get_by_label("Steerability", exact=True)
    slider.focus()
    page.keyboard.press("Home")
    wait_for_rest(page, choose)
    assert choose.case.weights["council"]["steerability"] == 0
    assert page.get_by_label("Steerability, points").input_value() == "0"
    assert page.locator(".ladder").inner_html() != before
    assert page.get_by_text("These are points of your own.").is_visible()
    assert [message["do"] for message in asked] == ["set", "look"]
    assert errors == []
    assert requests == []


def test_only_the_last_position_of_a_drag_is_weighed(page: Page, choose: Choose) -> None:
    """Ten positions at once: the first, and after it only where the hand came to rest."""
    asked = show_tool(page, choose)
    page.get_by_label("Net saving", exact=True).evaluate(
        """slider => {
          for (let value = 90; value >= 45; value -= 5) {
            slider.value = value;
            slider.dispatchEvent(new Event("input"));
          }
        }"""
    )
    wait_for_rest(page, choose)
    assert [message.get("value") for message in asked] == ["90", "45", None]


def test_a_wrong_point_is_told_and_nothing_else_changes(page: Page, choose: Choose) -> None:
    """At the field, announced; the order stays."""
    show_tool(page, choose)
    before = page.locator(".ladder").inner_html()
    field = page.get_by_label("Net saving, points")
    field.fill("a lot")
    field.press("Enter")
    alarm = page.get_by_role("alert").filter(has_text="not a number")
    alarm.wait_for()
    assert field.input_value() == "a lot"
    assert str(alarm.get_attribute("id")) in str(field.get_attribute("aria-describedby"))
    assert page.locator(".ladder").inner_html() == before


def test_judging_every_option_makes_a_criterion_count(page: Page, choose: Choose) -> None:
    """Anchors in words beside the fields; a range is fine."""
    show_tool(page, choose)
    page.locator(".judgements summary").nth(1).press("Enter")
    assert page.locator(".judgements details").nth(1).locator("dd").count() == 3
    fields = page.locator(".judgements details").nth(1).locator("input")
    for at in range(fields.count()):
        fields.nth(at).fill("40 to 60")
        fields.nth(at).press("Tab")
    page.get_by_text("3 of 3 judged").wait_for()
    wait_for_rest(page, choose)
    assert set(choose.case.judgements["closeness"]) == set(choose.case.options)
    weight = page.locator(".weight").nth(1)
    assert "counts for" in weight.inner_text()


def test_a_criterion_of_ones_own_by_keyboard(page: Page, choose: Choose, errors: list[str]) -> None:
    """Told at the field what is missing; made, found back, and taken away."""
    show_tool(page, choose)
    page.locator(".judgements > .own-criterion > summary").press("Enter")
    name = page.get_by_label("Name", exact=True)
    name.fill("Green")
    name.press("Enter")
    page.get_by_text("this is missing; fill it in").first.wait_for()
    worst = page.get_by_label("0 points", exact=True)
    assert worst.evaluate("one => one === document.activeElement")
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    for points in ("0 points", "50 points", "100 points"):
        page.get_by_label(points, exact=True).fill(f"What one sees at {points}.")
    page.keyboard.press("Enter")
    row = page.locator(".judgements .rows > details").last
    row.get_by_text("0 of 3 judged").wait_for()
    summary = row.locator("> summary")
    assert summary.evaluate("one => one === document.activeElement")
    assert choose.case.criteria_labels()["green"] == "Green"
    row.get_by_text("Change or delete: Green").press("Enter")
    row.get_by_label("Name", exact=True).fill("Greener")
    row.get_by_role("button", name="Keep these words").press("Enter")
    page.get_by_text("Change or delete: Greener").wait_for()
    assert summary.evaluate("one => one === document.activeElement")
    page.get_by_text("Change or delete: Greener").press("Enter")
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    row.get_by_role("button", name="Delete this criterion").press("Enter")
    page.get_by_text("Change or delete: Greener").wait_for(state="detached")
    assert choose.case.criteria == {}
    assert errors == []


def test_another_role_by_choice_and_from_the_table(page: Page, choose: Choose) -> None:
    """The select and the table both show its points and its order."""
    show_tool(page, choose)
    page.get_by_label("Who weighs?").select_option("teams")
    page.get_by_role("heading", name="The order for teams").wait_for()
    button = page.locator(".everyone").get_by_role("button", name="Works council")
    button.press("Enter")
    page.get_by_role("heading", name="The order for works council").wait_for()
    assert page.get_by_label("Who weighs?").input_value() == "works_council"
    assert button.evaluate("one => one === document.activeElement")


def test_what_divides_roles_is_told(page: Page, choose: Choose) -> None:
    """Whoever wants something else is in the table, with both weights."""
    for key in choose.state["criteria"]["rows"]:
        value = "100" if key["key"] == "satisfaction" else "0"
        choose.answer({"do": "set", "field": f"weights.{key['key']}", "value": value})
    show_tool(page, choose)
    assert page.get_by_role("heading", name="What divides council from the others").is_visible()
    page.locator(".agreement summary").press("Enter")
    assert page.locator(".agreement tbody tr").count() >= 1


def test_the_picture_comes_on_request(page: Page, choose: Choose) -> None:
    """With words, numbers and a way to keep it; it goes as soon as it is out of date."""
    show_tool(page, choose)
    page.get_by_role("button", name="Make the picture").press("Enter")
    image = page.locator("figure img")
    image.wait_for()
    assert "Council" in str(image.get_attribute("alt"))
    assert page.get_by_role("link", name="Save the picture").get_attribute("download")
    page.get_by_label("Net saving, points").fill("1")
    page.keyboard.press("Enter")
    image.wait_for(state="detached")


def test_every_picture_has_words_of_its_own(page: Page, choose: Choose) -> None:
    """Each says what it shows, with figures, and no two are alike."""
    show_tool(page, choose)
    told = page.eval_on_selector_all(
        "svg[role=img]", "all => all.map(one => one.getAttribute('aria-label'))"
    )
    assert len(told) == len(set(told)) == 4
    for words in told:
        assert any(letter.isdigit() for letter in words)
        assert "{" not in words
        assert "undefined" not in words


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
        choose = Choose(Case.model_validate(CASE), draws=DRAWS)
    choose.answer({"do": "set", "field": "weights.net_saving", "value": "x"})
    page.set_viewport_size(size)
    show_tool(page, choose)
    page.locator(".static button").press("Enter")
    page.locator("figure img").wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert (
        page.get_by_label(str(choose.page["words"]["role"])).evaluate("one => one.clientWidth")
        > 200
    )
    assert errors == []
    assert requests == []
