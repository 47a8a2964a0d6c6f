"""A case in an Excel workbook, read by keys: the first cell of a row and of a column name a value.

Every cell becomes text first (``workbook_cells.py``), as in YAML, and the field decides what it
means.
"""

import io
import warnings
from collections import Counter
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.choice_words import code_of
from selfmgmt.case.document import Document
from selfmgmt.case.faults import Path
from selfmgmt.case.workbook_cells import is_date, location_of, text_in
from selfmgmt.errors import InputError
from selfmgmt.field_facts import fields_of
from selfmgmt.language import LANGUAGES, gettext, speaking
from selfmgmt.numbers import quoted
from selfmgmt.spreadsheet import refuse_other_files

COMMENT = "#"
"""How the key of a row or a column begins that holds explanation only."""
BY_COLUMN = ("mixes", "options", "criteria", "weights", "voices")
"""The sheets of which a column is one thing; in the others a row is."""
LATER = ("mixes", "criteria", "voices", "assumptions")
"""The sheets that a workbook of before they existed lacks; then nothing is filled in there."""
SHEETS = (
    *("case", "organisation", "question", "readiness", "mixes", "options"),
    *("criteria", "judgements", "weights", "voices", "assumptions"),
)
PRACTICE = "practice"
"""How the key of a sheet begins that holds what one body filled in on one instrument."""
_NAMED = ("mixes", "options", "criteria")

CENTRAL = "central"
"""The column of a figure that is known, and of every field that takes no range."""
_COLUMNS = (CENTRAL, "low", "high", "reason")
_HEADER_ROWS = 5  # people put a title above a form

_HEADER_COLUMNS = 12
_MOST_ROWS, _MOST_COLUMNS = 1_000, 120


def read_workbook(content: bytes) -> Document:
    """The document in the bytes of a workbook.

    Raises:
        InputError: It is no workbook, or one that is much larger inside than a case can be.
    """
    refuse_other_files(content)
    return _Reader(_open(content)).document()


def _open(content: bytes) -> Any:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on parts of Excel that a case does not use
            return load_workbook(io.BytesIO(content))
    except Exception as error:  # a broken file can break anywhere inside openpyxl
        raise InputError(
            gettext("the workbook is damaged; open it in Excel and save it again.")
        ) from error


