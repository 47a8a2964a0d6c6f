"""The rows of a file with answers, as text: CSV of any make, Excel or OpenDocument."""

import io
import re
import warnings
import zipfile
from datetime import date, time
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.readiness.opendocument import read_tables
from selfmgmt.readiness.sheet import Rows, Sheet
from selfmgmt.readiness.text_sheet import text_sheet

_LARGEST, _LARGEST_UNPACKED = 100_000_000, 1_000_000_000  # bytes
_MOST_COLUMNS = 500
_STRICT = b"http://purl.oclc.org/ooxml/"
_UNSOLVED = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"(?![^>]* t="str")[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)'
    rb"\s*(?:<v\s*/>|<v></v>)?\s*</c>"
)
_MERGED = re.compile(rb'<mergeCell ref="[A-Z]+(\d+):[A-Z]+(\d+)"')


def read_sheets(path: str | Path) -> list[Sheet]:
    """The sheets of a file: one for CSV, all that are in sight for Excel and OpenDocument.

    Raises:
        InputError: The file is not there, too large, of another kind, or damaged.
    """
    file = Path(path)
    content = _content(file)
    ending = file.suffix.lower()
    if ending in {".xlsx", ".xlsm"}:
        return _excel(content)
    if ending == ".ods":
        return _opendocument(content)
    if ending in {".csv", ".txt", ".tsv"}:
        return [text_sheet(content, file.name)]
    raise InputError(
        gettext(
            "{file} is not a file with answers that can be read; save it as .csv, .xlsx or .ods.",
            file=file.name,
        )
    )


def _content(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise InputError(gettext("{file} does not exist; give a file with answers.", file=file))
        if file.stat().st_size > _LARGEST:
            raise InputError(
                gettext(
                    "{file} is larger than {largest} MB; leave out columns that are no answers.",
                    file=file.name,
                    largest=number(_LARGEST / 1e6),
                )
            )
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            gettext("{file} cannot be read: {reason}.", file=file, reason=error.strerror)
        ) from None


def _excel(content: bytes) -> list[Sheet]:
    from openpyxl import load_workbook

    _refuse_other_files(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on parts of Excel that answers do not use
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                return [
                    _sheet(sheet, parts.read(sheet._worksheet_path))
                    for sheet in book.worksheets
                    if sheet.sheet_state == "visible"
                ]
    except Exception as error:  # a broken file can break anywhere inside openpyxl
        raise InputError(
            gettext("the workbook is damaged; open it in Excel and save it again.")
        ) from error


def _refuse_other_files(content: bytes) -> None:
    workbook = _part_of(content, "xl/workbook.xml")
    if workbook is None:
        raise InputError(
            gettext(
                "this is not an Excel workbook, or it has a password; save it as .xlsx without."
            )
        )
    if _STRICT in workbook:
        raise InputError(
            gettext(
                "this workbook is saved as Strict Open XML; choose “Save as”, “Excel workbook "
                "(.xlsx)”."
            )
        )


def _part_of(content: bytes, name: str) -> bytes | None:
    """One part of a zipped file; none when it is no such file.

    Raises:
        InputError: The parts together are far too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            if name not in parts.namelist():
                return None
            size = sum(part.file_size for part in parts.infolist())
            if size > _LARGEST_UNPACKED:
                raise InputError(
                    gettext("the workbook is too large inside; save the answers as .csv.")
                )
            return parts.read(name)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):  # a password, or odd packing
        return None


def _opendocument(content: bytes) -> list[Sheet]:
    if _part_of(content, "content.xml") is None:
        raise InputError(
            gettext(
                "this is not an OpenDocument spreadsheet, or it has a password; save it as .ods or "
                ".xlsx without."
            )
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return read_tables(parts, _MOST_COLUMNS)
    except (ParseError, ValueError, OverflowError) as error:
        raise InputError(
            gettext("the workbook is damaged; open it in Excel and save it again.")
        ) from error


def _sheet(sheet: Any, part: bytes) -> Sheet:
    """Openpyxl does not tell of merged cells and formulas when it reads large files row by row."""
    merged = ((int(first), int(last)) for first, last in _MERGED.findall(part))
    return Sheet(
        title=sheet.title,
        rows=_cells(sheet),
        merged=tuple((first, last) for first, last in merged if first != last),
        unsolved=tuple(_coordinates(found.decode()) for found in _UNSOLVED.findall(part)),
    )


def _coordinates(cell: str) -> tuple[int, int]:
    from openpyxl.utils.cell import coordinate_to_tuple

    row, column = coordinate_to_tuple(cell)
    return row - 1, column - 1


def _cells(sheet: Any) -> Rows:
    sheet.reset_dimensions()  # some programs write a size that is not true
    return [
        [_written(value) for value in row[:_MOST_COLUMNS]]
        for row in sheet.iter_rows(values_only=True)
    ]


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
