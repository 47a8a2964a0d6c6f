"""A case in an Excel workbook, read by keys: the first cell of a row and of a column name a value.

Every cell becomes text first, as in YAML, and the field decides what it means. Whatever a cell
may hold that is no figure or text of the user (a formula, an error, a date) is refused.
"""

import io
import warnings
import zipfile
from collections import Counter
from typing import Any

from selfmgmt.case.document import Document
from selfmgmt.case.faults import Path
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import exact_number, exact_percentage, quoted

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
_NAMED = ("mixes", "options", "criteria")

CENTRAL = "central"
"""The column of a figure that is known, and of every field that takes no range."""

_REFUSED = {
    "f": _("this is a formula; write the figure itself."),
    "e": _("{given} is an error of Excel; write the figure itself."),
    "d": _("{given} is a date to Excel; set the format of the cell to general and write it again."),
}
_LARGEST_UNPACKED = 30_000_000  # bytes
_MOST_ROWS, _MOST_COLUMNS = 1_000, 120


def read_workbook(content: bytes) -> Document:
    """The document in the bytes of a workbook.

    Raises:
        InputError: It is no workbook, or one that is much larger inside than a case can be.
    """
    _refuse_other_files(content)
    return _Reader(_open(content)).document()


def _refuse_other_files(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            size = sum(part.file_size for part in parts.infolist())
            is_workbook = "xl/workbook.xml" in parts.namelist()
    except zipfile.BadZipFile:
        size, is_workbook = 0, False
    if not is_workbook:
        raise InputError(
            gettext(
                "this is not an Excel workbook, or it has a password; save it as .xlsx without."
            )
        )
    if size > _LARGEST_UNPACKED:
        raise InputError(gettext("the workbook is too large inside; a case needs little room."))


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
        self._places: dict[Path, str] = {}
        self._faults: dict[Path, str] = {}

    def document(self) -> Document:
        sheets = self._sheets()
        for key in SHEETS:
            if key in sheets:
                self._read(key, sheets[key])
            elif key not in LATER:
                self._faults[(key,)] = gettext(
                    "this sheet is missing; put its name in its cell A1."
                )
        return Document(self._values, self._places, self._faults)

    def _sheets(self) -> dict[str, Any]:
        """The sheets of a case by their key; other sheets are the user's own."""
        found: dict[str, Any] = {}
        for sheet in self._book.worksheets:
            key = _key(sheet["A1"])
            if found.setdefault(key, sheet) is not sheet and key in SHEETS:
                self._faults[(key,)] = gettext(
                    "there are two of these sheets, {one} and {other}; remove one.",
                    one=found[key].title,
                    other=sheet.title,
                )
        return found

    def _read(self, key: str, sheet: Any) -> None:
        self._refuse_merged(key, sheet)
        header, *rows = sheet.iter_rows(
            max_row=min(sheet.max_row, _MOST_ROWS), max_col=min(sheet.max_column, _MOST_COLUMNS)
        )
        columns = [_key(cell) for cell in header]
        self._refuse_twins(key, sheet, columns)
        if key in BY_COLUMN:
            self._name_columns(key, header)
        for first, *cells in rows:
            row = _key(first)
            for column, cell in zip(columns[1:], cells, strict=True):
                if not (row.startswith(COMMENT) or column.startswith(COMMENT)):
                    self._take(key, row, column, cell)
        if key not in BY_COLUMN:
            self._values = _without_central(self._values)

    def _name_columns(self, key: str, header: Any) -> None:
        for cell in header[1:]:
            name = _key(cell)
            if name and not name.startswith(COMMENT):
                self._places.setdefault((key, *name.split(".")), _place_of(cell))
                if key in _NAMED:  # a new one may be no more than its key
                    self._values.setdefault(key, {})[name] = {}

    def _refuse_twins(self, key: str, sheet: Any, columns: list[str]) -> None:
        for name, count in Counter(columns[1:]).items():
            if name and not name.startswith(COMMENT) and count > 1:
                self._places[(key, f"#{name}")] = gettext("sheet {sheet}", sheet=sheet.title)
                self._faults[(key, f"#{name}")] = gettext(
                    "{name} stands above {count} columns; keep one.", name=name, count=count
                )

    def _refuse_merged(self, key: str, sheet: Any) -> None:
        for merged in sheet.merged_cells.ranges:
            self._places[(key, str(merged))] = gettext("sheet {sheet}", sheet=sheet.title)
            self._faults[(key, str(merged))] = gettext("these cells are merged; split them again.")

    def _take(self, key: str, row: str, column: str, cell: Any) -> None:
        path = _path(key, row, column) if row and column else (key, cell.coordinate)
        place = _place_of(cell)
        if column == CENTRAL:
            self._places.setdefault(path[:-1], place)
        self._places.setdefault(path, place)
        try:
            text = _text_of(cell)
            if text and not (row and column):
                raise InputError(
                    gettext(
                        "nothing says what this is; type a short name without spaces in row 1 of "
                        "this column and in column A of this row."
                    )
                )
            if text:
                self._put(path, text)
        except InputError as fault:
            self._faults[path] = str(fault)

    def _put(self, path: Path, text: str) -> None:
        inner: Any = self._values
        for step in path[:-1]:
            inner = inner.setdefault(step, {}) if isinstance(inner, dict) else None
        if not isinstance(inner, dict) or path[-1] in inner:
            raise InputError(gettext("this is written twice; keep one."))
        inner[path[-1]] = text


def _place_of(cell: Any) -> str:
    return gettext("sheet {sheet}, cell {cell}", sheet=cell.parent.title, cell=cell.coordinate)


def _key(cell: Any) -> str:
    return "" if cell.value is None else str(cell.value).strip()


def _path(sheet: str, row: str, column: str) -> Path:
    steps = row.split(".")
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


def _text_of(cell: Any) -> str:
    """What the cell says, as text; empty when it is open."""
    value = cell.value
    if cell.data_type in _REFUSED:
        raise InputError(gettext(_REFUSED[cell.data_type], given=quoted(str(value))))
    if isinstance(value, float):
        return exact_percentage(value) if "%" in cell.number_format else exact_number(value)
    if isinstance(value, int) and "%" in cell.number_format:
        return exact_percentage(value)
    return "" if value is None else str(value)
