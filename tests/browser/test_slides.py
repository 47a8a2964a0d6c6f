"""Slides as people meet them: on a screen, on a telephone, by keyboard and on paper."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from selfmgmt.case import new_case
from selfmgmt.language import speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.documents.council import council_slides
from selfmgmt.reporting.documents.slides import slides_page
from tests.browser.axe import WCAG_2_1_AA, axe_violations

TELEPHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The slides about Nijkerk."""
    path: Path = tmp_path_factory.mktemp("slides") / "slides.html"
    with speaking("nl"):
        content = Content(case=new_case(["Nijkerk"]), language="nl", seed=1, draws=200)
        page = slides_page(council_slides(content), name=content.case.name, language="nl")
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def test_nothing_stands_in_the_way(page: Page, requests: list[str], address: str) -> None:
    """No violations, also with all notes unfolded and on a telephone; nothing from outside."""
    for size in ({"width": 1280, "height": 720}, TELEPHONE):
        page.set_viewport_size(size)
        page.goto(address)
        tags = [*WCAG_2_1_AA, "best-practice"]
        assert axe_violations(page, tags) == []
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert axe_violations(page, tags) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert requests == []


def test_the_keyboard_goes_from_slide_to_slide(page: Page, address: str) -> None:
    """Also past the ends; the slide that is shown has the focus."""
    page.goto(address)
    for key, shown in (
        ("ArrowRight", "s2"),
        ("PageDown", "s3"),
        ("ArrowLeft", "s2"),
        ("End", "s6"),
        ("ArrowRight", "s6"),
        ("Home", "s1"),
        ("ArrowLeft", "s1"),
    ):
        page.keyboard.press(key)
        page.wait_for_function(
            "slide => Math.abs(document.getElementById(slide).getBoundingClientRect().top) < 2",
            arg=shown,
        )
        assert page.evaluate("document.activeElement.id") == shown


def test_each_slide_is_a_page_on_paper(page: Page, address: str) -> None:
    """With its note, that nobody can unfold there."""
    page.goto(address)
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 6
    page.emulate_media(media="print")
    heights = page.eval_on_selector_all(
        "details p", "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(heights) > 0
