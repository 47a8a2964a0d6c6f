"""The workbook of a case, written: labels locked, cells to fill in open, text always inert."""

import io
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.form import text_of
from selfmgmt.case.workbook import COMMENT
from selfmgmt.case.workbook_rows import CLOSED, FIRST_COLUMN, FIRST_ROW, Fixed, Row, Sheet
from selfmgmt.case.workbook_rules import CellRules
from selfmgmt.case.workbook_sheets import sheets_of
from selfmgmt.case.workbook_style import Lists, apply_style
from selfmgmt.language import gettext

_LONGEST_LIST = 255  # characters that Excel takes for a drop-down
_WIDTHS = {"A": 16, "B": 34, "C": 62}


def workbook_bytes(case: Case) -> bytes:
    """The case as the bytes of a workbook, in the language of the reader."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    lists: Lists = []
    for sheet in sheets_of(case):
        page = _Page(book.create_sheet(sheet.title[:31]))
        page.write(sheet)
        lists += CellRules(sheet).add_to(page.sheet)
    apply_style(book, lists)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


class _Page:
    """One sheet of the workbook while it is written."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        line = Side(style="thin", color="BFBFBF")
        self.sheet = sheet
        self._key_font = Font(color="8C8C8C", size=8)
        self._title_font = Font(bold=True)
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._input = {
            "fill": PatternFill("solid", fgColor="FFF9E5"),
            "border": Border(left=line, right=line, top=line, bottom=line),
            "protection": Protection(locked=False),
        }

    def write(self, sheet: Sheet) -> None:
        self._head(sheet)
        for number, row in enumerate(sheet.rows, start=FIRST_ROW):
            self._row(number, row)
        self.sheet.freeze_panes = "D3"
        self.sheet.protection.sheet = True  # without a password: against accidents only
        self.sheet.protection.formatColumns = self.sheet.protection.formatRows = False
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def _head(self, sheet: Sheet) -> None:
        for letter, width in _WIDTHS.items():
            self.sheet.column_dimensions[letter].width = width
        for column, text in enumerate((sheet.key, COMMENT, COMMENT), start=1):
            self._text(1, column, text, font=self._key_font)
        for column, text in enumerate((COMMENT, sheet.title, sheet.explanation), start=1):
            self._text(2, column, text, font=self._title_font, alignment=self._wrapped)
        for column, (key, words) in enumerate(sheet.columns, start=FIRST_COLUMN):
            self._text(1, column, key, **({} if key else self._input), font=self._key_font)
            self._text(2, column, words, font=self._title_font, alignment=self._wrapped)
            self.sheet.column_dimensions[self.sheet.cell(1, column).column_letter].width = 22

    def _row(self, number: int, row: Row) -> None:
        self._text(number, 1, row.key, **({} if row.key else self._input), font=self._key_font)
        self._text(number, 2, row.title, alignment=self._wrapped)
        self._text(number, 3, row.explanation, alignment=self._wrapped)
        shares = [one.is_share for one in row.allowed] or [row.is_share] * len(row.values)
        for column, (value, is_share) in enumerate(zip(row.values, shares, strict=True)):
            if value is not CLOSED:
                self._fill_in(number, column + FIRST_COLUMN, value, row.locked, is_share)
        if row.choices and len(",".join(row.choices)) <= _LONGEST_LIST:
            self._drop_down(number, row)

    def _fill_in(
        self, number: int, column: int, value: Any, is_locked: bool, is_share: bool
    ) -> None:
        is_fixed = isinstance(value, Fixed)
        style = {} if is_locked or is_fixed else self._input
        content = _content(value.value if is_fixed else value)
        if isinstance(content, str):
            self._text(number, column, content, **style, alignment=self._wrapped)
            return
        cell = self._styled(number, column, **style)
        cell.value = content
        if is_share:
            cell.number_format = "0.0%"

    def _text(self, row: int, column: int, text: str, **style: Any) -> None:
        """Write ``text`` as text, also when it looks like a formula or an error."""
        cell = self._styled(row, column, **style)
        if text:
            cell.value = text
            cell.data_type, cell.quotePrefix = "s", True

    def _styled(self, row: int, column: int, **style: Any) -> Any:
        cell = self.sheet.cell(row, column)
        for name, value in style.items():
            setattr(cell, name, value)
        return cell

    def _drop_down(self, number: int, row: Row) -> None:
        from openpyxl.worksheet.datavalidation import DataValidation

        choices = DataValidation(
            type="list", formula1=f'"{",".join(row.choices)}"', allow_blank=True
        )
        choices.error = gettext("Choose from the list.")
        last = FIRST_COLUMN + len(row.values) - 1
        cells = self.sheet.iter_cols(
            min_row=number, max_row=number, min_col=FIRST_COLUMN, max_col=last
        )
        for (cell,), value in zip(cells, row.values, strict=True):
            if value is not CLOSED:
                choices.add(cell.coordinate)
        self.sheet.add_data_validation(choices)


def _content(value: Any) -> str | float | None:
    """A number as a number, so that Excel can show and change it; all else as text."""
    if isinstance(value, tuple):
        return ", ".join(value)
    if value is None or (_is_number(value) and float(f"{value:.16g}") == value):
        return value  # type: ignore[no-any-return]
    return text_of(value)  # also for a number with more digits than openpyxl writes


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
