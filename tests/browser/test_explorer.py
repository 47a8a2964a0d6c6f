"""The explorer as people meet it: on one screen, moved by keyboard, chosen from, made narrow."""

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.widgets.explorer import Explorer
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.widget_page import show_widget
from tests.workspace.served import Served

TAGS = [*WCAG_2_1_AA, "wcag22aa", "best-practice"]
NARROW = {"width": 1024, "height": 768}
ZOOMED = {"width": 640, "height": 400}  # 1280 by 800 at 200 per cent
PHONE = {"width": 360, "height": 740}
MANAGERS = "Managers afterwards"
PRICE, FRONTIER, CAPACITY, CASH = range(4)
DRAWS = 1_000


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
        return Explorer(case, draws=DRAWS)


_UNFOLD = """
() => {
  for (const one of document.querySelectorAll(".lever .why")) one.click();
  for (const one of document.querySelectorAll(".levers details")) {
    one.removeAttribute("name");
    one.open = true;
  }
}
"""


def chart(page: Page, number: int) -> Locator:
    """One of the four pictures."""
    return page.locator(".slot").nth(number).locator("svg")


def words_of(page: Page, number: int) -> str:
    """What one picture says to those who do not see it."""
    return str(chart(page, number).get_attribute("aria-label"))


def unfold(page: Page, group: str) -> None:
    """The levers of a group, by keyboard."""
    page.locator(".levers summary").get_by_text(group, exact=True).press("Enter")


def rest(page: Page, last: str = "") -> None:
    """Until all draws are made and shown, of the value ``last`` where that was given."""
    page.wait_for_function(
        """last => window.asked.at(-1)?.do === "look" && !document.querySelector(".stale")
          && (!last || window.asked.findLast(one => one.value)?.value === last)""",
        arg=last,
    )


def in_view(page: Page, selectors: list[str]) -> list[str]:
    """Those of ``selectors`` of which some element is not wholly in the window, or not there."""
    return page.evaluate(
        """all => all.filter(one => {
          const found = [...document.querySelectorAll(one)];
          return !found.length || found.some(node => {
            const { left, top, right, bottom, width, height } = node.getBoundingClientRect();
            return !width || !height || left < 0 || top < 0 || right > innerWidth
              || bottom > innerHeight;
          });
        })""",
        selectors,
    )


