"""The workbook that is written can be filled in, and only there; its text is inert."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook

from selfmgmt.case import Case, new_case
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.language import speaking
from tests.case.test_workbook import cell_of

WRITTEN = {"name": "Urk", "municipalities": "Urk"}


def book_of(case: Case) -> Any:
    """The workbook of a case."""
    return load_workbook(io.BytesIO(workbook_bytes(case)))


@pytest.mark.parametrize("text", ["=1+1", "+31", "-5", "@SUM(A1)", "#DIV/0!", "=cmd|' /C calc'!A0"])
def test_text_is_never_a_formula(text: str) -> None:
    """What someone wrote stays text, also when it looks like a command to Excel."""
    case = Case.model_validate({**WRITTEN, "notes": text, "options": {"mine": {"label": text}}})
    book = book_of(case)
    for cell in (
        cell_of(book, "case", "notes", "central"),
        cell_of(book, "options", "label", "mine"),
    ):
        assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    types = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert types <= {"s", "n"}
    assert read_workbook(workbook_bytes(case)).case() == case


def test_only_cells_to_fill_in_are_open() -> None:
    """Keys, titles and explanations are locked, figures are not, and there is no password."""
    book = book_of(new_case(["Urk"]))
    assert all(page.protection.sheet and not page.protection.password for page in book)
    open_cells = {
        (page["A1"].value, cell.coordinate)
        for page in book for row in page.iter_rows() for cell in row
        if not cell.protection.locked
    }  # fmt: skip
    figure = cell_of(book, "organisation", "fte", "central")
    assert ("organisation", figure.coordinate) in open_cells
    assert not any(sheet == "organisation" and cell[0] in "ABC" for sheet, cell in open_cells)
    schema = cell_of(book, "case", "schema", "central")
    assert schema.protection.locked


def test_choices_have_drop_downs() -> None:
    """Where there is a choice, Excel offers it: in every option, also those of one's own."""
    book = book_of(new_case(["Urk"]))
    page = next(page for page in book if page["A1"].value == "options")
    lists = {str(rule.sqref): rule.formula1 for rule in page.data_validations.dataValidation}
    row = cell_of(book, "options", "team_basis", "do_nothing").row
    choices = next(rule for cells, rule in lists.items() if f"D{row}" in cells)
    name, _, place = choices.partition("!")
    listed = book[name.strip("'")][place.replace("$", "")]
    assert [cell.value for (cell,) in listed] == ["naar vakgebied", "naar opgave", "naar wijk"]
    assert any('"ja,nee"' in choices for choices in lists.values())
    assert all(len(choices) <= 257 for choices in lists.values())


def test_shares_show_as_percentages() -> None:
    """A share is a number that Excel shows as a percentage; an amount is text with its unit."""
    case = Case.model_validate(
        {
            **WRITTEN,
            "organisation": {"absence": "6,5%", "fte": 420},
            "options": {"mine": {"coaches": "50%", "managers_after": 12}},
        }
    )
    book = book_of(case)
    absence = cell_of(book, "organisation", "absence", "central")
    assert (absence.value, absence.number_format) == (0.065, "0.0%")
    assert cell_of(book, "organisation", "fte", "central").value == 420
    assert cell_of(book, "options", "coaches", "mine").value == "50%"
    assert cell_of(book, "options", "managers_after", "mine").value == "12 FTE"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_words_are_those_of_the_reader(language: str) -> None:
    """Titles and explanations are in the language of the reader; keys are the same in both."""
    case = new_case(["Urk"])
    with speaking(language):
        here, keys = book_of(case), [page["A1"].value for page in book_of(case)]
    with speaking("en" if language == "nl" else "nl"):
        there = book_of(case)
    assert keys == [page["A1"].value for page in there]
    assert here.sheetnames != there.sheetnames
