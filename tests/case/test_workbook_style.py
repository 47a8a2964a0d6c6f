"""A workbook that can be read on screen and on paper."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from selfmgmt.case import new_case
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.language import speaking


@pytest.fixture(scope="module")
def book() -> Any:
    """The workbook of a new case, in Dutch, opened again."""
    with speaking("nl"):
        return openpyxl.load_workbook(BytesIO(case_bytes(new_case(["Nijkerk"]), "a.xlsx")))


def shown(book: Any) -> list[Any]:
    """The sheets that a reader sees."""
    return [sheet for sheet in book if sheet.sheet_state == "visible"]


def test_every_sheet_prints_on_a4_with_its_heads_and_number(book: Any) -> None:
    """Here paper is A4."""
    for sheet in shown(book):
        assert int(sheet.page_setup.paperSize) == 9
        assert sheet.print_title_rows == "$2:$2"
        assert sheet.oddFooter.center.text == "&A, pagina &P"


def test_every_cell_with_words_has_the_same_font(book: Any) -> None:
    """Without a name each program takes its own."""
    names = {cell.font.name for sheet in shown(book) for row in sheet for cell in row if cell.value}
    assert names == {"Calibri"}


def test_a_row_is_as_high_as_its_longest_words(book: Any) -> None:
    """Two lines of words need two lines of height; a program may not find that out itself."""
    for sheet in shown(book):
        for (cell,) in sheet.iter_rows(min_col=3, max_col=3, min_row=2):
            lines = len(str(cell.value or "")) / sheet.column_dimensions["C"].width
            height = sheet.row_dimensions[cell.row].height or 15
            assert min(409, 15 * lines) <= height <= 409


def test_a_drop_down_shows_words_of_the_reader(book: Any) -> None:
    """On a hidden sheet that cannot be changed by accident; the cell shows the same word."""
    sheet = next(one for one in book if one["A1"].value == "options")
    rules = {
        sheet.cell(next(iter(rule.sqref.ranges)).min_row, 1).value.rpartition(".")[2]: rule.formula1
        for rule in sheet.data_validations.dataValidation
    }
    name, _, place = rules["motive"].partition("!")
    lists = book[name.strip("'")]
    assert [cell.value for (cell,) in lists[place.replace("$", "")]] == [
        "betere dienstverlening",
        "minder uitgeven",
        "betere dienstverlening en minder uitgeven",
    ]
    assert lists.sheet_state == "hidden"
    assert lists.protection.sheet
    based_on = next(row for row in sheet.iter_rows() if row[0].value == "based_on")
    assert based_on[3].value == "Niets doen"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_codes_and_words_of_either_language_are_read(language: str) -> None:
    """Written in one, read in the other; the codes of older workbooks too."""
    case = new_case(["Nijkerk"])
    with speaking(language):
        content = case_bytes(case, "a.xlsx")
    for reader in ("nl", "en"):
        with speaking(reader):
            assert read_case(content, "a.xlsx").options == case.options
    book = openpyxl.load_workbook(BytesIO(content))
    sheet = next(one for one in book if one["A1"].value == "options")
    based_on = next(row for row in sheet.iter_rows() if row[0].value == "based_on")
    for cell, key in zip(based_on[3:], case.options, strict=False):
        cell.value = key
    older = BytesIO()
    book.save(older)
    assert read_case(older.getvalue(), "a.xlsx").options == case.options
