"""Each practice of the README from a filled-in example to result, words, picture, workbook, report.

The example is a shared organisation, so that partners have something to show too.
"""

import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from lxml import html
from openpyxl import load_workbook

from selfmgmt.analysis.reference_runs import reference_runs
from selfmgmt.case import Case, load_case, save_case
from selfmgmt.case.files import case_bytes
from selfmgmt.case.known import judged_criteria
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import find_instrument, known_instruments, practice_result
from selfmgmt.readiness.survey_form import yardstick_form
from selfmgmt.readiness.yardstick import load_yardstick
from selfmgmt.reporting.content.content import Content, content_of
from selfmgmt.reporting.content.sections.registry import APPENDIX, SECTIONS, section
from selfmgmt.reporting.documents.council import council_slides
from selfmgmt.reporting.engine.report import report_page
from selfmgmt.views.charts.practice import practice_chart
from selfmgmt.views.figures import Chart
from selfmgmt.views.parts import Part
from selfmgmt.views.people import advice_part, method_parts, partners_part, roles_part
from selfmgmt.views.practice import result_of
from selfmgmt.views.practice_part import practice_part
from selfmgmt.views.roadmap import roadmap_part, stops_part
from selfmgmt.views.widgets.practice import PracticePage
from selfmgmt.views.words.reference_runs import reference_table
from selfmgmt.workspace.lab.open_page import open_page
from selfmgmt.workspace.lab.sections import SECTIONS as ON_DEMAND
from tests.practice.example import filled_in
from tests.views.conftest import WEIGHTS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
DRAWS = 200
OPTIONS = ("stepwise_programme", "social_domain_first")
SCORES = {"trust": 2, "support": 4, "change": 3, "politics": 3}
JUDGED = {"low": 40, "central": 55, "high": 60}
NOT_DRAWN = {  # practice to why it has no picture of its own
    "K4": "a team has no score, so there is nothing to draw",
    "V1": "how many connectors there are is one figure, and who they are is not told",
    "V3": "a card of a method is three lines of words",
}
NAMES = {"K2": "Buurtzorg", "K3": "Nijkerk"}  # reference cases in the table of the report


@dataclass(frozen=True)
class Found:
    """What there is of one practice: words, a picture, and what the report must hold of it."""

    words: tuple[str, ...]
    chart: Chart | None = None
    in_report: tuple[str, ...] | None = None

    @property
    def reported(self) -> tuple[str, ...]:
        """What the report must hold; the words themselves when nothing else is said."""
        return self.words if self.in_report is None else self.in_report


def example() -> Case:
    """HLTsamen with every instrument filled in."""
    return Case.model_validate(
        {
            "name": "HLTsamen",
            "municipalities": "Hillegom, Lisse, Teylingen",
            "question": {"saving_target": "5%"},
            "readiness": SCORES,
            "options": dict.fromkeys(OPTIONS),
            "judgements": {key: dict.fromkeys(OPTIONS, JUDGED) for key in judged_criteria()},
            "weights": WEIGHTS,
            "practice": filled_in(),
        }
    )


def practices() -> dict[str, list[str]]:
    """The table of the README: practice to page, section of the report, code and test."""
    lines = re.findall(r"^\| ([A-Z]\d) \|(.+)\|$", README, re.MULTILINE)
    return {key: re.findall(r"`([^`]+)`", rest) for key, rest in lines}


@contextmanager
def example_content(language: str) -> Iterator[tuple[Content, str]]:
    """The content of a report of the example, read from its workbook, and that file."""
    with TemporaryDirectory() as folder:
        file = str(Path(folder) / "hlt.xlsx")
        with speaking(language):
            save_case(example(), Path(file))
        yield content_of("", case_file=file, language=language, seed=1, draws=DRAWS), file


@cache
def content_in(language: str) -> Content:
    """The content of a report of the example."""
    with example_content(language) as (content, _file):
        return content


@cache
def report_in(language: str) -> str:
    """All that stands in the report of the example, folded parts too, with single spaces."""
    with example_content(language) as (content, file):
        _notebook, page = report_page(content, case_file=file)
    return plain_text(html.document_fromstring(page).text_content())