PARTS = [
    ".toolbar .tools button",
    ".levers",
    ".levers details[open] .lever",
    ".card select",
    ".card .gap",
    ".key-figures",
    ".slot svg",
]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_all_is_on_one_screen_of_the_app(page: Page, ours: Served, language: str) -> None:
    """Levers, way and mix, trade-off, paths and key figures together, nothing to scroll."""
    page.goto(ours.link)
    page.goto(f"{ours.origin}/30_options?language={language}")
    page.locator(".slot svg").nth(3).wait_for(timeout=90_000)
    page.wait_for_function("document.documentElement.scrollHeight <= innerHeight")
    assert in_view(page, PARTS) == []
    assert page.locator(".slot svg").count() == 4
    for group in page.locator(".levers > details:not([open], .own-name) > summary").all()[::-1]:
        group.press("Enter")
        assert in_view(page, [".levers details[open] .lever"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert axe_violations(page, TAGS) == []


def test_the_keyboard_moves_a_slider_and_all_follows(
    page: Page, explorer: Explorer, errors: list[str], requests: list[str]
) -> None:
    """Coarse at once and whole after a rest; undo, redo and replay by one key each."""
    asked = show_widget(page, explorer)
    unfold(page, "Posts and hired staff")
    before = [words_of(page, number) for number in range(4)]
    slider = page.get_by_label(MANAGERS, exact=True)
    slider.focus()
    for _press in range(5):
        page.keyboard.press("ArrowLeft")
    rest(page, "45%")
    assert explorer.case.design("fewer_managers_only").managers_after.value == 0.45
    assert page.get_by_label(f"{MANAGERS}, as a figure").input_value() == "45%"
    expect(page.locator(".lever").filter(has=slider).locator(".level")).to_have_text("far fewer")
    after = [words_of(page, number) for number in range(4)]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert "Fewer managers only" in page.locator(".toolbar [role=status]").last.inner_text()
    page.keyboard.press("r")
    expect(page.get_by_text("That was the last change.")).to_be_attached()
    assert [words_of(page, number) for number in range(4)] == after
    page.keyboard.press("z")
    expect(slider).to_have_value("50")
    rest(page)
    assert [words_of(page, number) for number in range(4)] == before
    page.keyboard.press("y")
    expect(slider).to_have_value("45")
    page.keyboard.press("3")
    expect(page.get_by_text("You adjust: Vanguard first", exact=True)).to_be_visible()
    page.keyboard.press("d")
    expect(page.get_by_role("button", name="Fit to target")).to_have_attribute(
        "aria-pressed", "false"
    )
    assert explorer.case.question.size == "described"
    assert {message["do"] for message in asked} == {"set", "look", "undo", "redo", "hold", "fit"}
    assert errors == requests == []


_REACHED = """
() => {
  const one = document.activeElement;
  one.dataset.reached = Number(one.dataset.reached ?? 0) + 1;
  return [one.tagName, getComputedStyle(one).outlineStyle];
}
"""
_LEFT_OUT = """
() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter(one => one.checkVisibility() && !one.disabled && one.dataset.reached !== "1")
  .map(one => one.outerHTML)
"""
_MOST_STOPS = 120


def test_tab_goes_once_along_everything(page: Page, explorer: Explorer) -> None:
    """Each control once, with a ring around it, and out again; a figure, why, then the slider."""
    show_widget(page, explorer)
    unfold(page, "Posts and hired staff")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.locator("h1").click()
    rings = set()
    for _stop in range(_MOST_STOPS):
        page.keyboard.press("Tab")
        tag, ring = page.evaluate(_REACHED)
        if tag == "BODY":
            break
        rings.add(ring)
    assert tag == "BODY"
    assert page.evaluate(_LEFT_OUT) == []
    assert "none" not in rings
    page.get_by_label(f"{MANAGERS}, as a figure").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=f"About: {MANAGERS}")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label(MANAGERS, exact=True)).to_be_focused()


def test_the_numbers_of_a_picture_follow_while_they_are_read(
    page: Page, explorer: Explorer
) -> None:
    """Opened after a rough computation, they become those of all draws."""
    show_widget(page, explorer)
    unfold(page, "Posts and hired staff")
    slot = page.locator(".slot").first
    slot.locator("select").select_option("savings")
    page.get_by_label(MANAGERS, exact=True).press("ArrowLeft")
    slot.locator(".why").evaluate("button => button.click()")
    row = page.locator("dialog tr").filter(has=page.get_by_role("rowheader", name="Fewer managers"))
    with speaking("en"):
        band = compare(explorer.case, draws=DRAWS, seed=1).options["fewer_managers_only"]
        expect(row).to_contain_text(
            OUTCOMES["net_saving_eur"].range(band.outcomes["net_saving_eur"])
        )


def test_only_the_last_position_of_a_drag_is_computed(page: Page, explorer: Explorer) -> None:
    """Twenty positions at once: the first, and after it only where the hand came to rest."""
    asked = show_widget(page, explorer)
    page.get_by_label(MANAGERS, exact=True).evaluate(
        """slider => {
          for (let value = 80; value > 60; value--) {
            slider.value = value;
            slider.dispatchEvent(new Event("input"));
          }
        }"""
    )
    rest(page, "61%")
    assert [message.get("value") for message in asked] == ["80%", "61%", None]


def test_moves_of_different_levers_all_count(page: Page, explorer: Explorer) -> None:
    """While one is computed the others wait their turn; none is lost."""
    show_widget(page, explorer)
    page.evaluate(
        """() => {
          for (const slider of document.querySelectorAll(".lever input[type=range]")) {
            slider.value = slider.max / 2;
            slider.dispatchEvent(new Event("input"));
          }
        }"""
    )
    rest(page)
    design = explorer.case.design("fewer_managers_only")
    assert (design.frames, design.control, design.support_after.value) == (0.5, 0.5, 1)
    assert design.training == 10_000


