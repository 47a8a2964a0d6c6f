"""The style of a workbook that is written: rows as high as their words, A4, words in lists."""

from collections.abc import Iterator
from copy import copy
from math import ceil
from typing import Any

from selfmgmt.case.choice_words import word_of
from selfmgmt.language import gettext

_FONT = "Calibri"
_LINE = 15.0  # points of one line of words
_HIGHEST = 409.0  # points that Excel takes for a row
_MARGIN = 0.5  # inches
_USUAL_WIDTH = 10.0
_LISTS = "lists"


Lists = list[tuple[Any, tuple[str, ...]]]
"""Rules of openpyxl for which the words to choose from still need a place."""


def apply_style(book: Any, rules: Lists) -> None:
    """Give every sheet its style; call it when all else is written.

    Args:
        book: An openpyxl workbook. What is in the cells stays, but for codes that have words.
        rules: Those whose words go to the hidden sheet.
    """
    sheets = list(book.worksheets)
    lists = _Lists(book)
    fonts: dict[str, Any] = {}
    for rule, words in rules:
        rule.formula1 = lists.range_of(words)
    for sheet in sheets:
        lists.put_words(sheet)
        _set_paper(sheet)
        for row in sheet.iter_rows():
            _set_height(sheet, row)
            for cell in row:
                _set_font(cell, fonts)
    lists.close()


class _Lists:
    """What can be chosen, on a hidden sheet: in a rule itself Excel takes 255 signs, no commas."""

    def __init__(self, book: Any) -> None:
        self._sheet = book.create_sheet(gettext("Lists"))
        self._sheet.sheet_state = "hidden"
        self._sheet.protection.sheet = True
        self._columns: dict[tuple[str, ...], str] = {}

    def put_words(self, sheet: Any) -> None:
        """Show words in the drop-downs of a sheet, and in the cells that they belong to."""
        for rule in sheet.data_validations.dataValidation:
            formula = str(rule.formula1 or "")
            if rule.type != "list" or not formula.startswith('"'):
                continue
            codes = formula.strip('"').split(",")
            cells = [cell for area in rule.sqref.ranges for cell in _cells(sheet, area)]
            field = str(sheet.cell(cells[0].row, 1).value or "").rpartition(".")[2]
            words = tuple(word_of(field, code) for code in codes)
            if words == tuple(codes):
                continue
            rule.formula1 = self.range_of(words)
            for cell in cells:
                if isinstance(cell.value, str):
                    cell.value, cell.data_type = word_of(field, cell.value), "s"

    def close(self) -> None:
        """Leave no empty sheet behind."""
        if not self._columns:
            self._sheet.parent.remove(self._sheet)

    def range_of(self, words: tuple[str, ...]) -> str:
        """The address of the cells that hold these words."""
        from openpyxl.utils import get_column_letter

        if words not in self._columns:
            number = len(self._columns) + 1
            self._sheet.cell(1, number, f"#{_LISTS}")
            for row, word in enumerate(words, start=2):
                cell = self._sheet.cell(row, number, word)
                cell.data_type, cell.quotePrefix = "s", True
            letter = get_column_letter(number)
            cells = f"${letter}$2:${letter}${len(words) + 1}"
            self._columns[words] = f"'{self._sheet.title}'!{cells}"
        return self._columns[words]


def _cells(sheet: Any, area: Any) -> Iterator[Any]:
    for row in (
        sheet[area.coord] if area.size["columns"] * area.size["rows"] > 1 else [[sheet[area.coord]]]
    ):
        yield from row


def _set_paper(sheet: Any) -> None:
    """A4, with the heads on each page and its number below."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.print_title_rows = "2:2"
    for side in ("left", "right", "top", "bottom"):
        setattr(sheet.page_margins, side, _MARGIN)
    sheet.oddFooter.center.text = gettext("{sheet}, page {page}", sheet="&A", page="&P")


def _set_height(sheet: Any, row: Any) -> None:
    """As high as the longest text in it needs: some programs do not find that out."""
    lines = max((_lines(sheet, cell) for cell in row), default=1)
    if lines > 1:
        sheet.row_dimensions[row[0].row].height = min(_HIGHEST, lines * _LINE)


def _lines(sheet: Any, cell: Any) -> int:
    if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
        return 1
    width = sheet.column_dimensions[cell.column_letter].width or _USUAL_WIDTH
    return sum(max(1, ceil(len(line) * 1.1 / width)) for line in cell.value.split("\n"))


def _set_font(cell: Any, fonts: dict[str, Any]) -> None:
    """One font for all: without a name each program takes its own."""
    if not cell.has_style or cell.font.name == _FONT:
        return
    key = repr(cell.font)
    if key not in fonts:
        fonts[key] = copy(cell.font)
        fonts[key].name = _FONT
    cell.font = fonts[key]
