import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from selfmgmt.readiness.sheets import read_sheets
from tests.readiness.awkward import csv_file, excel_file


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_cells_with_the_mark_in_them(tmp_path: Path, delimiter: str) -> None:
    """What stands between quotation marks is one cell, line breaks included."""
    rows = [["a, b; c", "two\r\nlines", 'a "quote"'], ["1", "2", "3"]]
    (sheet,) = read_sheets(csv_file(tmp_path, rows, delimiter=delimiter))
    assert sheet.rows == rows


def test_decimal_commas_do_not_part_cells(tmp_path: Path) -> None:
    """Semicolons part the cells, also when there are more commas."""
    (sheet,) = read_sheets(csv_file(tmp_path, [["T1", "T2"], ["4,0", "3,0"]]))
    assert sheet.rows == [["T1", "T2"], ["4,0", "3,0"]]


def test_rows_keep_their_number_after_a_first_line_for_excel(tmp_path: Path) -> None:
    """The line that names the mark counts as a row, as in Excel's own text view."""
    path = tmp_path / "answers.csv"
    path.write_text("sep=|\nT1|T2\n", encoding="utf-8")
    assert read_sheets(path)[0].rows == [[], ["T1", "T2"]]


def test_excel_cells_become_text(tmp_path: Path) -> None:
    """Whole numbers lose their decimals; an empty cell is empty text."""
    (sheet,) = read_sheets(excel_file(tmp_path, [["T1", None, 4.0, 3.5, True]]))
    assert sheet.rows == [["T1", "", "4", "3.5", "True"]]


def test_merged_rows_are_told(tmp_path: Path) -> None:
    """Only cells that are merged over more than one row matter."""
    (sheet,) = read_sheets(excel_file(tmp_path, [["a", "b"], ["c", "d"]], merged=["A1:A2"]))
    assert sheet.merged == ((1, 2),)


def test_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    """A hidden sheet holds what its maker does not mean to give."""
    book = Workbook()
    book.active.append(["T1"])
    book.create_sheet("lists").sheet_state = "hidden"
    book.save(tmp_path / "answers.xlsx")
    assert [sheet.title for sheet in read_sheets(tmp_path / "answers.xlsx")] == ["Sheet"]


def test_formulas_without_a_stored_result_are_known(tmp_path: Path) -> None:
    """Row and column of each; one that gives an empty text has a result."""
    path = excel_file(tmp_path, [["T1", "T2"], ["=1+1", "=2+2"]])
    with zipfile.ZipFile(path) as parts:
        contents = {name: parts.read(name) for name in parts.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    text = re.sub(rb'<c r="B2"([^>]*)>', rb'<c r="B2" t="str">', contents[sheet])
    with zipfile.ZipFile(path, "w") as parts:
        for name, content in (contents | {sheet: text}).items():
            parts.writestr(name, content)
    assert read_sheets(path)[0].unsolved == ((1, 0),)
