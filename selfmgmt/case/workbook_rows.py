"""What a sheet of the workbook is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

FIRST_COLUMN = 4  # the key, the title and the explanation stand before it
FIRST_ROW = 3  # the keys of columns and their words stand above it
CLOSED: Any = object()
"""Stands for a cell in which nothing can be filled in."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Stands for a cell of which the value is shown but cannot be changed."""

    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowed:
    """What a program offers and warns of in one cell; what may stand there is found on reading.

    Attributes:
        choices: Words to choose from.
        low: With ``high``, the numbers that may stand there.
        is_date: Whether it is a date.
        is_share: Whether a number is shown as a percentage.
        words: What the reader sees beside the cell.
    """

    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    is_date: bool = False
    is_share: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its key, words for the reader, and a value (or None, or CLOSED) per column.

    ``allowed`` says for each column what may stand there; empty when all of ``choices`` may.
    """

    key: str
    title: str = ""
    explanation: str = ""
    choices: tuple[str, ...] = ()
    is_share: bool = False
    locked: bool = False
    values: Sequence[Any]
    allowed: Sequence[Allowed] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: ``columns`` are pairs of key and words; a key of a spare column is empty."""

    key: str
    title: str
    explanation: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Row]
