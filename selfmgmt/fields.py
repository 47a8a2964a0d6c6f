"""Fields of what users write: declared once, with unit and range, and read back everywhere.

What there is to know about them is in ``field_facts.py``.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Self, get_args, get_origin

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import core_schema

from selfmgmt.language import Label, gettext
from selfmgmt.numbers import exact_number, exact_percentage, number
from selfmgmt.read_numbers import UNITS
from selfmgmt.units import refuse_bare_one, refuse_other_units
from selfmgmt.values import Number as Number  # part of what a record is made of
from selfmgmt.values import WholeNumber as WholeNumber
from selfmgmt.values import read_measure, read_number, unknown, validation_error, without_open


class Record(BaseModel):
    """What a user writes: never changes, and refuses keys it does not know.

    What is left empty is open: the default of the field holds.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    @model_validator(mode="before")
    @classmethod
    def _without_open(cls, written: Any) -> Any:
        return {} if written is None else without_open(written)


class Figure(Record):
    """A small record that a user mostly writes as one figure."""


class Estimate(Figure):
    """A figure as a range; a known figure has the same low, central and high.

    >>> Estimate.model_validate("3,5").high
    3.5
    """

    low: Number
    central: Number
    high: Number

    @model_validator(mode="before")
    @classmethod
    def _from_one_number(cls, written: Any) -> Any:
        if isinstance(written, dict | BaseModel):
            return written
        value = read_number(written)
        return {"low": value, "central": value, "high": value}

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.low <= self.central <= self.high:
            raise validation_error(
                gettext(
                    "low {low}, central {central}, high {high} are not in rising order; "
                    "low comes first and high last.",
                    low=exact_number(self.low),
                    central=exact_number(self.central),
                    high=exact_number(self.high),
                )
            )
        return self

    @property
    def known(self) -> bool:
        """Whether it is one figure, with nothing uncertain about it."""
        return self.low == self.high


class Amount(Figure):
    """How much: in the field's own unit, or as a share of a whole that the field names.

    ``12`` is twelve of the unit, ``50%`` is half of the whole.

    >>> Amount.model_validate("50%").of(24.0), Amount.model_validate(12).of(24.0)
    (12.0, 12.0)
    """

    value: Number
    relative: bool = False

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, written: Any) -> Any:
        if isinstance(written, dict | BaseModel):
            return written
        measure = read_measure(written)
        return {"value": measure.value, "relative": measure.unit == "%"}

    def of(self, whole: Any) -> Any:
        """The amount when the whole is ``whole``; arrays come back as arrays."""
        return self.value * whole if self.relative else self.value + 0 * whole

    def __str__(self) -> str:
        return exact_percentage(self.value) if self.relative else exact_number(self.value)


@dataclass(frozen=True, slots=True)
class Limits:
    """The values that a number may take, both ends included, and its unit.

    Stands in ``Annotated[...]`` beside a number, an :class:`Estimate` or an :class:`Amount`.
    ``share_low`` and ``share_high`` bound an amount that is written as a percentage.
    """

    low: float
    high: float
    unit: str
    share_low: float = 0.0
    share_high: float = 2.0

    @property
    def is_share(self) -> bool:
        """Whether the number is a part of a whole, which people write as a percentage."""
        return self.high <= 1

    @property
    def units(self) -> set[str]:
        """The units that may stand beside the number."""
        first = self.unit.partition(" ")[0]
        return {"%"} if self.is_share else {UNITS.get(first.lower(), first)}

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        units = self.units | ({"%"} if inner_type(source) is Amount else set())

        def read(written: Any, inner: Callable[[Any], Any]) -> Any:
            value = inner(written)
            parts = isinstance(written, Mapping)  # in which a share is no percentage
            self.refuse_other_units(written, self.units if parts else units)
            if self.is_share:
                refuse_bare_one(written)
            return self.check(value)

        return core_schema.no_info_wrap_validator_function(read, handler(source))

    def refuse_other_units(self, written: Any, units: Collection[str] | None = None) -> None:
        """Refuse a number that was written with a unit that is not among ``units``."""
        refuse_other_units(written, self.unit, self.units if units is None else units)

    def check(self, value: Any) -> Any:
        """``value`` if every number in it is within the limits."""
        relative = isinstance(value, Amount) and value.relative
        low, high = (self.share_low, self.share_high) if relative else (self.low, self.high)
        wrong = [one for one in _values_in(value) if not low <= one <= high]
        if wrong:
            raise validation_error(
                gettext(
                    "{given} is outside what is allowed; use {allowed}.",
                    given=self._written(wrong[0], relative),
                    allowed=self.words(isinstance(value, Amount)),
                )
            )
        return value

    def words(self, amount: bool = False) -> str:
        """What is allowed, for the reader; an ``amount`` may be a percentage too."""
        unit = gettext(self.unit)
        low, high = self._bound(self.low), self._bound(self.high)
        if self.unit == "year":  # that it is a year is seen
            return gettext("{low} to {high}", low=low, high=high)
        if not amount:
            return gettext("{low} to {high} ({unit})", low=low, high=high, unit=unit)
        return gettext(
            "{low} to {high} ({unit}), or {share_low} to {share_high}",
            low=low,
            high=high,
            unit=unit,
            share_low=exact_percentage(self.share_low),
            share_high=exact_percentage(self.share_high),
        )

    def _bound(self, value: float) -> str:
        if self.is_share:
            return exact_percentage(value)
        if self.unit == "year":  # a year has no thousands
            return str(int(value))
        return number(value) if float(value).is_integer() else exact_number(value)

    def _written(self, value: float, relative: bool = False) -> str:
        return exact_percentage(value) if relative or self.is_share else exact_number(value)


def _values_in(value: Any) -> tuple[float, ...]:
    if isinstance(value, Estimate):
        return value.low, value.high
    if isinstance(value, Amount):
        return (value.value,)
    return () if value is None else (value,)


@dataclass(frozen=True, slots=True)
class OneOf:
    """The keys that a text may be, from the data; stands in ``Annotated[...]`` beside ``str``."""

    labels: Callable[[], Mapping[str, Label]]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def check(self, key: str) -> str:
        """``key`` if it is one of them."""
        if key not in self.labels():
            raise validation_error(unknown(key, self.labels()))
        return key


def inner_type(annotation: Any) -> Any:
    """The type inside ``X | None`` and ``Annotated[X, ...]``."""
    if get_origin(annotation) is Annotated:
        return inner_type(get_args(annotation)[0])
    parts = [part for part in get_args(annotation) if part is not type(None)]
    is_optional = type(None) in get_args(annotation) and len(parts) == 1
    return inner_type(parts[0]) if is_optional else annotation
