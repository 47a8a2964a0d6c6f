"""The page of weighing as people meet it: answered by keyboard, read aloud, made narrow."""

import pytest
from playwright.sync_api import Page

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.widgets.weigh import Weigh
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.widget_page import show_widget

NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent
DESK = {"width": 1280, "height": 800}
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


def made(language: str = "en", **more: object) -> Weigh:
    """Nijkerk with two people in the council."""
    with speaking(language):
        return Weigh(Case.model_validate({**CASE, **more}), draws=500)


def go_to(page: Page, step: int) -> None:
    """Bring one of the three steps in view."""
    page.get_by_role("tab").nth(step - 1).click()


def test_three_steps_by_keyboard(page: Page, errors: list[str], requests: list[str]) -> None:
    """The arrows go from step to step; a slider weighs; the order follows, and why."""
    weigh = made()
    asked = show_widget(page, weigh)
    page.get_by_label("Who weighs?").select_option("teams")
    page.get_by_role("tab", name="1. What counts").press("ArrowRight")
    assert page.get_by_role("tabpanel").count() == 1
    slider = page.get_by_role("slider", name="Capacity in the end")
    slider.focus()
    page.keyboard.press("End")
    page.get_by_text("All criteria with points count the same").wait_for()
    assert weigh.case.voices["teams"]["A"].points == {"capacity_end": 100}
    page.get_by_role("tab", name="2. How much").press("ArrowRight")
    page.get_by_role("heading", name="The order: teams").wait_for()
    assert page.locator(".dot-plot li").count() == 2
    assert page.locator(".why svg[role=img]").is_visible()
    assert [message["do"] for message in asked] == ["hold", "set"]
    assert errors == []
    assert requests == []


def test_only_the_last_position_of_a_drag_is_weighed(page: Page) -> None:
    """Ten positions at once: the first, and after it only where the hand came to rest."""
    weigh = made()
    asked = show_widget(page, weigh)
    page.get_by_label("Who weighs?").select_option("teams")
    go_to(page, 2)
    page.get_by_role("slider", name="Sickness absence").evaluate(
        """slider => {
          for (let value = 90; value >= 45; value -= 5) {
            slider.value = value;
            slider.dispatchEvent(new Event("input"));
          }
        }"""
    )
    page.locator(".question .share", has_text="100%").wait_for()
    page.wait_for_timeout(300)
    assert [message.get("value") for message in asked] == [None, "90", "45"]


def test_each_step_fits_one_screen(page: Page) -> None:
    """At 1280 by 800 with the bar above it, nothing of a step has to be scrolled to."""
    weigh = made()
    weigh.answer({"do": "hold", "role": "teams"})
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"] - 190})
    show_widget(page, weigh)
    page.add_style_tag(content="h1, h2 { display: none; }")
    for step in (1, 2):
        go_to(page, step)
        button = page.locator(".next button:visible").bounding_box()
        assert button is not None
        assert button["y"] + button["height"] <= DESK["height"] - 190
    page.get_by_role("slider", name="Capacity in the end").fill("80")
    go_to(page, 3)
    dot_plot = page.locator(".dot-plot").bounding_box()
    assert dot_plot is not None
    assert dot_plot["y"] + dot_plot["height"] <= DESK["height"] - 190


def test_an_order_is_confirmed(page: Page, errors: list[str]) -> None:
    """One move does not make the whole order an answer; the hand stays on what it moved."""
    weigh = made()
    show_widget(page, weigh)
    page.get_by_label("Who weighs?").select_option("teams")
    go_to(page, 2)
    page.get_by_text("Answer in another way").click()
    page.get_by_label("How?").select_option("order")
    first = page.locator("li.rank").first
    first.get_by_role("button", name="less important").press("Enter")
    page.wait_for_function("document.activeElement.tagName === 'BUTTON'")
    assert weigh.case.voices.get("teams") is None
    page.get_by_role("button", name="This is my order").press("Enter")
    page.get_by_text("This order is nobody's yet").wait_for(state="hidden")
    assert weigh.case.voices["teams"]["A"].method == "order"
    assert errors == []


