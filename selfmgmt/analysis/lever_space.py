"""How far each numeric lever can be moved to see what it does: from low to high, in steps."""

from functools import cache
from typing import Any, Self

import numpy as np
from pydantic import TypeAdapter, model_validator

from selfmgmt.case.design import Design
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Amount, Record
from selfmgmt.language import gettext
from selfmgmt.resources import DATA
from selfmgmt.simulation.draws import Vector
from selfmgmt.values import validation_error

_TODAY = Design()


class LeverRange(Record):
    """How far one lever may go."""

    low: float
    high: float
    step: float

    @model_validator(mode="after")
    def _has_room(self) -> Self:
        if not (self.low < self.high and self.step > 0):
            raise validation_error(gettext("give a low, a higher high and a step above 0."))
        return self

    @property
    def ends(self) -> tuple[float, float]:
        """Lowest and highest value."""
        return self.low, self.high

    def at(self, uniform: Vector) -> Vector:
        """Values on the steps for numbers from 0 to 1."""
        count = round((self.high - self.low) / self.step) + 1
        values: Vector = self.low + self.step * np.floor(uniform * count)
        return np.minimum(values, self.high).round(9)


@cache
def lever_spans() -> dict[str, LeverRange]:
    """The span of each lever that can be moved.

    >>> lever_spans()["scope"].ends
    (0.0, 1.0)
    """
    content = read_mapping(DATA / "instruments" / "lever_spans.yaml")
    return TypeAdapter(dict[str, LeverRange]).validate_python(content)


def lever_value(lever: str, number: float) -> Any:
    """The value that a design has for ``lever`` at a place in its span."""
    today = getattr(_TODAY, lever)
    if isinstance(today, Amount):
        return Amount(value=number, relative=number != today.value or today.relative)
    return type(today)(number)
