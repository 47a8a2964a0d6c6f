"""Warnings from cases and research, and the designs to which they apply."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, ValidationInfo

from selfmgmt.errors import InputError
from selfmgmt.evidence.cases import CaseKeys, reference_cases
from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.ledger import EVIDENCE, load_ledger
from selfmgmt.evidence.records import FindingKeys, Grade, Sources, known
from selfmgmt.fields import Amount, Number, Record
from selfmgmt.language import Label
from selfmgmt.values import unknown


class LeverCondition(Record):
    """What the value of a lever must be for a warning to apply."""

    at_least: Number | None = None
    at_most: Number | None = None
    one_of: tuple[str | bool, ...] = ()

    def hold(self, value: Any) -> bool:
        """Whether ``value`` is within these bounds.

        >>> LeverCondition(at_most=0.6).hold(0.5), LeverCondition(one_of=("cut",)).hold("service")
        (True, False)
        """
        if self.one_of:
            return value in self.one_of
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or bool(value <= self.at_most))


class DesignWarning(Record):
    """What can go wrong, with its sources.

    ``applies`` lists alternatives of which one must hold: every lever in it within its bounds.
    ``cases`` names the reference cases that tell the story, both readings of it where contested.
    A ``general`` one holds for any form of self-organisation; the others speak of what was chosen.
    """

    key: str
    text: Label
    evidence: FindingKeys
    practice: tuple[str, ...] = ()
    sources: Sources
    cases: CaseKeys = ()
    grade: Grade
    general: bool = False
    applies: Literal["always"] | tuple[dict[str, LeverCondition], ...]


def _known_warnings(written: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
    return known(written, "warnings", info)


WarningKeys = Annotated[tuple[str, ...], AfterValidator(_known_warnings)]


@cache
def load_warnings(path: Path = EVIDENCE / "warnings.yaml") -> Mapping[str, DesignWarning]:
    """All warnings by key, in the order of the file.

    Raises:
        InputError: With every fault in the file.
    """
    ledger = load_ledger()
    context = {"sources": ledger.sources, "findings": ledger.findings}
    reader = Reader(**context, cases=reference_cases())
    found = reader.many(DesignWarning, path)
    reader.finish()
    return found


def warnings_for(
    levers: Mapping[str, Any], wholes: Mapping[str, float] | None = None
) -> tuple[DesignWarning, ...]:
    """The warnings that apply to a design.

    Args:
        levers: Every lever of the design by name, as ``design.model_dump()`` gives them.
        wholes: Today's size of what an amount is a part of, such as ``{"managers_after": 24}``,
            to compare an amount in FTE as a share. Without it the warning is given.

    Raises:
        InputError: A lever that a warning looks at is not among ``levers``.
    """
    sizes = wholes or {}
    return tuple(found for found in load_warnings().values() if _applies(found, levers, sizes))


def _applies(found: DesignWarning, levers: Mapping[str, Any], wholes: Mapping[str, float]) -> bool:
    if found.applies == "always":
        return True
    return any(
        all(_holds(name, bounds, levers, wholes) for name, bounds in case.items())
        for case in found.applies
    )


def _holds(
    name: str, bounds: LeverCondition, levers: Mapping[str, Any], wholes: Mapping[str, float]
) -> bool:
    if name not in levers:
        raise InputError(unknown(name, levers))
    value = levers[name]
    if bounds.one_of or isinstance(value, int | float):
        return bounds.hold(value)
    amount = Amount.model_validate(value)
    if amount.relative or amount.value == 0:
        return bounds.hold(amount.value)
    return name not in wholes or bounds.hold(amount.value / wholes[name])