def test_pairs_by_keyboard(page: Page, errors: list[str]) -> None:
    """Another answer takes the contradiction away."""
    weigh = made()
    show_widget(page, weigh)
    go_to(page, 2)
    assert page.get_by_text("Your answers contradict each other here").is_visible()
    page.get_by_label("Net saving or close to residents and businesses?").select_option("-5")
    page.get_by_text("Your answers fit together").wait_for()
    assert weigh.case.voices["council"]["A"].pairs["closeness"]["net_saving"] == 5
    assert errors == []


def test_judging_and_a_criterion_of_ones_own(page: Page, errors: list[str]) -> None:
    """Anchors in words beside the fields; told at the field what is missing, then it is there."""
    weigh = made()
    show_widget(page, weigh)
    page.get_by_text("What you judge yourselves").press("Enter")
    page.locator(".judgements .rows summary").nth(1).press("Enter")
    one = page.locator(".judgements .rows details").nth(1)
    assert one.locator("dd").count() == 3
    for field in one.locator("input").all():
        field.fill("40 to 60")
        field.press("Tab")
    one.get_by_text("2 of 2 judged").wait_for()
    page.get_by_text("Add a criterion of your own").press("Enter")
    name = page.get_by_label("Name", exact=True)
    name.fill("Green")
    name.press("Enter")
    page.get_by_text("this is missing; fill it in").first.wait_for()
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    for points in ("0 points", "50 points", "100 points"):
        page.get_by_label(points, exact=True).fill(f"What one sees at {points}.")
    page.keyboard.press("Enter")
    page.locator(".judgements .rows > details").last.get_by_text("0 of 2 judged").wait_for()
    assert weigh.case.criteria_labels()["green"] == "Green"
    assert page.locator(".counted", has_text="Green").count() == 1
    assert errors == []


def test_differences_between_people_come_first(page: Page) -> None:
    """Where two people of a role differ stands above their order."""
    weigh = made()
    for letter in ("A", "B"):
        weigh.answer({"do": "person", "letter": letter})
        weigh.answer({"do": "method", "method": "swing"})
        key = "absence" if letter == "A" else "vulnerability"
        weigh.answer({"do": "set", "field": f"points.{key}", "value": "100"})
    show_widget(page, weigh)
    go_to(page, 3)
    group = page.get_by_role("heading", name="Where people differ: council").bounding_box()
    order = page.get_by_role("heading", name="The order: council").bounding_box()
    assert group is not None
    assert order is not None
    assert group["y"] < order["y"]


def test_every_control_keeps_its_keys_in_jupyterlab(page: Page) -> None:
    """Arrows and letters belong to the control, not to the notebook."""
    show_widget(page, made())
    loose = page.locator(
        ":is(button, select, input:not([type=text]), summary):not([data-lm-suppress-shortcuts])"
    )
    assert loose.count() == 0


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(NARROW, marks=pytest.mark.slow),
        pytest.param(DESK, marks=pytest.mark.slow),
        ZOOMED,
    ],
    ids=["narrow", "desk", "zoomed"],
)
@pytest.mark.parametrize("language", ["nl", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.parametrize("method", ["swing", "order", "best_worst", "pairs"])
def test_nothing_stands_in_the_way(
    page: Page, errors: list[str], size: dict[str, int], language: str, method: str
) -> None:
    """No violations of WCAG 2.2 A and AA or of good practice, and no scrolling sideways."""
    weigh = made(language)
    weigh.answer({"do": "method", "method": method})
    weigh.answer({"do": "set", "field": "points.net_saving", "value": "x"})
    page.set_viewport_size(size)
    show_widget(page, weigh)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for step in (1, 2, 3):
        go_to(page, step)
        assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.set_viewport_size(PHONE)
    for step in (1, 2, 3):
        go_to(page, step)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.locator(".who select").first.evaluate("one => one.clientWidth") > 200
    assert errors == []