def test_a_wrong_figure_is_told_and_nothing_else_changes(page: Page, explorer: Explorer) -> None:
    """The message stands at the field and is announced; a good figure takes it away."""
    show_widget(page, explorer)
    unfold(page, "Posts and hired staff")
    before = words_of(page, CAPACITY)
    field = page.get_by_label(f"{MANAGERS}, as a figure")
    field.fill("half of them")
    page.keyboard.press("Enter")
    alarm = page.get_by_role("alert").filter(has_text="not a number")
    alarm.wait_for()
    assert field.input_value() == "half of them"
    assert field.get_attribute("aria-invalid") == "true"
    assert str(alarm.get_attribute("id")) in str(field.get_attribute("aria-describedby"))
    assert words_of(page, CAPACITY) == before
    field.fill("60%")
    page.keyboard.press("Enter")
    alarm.wait_for(state="detached")
    expect(page.get_by_label(MANAGERS, exact=True)).to_have_value("60")


def test_a_way_and_a_mix_are_chosen(page: Page, explorer: Explorer, errors: list[str]) -> None:
    """Per option, and what is chosen is in the case; another mix changes what it says."""
    show_widget(page, explorer)
    second = page.get_by_role("region", name="Option 2")
    before = second.locator(".key-figures").inner_text()
    second.get_by_label("Saves by").select_option("fewer_tasks")
    expect(page.locator(".holding")).to_have_attribute("data-slot", "2")
    assert explorer.case.mix_of("stepwise_programme") == "fewer_tasks"
    assert second.locator(".key-figures").inner_text() != before
    second.get_by_label("Way").select_option("within_frames")
    expect(page.get_by_text("Now in your comparison: Within frames")).to_be_visible()
    key = explorer.state["shown"][1]
    case = explorer.case
    assert (case.way_of(key), case.mix_of(key)) == ("within_frames", "fewer_tasks")
    expect(second.get_by_label("Way")).to_have_value("within_frames")
    assert errors == []


def test_a_look_is_not_a_choice(page: Page, explorer: Explorer) -> None:
    """An option that is only looked at is not in the case until a box says so."""
    show_widget(page, explorer)
    case = explorer.case
    first = page.get_by_role("region", name="Option 1")
    first.get_by_label("Option 1").select_option("hiring_first")
    within = first.get_by_role("checkbox", name="in your comparison")
    expect(within).not_to_be_checked()
    assert explorer.case == case
    within.press("Space")
    expect(page.get_by_text("Now in your comparison: Less hiring first")).to_be_visible()
    assert "hiring_first" in explorer.case.options
    within.press("Space")
    expect(page.get_by_text("Out of your comparison: Less hiring first")).to_be_visible()
    assert explorer.case == case


def test_no_target_is_said_to_be_found_before_it_mostly_is(page: Page, explorer: Explorer) -> None:
    """In half of the futures it is found on average; only from 80 of 100 on it is found."""
    show_widget(page, explorer)
    gap = page.locator(".card .gap").first
    expect(gap).to_have_text("Finds it: in 50 of 100 futures.")
    page.get_by_label("Certainty", exact=True).select_option("80%")
    expect(gap).to_have_text("Finds the saving: in 80 of 100 futures.")


def test_every_chart_of_the_library_can_be_chosen(
    page: Page, explorer: Explorer, errors: list[str]
) -> None:
    """Twelve of them; each draws, and says in words of its own what it shows."""
    show_widget(page, explorer)
    pick = page.get_by_label("Choose a chart").first
    keys = pick.locator("option").evaluate_all("all => all.map(one => one.value)")
    assert len(keys) == len(set(keys)) == 12
    told = []
    for key in keys:
        pick.select_option(key)
        told.append(words_of(page, 0))
        assert chart(page, 0).locator("*").count() > 9
    assert len(set(told)) == len(told)
    for words in told:
        assert any(letter.isdigit() for letter in words)
        assert "{" not in words
        assert "undefined" not in words
    assert errors == []


