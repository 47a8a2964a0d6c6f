"""The explorer in a report: folded, and it computes in the file itself."""

import pytest
from playwright.sync_api import Frame, Page

from selfmgmt.analysis.compare import compare
from selfmgmt.case import new_case
from selfmgmt.reporting.engine.batch import render_report
from tests.browser.axe import axe_violations
from tests.browser.test_live import PICTURE, RESULTS, agrees

TARGET = "selfmgmtLive.session().positions()['question.saving_target'].text"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of Nijkerk on a disk."""
    out = tmp_path_factory.mktemp("report")
    return str(render_report("Nijkerk", out=out, language="en", draws=100).html.as_uri())


def unfolded(page: Page, address: str) -> Frame:
    """The explorer in the report, with the network off, when all draws are made."""
    page.context.set_offline(True)
    page.goto(address)
    assert page.locator("iframe").count() == 0
    page.get_by_text("Open the explorer").press("Enter")
    frame = page.wait_for_selector("iframe").content_frame()
    assert frame is not None
    settled(frame)
    return frame


def settled(frame: Frame) -> None:
    """Wait until all draws are made."""
    frame.wait_for_selector(PICTURE, state="attached")
    for _ in range(1200):  # the page forbids what wait_for_function does
        if frame.evaluate("selfmgmtLive.session().state().whole"):
            return
        frame.wait_for_timeout(50)
    pytest.fail("the explorer does not get to all draws")


def test_a_lever_moves_the_picture_to_the_numbers_of_compare(
    page: Page, requests: list[str], address: str
) -> None:
    """By keyboard, without a network and without a word to the console."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    frame = unfolded(page, address)
    before = frame.locator(PICTURE).first.inner_html()
    frame.locator("input[type=range]").first.focus()
    page.keyboard.press("ArrowRight")
    settled(frame)
    assert frame.locator(PICTURE).first.inner_html() != before
    case = new_case(["Nijkerk"])
    target = frame.evaluate(TARGET)
    assert target != "5%"
    question = {**case.question.model_dump(), "saving_target": target}
    moved = type(case.question).model_validate(question)
    agrees(frame.evaluate(RESULTS), compare(case.model_copy(update={"question": moved})))
    assert (requests, said) == ([], [])


@pytest.mark.parametrize("width", [1280, 360])
def test_it_stands_in_nobodys_way(page: Page, address: str, width: int) -> None:
    """No violations of WCAG 2.1 A and AA, nothing beside the page; the title is the report's."""
    page.set_viewport_size({"width": width, "height": 740})
    unfolded(page, address)
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.title().startswith("Nijkerk: how do we find")
