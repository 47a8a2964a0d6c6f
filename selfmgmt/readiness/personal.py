"""What looks as if it points to a person: by the name of a column, or by what is in it."""

import re
from collections.abc import Iterable
from functools import cache

from selfmgmt.readiness.wording import load_survey, plain

_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_COMPUTER = re.compile(
    r"(?:\d{1,3}\.){3}\d{1,3}|(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}", re.IGNORECASE
)
_DATE = re.compile(r"(?:19|20)\d\d-\d\d?-\d\d?(?:[T ].*)?|\d\d?[-/.]\d\d?[-/.](?:19|20)?\d\d")
_RECENT = re.compile(r"\b20[1-9]\d\b")  # nobody who answers was born then: a day of answering
_PHONE = re.compile(r"(?:\+|00)\d{9,13}|0\d{9}")
_CITIZEN_NUMBER = re.compile(r"\d{8,9}")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ .-](?=\d)")
_CITIZEN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ELEVEN = 11


def personal_header(header: str) -> str:
    """The kind of personal data that the name of a column points to; empty when none.

    >>> personal_header("Achternaam medewerker"), personal_header("Team")
    ('name', '')
    """
    bare = plain(header)
    padded = f" {bare} "
    return next((kind for word, kind in _words().items() if f" {word} " in padded), "")


@cache
def _words() -> dict[str, str]:
    personal = load_survey().personal
    return {plain(word): kind for kind, words in personal.items() for word in words.words}


def personal_content(cells: Iterable[str]) -> str:
    """The kind of personal data that is in any of the cells; empty when none.

    >>> personal_content(["Noord", "j.jansen@gemeente.nl"]), personal_content(["111222333"])
    ('mail', 'number')
    """
    return next(filter(None, map(_kind, cells)), "")


def _kind(cell: str) -> str:
    text = cell.strip()
    if _MAIL.search(text):
        return "mail"
    if _COMPUTER.fullmatch(text):
        return "computer"
    if _DATE.fullmatch(text) and not _RECENT.search(text):
        return "birth"
    digits = _BETWEEN_DIGITS.sub("", text)
    if _CITIZEN_NUMBER.fullmatch(digits) and _passes_elevens(digits.zfill(9)):
        return "number"
    return "address" if _PHONE.fullmatch(digits) else ""


def _passes_elevens(digits: str) -> bool:
    """The test that every Dutch citizen service number passes."""
    weighed = sum(w * int(digit) for w, digit in zip(_CITIZEN_WEIGHTS, digits, strict=True))
    return weighed % _ELEVEN == 0 and int(digits) > 0
