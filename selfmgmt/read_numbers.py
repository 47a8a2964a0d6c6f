"""Numbers as people write them, read: digits, percentages, euros, units."""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import NO_BREAK_SPACE, decimal_mark, has_two_readings, quoted

_MINUSES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}"
_LONGEST = 400  # the smallest float, written out
MULTIPLIERS = {
    "k": 10**3,
    "dzd": 10**3,
    "duizend": 10**3,
    "thousand": 10**3,
    "mln": 10**6,
    "miljoen": 10**6,
    "million": 10**6,
    "mrd": 10**9,
    "miljard": 10**9,
    "billion": 10**9,
}


UNITS = {
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "fte": "FTE",
    "team": "teams",
    "teams": "teams",
    "punt": "points",
    "punten": "points",
    "point": "points",
    "points": "points",
    "kwartaal": "quarters",
    "kwartalen": "quarters",
    "quarter": "quarters",
    "quarters": "quarters",
}


_WRITTEN = re.compile(
    rf"""(?P<sign>[{_MINUSES}+]?)\s*(?P<euro>€|euro?\b)?\s*(?P<minus>[{_MINUSES}]?)\s*
    (?P<digits>[0-9]{{1,3}}(?:\ [0-9]{{3}})+(?:[.,][0-9]+)?|[0-9][0-9.,]*?)
    (?P<no_cents>,(?:=|[{_MINUSES}\N{{EM DASH}}]{{1,2}}))?\s*
    (?P<multiplier>{"|".join(MULTIPLIERS)})?\.?\s*
    (?:(?P<percent>%)|(?P<unit>{"|".join(sorted(UNITS, key=len, reverse=True))}))?""",
    re.IGNORECASE | re.VERBOSE,
)


_SPACES = re.compile(rf"[\s{NO_BREAK_SPACE}\N{{NARROW NO-BREAK SPACE}}]+")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number and the unit that was written with it: "", "%", "EUR", "FTE", "teams" and so on."""

    value: float
    unit: str = ""


def parse_number(written: Any) -> float:
    """Read one number; ``12%`` is 0.12.

    Args:
        written: A number, or text: ``3,5``, ``1.234,5``, ``1,234.5``, ``€ 1,2 mln``, ``12%``.

    Raises:
        InputError: It is no number, or it can be read in two ways (``1.234``; with a euro sign
            it cannot, since money has no three decimals).

    >>> parse_number("€ 1,2 mln"), parse_number("1.234,5"), parse_number("12%")
    (1200000.0, 1234.5, 0.12)
    """
    measure = parse_measure(written)
    if measure.unit not in {"", "%", "EUR"}:
        raise _not_a_number(written)
    return measure.value


def parse_bare_number(written: Any) -> float:
    """Read one number that has no unit, such as a number of people.

    Raises:
        InputError: As for :func:`parse_number`, or a unit stands beside it.

    >>> parse_bare_number("1.200,5")
    1200.5
    """
    measure = parse_measure(written)
    if measure.unit:
        raise _not_a_number(written)
    return measure.value


def parse_measure(written: Any) -> Measure:
    """Read one number with the unit that stands beside it, if any.

    Raises:
        InputError: As for :func:`parse_number`.

    >>> parse_measure("0,75 FTE"), parse_measure("€ 2.500.000,-").value, parse_measure("50%")
    (Measure(value=0.75, unit='FTE'), 2500000.0, Measure(value=0.5, unit='%'))
    """
    if isinstance(written, str):
        return _parse_text(written)
    if isinstance(written, bool) or not isinstance(written, Real) or not math.isfinite(written):
        raise _not_a_number(written)
    return Measure(float(written))


def _parse_text(written: str) -> Measure:
    match = _WRITTEN.fullmatch(_SPACES.sub(" ", written[: _LONGEST + 1]).strip())
    if match is None or len(written) > _LONGEST or (match["sign"] and match["minus"]):
        raise _not_a_number(written)
    unit = _unit_of(match, written)
    is_money = unit == "EUR" and not match["multiplier"]
    size = Decimal(_plain_digits(match["digits"].replace(" ", ""), written, is_money))
    size *= MULTIPLIERS.get((match["multiplier"] or "").lower(), 1)
    if unit == "%":
        size /= 100
    negative = (match["sign"] or "+") in _MINUSES or bool(match["minus"])
    value = float(-size if negative else size)
    if not math.isfinite(value):
        raise _not_a_number(written)
    return Measure(value, unit)


def _unit_of(match: re.Match[str], written: str) -> str:
    """The one unit in what was written; ``2.500,-`` is money too."""
    before = "EUR" if match["euro"] or match["no_cents"] else ""
    after = match["percent"] or UNITS.get((match["unit"] or "").lower(), "")
    if before and after and before != after:
        raise _not_a_number(written)
    return before or after


def _plain_digits(digits: str, written: str, is_money: bool) -> str:
    """``digits`` with a point for decimals and nothing for thousands."""
    marks = [mark for mark in digits if mark in ".,"]
    if not marks:
        return digits
    last = marks[-1]
    whole, _, fraction = digits.rpartition(last)
    if marks.count(last) > 1:  # 1.200.000
        return _whole(digits, last, written)
    if len(marks) > 1:  # 1.234,5
        return f"{_whole(whole, marks[0], written)}.{fraction}"
    if not has_two_readings(whole, fraction):
        return f"{whole}.{fraction}"
    if is_money:
        return whole + fraction
    raise InputError(
        gettext(
            "{given} can be read in two ways; write {large} or {small}.",
            given=quoted(written),
            large=whole + fraction,
            small=f"{whole}{decimal_mark()}{fraction}0",
        )
    )


def _whole(digits: str, mark: str, written: str) -> str:
    first, *groups = digits.split(mark)
    if not 1 <= len(first) <= 3 or any(len(group) != 3 or not group.isdigit() for group in groups):
        raise _not_a_number(written)
    return first + "".join(groups)


def _not_a_number(written: object) -> InputError:
    return InputError(
        gettext(
            "{given} is not a number; write for example 3,5 or 1.234,5 or 12% or € 1,2 mln.",
            given=quoted(written),
        )
    )
