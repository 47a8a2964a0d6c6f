"""Page 1: six questions answered on one A4."""

import re
from io import BytesIO

import pikepdf
import pytest
from lxml import html

from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.registry import section
from selfmgmt.reporting.documents.pdf import pdf_of
from selfmgmt.reporting.pages.page_one import page_of
from selfmgmt.reporting.pages.sections import page_one_html
from tests.reporting.conftest import content_about

QUICK = ("Nijkerk", "Vlieland")
SLOW = ("Amsterdam", "Boxtel")
MUNICIPALITIES = [*QUICK, *(pytest.param(name, marks=pytest.mark.slow) for name in SLOW)]
MONEY = r"€\s?[\d.,]+(\s?(mln|million))?"
DAY = r"\d{1,2} \w+ 20\d\d"


@pytest.fixture
def page(in_its_language):
    """Page 1 as a tree."""
    return html.fromstring(page_one_html(in_its_language).source)


def words_of(page, kind):
    """The words in a part of the page."""
    (part,) = page.find_class(kind)
    return " ".join(part.text_content().split()).replace("\xa0", " ")


def test_a_reader_finds_how_much_and_by_when(page):
    """In one sentence: in euros a year, for each inhabitant, and a day."""
    words = words_of(page, "question")
    assert len(re.findall(MONEY, words)) == 2
    assert re.search(DAY, words)


def test_a_reader_finds_what_closes_the_gap(page, in_its_language):
    """Every saving mix by its name."""
    closes, _price, _unknown = page.find_class("answer")[0]
    for key in ("cut_across_the_board", "hiring_first", "fewer_tasks", "overhead_first"):
        assert in_its_language.labels[key] in closes.text_content()
    assert "FTE" in closes.text_content()


def test_a_reader_finds_the_price_for_residents_and_staff(page):
    """Capacity and satisfaction, each beside what it is now; and that no way pays for itself."""
    _closes, price, _unknown = page.find_class("answer")[0]
    words = price.text_content()
    assert re.search("capaci", words)
    assert re.search("tevreden|satisfied", words)
    assert "100" in words
    assert re.search(MONEY, words.replace("\xa0", " "))


def test_a_reader_finds_what_is_not_known(page):
    """How much rests on assumptions, what nobody judged, and what is no figure of one's own."""
    *_, unknown = page.find_class("answer")[0]
    assert re.search(r"\d+%", unknown.text_content())
    assert re.search("aannames|assumptions", unknown.text_content())
    assert re.search("Landelijke|National", words_of(page, "own"))


def test_a_reader_finds_who_decides_now(page):
    """Each body with a day; the works council before the decision."""
    lines = [item.text_content() for item in page.find_class("decide")[0]]
    assert len(lines) == 6
    assert all(re.search(DAY, line) for line in lines)
    bodies = ("irect", "Teams", "College|Executive", "Ondernemingsraad|Works", "Raad|Council")
    for body in bodies:
        assert any(re.search(body, line) for line in lines)


def test_the_two_questions_are_two_pictures(page):
    """With words for those who do not see them, and what must be believed of each way."""
    assert len(page.findall(".//img")) == 2
    assert all(re.search(r"\d", image.get("alt")) for image in page.findall(".//img"))
    (table,) = (one for one in page.findall(".//table") if not list(one.iterancestors("details")))
    heads = [cell.text_content() for cell in table.findall(".//thead//th")]
    assert len(heads) == 10
    assert len(table.findall(".//tbody/tr")) == 8
    points = [row[-1].text_content() for row in table.findall(".//tbody/tr")][1:]
    assert all(re.match(r"\d+ (punten|points)", text) for text in points)


def test_the_red_frame_goes_when_all_is_own(in_its_language):
    """Figures, target and weights."""
    assert section(in_its_language, "own").cautions
    case = in_its_language.case.model_copy(
        update={"question": in_its_language.case.question.model_copy(update={"example": False})}
    )
    own = Content(case=case, language=in_its_language.language, seed=1, draws=100)
    assert len(section(own, "own").cautions) == len(section(in_its_language, "own").cautions) - 1


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", MUNICIPALITIES)
def test_it_fits_one_a4(name, language):
    """In both languages, at ten points."""
    assert pages(content_about(name, language)) == 1


def test_a_chosen_mix_of_hired_staff_and_tasks_fits_too():
    """The table has two more columns then."""
    case = content_about("Nijkerk", "nl").case
    written = {**case.model_dump(mode="json", exclude_defaults=True), "mix": "fewer_tasks"}
    made = Case.model_validate(written)
    assert pages(Content(case=made, language="nl", seed=1, draws=200)) == 1


def pages(content):
    """How many pages page 1 takes on paper."""
    with speaking(content.language):
        document = pdf_of(page_of(content))
    with pikepdf.open(BytesIO(document)) as opened:
        return len(opened.pages)


def test_a_case_without_options_still_has_a_page():
    """It says that there is nothing to lay side by side."""
    case = Case.model_validate({"name": "Nijkerk", "municipalities": "Nijkerk"})
    content = Content(case=case, language="en", seed=1, draws=100)
    with speaking("en"):
        page = page_of(content)
    assert "No saving target is filled in" in page
    assert "<img" not in page