def plain_text(words: str) -> str:
    """Words with single spaces, so that a line that breaks elsewhere is the same."""
    return " ".join(unescape(words).split())


def of_sheet(key: str) -> Callable[[Content], Found]:
    """What an instrument says, and its picture."""

    def found(content: Content) -> Found:
        part = practice_part(content.case, key)
        assert part is not None
        return Found(words=part.sentences, chart=part.chart)

    return found


def of_part(make: Callable[[Content], Part]) -> Callable[[Content], Found]:
    """What a part of a page and a report says, and its picture."""

    def found(content: Content) -> Found:
        part = make(content)
        return Found(words=part.sentences, chart=part.chart)

    return found


def of_section(key: str, drawn_in: str) -> Callable[[Content], Found]:
    """What a section of the report says in words and cells; the picture is in another."""

    def found(content: Content) -> Found:
        one = section(content, key)
        cells = [cell for row in one.table.rows for cell in row[:2]] if one.table else []
        return Found(words=(*one.sentences, *cells), chart=section(content, drawn_in).picture)

    return found


def slides(content: Content) -> Found:
    """The six slides; the report holds the dates that they take from the roadmap."""
    found = council_slides(content)
    assert len(found) == 6
    words = tuple(words for slide in found for words in slide.words)
    charts = [slide.chart for slide in found if slide.chart]
    return Found(
        words=words, chart=charts[0], in_report=roadmap_part(content.roadmap).sentences[:2]
    )


def development(content: Content) -> Found:
    """What each group learns and what that costs."""
    part = roadmap_part(content.roadmap)
    costs = tuple(row[-1] for row in part.tables[-1].rows)
    assert all("€" in cost or "nothing" in cost or "niets" in cost for cost in costs)
    assert sum("€" in cost for cost in costs) == 4
    return Found(words=costs, chart=part.chart)


def reference(key: str) -> Callable[[Content], Found]:
    """The rows of a reference case beside the model, and the picture of the options beside it."""

    def found(content: Content) -> Found:
        table = reference_table(reference_runs(seed=content.seed))
        rows = [row for row in table.rows if NAMES[key] in row[0]]
        words = tuple(cell for row in rows for cell in row[1:4])
        return Found(words=words, chart=section(content, "service").picture)

    return found


def yardstick(content: Content) -> Found:
    """A form on paper; the report holds nothing of a team but that readiness is asked of it."""
    form = plain_text(html.document_fromstring(yardstick_form()).text_content())
    aspects = [str(one.label) for one in load_yardstick().aspects.values()]
    assert all(label in form for label in aspects)
    return Found(words=tuple(aspects), in_report=section(content, "readiness").sentences)


def roles(content: Content) -> Found:
    """Numbers only leave the team; the picture is for the team itself."""
    instrument, result = find_instrument("role_coverage"), result_of(content.case, "role_coverage")
    chart = practice_chart(instrument, result, "front_desk")
    return Found(words=roles_part(content.case).sentences, chart=chart)


def connectors(content: Content) -> Found:
    """How many there are, on the page of the round; the report opens the call to all."""
    counted = practice_result("connectors", content.case.practice).about("found")
    assert [dict(one.values)["count"] for one in counted] == [2]
    (call,) = [
        card
        for card in method_parts(content.roadmap.roadmap)
        if card.title in ("Open call with three questions", "Open oproep met drie vragen")
    ]
    return Found(words=call.sentences)


def method(content: Content) -> Found:
    """Each card names the steps that need it."""
    cards = method_parts(content.roadmap.roadmap)
    return Found(words=tuple(words for card in cards for words in card.sentences))


def goals(content: Content) -> Found:
    """The number of the coalition agreement stands with the steps, and every stop line is there."""
    part = roadmap_part(content.roadmap)
    numbers = tuple(row[-2] for row in part.tables[0].rows)
    assert "3.2" in numbers
    stops = stops_part(content.roadmap)
    return Found(words=stops.sentences, chart=part.chart)