class _Reader:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._values: dict[str, Any] = {}
        self._locations: dict[Path, str] = {}
        self._faults: dict[Path, str] = {}

    def document(self) -> Document:
        sheets = self._sheets()
        for key in SHEETS:
            if key in sheets:
                self._read(key, *sheets[key])
            elif key not in LATER:
                self._faults[(key,)] = gettext(
                    "this sheet is missing; put its name in its cell A1."
                )
        for key in sheets.keys() - set(SHEETS):
            self._read(key, *sheets[key])
        return Document(self._values, self._locations, self._faults)

    def _sheets(self) -> dict[str, tuple[Any, int]]:
        """The sheets of a case by their key, with the row of their keys; others are the user's."""
        found: dict[str, tuple[Any, int]] = {}
        for sheet in self._book.worksheets:
            key, row = header_of(sheet)
            if key and found.setdefault(key, (sheet, row))[0] is not sheet:
                self._faults[(key,)] = gettext(
                    "there are two of these sheets, {one} and {other}; remove one.",
                    one=found[key][0].title,
                    other=sheet.title,
                )
        return found

    def _read(self, key: str, sheet: Any, top: int) -> None:
        self._refuse_merged(key, sheet)
        self._refuse_far(key, sheet)
        header, *rows = sheet.iter_rows(
            min_row=top,
            max_row=min(sheet.max_row, _MOST_ROWS),
            max_col=min(sheet.max_column, _MOST_COLUMNS),
        )
        columns = [_key(cell) for cell in header]
        self._refuse_duplicates(key, sheet, columns)
        if key.startswith(f"{PRACTICE}."):
            self._locations[tuple(key.split("."))] = gettext("sheet {sheet}", sheet=sheet.title)
            self._read_rows(key, columns, rows)
            return
        if key in BY_COLUMN:
            self._name_columns(key, header)
        elif self._is_renamed(key, sheet, columns[1:]):
            return
        self._read_rows(key, columns, rows)
        if key not in BY_COLUMN:
            self._values = _without_central(self._values)

    def _read_rows(self, key: str, columns: list[str], rows: Any) -> None:
        for first, *cells in rows:
            row = _key(first)
            for column, cell in zip(columns[1:], cells, strict=True):
                if not (row.startswith(COMMENT) or column.startswith(COMMENT)):
                    self._read_cell(key, row, column, cell)

    def _is_renamed(self, key: str, sheet: Any, columns: list[str]) -> bool:
        """Whether none of the keys above the columns is left; one fault says so for the sheet."""
        known = _COLUMNS[:1] if key == SHEETS[0] else _COLUMNS
        given = [name for name in columns if name and not name.startswith(COMMENT)]
        if not given or set(given) & set(known):
            return False
        fault = gettext(
            "the keys above the columns are {given}; write {known} there again.",
            given=quoted(", ".join(given)),
            known=", ".join(known if key == SHEETS[0] else ("low", CENTRAL, "high")),
        )
        self._locations[(key,)] = gettext("sheet {sheet}", sheet=sheet.title)
        if key == SHEETS[0]:  # without it nothing else can be told
            raise InputError(f"{self._locations[(key,)]}: {fault}")
        self._faults[(key,)] = fault
        return True

    def _refuse_far(self, key: str, sheet: Any) -> None:
        """Refuse what stands where nobody looks, rather than leave it out in silence."""
        far = next(
            (
                cell
                for (row, column), cell in sheet._cells.items()
                if (row > _MOST_ROWS or column > _MOST_COLUMNS) and cell.value is not None
            ),
            None,
        )
        if far is not None:
            self._locations[(key, far.coordinate)] = location_of(far)
            self._faults[(key, far.coordinate)] = gettext(
                "this is beyond row {rows} or column {columns}, where a form does not go; remove "
                "it or move it.",
                rows=_MOST_ROWS,
                columns=_MOST_COLUMNS,
            )

    def _name_columns(self, key: str, header: Any) -> None:
        for cell in header[1:]:
            name = _key(cell)
            if name and not name.startswith(COMMENT):
                self._locations.setdefault((key, *name.split(".")), location_of(cell))
                if key in _NAMED:  # a new one may be no more than its key
                    self._values.setdefault(key, {})[name] = {}

    def _refuse_duplicates(self, key: str, sheet: Any, columns: list[str]) -> None:
        for name, count in Counter(columns[1:]).items():
            if name and not name.startswith(COMMENT) and count > 1:
                self._locations[(key, f"#{name}")] = gettext("sheet {sheet}", sheet=sheet.title)
                self._faults[(key, f"#{name}")] = gettext(
                    "{name} stands above {count} columns; keep one.", name=name, count=count
                )

    def _refuse_merged(self, key: str, sheet: Any) -> None:
        for merged in sheet.merged_cells.ranges:
            self._locations[(key, str(merged))] = gettext("sheet {sheet}", sheet=sheet.title)
            self._faults[(key, str(merged))] = gettext("these cells are merged; split them again.")

    def _read_cell(self, key: str, row: str, column: str, cell: Any) -> None:
        path = _path(key, row, column) if row and column else (key, cell.coordinate)
        location = location_of(cell)
        if column == CENTRAL:
            self._locations.setdefault(path[:-1], location)
        self._locations.setdefault(path, location)
        try:
            is_practice = key.startswith(f"{PRACTICE}.")
            text = cell.value.date().isoformat() if is_date(cell, is_practice) else text_in(cell)
            if text and not (row and column):
                raise InputError(
                    gettext(
                        "nothing says what this is; type a short name without spaces in row 1 of "
                        "this column and in column A of this row."
                    )
                )
            if text:
                self._put(path, code_of(row.rpartition(".")[2], text))
        except InputError as fault:
            self._faults[path] = str(fault)

    def _put(self, path: Path, text: str) -> None:
        inner: Any = self._values
        for step in path[:-1]:
            inner = inner.setdefault(step, {}) if isinstance(inner, dict) else None
        if not isinstance(inner, dict) or path[-1] in inner:
            raise InputError(gettext("this is written twice; keep one."))
        inner[path[-1]] = text


def header_of(sheet: Any) -> tuple[str, int]:
    """The key of a sheet and the row of its keys; an empty key when it is none of a case.

    The key stands in the first of five rows that has it; the title of the sheet, which people put
    in its place, counts for it where the rest of the row is that of a form.
    """
    titles = _titles()
    for row in sheet.iter_rows(max_row=_HEADER_ROWS, max_col=_HEADER_COLUMNS):
        name, others = _key(row[0]), {_key(cell) for cell in row[1:]}
        key = name if name.startswith(f"{PRACTICE}.") else titles.get(name.casefold(), "")
        if key and (COMMENT in others or (name == key and row[0].row == 1)):
            return key, row[0].row
    return "", 0


def _titles() -> dict[str, str]:
    """The name of every sheet to its key: the key itself, and its title in each language."""
    titles: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            titles |= {gettext("Case").casefold(): SHEETS[0]}
            titles |= {facts.title.casefold(): key for key, facts in fields_of(Case).items()}
    return {name: key for name, key in titles.items() if key in SHEETS} | {
        key: key for key in SHEETS
    }


def _key(cell: Any) -> str:
    return "" if cell.value is None else str(cell.value).strip()


def _path(sheet: str, row: str, column: str) -> Path:
    steps = row.split(".")
    if sheet.startswith(f"{PRACTICE}."):
        return (*sheet.split("."), row, column)
    if sheet in BY_COLUMN:
        return (sheet, *column.split("."), *steps)
    return (*steps, column) if sheet == SHEETS[0] else (sheet, *steps, column)


def _without_central(values: Any) -> Any:
    """A row with one figure becomes that figure; one with three stays a range."""
    if not isinstance(values, dict):
        return values
    if list(values) == [CENTRAL]:
        return values[CENTRAL]
    return {key: _without_central(value) for key, value in values.items()}
