"""The tables in ``data/reference`` and their code book, read in one place.

A table is text in UTF-8 with one header line. The code book says what each column means; a
table with a column that the code book does not know is refused, and so is one that lacks a column.
"""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import current_language, gettext
from selfmgmt.resources import DATA

REFERENCE = DATA / "reference"

Row = dict[str, str]
Lines = tuple[list[str], list[list[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What the code book says of one column."""

    table: str
    column: str
    kind: str
    unit: str
    year: str
    meaning_nl: str
    meaning_en: str
    source: str

    @property
    def meaning(self) -> str:
        """What the column holds, in the language of the reader."""
        return str(getattr(self, f"meaning_{current_language()}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFacts:
    """Where a table comes from and under which licence it may be used."""

    table: str
    title_nl: str
    title_en: str
    source: str
    cbs_tables: str
    licence: str
    collected: str
    how_made: str

    @property
    def title(self) -> str:
        """The title in the language of the reader."""
        return str(getattr(self, f"title_{current_language()}"))

    @property
    def made_on(self) -> date:
        """The day on which the table was made."""
        return date.fromisoformat(self.collected)


@cache
def codebook() -> dict[str, dict[str, Column]]:
    """Table name to column name to what is known of that column."""
    book: dict[str, dict[str, Column]] = {}
    for row in _records(REFERENCE / "codebook.csv"):
        book.setdefault(row["table"], {})[row["column"]] = Column(**row)
    return book


@cache
def table_facts() -> dict[str, TableFacts]:
    """Table name to source, licence and the way it was made."""
    return {row["table"]: TableFacts(**row) for row in _records(REFERENCE / "tables.csv")}


def read_table(name: str, folder: Path = REFERENCE) -> list[Row]:
    """The rows of one table as text, in the order of the file.

    Args:
        name: File name without ``.csv``.
        folder: Where the file is: the product's own tables, or the user's data folder.

    Raises:
        InputError: There is no such table, or its columns are not those of the code book.

    >>> read_table("size_classes")[0]["size_class"]
    'g4'
    """
    columns, lines = read_lines(name, folder)
    return [dict(zip(columns, cells, strict=True)) for cells in lines]


def read_lines(name: str, folder: Path = REFERENCE) -> Lines:
    """Like :func:`read_table`: the column names once, then the cells of each line."""
    path = folder / f"{name}.csv"
    columns, lines = _lines(path)
    documented, found = set(codebook().get(name, {})), set(columns)
    faults = [
        gettext("{file}: the code book does not know column {column}.", file=path, column=column)
        for column in sorted(found - documented)
    ] + [
        gettext("{file}: column {column} of the code book is missing.", file=path, column=column)
        for column in sorted(documented - found)
    ]
    if faults:
        raise InputError(*faults)
    return columns, lines


def _records(path: Path) -> list[Row]:
    columns, lines = _lines(path)
    return [dict(zip(columns, cells, strict=True)) for cells in lines]


def _lines(path: Path) -> Lines:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            columns, *lines = csv.reader(file)
        if any(len(cells) != len(columns) for cells in lines):
            raise ValueError(path)
    except OSError as fault:
        raise InputError(
            gettext("{file} cannot be read: {reason}.", file=path, reason=fault.strerror)
        ) from None
    except (ValueError, csv.Error):  # no header, a line too short or too long, or not UTF-8
        raise InputError(
            gettext("{file} is not a table: each line needs as many cells as the first.", file=path)
        ) from None
    return columns, lines


def whole(text: str) -> int | None:
    """A whole number, or None for an empty cell."""
    return int(text) if text else None


def decimal(text: str) -> float | None:
    """A number, or None for an empty cell."""
    return float(text) if text else None