def test_a_chart_that_was_chosen_goes_along_in_the_link(page: Page, explorer: Explorer) -> None:
    """With the charts of a link in their places, another one is chosen; the next link has both."""
    explorer.set_layout("~fte.frontier.capacity.cumulative_cash_eur")
    show_widget(page, explorer)
    picks = page.get_by_label("Choose a chart")
    assert picks.nth(0).input_value() == "fte"
    picks.nth(3).select_option("absence")
    rest(page)
    assert picks.nth(3).input_value() == "absence"
    assert explorer.layout == "~fte.frontier.capacity.absence"


def test_the_page_writes_figures_as_the_report_does(page: Page, explorer: Explorer) -> None:
    """Key figures and the numbers of a chart are those of ``compare``, in the same words."""
    show_widget(page, explorer)
    with speaking("en"):
        found = compare(explorer.case, draws=DRAWS, seed=1)
    page.get_by_label("Choose a chart").first.select_option("savings")
    page.get_by_role("button", name="About this chart and its numbers").first.press("Enter")
    for at, key in enumerate(("fewer_managers_only", "stepwise_programme", "vanguard_first")):
        option = found.options[key]
        row = page.locator("dialog tr").filter(has_text=option.label)
        figures = page.locator(".key-figures").nth(at)
        with speaking("en"):
            for outcome in ("gross_saving_eur", "leaked_eur", "net_saving_eur"):
                expect(row).to_contain_text(OUTCOMES[outcome].range(option.outcomes[outcome]))
            for outcome in ("capacity_low", "satisfaction_mean", "posts_removed_fte"):
                expect(figures).to_contain_text(OUTCOMES[outcome].range(option.outcomes[outcome]))
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).not_to_be_visible()


def test_what_is_fetched_from_the_case_is_text(page: Page, explorer: Explorer) -> None:
    """A name that looks like a page stays a name."""
    state: dict[str, Any] = json.loads(json.dumps(explorer.state))
    state["results"]["options"]["vanguard_first"]["label"] = "<img src=x onerror=alert(1)>"
    explorer.state = state
    show_widget(page, explorer)
    page.get_by_role("button", name="More").click()
    assert page.locator("img").count() == 0


def test_every_figure_can_be_looked_up(page: Page, explorer: Explorer, errors: list[str]) -> None:
    """All of them in the panel, by keyboard; a word or a kind filters them."""
    show_widget(page, explorer)
    page.get_by_role("button", name="Undo").evaluate("one => one.closest('section').focus()")
    page.get_by_role("button", name="More").press("m")
    page.get_by_role("button", name="Advanced: every figure").press("Enter")
    rows = page.locator(".figures tbody tr:not([hidden])")
    rows.first.wait_for()
    assert rows.count() == len(explorer.figures) > 40
    page.get_by_label("Search").fill("hilversum")
    assert 1 <= rows.count() < 9
    page.get_by_label("Search").fill("")
    page.get_by_label("What it rests on").select_option("assumption")
    assert 9 < rows.count() < len(explorer.figures)
    assert (
        page.locator(".figures [role=status]").first.inner_text().startswith(f"{rows.count()} of")
    )
    assert axe_violations(page, TAGS) == []
    assert errors == []


def test_a_figure_of_ones_own_counts_at_once(
    page: Page, explorer: Explorer, errors: list[str]
) -> None:
    """By keyboard: refused at its field, used, told what it does, marked, and put back."""
    show_widget(page, explorer)
    page.get_by_role("button", name="More").press("Enter")
    page.get_by_role("button", name="Advanced: every figure").press("Enter")
    button = page.get_by_role("button", name="Fill in your own: Part of the planned saving that")
    button.press("Enter")
    form = page.get_by_role("group", name="Fill in your own: Part of the planned saving that")
    range_, reason = form.get_by_label("Your range"), form.get_by_label("Reason")
    expect(range_).to_be_focused()
    assert range_.input_value() == "50% to 100%, middle 85%"
    range_.fill("70% to 130%")
    range_.press("Enter")
    form.get_by_text("130% is outside what is allowed; use 0% to 100%").wait_for()
    form.get_by_text("this is missing").wait_for()
    assert explorer.case.assumptions == {}
    gap = page.locator(".size").first.inner_text()
    range_.fill("85% to 95%")
    reason.fill("Our two cuts before went so.")
    reason.press("Enter")
    form.get_by_text("Now it is").wait_for()
    assert page.locator(".size").first.inner_text() != gap
    expect(reason).to_be_focused()
    row = page.locator("tr.own")
    assert "own assumption" in row.inner_text()
    assert "Our two cuts before went so." in row.inner_text()
    assert "your own assumption: 1" in page.locator(".own-count").inner_text()
    assert axe_violations(page, TAGS) == []
    form.get_by_role("button", name="Put back").press("Enter")
    row.wait_for(state="detached")
    assert range_.input_value() == "50% to 100%, middle 85%"
    assert explorer.case.assumptions == {}
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert page.locator("dialog").is_visible()
    assert errors == []


