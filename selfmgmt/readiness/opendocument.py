"""The rows of an OpenDocument spreadsheet (.ods), as text.

Read with the standard library: cells as text are all that answers need, and ``odfpy`` would be one
more package for it, that loads every style and shape of the file first.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.sheet import Rows, Sheet

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
_MOST_CELLS = 20_000_000

Cells = list[tuple[int, int]]


def read_tables(parts: ZipFile, most_columns: int) -> list[Sheet]:
    """The sheets in sight.

    Args:
        parts: The opened file.
        most_columns: What is beyond is not read.

    Raises:
        InputError: It declares entities, as no office program does, or is far too large.
        ElementTree.ParseError: It is damaged.
    """
    content = parts.read("content.xml")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise InputError(gettext("the workbook is damaged; open it in Excel and save it again."))
    root = ET.fromstring(content)  # noqa: S314 (no entities in it)
    hidden = {style.get(f"{_STYLE}name") for style in root.iter(f"{_STYLE}style") if _hides(style)}
    return [
        _table(found, most_columns)
        for found in root.iter(f"{_TABLE}table")
        if found.get(f"{_TABLE}style-name") not in hidden
    ]


def _hides(style: ET.Element) -> bool:
    found = style.find(f"{_STYLE}table-properties")
    return found is not None and found.get(f"{_TABLE}display") == "false"


def _table(found: ET.Element, most_columns: int) -> Sheet:
    rows: Rows = []
    empty = 0
    merged: Cells = []
    unsolved: Cells = []
    for row in found.iter(f"{_TABLE}table-row"):
        times = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        cells = _texts(row, len(rows) + empty, most_columns, merged, unsolved)
        if not cells:  # office programs repeat one empty row to the end of the sheet
            empty += times
            continue
        if (len(rows) + empty + times) * len(cells) > _MOST_CELLS:
            raise InputError(gettext("the workbook is too large inside; save the answers as .csv."))
        rows += [[] for _ in range(empty)] + [list(cells) for _ in range(times)]
        empty = 0
    return Sheet(
        title=found.get(f"{_TABLE}name", ""),
        rows=rows,
        merged=tuple(merged),
        unsolved=tuple(unsolved),
    )


def _texts(
    row: ET.Element, at: int, most_columns: int, merged: Cells, unsolved: Cells
) -> list[str]:
    """The texts of a row, without the empty ones at its end; adds what is odd in its cells."""
    texts: list[str] = []
    for cell in (part for part in row if part.tag in _CELLS):
        high = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        if high > 1:
            merged.append((at + 1, at + high))
        if cell.get(f"{_TABLE}formula") and not cell.get(f"{_OFFICE}value-type"):
            unsolved.append((at, len(texts)))
        times = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        texts += [_written(cell)] * min(times, max(0, most_columns - len(texts)))
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _written(cell: ET.Element) -> str:
    kind = cell.get(f"{_OFFICE}value-type", "")
    if kind in {"float", "percentage", "currency"}:
        value = float(cell.get(f"{_OFFICE}value", "nan"))
        return str(int(value)) if value.is_integer() else str(value)
    if kind in {"date", "time", "boolean"}:
        return cell.get(f"{_OFFICE}{kind}-value", "")
    paragraphs = cell.findall(f"{_TEXT}p")  # not those of a comment in the cell
    return "\n".join("".join(_letters(part)) for part in paragraphs)


def _letters(part: ET.Element) -> Iterator[str]:
    """The text of a paragraph; several spaces, tabs and new lines are elements in it."""
    yield part.text or ""
    for child in part:
        if child.tag == f"{_TEXT}s":
            yield " " * int(child.get(f"{_TEXT}c", "1"))
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            yield "\n"
        else:
            yield from _letters(child)
        yield child.tail or ""
