"""Pairs: the way of working and the saving mix that are one option together."""

from dataclasses import dataclass

from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan


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


def pairs_of(case: Case) -> dict[str, Pair]:
    """The pair behind each option of ``case``."""
    return {key: _pair(case, key) for key in case.options}


def _pair(case: Case, key: str) -> Pair:
    plan = case.plan(key)
    return Pair(
        way_key=case.way_of(key),
        mix_key=case.mix_of(key),
        way=plan.way,
        mix=plan.mix,
        described=plan.factor,
    )
