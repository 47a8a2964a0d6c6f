"""What was filled in on an instrument as a table for Excel, R or another program."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from selfmgmt.case import Case
from selfmgmt.csv_text import csv_bytes
from selfmgmt.language import gettext
from selfmgmt.practice import Instrument, PracticeResult, find_instrument, practice_result
from selfmgmt.practice.cells import answer_text
from selfmgmt.views.tables import Table
from selfmgmt.views.words.practice import body_label, column_label, row_label

_OPEN = "–"
_COLUMNS = ("body", "row", "column", "answer")
_LONGEST = 31  # letters of the name of a sheet
_WIDE, _USUAL = 48, 16


def practice_table(instrument: Instrument, result: PracticeResult, body: str) -> Table:
    """What one body filled in, every cell in words."""
    cells = {
        (line["row"], line["column"]): _words(instrument, result, line)
        for line in result.records
        if line["body"] == body
    }
    rows = dict.fromkeys([*instrument.rows, *(row for row, _column in cells)])
    columns = dict.fromkeys([*instrument.columns, *(column for _row, column in cells)])
    heads = [column_label(instrument, column) for column in columns]
    return Table(
        caption=f"{instrument.title} {body_label(instrument, body)}",
        heads=(str(instrument.row_name), *heads),
        rows=tuple(
            (
                row_label(instrument, row),
                *(cells.get((row, column)) or _OPEN for column in columns),
            )
            for row in rows
        ),
        words=tuple(heads),
    )


def _words(instrument: Instrument, result: PracticeResult, line: Mapping[str, Any]) -> str:
    """One answer in words, with a mark where it does not count."""
    words = answer_text(instrument, line["column"], line["answer"])
    if (line["body"], line["row"], line["column"]) in result.uncounted:
        return gettext("{answer} (does not count)", answer=words)
    return words


def practice_csv(case: Case, key: str) -> bytes:
    """One line per answer, by keys: body, row, column, answer; text is never run as a formula.

    Raises:
        InputError: There is no such instrument.
    """
    return csv_bytes(_COLUMNS, practice_result(key, case.practice).records)


def practice_workbook(case: Case, key: str) -> bytes:
    """A sheet for each body, every cell in words; text that looks like a formula stays text.

    Raises:
        InputError: There is no such instrument.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    instrument = find_instrument(key)
    result = practice_result(key, case.practice)
    book = Workbook()
    book.remove(book.active)
    for body in result.answered:
        table = practice_table(instrument, result, body)
        sheet = book.create_sheet(body_label(instrument, body)[:_LONGEST])
        for number, line in enumerate((table.heads, *table.rows), start=1):
            for column, words in enumerate(line, start=1):
                cell = sheet.cell(number, column, words)
                cell.data_type, cell.quotePrefix = "s", True
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=number == 1)
        for column in range(1, len(table.heads) + 1):
            letter = sheet.cell(1, column).column_letter
            sheet.column_dimensions[letter].width = _WIDE if column == 1 else _USUAL
        sheet.freeze_panes = "B2"
    written = BytesIO()
    book.save(written)
    return written.getvalue()
