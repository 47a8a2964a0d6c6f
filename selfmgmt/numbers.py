"""Numbers, euros and dates as people in the Netherlands and abroad write them."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from selfmgmt.language import current_language, gettext

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"

_LONGEST_QUOTED = 60


def quoted(written: object) -> str:
    """What the user gave, between quotes and no longer than a line.

    >>> quoted("abc")
    "'abc'"
    """
    return shortened(repr(written))


def shortened(text: str) -> str:
    """``text``, or its beginning when it is longer than a message can bear."""
    return text if len(text) <= _LONGEST_QUOTED else f"{text[: _LONGEST_QUOTED - 1]}…"


def exact_number(value: float) -> str:
    """``value`` with all its digits, so that :func:`parse_number` gives the same number back.

    >>> exact_number(1234.5), exact_number(1.125), exact_number(-3.0)
    ('1234,5', '1,1250', '-3')
    """
    return _all_digits(Decimal(repr(float(value))))


def exact_percentage(share: float) -> str:
    """A share as a percentage with all its digits.

    >>> exact_percentage(0.065)
    '6,5%'
    """
    return _all_digits(Decimal(repr(float(share))) * 100) + "%"


def _all_digits(value: Decimal) -> str:
    whole, _, fraction = format(value, "f").partition(".")
    fraction = fraction.rstrip("0")
    if has_two_readings(whole.lstrip("-"), fraction):
        fraction += "0"
    return f"{whole}{decimal_mark()}{fraction}" if fraction else whole


def number(value: float, digits: int = 0) -> str:
    """``value`` for the reader, with a real minus sign.

    >>> number(-1234.5, 1)
    '−1.234,5'
    """
    return _written(round(float(value), digits) + 0.0, digits, current_language())  # no −0


@lru_cache(4096)
def _written(rounded: float, digits: int, language: str) -> str:
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    words: str = format_decimal(rounded, format=pattern, locale=language)
    return words.replace("-", MINUS)


def percentage(share: float, digits: int = 0) -> str:
    """A share (0.065) as the reader writes it (6,5%).

    >>> percentage(0.065, 1)
    '6,5%'
    """
    return number(100 * share, digits) + "%"


def euro(amount: float) -> str:
    """An amount of money, in millions when it is a million or more.

    >>> euro(30200).replace(NO_BREAK_SPACE, " "), euro(-1234567).replace(NO_BREAK_SPACE, " ")
    ('€ 30.200', '−€ 1,23 mln')
    """
    size, sign = abs(amount), MINUS if round(amount) < 0 else ""
    if size >= 999_500:
        digits = 2 if size < 9_995_000 else 1
        unit = gettext("million")
        return f"{sign}€{NO_BREAK_SPACE}{number(size / 1e6, digits)}{NO_BREAK_SPACE}{unit}"
    return f"{sign}€{NO_BREAK_SPACE}{number(round(size))}"


def long_date(day: date) -> str:
    """A date in words.

    >>> long_date(date(2026, 11, 21))
    '21 november 2026'
    """
    return _date_words(day, "long")


def short_date(day: date) -> str:
    """A date where there is little room.

    >>> short_date(date(2026, 11, 21))
    '21 nov 2026'
    """
    return _date_words(day, "medium")


def _date_words(day: date, size: str) -> str:
    from babel.dates import format_date

    locale = {"nl": "nl", "en": "en_GB"}[current_language()]  # the day comes first in both
    words: str = format_date(day, format=size, locale=locale)
    return words


def has_two_readings(whole: str, fraction: str) -> bool:
    """Whether the mark between them may stand for thousands as well as for decimals."""
    return len(fraction) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0")


def decimal_mark() -> str:
    """The mark before decimals, in the language of the reader."""
    return "," if current_language() == "nl" else "."
