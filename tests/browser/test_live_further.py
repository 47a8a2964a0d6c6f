"""Further questions on the live page, answered in the browser with the words of the app."""

import pytest

from selfmgmt.analysis.compare import SEED, compare
from selfmgmt.analysis.stress import stress
from selfmgmt.analysis.turning import lever_curves
from selfmgmt.case import new_case
from selfmgmt.live.file import write_page
from selfmgmt.views.words.lever_thresholds import lever_sentences
from selfmgmt.views.words.stress import stress_sentences
from tests.browser.axe import axe_violations
from tests.browser.test_live import opened, settled

LEVERS, STRESS = "Wat maakt of breekt het doel?", "Wat als het tegenzit?"


@pytest.fixture(scope="module")
def comparison():
    """Nijkerk by Python."""
    return compare(new_case(["Nijkerk"]))


@pytest.fixture(scope="module")
def nijkerk(tmp_path_factory):
    """The page of Nijkerk, in Dutch first."""
    return write_page(new_case(["Nijkerk"]), tmp_path_factory.mktemp("live"))


def answer(page, title):
    """The lines of the answer to a question, once it is there."""
    part = page.locator(".reading section").filter(has_text=title)
    part.get_by_role("button").click()
    part.get_by_text("Klaar.").wait_for()
    return part.locator("li").all_inner_texts()


def ask(page):
    """Open the chapter of further questions."""
    page.get_by_role("button", name="Meer weten", exact=True).click()
    page.get_by_role("button", name="Meer vragen").click()


def shown(page):
    """The options on the page, and the one that the levers move."""
    board = page.evaluate("selfmgmtLive.session().board()")
    return [key for key in board["shown"] if key], board["shown"][board["place"]]


def test_the_answers_are_those_of_the_app_word_for_word(page, nijkerk, requests, comparison):
    """For what stands on the page, offline."""
    opened(page, nijkerk)
    keys, hand = shown(page)
    ask(page)
    plans = {key: comparison.options[key].plan for key in keys}
    labels = {key: one.label for key, one in comparison.options.items()}
    found = stress(comparison.study, plans, seed=SEED)
    assert answer(page, STRESS) == stress_sentences(found, labels)
    certainty = int(comparison.study.question.certainty.rstrip("%")) / 100
    curves = lever_curves(comparison.study, plans[hand], certainty=certainty, seed=SEED)
    expected = lever_sentences(curves, option=labels[hand], certainty=certainty)
    assert answer(page, LEVERS) == expected
    assert requests == []


def test_an_answer_goes_when_the_page_changes(page, nijkerk):
    """What was answered of other levers does not stay; the same question can be asked again."""
    opened(page, nijkerk)
    ask(page)
    before = answer(page, LEVERS)
    page.keyboard.press("Escape")
    page.locator("input[type=range]").first.focus()
    page.keyboard.press("End")
    settled(page)
    ask(page)
    assert page.locator(".found li").count() == 0
    assert page.get_by_text("Klaar.").count() == 0
    assert answer(page, LEVERS) != before


def test_a_name_of_a_reader_stays_a_name(page, nijkerk):
    """Markup in the name of an option is shown, not run."""
    opened(page, nijkerk)
    page.evaluate("selfmgmtLive.session().host.rename('<img src=x onerror=alert(1)>')")
    settled(page)
    ask(page)
    assert answer(page, LEVERS)[0].startswith("<img src=x onerror=alert(1)>")
    assert page.locator(".found img").count() == 0


@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_read_the_answers(page, nijkerk, width):
    """No violations of WCAG 2.1 A and AA, and nothing beside the page."""
    page.set_viewport_size({"width": width, "height": 740})
    opened(page, nijkerk)
    ask(page)
    answer(page, LEVERS)
    answer(page, STRESS)
    for summary in page.locator(".found summary").all():
        summary.click()
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
