"""Pairs: the way of working and the saving mix that are one option together."""

from dataclasses import dataclass

from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import NO_MIX, Plan, named_mix
from selfmgmt.evidence.options import named_options

NO_WAY = "none"
EVENLY = "evenly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One option as its two parts.

    Attributes:
        way_key: Key of the way of working; ``none`` for today's.
        mix_key: Key of the saving mix; ``none`` for an option without one.
        way: The levers of the way of working, with the removals that belong to it.
        mix: The saving mix at size 1.
        described: How many times the mix the option holds as it is described.
    """

    way_key: str
    mix_key: str
    way: Design
    mix: Mix
    described: float

    def at(self, factor: float) -> Plan:
        """The plan with ``factor`` times the mix."""
        return Plan(way=self.way, mix=self.mix, factor=factor)


def pairs_of(case: Case, *, mix: str | None = None) -> dict[str, Pair]:
    """The pair behind each option of ``case``.

    Args:
        case: The case.
        mix: The saving mix for every way of working; that of the case when left out.
    """
    return {key: _pair(case, key, mix or EVENLY) for key in case.options}


def _pair(case: Case, key: str, mix: str) -> Pair:
    if key == DO_NOTHING:
        return Pair(way_key=NO_WAY, mix_key=NO_WAY, way=Design(), mix=NO_MIX, described=0)
    based_on = str(case.options[key].based_on)
    own_mix = named_options()[based_on].mix
    return Pair(
        way_key=NO_WAY if own_mix else based_on,
        mix_key=own_mix or mix,
        way=case.design(key),
        mix=named_mix(own_mix or mix),
        described=1.0 if own_mix else 0.0,
    )
