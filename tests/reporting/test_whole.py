"""A whole report: short, in plain words, and no number in two places with two values."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import html

from selfmgmt.case import Case
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.content.sections.advice import advice_sections
from selfmgmt.reporting.content.sections.registry import MAIN, section
from selfmgmt.reporting.documents.council import council_slides
from selfmgmt.reporting.documents.docx import request_html
from selfmgmt.reporting.documents.slides import slides_page
from selfmgmt.reporting.engine.report import report_page
from selfmgmt.reporting.pages.page_one import page_of
from selfmgmt.reporting.pages.sections import page_one_html, views_of
from selfmgmt.views.figures import Chart
from selfmgmt.views.persons import persons
from tests.bench.read_reports import figures_in
from tests.views.conftest import OPTIONS, WEIGHTS

MOST_WORDS, MOST_PICTURES, MOST_TABLES = 2_500, 8, 8
JARGON = re.compile(
    r"TOPSIS|PROMETHEE|SMAA|MAVT|Shapley|Kendall|EVPI|P10|P50|P90|Monte Carlo|stochast|"
    r"grade [A-D]\b|\b(?:graad|klasse) [A-D]\b|\bspread\b|\bspreiding\b|\bregret\b|\bspijt\b|"
    r"\bquarter \d|\bkwartaal \d|\b1 (?:quarters|kwartalen)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def page(content: Content) -> html.HtmlElement:
    """The report of Nijkerk as a tree."""
    _notebook, page = report_page(content, municipality="Nijkerk")
    return tree_of(page)


@pytest.fixture(scope="module")
def full(content: Content) -> html.HtmlElement:
    """The report of a case in which readiness, judgements and weights are filled in."""
    judged = dict.fromkeys(("service_quality", "closeness", "local_colour"))
    start = dict.fromkeys((*content.case.options, *OPTIONS))
    seen = Estimate(low=40, central=55, high=60).model_dump()
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "organisation": {"fte": "300", "absence": "6,5%"},
            "question": {"saving_target": "5%"},
            "readiness": {"trust": 2, "support": 4, "change": 3, "politics": 3},
            "options": dict.fromkeys(list(start)[1:]),
            "judgements": {
                key: {one: seen for one in start if one != "do_nothing"} for key in judged
            },
            "weights": WEIGHTS,
        }
    )
    made = Content(case=case, language=content.language, seed=1, draws=400)
    parts = []
    with speaking(made.language):
        parts.append(page_one_html(made).source)
        for key in MAIN:
            parts += map(as_html, views_of(section(made, key)))
    return html.fromstring(f"<main>{''.join(parts)}</main>")


def as_html(view: Any) -> str:
    """What a notebook shows, with a picture as a mark only."""
    return "<img>" if isinstance(view, Chart) else str(view._repr_html_())


def tree_of(page: str) -> html.HtmlElement:
    """A page as a tree."""
    return html.document_fromstring(page)


def main_text(page: html.HtmlElement) -> html.HtmlElement:
    """What stands on the page without unfolding anything."""
    main = html.fromstring(html.tostring(next(page.iter("main")), encoding="unicode"))
    for folded in main.findall(".//details"):
        folded.drop_tree()
    return main


def test_the_main_text_is_short(page: html.HtmlElement, full: html.HtmlElement) -> None:
    """Also where everything is filled in."""
    for main in map(main_text, (page, full)):
        assert len(main.text_content().split()) <= MOST_WORDS
        assert 2 < len(main.findall(".//img")) <= MOST_PICTURES
        assert 2 < len(main.findall(".//table")) <= MOST_TABLES


def test_the_main_text_is_in_plain_words(page: html.HtmlElement, full: html.HtmlElement) -> None:
    """No names of methods or grades, no quarters by number."""
    for main in map(main_text, (page, full)):
        words_read = " ".join(main.text_content().split())
        assert JARGON.findall(words_read) == []


def test_nothing_is_a_first_choice_in_less_than_six_of_ten_futures(
    full: html.HtmlElement,
) -> None:
    """Then it is said that there is no clear first one."""
    found = [cell for _, head, cell in rows_of(full) if head in {"First choice", "Eerste keus"}]
    assert len(found) == len(WEIGHTS)
    shares = [int(share) for cell in found for share in re.findall(r"(\d+)%", cell)]
    assert all(share >= 60 for share in shares)
    assert len(shares) == sum("no clear" not in cell and "geen" not in cell for cell in found)


def test_ranges_that_print_as_equal_are_printed_once(page: html.HtmlElement) -> None:
    """No ``5 (5 to 5)`` and no ``5 tot 5``."""
    words_read = " ".join(main_text(page).text_content().split())
    assert (
        re.findall(r"([\d.,]+%?) \(\1 (?:tot|to) \1\)|\b([\d.,]+%?) (?:tot|to) \2\b", words_read)
        == []
    )


COLUMNS = {
    "Dienst, laagste": "capacity_low",
    "Service, lowest": "capacity_low",
    "Tevreden": "satisfaction_mean",
    "Satisfied": "satisfaction_mean",
    "Verzuim": "absence_mean",
    "Absence": "absence_mean",
    "Vertrek, slechtste": "turnover_worst",
    "Leaving, worst": "turnover_worst",
    "Grip, laagste": "steerability_low",
    "Grip, lowest": "steerability_low",
    "Zonder functie, FTE": "displaced_fte",
    "Without a post, FTE": "displaced_fte",
    "Verzuim, slechtste kwartaal": "absence_worst",
    "Absence, worst quarter": "absence_worst",
}
"""Head of a column to the outcome that it shows, middle and range."""
CHANGES = {"Manier van werken", "Way of working"}  # first head of tables that show differences


def rows_of(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    """Each cell of each table of options, with the head of its row and that of its column."""
    for table in tree.iter("table"):
        first, *heads = [cell.text_content() for cell in table.findall("thead/tr/th")]
        for row in table.findall("tbody/tr") if first not in CHANGES else ():
            name, *cells = [cell.text_content() for cell in row]
            yield from ((name, head, cell) for head, cell in zip(heads, cells, strict=True))


def documents(content: Content, page: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """Everything that is made of one case."""
    with speaking(content.language):
        slides = slides_page(
            council_slides(content), name=content.case.name, language=content.language
        )
        return {
            "report": page,
            "page": tree_of(page_of(content)),
            "slides": tree_of(slides),
            "advice": html.fromstring(request_html(advice_sections(content))),
        }


def test_no_number_has_two_values(content: Content, page: html.HtmlElement) -> None:
    """Every cell of every document is the figure of ``results.json``, as far as it is written."""
    options = {one["label"]: one for one in content.results["options"].values()}
    seen: Counter[str] = Counter()
    for tree in documents(content, page).values():
        for name, head, cell in rows_of(tree):
            if head in COLUMNS and name in options:
                found = options[name][COLUMNS[head]]
                assert_written(cell, found, content.language)
                seen[COLUMNS[head]] += 1
    assert set(seen) == set(COLUMNS.values())
    assert min(seen.values()) >= 11


def assert_written(cell: str, found: dict[str, float], language: str) -> None:
    """The middle and the ends in a cell are those that were computed, as far as they are shown."""
    read = figures_in(cell.partition("\n")[2] or cell, language)
    assert read, cell
    quantiles = (found["p50"], found["p10"], found["p90"])
    for words, end in zip(read, quantiles, strict=False):
        size = 0.01 if "%" in cell and abs(words.value) > 1 else 1  # ends without their sign
        assert abs(size * words.value - end) <= size * words.margin + 1e-9, (cell, end)


def test_people_are_those_of_the_posts(content: Content, page: html.HtmlElement) -> None:
    """Beside the full posts of ``results.json``."""
    options = {one["label"]: one for one in content.results["options"].values()}
    heads = {"Functies, in mensen", "Posts, in people"}
    found = [(name, cell) for name, head, cell in rows_of(page) if head in heads]
    assert len(found) >= 8
    for name, cell in found:
        posts = options[name]["posts_removed_fte"]["p50"]
        people, fte = (figures_in(part, content.language)[0] for part in cell.split("\n"))
        assert people.value == round(persons(posts))
        assert abs(fte.value - posts) <= fte.margin


def test_chances_are_the_same_wherever_they_stand(content: Content, page: html.HtmlElement) -> None:
    """As planned in the table of reverses, and in the table of page 1."""
    planned = {one.option: one.certainty for one in content.stress if not one.reverses}
    for key, chance in planned.items():
        assert chance == content.comparison.options[key].target_met_probability
    heads = {"Geld op tijd", "Money in time"}
    options = {one.label: one for one in content.comparison.options.values()}
    for name, head, cell in rows_of(page):
        if head in heads:
            chance = options[name].target_met_probability
            assert cell.split("\n")[1].startswith(f"{100 * chance:.0f} ")


def test_the_same_sentences_stand_in_every_document(
    content: Content, page: html.HtmlElement
) -> None:
    """The question, and what is asked of the council, word for word."""
    with speaking(content.language):
        (question,) = section(content, "question").sentences
        decide = section(content, "decide").sentences
    found = documents(content, page)
    for name, tree in found.items():
        words_read = " ".join(tree.text_content().split())
        assert " ".join(question.split()) in words_read, name
    for name in ("report", "page", "slides"):
        words_read = " ".join(found[name].text_content().split())
        assert all(" ".join(one.split()) in words_read for one in decide), name
