"""The report as people meet it: on a screen, on a telephone, by keyboard and by ear."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from selfmgmt.reporting.engine.batch import render_report
from tests.browser.axe import WCAG_2_1_AA, axe_violations

TELEPHONE = {"width": 360, "height": 740}
PAPER = {"width": 660, "height": 960}  # A4 without its margins, in CSS pixels
SCREEN = {"width": 1280, "height": 800}


@pytest.fixture(scope="module", params=["nl", "en"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The report of Nijkerk in one language."""
    out = tmp_path_factory.mktemp("report")
    path: Path = render_report("Nijkerk", out=out, language=request.param, draws=400).html
    return path.as_uri()


@pytest.mark.parametrize(
    "size",
    [SCREEN, pytest.param(TELEPHONE, marks=pytest.mark.slow)],
    ids=["screen", "telephone"],
)
@pytest.mark.parametrize("folds", ["open", pytest.param("closed", marks=pytest.mark.slow)])
def test_nothing_stands_in_the_way(
    page: Page, requests: list[str], address: str, size: dict[str, int], folds: str
) -> None:
    """No violations of WCAG 2.1 A and AA or of good practice, whatever is unfolded."""
    page.set_viewport_size(size)
    page.goto(address)
    if folds == "open":
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert axe_violations(page, [*WCAG_2_1_AA, "best-practice"]) == []
    assert requests == []


def test_a_telephone_does_not_scroll_sideways(page: Page, address: str) -> None:
    """Folded or not, all of it fits in 360 pixels."""
    page.set_viewport_size(TELEPHONE)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]


_ON_ONE_LINE = """
() => [...document.querySelectorAll("td")].filter(one => one.textContent.includes("\\n"))
  .map(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const tops = new Set([...range.getClientRects()].filter(box => box.width).map(box => box.top));
    return [one.textContent, tops.size];
  })
"""


def test_a_telephone_keeps_figures_apart(page: Page, address: str) -> None:
    """People and posts stand below each other in one cell, and do not run into one number."""
    page.set_viewport_size(TELEPHONE)
    page.goto(address)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = page.evaluate(_ON_ONE_LINE)
    assert found
    assert [text for text, lines in found if lines < len(text.split("\n"))] == []


def test_every_picture_has_words_of_its_own(page: Page, address: str) -> None:
    """Alternative texts say what is shown, with figures, and no two are alike."""
    page.goto(address)
    words = page.eval_on_selector_all("img", "all => all.map(one => one.alt)")
    assert len(words) == len(set(words)) > 5
    for text in words:
        assert len(text.split()) > 6
        assert re.search(r"\d", text)
        assert "No description" not in text


def test_headings_come_in_order(page: Page, address: str) -> None:
    """One title; no level is skipped."""
    page.goto(address)
    levels = page.eval_on_selector_all(
        "h1, h2, h3, h4, h5, h6", "all => all.map(one => Number(one.tagName[1]))"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_lead_somewhere(page: Page, address: str) -> None:
    """Each link in the list has its section."""
    page.goto(address)
    links = page.eval_on_selector_all("nav a", "all => all.map(one => one.hash.slice(1))")
    anchors = page.eval_on_selector_all("main h2", "all => all.map(one => one.id)")
    assert links == anchors
    assert len(set(anchors)) == len(anchors) > 8


def test_the_keyboard_reaches_the_content_at_once(page: Page, address: str) -> None:
    """The first stop is the link that skips to it."""
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_print_shows_what_is_folded(page: Page, address: str) -> None:
    """On paper nothing can be unfolded, and nothing falls off the side.

    The numbers of the two pictures of page 1 stay away: there the sheet is full, and they stand in
    the tables of the appendix.
    """
    page.set_viewport_size(PAPER)
    page.goto(address)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= PAPER["width"]
    heights = page.eval_on_selector_all(
        "main > details table, main > :not(.one) details table",
        "all => all.map(one => one.getBoundingClientRect().height)",
    )
    assert min(heights) > 0
