"""What a sheet of the workbook is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

CLOSED: Any = object()
"""Stands for a cell in which nothing can be filled in."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Stands for a cell of which the value is shown but cannot be changed."""

    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its key, words for the reader, and a value (or None, or CLOSED) per column."""

    key: str
    title: str = ""
    explanation: str = ""
    choices: tuple[str, ...] = ()
    is_share: bool = False
    locked: bool = False
    values: Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: ``columns`` are pairs of key and words; a key of a spare column is empty."""

    key: str
    title: str
    explanation: str
    columns: Sequence[tuple[str, str]]
    rows: Sequence[Row]
