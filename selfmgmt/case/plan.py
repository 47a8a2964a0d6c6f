"""A plan: a way of working, and a saving mix of some size that finds the rest of the cut."""

from dataclasses import dataclass
from functools import cache

from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.evidence.mixes import named_mixes

NO_MIX = Mix()


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


@cache
def named_mix(key: str) -> Mix:
    """The fields of a named mix.

    >>> named_mix("evenly").primary
    0.06
    """
    return Mix.model_validate(named_mixes()[key].mix)