WALKS: dict[str, Callable[[Content], Found]] = {
    "B0": of_section("choice", "ways"),
    "B1": slides,
    "B2": of_sheet("who_decides"),
    "B3": of_sheet("steering"),
    "B4": development,
    "K1": of_part(lambda content: advice_part(content.comparison, content.roadmap.option)),
    "K2": reference("K2"),
    "K3": reference("K3"),
    "K4": yardstick,
    "M1": of_sheet("autonomy"),
    "M2": roles,
    "M3": of_part(lambda content: roadmap_part(content.roadmap)),
    "M4": of_section("choice", "ways"),
    "M5": of_part(lambda content: partners_part(content.comparison, content.roadmap.option)),
    "R1": of_section("options", "service"),
    "R2": of_sheet("tensions"),
    "R3": of_sheet("steering"),
    "R4": of_sheet("adviser_mix"),
    "R5": of_sheet("control_fit"),
    "R6": of_sheet("lessons"),
    "V1": connectors,
    "V2": of_sheet("connections"),
    "V3": method,
    "V4": goals,
}


def test_every_practice_is_walked() -> None:
    """The table and the walk have the same practices."""
    assert list(practices()) == list(WALKS)
    assert len(WALKS) == 24


@pytest.mark.parametrize("key", practices())
def test_every_practice_leads_somewhere(key: str) -> None:
    """Its page, its section, its code and its test are there."""
    page, part, code, test = practices()[key]
    made = {"roles_part", "advice_part", "partners_part", "roadmap_part", "stops_part"}
    assert part in {*known_instruments(), *SECTIONS, *APPENDIX, *made, "method_parts"}
    assert (ROOT / "notebooks" / f"{page}.ipynb").is_file()
    assert (ROOT / code).is_file()
    assert (ROOT / test).is_file()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", practices())
def test_a_practice_has_words_a_picture_and_a_place_in_the_report(key: str, language: str) -> None:
    """Every sentence of it stands in the report, and its picture has words and numbers."""
    content, report = content_in(language), report_in(language)
    with speaking(language):
        found = WALKS[key](content)
        assert found.words
        assert (found.chart is None) == (key in NOT_DRAWN)
        if found.chart:
            assert found.chart.alt
            assert found.chart.table.rows
        missing = [words for words in found.reported if plain_text(words) not in report]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", [key for key, row in practices().items() if row[0] >= "50"])
def test_a_practice_is_on_its_page(key: str, language: str, tmp_path: Path) -> None:
    """Its sheet stands on the page with what was filled in, or the page computes it when asked."""
    page_name, part, *_rest = practices()[key]
    save_case(example(), tmp_path / "hlt.yaml")
    given = {"municipality": "", "case_file": str(tmp_path / "hlt.yaml"), "seed": 1}
    with speaking(language):
        page = open_page(page_name, {**given, "language": language, "draws": DRAWS})
        assert page.case == example()
        assert isinstance(page.tool, PracticePage)
        sheets = page.tool.page["instruments"]
    served = {one for sheet in sheets for one in find_instrument(sheet).practice}
    asked = ON_DEMAND.get(page_name, {})
    assert key in served or {part.removesuffix("_part"), "roadmap"} & set(asked)
    if part in known_instruments():
        assert part in sheets


def served_by() -> dict[str, list[str]]:
    """Practice to the instruments that say that they serve it."""
    found: dict[str, list[str]] = {}
    for instrument in known_instruments().values():
        for practice in instrument.practice:
            found.setdefault(practice, []).append(instrument.key)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", served_by())
def test_what_was_filled_in_goes_to_the_workbook_and_back(key: str, language: str) -> None:
    """A sheet for each body that filled it in; read back it is the same case."""
    case = example()
    with speaking(language):
        content = case_bytes(case, "a.xlsx")
    keys = {str(sheet["A1"].value) for sheet in load_workbook(io.BytesIO(content)).worksheets}
    for instrument in served_by()[key]:
        assert {f"practice.{instrument}.{body}" for body in case.practice[instrument]} <= keys
    assert read_back(content) == case


def read_back(content: bytes) -> Any:
    """A case from the bytes of its workbook."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "again.xlsx"
        file.write_bytes(content)
        return load_case(file)
