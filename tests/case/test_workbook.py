"""A workbook is read by its keys; what a case cannot use is told with sheet and cell."""

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.formula import ArrayFormula

from selfmgmt.case import Case, new_case
from selfmgmt.case.workbook import LATER, SHEETS, read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

CASE = Case.model_validate(
    {"name": "Urk", "municipalities": "Urk", "options": {"mine": {"scope": "50%"}}}
)


def opened(case: Case = CASE) -> Any:
    """The workbook of a case, in English, for a test to change."""
    with speaking("en"):
        return load_workbook(io.BytesIO(workbook_bytes(case)))


def packed(book: Any) -> bytes:
    """The bytes of a workbook."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def cell_of(book: Any, sheet: str, row: str, column: str) -> Any:
    """The cell under a row key and a column key."""
    page = next(page for page in book if page["A1"].value == sheet)
    number = next(cell.row for cell in page["A"] if cell.value == row)
    letter = next(cell.column_letter for cell in page[1] if cell.value == column)
    return page[f"{letter}{number}"]


def faults_of(book: Any) -> tuple[str, ...]:
    """The faults in a workbook."""
    with speaking("en"), pytest.raises(InputError) as caught:
        read_workbook(packed(book)).case()
    return caught.value.faults


@pytest.mark.parametrize(
    ("value", "number_format", "central"),
    [
        (420, "General", 420.0),
        ("1.234,5", "General", 1234.5),
        ("1,234.5", "@", 1234.5),
        (420.25, "0", 420.25),
        ("1,2k", "General", 1200.0),
    ],
)
def test_numbers_and_numbers_as_text(value: object, number_format: str, central: float) -> None:
    """A cell counts for what it holds, not for how many digits it shows."""
    book = opened()
    cell = cell_of(book, "organisation", "fte", "central")
    cell.value, cell.number_format = value, number_format
    fte = read_workbook(packed(book)).case().organisation.fte
    assert fte is not None
    assert (fte.central, fte.known) == (central, True)


def test_percentages() -> None:
    """50% in a cell is half of the whole; 0.5 in a plain cell is asked back."""
    book = opened()
    cell = cell_of(book, "options", "managers_after", "mine")
    cell.value, cell.number_format = 0.5, "0%"
    assert str(read_workbook(packed(book)).case().design("mine").managers_after) == "50%"
    cell.value, cell.number_format = 1, "0.0%"
    assert str(read_workbook(packed(book)).case().design("mine").managers_after) == "100%"
    cell.value, cell.number_format = 0.5, "General"
    with pytest.raises(InputError, match=r"50% of 0,5 FTE"):
        read_workbook(packed(book)).case()
    cell.value = "0,5 FTE"
    assert str(read_workbook(packed(book)).case().design("mine").managers_after) == "0,5"


@pytest.mark.parametrize(
    ("number_format", "field", "advice"),
    [
        ('0.0"%"', "managers_after", "0,5% of 50%"),  # Excel shows 0,5% for the stored 0.5
        (r"0.0\%", "managers_after", "0,5% of 50%"),
        ('0;-0;"%"', "managers_after", "50% of 0,5 FTE"),  # the sign shows for nought only
        ("0%", "training", "50 of 0,5"),
    ],
)
def test_what_a_number_format_makes_of_a_number(
    number_format: str, field: str, advice: str
) -> None:
    """A percent sign that is only text, or that the field does not take, is asked back."""
    book = opened()
    cell = cell_of(book, "options", field, "mine")
    cell.value, cell.number_format = 0.5, number_format
    with pytest.raises(InputError, match=advice):
        read_workbook(packed(book)).case()


def test_a_range_has_three_cells() -> None:
    """Low, figure and high make a range."""
    book = opened()
    for column, value in (("low", 400), ("central", "420"), ("high", 450.5)):
        cell_of(book, "organisation", "fte", column).value = value
    fte = read_workbook(packed(book)).case().organisation.fte
    assert fte is not None
    assert dict(fte) == {"low": 400, "central": 420, "high": 450.5}


def test_an_option_of_ones_own() -> None:
    """A key above an empty column makes an option; its judgement has a row to fill in."""
    book = opened()
    page = next(page for page in book if page["A1"].value == "options")
    spare = next(cell for cell in page[1] if cell.value is None)
    spare.value = "other"
    page = next(page for page in book if page["A1"].value == "judgements")
    row = next(cell for cell in page["A"] if cell.value is None)
    row.value, row.offset(column=4).value = "closeness.other", 60
    case = read_workbook(packed(book)).case()
    assert list(case.options) == ["do_nothing", "mine", "other"]
    assert case.judgements["closeness"]["other"].central == 60


def test_order_and_names_of_sheets_do_not_matter() -> None:
    """Rows, columns and sheets are found by their keys; sheets of one's own are left alone."""
    book = opened()
    book.move_sheet("Weights", -5)
    book["Organisation"].title = "Wij"
    book["Wij"].insert_rows(3)
    book["Wij"].insert_cols(4)
    book["Wij"]["D1"] = book["Wij"]["A3"] = "#"
    book["Wij"]["D3"] = "our own remark"
    book.create_sheet("Scribbles")["B2"] = "=1+1"
    assert read_workbook(packed(book)).case() == CASE


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("veel", "'veel' is not a number"),
        (-3, "-3 is outside what is allowed; use 1 to 50,000 (FTE)"),
        ("=400+20", "is a formula"),
        (ArrayFormula("E3:E3", "=1"), "is a formula"),
        ("#DIV/0!", "'#DIV/0!' is an error of Excel"),
        (date(2026, 5, 4), "is a date to Excel"),
        (True, "is not a number"),
    ],
)
def test_a_cell_that_is_no_figure(value: object, words: str) -> None:
    """One message names sheet, cell, value and what to do."""
    book = opened()
    cell = cell_of(book, "organisation", "fte", "central")
    cell.value = value
    (fault,) = faults_of(book)
    assert fault.startswith(f"sheet Organisation, cell {cell.coordinate}, organisation.fte")
    assert words in fault


