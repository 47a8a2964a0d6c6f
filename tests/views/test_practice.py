"""Each instrument as a part of a report, on paper and as a table, in both languages."""

import io
import re

import pytest
from openpyxl import load_workbook

from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import known_instruments
from selfmgmt.views.figures import picture
from selfmgmt.views.practice_form import practice_form
from selfmgmt.views.practice_part import practice_part
from selfmgmt.views.practice_tables import practice_csv, practice_workbook
from tests.practice.example import example_case, filled_in

PUBLIC = [key for key in filled_in() if not known_instruments()[key].private]
each_instrument = pytest.mark.parametrize("key", [key for key in PUBLIC if key != "roadmap"])
"""The picture of a roadmap is made of the option too; see ``test_people_parts``."""
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_instrument
@each_language
def test_an_instrument_goes_all_the_way(key: str, language: str) -> None:
    """From what was filled in to result, words, picture, workbook and back."""
    case = example_case(**{key: filled_in()[key]})
    with speaking(language):
        part = practice_part(case, key)
        assert part is not None
        assert part.sentences
        assert not any(re.search(r"[{}_]", words) for words in part.sentences)
        assert part.cautions
        assert part.chart is not None
        assert picture(part.chart).startswith(b"\x89PNG")
        assert part.chart.alt
        assert read_case(case_bytes(case, "a.xlsx"), "a.xlsx") == case


@pytest.mark.parametrize("key", [key for key in filled_in() if key not in PUBLIC])
def test_what_stays_with_a_team_is_in_no_report(key: str) -> None:
    """It is kept in the case and its workbook, and has no part."""
    case = example_case(**{key: filled_in()[key]})
    with speaking("nl"):
        assert practice_part(case, key) is None
        assert read_case(case_bytes(case, "a.xlsx"), "a.xlsx") == case


def test_of_what_was_not_filled_in_there_is_no_part() -> None:
    """A report leaves it out."""
    case = example_case(lessons={"own": {"carers": {"score": 3}}})
    assert practice_part(case, "who_decides") is None


@pytest.mark.parametrize("key", known_instruments())
@each_language
def test_every_instrument_prints(key: str, language: str) -> None:
    """A page for each body, with every row, and the article beside what the law fixes."""
    case = example_case(lessons={"own": {"carers": {"score": 3}}})
    instrument = known_instruments()[key]
    with speaking(language):
        page = practice_form(case, key).decode()
        for row in instrument.rows.values():
            assert page.count(f">{row.label}".replace("'", "&#x27;")) == max(
                len(instrument.bodies), 1
            )
        for lock in instrument.locks:
            assert lock.article in page
    assert page.count("<section") == max(len(instrument.bodies), 1)


def test_a_form_of_positions_shows_nobody_s_position() -> None:
    """The tensions are printed with empty boxes, whatever was filled in."""
    page = practice_form(example_case(), "tensions").decode()
    assert "<td>" not in page.partition("Afspraken</caption>")[0]


def test_tables_hold_words_and_no_formulas() -> None:
    """Text that looks like a formula stays text; a small group is in no table."""
    case = example_case(
        lessons={"own": {"carers": {"example": "=1+1", "score": 3}}},
        tensions={"staff": {"tasks_now": dict.fromkeys("abcd", 7)}},
    )
    sheet = load_workbook(io.BytesIO(practice_workbook(case, "lessons"))).worksheets[0]
    cell = next(one for row in sheet for one in row if one.value == "=1+1")
    assert cell.data_type == "s"
    with speaking("nl"):
        lines = practice_csv(case, "lessons").decode("utf-8-sig").splitlines()
    assert lines == [
        "body;row;column;answer",
        "own;carers;example;'=1+1",
        "own;carers;score;3",
    ]
    with speaking("en"):
        assert practice_csv(case, "tensions") == b"\xef\xbb\xbfbody,row,column,answer\n"
