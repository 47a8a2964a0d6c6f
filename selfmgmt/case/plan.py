"""A plan: a way of working, and a saving mix of some size that finds the rest of the cut."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Self

from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.fields import Amount

NO_MIX = Mix()
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Plan:
    """What the model follows through time.

    Attributes:
        way: The way of working, with the removals that belong to it.
        mix: What goes beside it.
        factor: How many times the mix (``m`` in the equations); 0 is the way alone.
    """

    way: Design
    mix: Mix = NO_MIX
    factor: float = 0.0

    @property
    def levers(self) -> Design:
        """Way and mix as one design, for words about it: what goes by both, never below nothing.

        Only what is a percentage of today is added up; an amount in FTE or euros stays the way's.

        >>> Plan(Design(), named_mix("evenly"), 2).levers.support_after
        Amount(value=0.84, relative=True)
        """
        way, mix, times = self.way, self.mix, self.factor
        beyond = max(times - 1, 0.0) if mix.hired_first else times
        update = {
            "managers_after": _less(way.managers_after, mix.managers * beyond, 0),
            "support_after": _less(way.support_after, mix.support * beyond, 0),
            "primary_fte_change": _less(way.primary_fte_change, mix.primary * beyond, -1),
            "hire_change": _less(way.hire_change, mix.hired * times, -1),
            "tasks_dropped": min(way.tasks_dropped + mix.tasks * times, 1),
        }
        return way.model_copy(update=update)

    def with_levers(self, **levers: Any) -> Self:
        """The same plan with some levers of its way of working moved, written as in a case file.

        Raises:
            ValidationError: There is no such lever, or it cannot have that value.

        >>> Plan(Design()).with_levers(coaches="50%").way.coaches
        Amount(value=0.5, relative=True)
        """
        return replace(self, way=Design.model_validate({**self.way.model_dump(), **levers}))


def _less(amount: Amount, share: float, floor: float) -> Amount:
    if not share or not (amount.relative or amount.value == 0):
        return amount
    return Amount(value=round(max(amount.value - share, floor), _DIGITS), relative=True)


@cache
def named_mix(key: str) -> Mix:
    """The fields of a named mix.

    >>> named_mix("evenly").primary
    0.06
    """
    return Mix.model_validate(named_mixes()[key].mix)
