"""Files with answers as they come in, made in code."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from openpyxl import Workbook

from selfmgmt.readiness.instrument import load_instrument

ITEMS = load_instrument().items
KEYS = [item.key for item in ITEMS]
TEXTS = {item.key: item.text for item in ITEMS}
DUTCH = {
    1: "Helemaal mee oneens",
    2: "Mee oneens",
    3: "Niet mee eens en niet mee oneens",
    4: "Mee eens",
    5: "Helemaal mee eens",
}

Row = Sequence[object]


def varied(respondents: int, items: int = 32) -> list[list[int]]:
    """Answers of which no two rows are the same."""
    rng = np.random.default_rng(respondents)
    return rng.integers(1, 6, (respondents, items)).tolist()


def written(rows: Iterable[Row], delimiter: str = ";") -> str:
    """The rows as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def csv_file(
    folder: Path, rows: Iterable[Row], *, delimiter: str = ";", encoding: str = "utf-8"
) -> Path:
    """A file of CSV."""
    path = folder / "answers.csv"
    path.write_bytes(written(rows, delimiter).encode(encoding))
    return path


def excel_file(folder: Path, rows: Iterable[Row], merged: Iterable[str] = ()) -> Path:
    """A workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))
    for cells in merged:
        book.active.merge_cells(cells)
    path = folder / "answers.xlsx"
    book.save(path)
    return path
