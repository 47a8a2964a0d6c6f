"""Reverses that happened elsewhere, as shocks to lay on an option."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.ledger import EVIDENCE, load_ledger
from selfmgmt.evidence.records import FindingKeys, Graded, Sources
from selfmgmt.fields import Estimate, Number
from selfmgmt.language import Label


class Shock(Graded):
    """One reverse: what it changes, and where it happened.

    Attributes:
        inputs: Key of an uncertain quantity to its range when this happens.
        effects: Key of a people effect to its range when this happens.
        design: Levers that end up elsewhere; what the change cost has been spent by then.
        stops_after_quarters: The quarter after which nothing more changes.
        target_times: By how much the cut grows.
        repair_eur_per_inhabitant: Once, on top of the other costs.
        overhead_follows: A partner of a shared organisation leaves; of its part of managers and
            staff departments this share goes along.
        contested: Whether those involved disagree on the cause.
    """

    key: str
    label: Label
    text: Label
    note: Label
    sources: Sources
    evidence: FindingKeys
    contested: bool = False
    inputs: dict[str, Estimate] = Field(default_factory=dict)
    effects: dict[str, Estimate] = Field(default_factory=dict)
    design: dict[str, Any] = Field(default_factory=dict)
    stops_after_quarters: int | None = Field(default=None, ge=1, le=40)
    target_times: Number = 1
    repair_eur_per_inhabitant: Number = 0
    overhead_follows: Number | None = Field(default=None, ge=0, le=1)


@cache
def reverses(path: Path = EVIDENCE / "stress.yaml") -> Mapping[str, Shock]:
    """The reverses by key.

    Raises:
        InputError: With every fault in the file.

    >>> list(reverses())[:2]
    ['absence_rises', 'managers_return']
    """
    ledger = load_ledger()
    reader = Reader(sources=ledger.sources, findings=ledger.findings)
    found = reader.many(Shock, path)
    reader.finish()
    return found