def test_what_rests_on_assumptions_is_one_sentence(page: Page, explorer: Explorer) -> None:
    """For each option one; the shares themselves are a click further."""
    show_widget(page, explorer)
    page.get_by_role("button", name="More").press("Enter")
    page.get_by_role("button", name="What rests on assumptions").press("Enter")
    said = page.locator("dialog").get_by_text("of the range rests on assumptions; it goes from")
    expect(said).to_have_count(3)
    expect(page.locator("dialog table")).not_to_be_visible()
    page.locator("dialog summary").press("Enter")
    expect(page.locator("dialog table")).to_be_visible()


def test_an_option_is_copied_and_named(page: Page, explorer: Explorer) -> None:
    """A name that another has is refused beside the field."""
    show_widget(page, explorer)
    unfold(page, "Name, copy, comparison")
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


def test_a_room_sees_larger_letters(page: Page, explorer: Explorer) -> None:
    """All of a large screen, and everything still in view."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    show_widget(page, explorer)
    small = page.locator(".question").bounding_box()
    page.get_by_role("button", name="Large").press("Enter")
    page.wait_for_function("document.querySelector('.large')")
    page.wait_for_timeout(200)
    assert in_view(page, PARTS) == []
    large = page.locator(".question").bounding_box()
    assert large is not None
    assert small is not None
    assert large["height"] > 1.3 * small["height"]
    page.keyboard.press("g")
    expect(page.locator(".large")).to_have_count(0)


def test_a_phone_shows_one_part_at_a_time(
    page: Page, explorer: Explorer, errors: list[str]
) -> None:
    """A short page; what a lever moves stays in view above it."""
    page.set_viewport_size(PHONE)
    show_widget(page, explorer)
    heights = {}
    for tab in ("Options", "Charts", "Levers"):
        page.get_by_role("button", name=tab, exact=True).click()
        heights[tab] = page.evaluate("document.documentElement.scrollHeight")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert axe_violations(page, TAGS) == []
    assert max(heights.values()) < 1_500
    unfold(page, "Posts and hired staff")
    slider = page.get_by_label(MANAGERS, exact=True)
    slider.focus()
    before = words_of(page, PRICE)
    page.keyboard.press("ArrowLeft")
    rest(page)
    assert words_of(page, PRICE) != before
    assert page.locator(".slot svg:visible").count() == 1
    assert errors == []


@pytest.mark.parametrize(
    "size",
    [NARROW, pytest.param(ZOOMED, marks=pytest.mark.slow)],
    ids=["narrow", "zoomed"],
)
@pytest.mark.parametrize("language", [pytest.param("nl", marks=pytest.mark.slow), "en"])
def test_nothing_stands_in_the_way(
    page: Page, errors: list[str], requests: list[str], size: dict[str, int], language: str
) -> None:
    """No violations of WCAG 2.2 A and AA or of good practice, and no scrolling sideways."""
    with speaking(language):
        explorer = Explorer(Case(name="Nijkerk", municipalities="Nijkerk"), draws=DRAWS)
    page.set_viewport_size(size)
    show_widget(page, explorer)
    for tab in page.locator(".tabs button:visible").all() or [page.locator(".tool-undo")]:
        tab.press("Enter")
        page.evaluate(_UNFOLD)
        assert axe_violations(page, TAGS) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert errors == requests == []
