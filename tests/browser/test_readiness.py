"""The page of readiness as people meet it: judged by keyboard, a file handed over, made narrow."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.readiness.yardstick import load_yardstick, since_last_time, team_result
from selfmgmt.views.widgets.readiness import ReadinessPage
from selfmgmt.views.widgets.survey_upload import open_survey
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.widget_page import show_widget
from tests.readiness.organisation import synthetic_organisation
from tests.readiness.survey_files import write_answers

NARROW = {"width": 1024, "height": 768}
PHONE = {"width": 360, "height": 640}
STATISTICS = re.compile("Cronbach|alpha|omega|ICC|intraclass", re.IGNORECASE)


def case() -> Case:
    """Nijkerk with two options and two subjects judged."""
    return Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "readiness": {"trust": 2, "support": {"low": 3, "central": 3.5, "high": 4}},
            "options": dict.fromkeys(("fewer_managers_only", "vanguard_first")),
        }
    )


@pytest.fixture
def tool() -> ReadinessPage:
    """The page without a survey, in English."""
    with speaking("en"):
        return ReadinessPage(case(), draws=200)


def open_all(page: Page) -> None:
    """Unfold all that is asked for."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def test_one_press_gives_a_score(page: Page, tool: ReadinessPage) -> None:
    """Eight scales come first; under them one sentence says what holds back and what to do."""
    show_widget(page, tool)
    assert page.locator(".score").count() == 8
    page.get_by_role("button", name="Ownership: 1, not at all").press("Enter")
    page.locator(".holds", has_text="The weakest is Ownership").wait_for()
    assert "First step:" in page.locator(".holds").inner_text()
    assert page.get_by_label("Ownership", exact=True).input_value() == "1"
    pressed = page.get_by_role("button", name="Ownership: 1").get_attribute("aria-pressed")
    assert pressed == "true"
    assert page.locator("details[open]").count() == 0


def test_subjects_are_judged_by_keyboard(
    page: Page, tool: ReadinessPage, errors: list[str], requests: list[str]
) -> None:
    """Tab from score to score; the weakest follows, and what getting ready brings."""
    show_widget(page, tool)
    open_all(page)
    page.get_by_label("Trust", exact=True).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("4")
    page.get_by_label("Boundaries and mandate", exact=True).focus()
    page.keyboard.type("1 to 2")
    page.keyboard.press("Tab")
    page.locator(".holds", has_text="The weakest is Boundaries and mandate").wait_for()
    assert dict(tool.case.readiness.frameworks) == {"low": 1, "central": 1.5, "high": 2}
    page.locator(".gain table").wait_for()
    assert errors == []
    assert requests == []


def test_a_wrong_score_stays_with_the_reason(page: Page, tool: ReadinessPage) -> None:
    """Announced, and tied to its field."""
    show_widget(page, tool)
    open_all(page)
    field = page.get_by_label("Ownership", exact=True)
    field.fill("9")
    field.press("Enter")
    alarm = page.get_by_role("alert").filter(has_text="1 to 5")
    alarm.wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    assert str(alarm.get_attribute("id")) in str(field.get_attribute("aria-describedby"))


def test_a_file_is_handed_over_and_its_scores_kept(
    page: Page, tool: ReadinessPage, errors: list[str], tmp_path: Path
) -> None:
    """Chosen, read, shown; then put in the case with a button."""
    path = write_answers(tmp_path / "answers.csv", synthetic_organisation().answers)
    show_widget(page, tool)
    open_all(page)
    show = page.get_by_role("button", name="Show what it says")
    show.press("Enter")
    page.get_by_text("Choose a file with answers first.").wait_for()
    page.get_by_label("File with answers").set_input_files(path)
    page.get_by_label("How many people were asked").fill("350")
    show.press("Enter")
    page.get_by_text("75% of the people").wait_for()
    page.get_by_role("button", name="Put these scores").press("Enter")
    page.get_by_text("These scores are in the case.").wait_for()
    assert tool.case.readiness.respondents == 264
    assert page.locator(".made-up").is_hidden()
    assert errors == []


def test_a_file_without_answers_is_told_at_the_files(
    page: Page, tool: ReadinessPage, tmp_path: Path
) -> None:
    """Once, and not at the top of the page as well."""
    path = tmp_path / "none.csv"
    path.write_text("naam;leeftijd\nx;3\n", encoding="utf-8")
    show_widget(page, tool)
    open_all(page)
    page.get_by_label("File with answers").set_input_files(path)
    page.get_by_role("button", name="Show what it says").press("Enter")
    page.get_by_role("alert").filter(has_text="no column is a question").wait_for()
    assert page.get_by_text("no column is a question").count() == 1


