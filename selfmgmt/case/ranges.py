"""A figure or a range on one line of a form: ``60``, ``50 tot 70``, ``50 tot 80, midden 60``."""

import re
from typing import Any

from pydantic_core import PydanticCustomError

from selfmgmt.case.form import text_of
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate, Limits
from selfmgmt.language import gettext
from selfmgmt.read_numbers import parse_measure, parse_number
from selfmgmt.units import refuse_bare_one

_TO = re.compile(r"\s*(?:\btot\b|\bto\b|\N{EN DASH}|(?<=[\d%])\s*-)\s*", re.IGNORECASE)
_MIDDLE = re.compile(r"\s*[,;]?\s*\b(?:midden|middle)\b\s*", re.IGNORECASE)

_DIGITS = 12  # of a middle: more are of the computer, not of the writer
_UNIT = re.compile(r"\s*[a-z%€][a-z%€ ]*\.?$", re.IGNORECASE)


def read_range(written: str, limits: Limits | None = None) -> Any:
    """What :class:`Estimate` takes: one figure as it is, a range as its ends and its middle.

    A middle that is not given lies halfway. A unit at the last end counts for all, and a share
    above 1 that has no sign is meant as a percentage.

    Raises:
        InputError: One of the figures is not a number, or has a unit that the field has not.

    >>> read_range("50 tot 70")
    {'low': 50.0, 'central': 60.0, 'high': 70.0}
    >>> read_range("5-7%")["low"], read_range("6,5", Limits(0, 0.3, "share"))
    (0.05, 0.065)
    >>> read_range("10% tot 20%", Limits(0, 0.3, "share"))["central"]
    0.15
    """
    if not written.strip():
        return None
    bounds, *middle = _MIDDLE.split(written.strip(), maxsplit=1)
    low, *high = _TO.split(bounds, maxsplit=1)
    unit = _UNIT.search(high[0]) if high else None
    parts = [low, *high, *middle]
    if unit:
        parts = [part if _UNIT.search(part) else part + unit[0] for part in parts]
    figures = [_figure(part, limits) for part in parts]
    if not high and not middle:
        return figures[0]
    half = _halfway(figures[0], figures[-1])
    return {
        "low": figures[0],
        "central": figures[-1] if middle else half,
        "high": figures[1] if high else figures[0],
    }


def _halfway(low: float, high: float) -> float:
    """The middle, as people write it: 15% lies between 10% and 20%, without a tail of digits."""
    return float(f"{(low + high) / 2:.{_DIGITS}g}")


def _figure(written: str, limits: Limits | None) -> float:
    try:
        if limits:
            limits.refuse_other_units(written)
        if limits and limits.is_share:
            refuse_bare_one(written)
    except PydanticCustomError as fault:
        raise InputError(fault.message()) from None
    measure = parse_measure(written)
    means_percent = (
        limits is not None and limits.is_share and measure.value > 1 and not measure.unit
    )
    return parse_number(f"{written}%") if means_percent else measure.value


def text_of_range(estimate: Estimate | None, limits: Limits | None = None) -> str:
    """An estimate as :func:`read_range` reads it back; empty where there is none.

    >>> text_of_range(Estimate(low=50, central=60, high=70))
    '50 tot 70'
    """
    if estimate is None:
        return ""
    low, central, high = (text_of(end, limits) for end in dict(estimate).values())
    if estimate.known:
        return central
    if estimate.central == _halfway(estimate.low, estimate.high):
        return gettext("{low} to {high}", low=low, high=high)
    return gettext("{low} to {high}, middle {middle}", low=low, high=high, middle=central)
