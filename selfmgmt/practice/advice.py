"""Ten pieces of advice (K1) as rules: which a design breaks, by which field, and what mends it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import Field

from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.warnings import LeverCondition
from selfmgmt.fields import Record
from selfmgmt.language import Label
from selfmgmt.practice.steps import FOLDER, load_words

Verdict = Literal["broken", "unknown", "kept", "beside"]
ORDER: tuple[Verdict, ...] = ("broken", "unknown", "kept", "beside")
READINESS = "readiness"


class Advice(Record):
    """One piece of advice.

    Attributes:
        readiness: The conditions that must not be weak.
        levers: The bounds within which levers of the design keep to it.
        only_if: The levers for which it has something to say; always when there are none.
        mend: What would mend it.
        contested: The other reading, where practice or research says otherwise.
    """

    key: str
    label: Label
    readiness: tuple[str, ...] = ()
    levers: dict[str, LeverCondition] = Field(default_factory=dict)
    only_if: dict[str, LeverCondition] = Field(default_factory=dict)
    mend: Label
    contested: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceFinding:
    """What one piece of advice says of a design.

    Attributes:
        verdict: ``broken``; ``unknown`` when a condition is not known and nothing is broken;
            ``kept``; ``beside`` when it has nothing to say.
        fields: Lever or ``readiness.<condition>`` that breaks it (or is not known) to its value.
    """

    advice: Advice
    verdict: Verdict
    fields: Mapping[str, float | None]


@cache
def load_advice() -> Mapping[str, Advice]:
    """The ten pieces, in the order of the source.

    >>> len(load_advice())
    10
    """
    reader = Reader()
    found = reader.many(Advice, FOLDER / "advice.yaml")
    reader.finish()
    return found


def advice_on(
    levers: Mapping[str, Any], conditions: Mapping[str, float]
) -> tuple[AdviceFinding, ...]:
    """What the ten pieces say of a design; what is broken first.

    Args:
        levers: The levers of the design as numbers, the domains of the mandate among them.
        conditions: How far each condition is in place, 0 to 1; those that are not known left out.

    >>> found = advice_on({"imposed": 1, "scope": 1}, {})
    >>> next(one.fields for one in found if one.advice.key == "never_imposed")
    {'imposed': 1}
    """
    found = [_finding(advice, levers, conditions) for advice in load_advice().values()]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.verdict)))


def _finding(
    advice: Advice, levers: Mapping[str, Any], conditions: Mapping[str, float]
) -> AdviceFinding:
    if not all(bounds.hold(levers[key]) for key, bounds in advice.only_if.items() if key in levers):
        return AdviceFinding(advice=advice, verdict="beside", fields={})
    broken = dict(_broken(advice, levers, conditions))
    if broken:
        return AdviceFinding(advice=advice, verdict="broken", fields=broken)
    open_ones = {f"{READINESS}.{key}": None for key in advice.readiness if key not in conditions}
    verdict: Verdict = "unknown" if open_ones else "kept"
    return AdviceFinding(advice=advice, verdict=verdict, fields=open_ones)


def _broken(
    advice: Advice, levers: Mapping[str, Any], conditions: Mapping[str, float]
) -> Iterator[tuple[str, float]]:
    for key, bounds in advice.levers.items():
        if key in levers and not bounds.hold(levers[key]):
            yield key, levers[key]
    for key in advice.readiness:
        if key in conditions and conditions[key] < load_words().weak_below:
            yield f"{READINESS}.{key}", conditions[key]