def test_the_form_is_saved(page: Page, tool: ReadinessPage) -> None:
    """Pressed by keyboard, it arrives among the downloads of the reader."""
    show_widget(page, tool)
    open_all(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the form on paper").press("Enter")
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert waiting.value.suggested_filename == "readiness_scan.html"
    assert saved.startswith("<!doctype html>")
    page.get_by_text("readiness_scan.html is in your downloads.").wait_for()


def test_the_sheets_of_a_team_stay_in_the_window(page: Page, tool: ReadinessPage) -> None:
    """Nothing is asked of Python; what to talk about is what Python would say."""
    asked = show_widget(page, tool)
    open_all(page)
    page.locator(".gain table").wait_for()
    before = len(asked)
    sheets = [{"goals": 1, "frame": 2, "roles": 4}, {"goals": 3, "frame": 2, "roles": 1}]
    aspects = load_yardstick().aspects
    for key in ("goals", "frame", "roles"):
        field = page.get_by_label(str(aspects[key].label.en), exact=True)
        field.fill(" ".join(str(sheet[key]) for sheet in sheets))
        field.press("Tab")
    told = page.locator(".outcome li").all_inner_texts()
    first = [str(aspects[key].label.en) for key in team_result(sheets).to_discuss()]
    assert [words.partition(":")[0] for words in told] == first
    earlier = [{"goals": 1, "frame": 2, "roles": 4}, {"goals": 1, "frame": 2, "roles": 4}]
    for key in ("goals", "frame", "roles"):
        field = page.get_by_label(f"{aspects[key].label.en}, last time", exact=True)
        field.fill(" ".join(str(sheet[key]) for sheet in earlier))
        field.press("Tab")
    since = page.locator(".outcome").filter(has_text="Since last time").locator("li")
    changed = since_last_time(team_result(earlier), team_result(sheets))
    assert [words.partition(":")[0] for words in since.all_inner_texts()] == [
        str(aspects[key].label.en) for key in changed
    ]
    was, is_now = (
        ", ".join(f"“{aspects['goals'].stages[stage - 1].en}”" for stage in stages)
        for stages in changed["goals"]
    )
    assert since.first.inner_text() == f"Goal: last time most ticked {was}, now {is_now}"
    field = page.get_by_label(str(aspects["outside"].label.en), exact=True)
    field.fill("5")
    field.press("Tab")
    page.get_by_role("alert").filter(has_text="1, 2, 3 and 4").wait_for()
    assert len(asked) == before


def test_jupyterlab_takes_no_keys(page: Page, tool: ReadinessPage) -> None:
    """All that can have the focus keeps its keys for itself."""
    show_widget(page, tool)
    open_all(page)
    page.get_by_role("button", name="Show an example").press("Enter")
    page.locator(".figures .note").first.scroll_into_view_if_needed()
    page.locator(".part figure img").first.wait_for()
    without = page.eval_on_selector_all(
        "button, select, summary, input, a[href], [tabindex='0']",
        "all => all.filter(one => !one.dataset.lmSuppressShortcuts).map(one => one.outerHTML)",
    )
    assert without == []


@pytest.mark.parametrize(
    "size", [pytest.param(NARROW, marks=pytest.mark.slow), PHONE], ids=["narrow", "phone"]
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_stands_in_the_way(
    page: Page, errors: list[str], requests: list[str], size: dict[str, int], language: str
) -> None:
    """No violations of WCAG 2.2 A and AA or of good practice, and no scrolling sideways."""
    with speaking(language):
        tool = ReadinessPage(case(), survey=open_survey(example=True), draws=200)
    tool.answer({"do": "set", "field": "change", "value": "x"})
    page.set_viewport_size(size)
    show_widget(page, tool)
    open_all(page)
    page.locator(".gain table").wait_for()
    page.locator(".figures .note").first.scroll_into_view_if_needed()
    page.locator(".part figure img").first.wait_for()
    open_all(page)
    assert page.locator(".part .tag").count() >= 5
    assert axe_violations(page, [*WCAG_2_1_AA, "wcag22aa", "best-practice"]) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert errors == []
    assert requests == []


def test_statistics_of_a_survey_stay_folded(page: Page) -> None:
    """What people say is in the open; alpha, omega and intraclass correlation are for who asks."""
    with speaking("en"):
        tool = ReadinessPage(case(), survey=open_survey(example=True), draws=200)
    show_widget(page, tool)
    page.get_by_text("What people say of each subject").wait_for()
    assert not STATISTICS.search(page.inner_text("body"))
    open_all(page)
    assert STATISTICS.search(page.inner_text("body"))
