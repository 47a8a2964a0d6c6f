"""What one cell says: an answer from 1 to 5, that one does not know, or nothing we know."""

import re
from functools import cache
from math import nan
from typing import Literal, NamedTuple

from selfmgmt.readiness.instrument import HIGHEST, LOWEST
from selfmgmt.readiness.wording import load_survey, plain

Note = Literal["", "open", "dont_know", "outside", "between", "unreadable"]

_NUMBER = re.compile(r"\+?(-?\d{1,6}(?:[.,]\d{1,6})?)")
_NUMBER_AND_WORDS = re.compile(r"(\d) (\D+)|(\D+) (\d)")
_OPEN = {"", "-", "–", "—", ".", "?", "#N/A", "N/A", "NULL", "NaN"}


class Cell(NamedTuple):
    """The answer, NaN when there is none, and what is the matter with it."""

    value: float
    note: Note = ""


def read_cell(written: str) -> Cell:
    """What a cell says.

    >>> read_cell("Helemaal mee eens").value, read_cell("4,0").value, read_cell("2 - Oneens").value
    (5.0, 4.0, 2.0)
    >>> read_cell("weet niet").note, read_cell("6").note, read_cell("3,5").note
    ('dont_know', 'outside', 'between')
    """
    text = written.strip()
    if text in _OPEN:
        return Cell(nan, "open")
    number = _NUMBER.fullmatch(text)
    if number:
        return _of_number(float(number[1].replace(",", ".")))
    bare = plain(text)
    if bare in _dont_know():
        return Cell(nan, "dont_know")
    step = _words().get(bare) or _number_with_words(bare)
    return Cell(float(step)) if step else Cell(nan, "unreadable")


def _of_number(value: float) -> Cell:
    if not LOWEST <= value <= HIGHEST:
        return Cell(nan, "outside")
    return Cell(value) if value.is_integer() else Cell(nan, "between")


def _number_with_words(bare: str) -> int:
    """The step of "4 mee eens", when number and words say the same."""
    match = _NUMBER_AND_WORDS.fullmatch(bare)
    if not match:
        return 0
    number, words = int(match[1] or match[4]), (match[2] or match[3]).strip()
    return number if _words().get(words) == number else 0


@cache
def _words() -> dict[str, int]:
    scale = load_survey().scale
    return {spelling: step for step, words in scale.items() for spelling in words.spellings()}


@cache
def _dont_know() -> set[str]:
    return load_survey().dont_know.spellings()
