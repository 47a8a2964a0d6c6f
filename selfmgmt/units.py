"""The unit that stands beside a number: whether a field takes it, and how it is written."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.numbers import exact_number, exact_percentage, quoted
from selfmgmt.read_numbers import Measure
from selfmgmt.values import read_measure, validation_error

_NUMBERS = ("low", "central", "high", "value")  # what is a number in a record of one figure


def refuse_other_units(written: Any, unit: str, accepted: Collection[str]) -> None:
    """Refuse what carries a unit that the field has not, with the readings that it may have.

    Args:
        written: One number or a mapping of them, as the user wrote it; only text has a unit.
        unit: That of the field, for the reader.
        accepted: Units that may stand beside the number.
    """
    for text in _texts(written):
        measure = read_measure(text)
        if measure.unit and measure.unit not in accepted:
            raise validation_error(_other_unit(text, measure, unit))


def refuse_bare_one(written: Any) -> None:
    """Refuse a share of ``1`` without a sign, which may be 1% or all of it."""
    for text in _texts(written):
        if read_measure(text) == Measure(1.0):
            raise validation_error(
                gettext("{given} can be read in two ways; write 1% or 100%.", given=quoted(text))
            )


def with_unit(value: float, unit: str) -> str:
    """A number with its unit, which is read back as the same number in the same unit.

    >>> with_unit(0.75, "FTE"), with_unit(1500000, "EUR per year"), with_unit(0, "FTE")
    ('0,75 FTE', '€ 1500000', '0')
    """
    text, name = exact_number(value), unit.partition(" ")[0]
    if value == 0:
        return text
    return f"€ {text}" if name == "EUR" else f"{text} {name}"


def _texts(written: Any) -> Iterator[str]:
    parts = [written.get(key) for key in _NUMBERS] if isinstance(written, Mapping) else [written]
    return (part for part in parts if isinstance(part, str) and part.strip())


def _other_unit(text: str, measure: Measure, unit: str) -> str:
    if measure.unit == "%":
        return gettext(
            "{given} is a percentage, and here stands a number ({unit}); write {whole} or {part}.",
            given=quoted(text),
            unit=gettext(unit),
            whole=exact_percentage(measure.value).removesuffix("%"),
            part=exact_number(measure.value),
        )
    return gettext(
        "{given} has another unit than this field ({unit}); write it in that unit.",
        given=quoted(text),
        unit=gettext(unit),
    )