def test_every_fault_at_once() -> None:
    """Faults of sheets, cells and fields come together, in the order of the workbook."""
    book = opened()
    cell_of(book, "organisation", "absence", "central").value = "6,5"
    cell_of(book, "organisation", "fte", "low").value = 450
    cell_of(book, "organisation", "fte", "central").value = 420
    cell_of(book, "organisation", "fte", "high").value = 400
    cell_of(book, "options", "based_on", "mine").value = "fewer_manager_only"
    nameless = cell_of(book, "options", "scope", "mine").offset(column=1)
    nameless.value = 1
    book["Judgements"].merge_cells("E4:F5")
    del book["Weights"]
    faults = faults_of(book)
    expected = [
        ("weights: ", "sheet is missing"),
        ("sheet Organisation, cell E3, organisation.fte: ", "not in rising order"),
        ("sheet Organisation, cell E8, organisation.absence: ", "650% is outside"),
        ("sheet Options, cell E4, options.mine.based_on: ", "mean fewer_managers_only?"),
        (f"sheet Options, cell {nameless.coordinate}, options.", "type a short name"),
        ("sheet Judgements, judgements.E4:F5: ", "merged"),
    ]
    for fault, (place, words) in zip(faults, expected, strict=True):
        assert fault.startswith(place)
        assert words in fault


def test_doubles_are_refused() -> None:
    """Two rows or two sheets with the same key would hide a figure."""
    book = opened()
    page = book["Organisation"]
    cell_of(book, "organisation", "fte", "central").value = 420
    page["A20"], page["E20"] = "fte", 430
    assert "written twice" in faults_of(book)[0]
    book = opened()
    options = book["Options"]
    options.cell(1, options.max_column + 1).value = "mine"
    assert "keep one" in faults_of(book)[0]
    book = opened()
    book.copy_worksheet(book["Question"])
    assert "two of these sheets" in faults_of(book)[0]


def test_an_empty_workbook_names_every_sheet() -> None:
    """Someone else's workbook is told what a case has."""
    faults = faults_of(Workbook())
    assert [fault.partition(":")[0] for fault in faults[: len(SHEETS)]] != []
    assert all(
        any(fault.startswith(f"{key}: ") for fault in faults)
        for key in SHEETS[1:]
        if key not in LATER
    )


def test_a_mark_beyond_where_a_case_can_reach_is_named() -> None:
    """A stray mark in the last cell of Excel is refused by its place; nobody walks there."""
    book = opened()
    book["Organisation"]["XFD1048576"] = "#"
    with pytest.raises(InputError, match="XFD1048576"):
        read_workbook(packed(book)).case()


def test_files_that_are_no_workbook() -> None:
    """What is no workbook, or one that unfolds to something enormous, is refused unopened."""
    bomb, other = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"0" * 40_000_000)
    with zipfile.ZipFile(other, "w") as parts:
        parts.writestr("word/document.xml", b"0")
    whole = packed(opened())
    damaged = whole[:3000] + bytes(300) + whole[3300:]
    for content, words in (
        (b"name: Urk", "not an Excel workbook"),
        (b"", "not an Excel workbook"),
        (other.getvalue(), "not an Excel workbook"),
        (bomb.getvalue(), "too large inside"),
        (damaged, "damaged"),
    ):
        with speaking("en"), pytest.raises(InputError, match=words):
            read_workbook(content)


def test_a_new_case_survives() -> None:
    """The workbook of a new case is the case."""
    case = new_case(["Nijkerk"])
    assert read_workbook(workbook_bytes(case)).case() == case
