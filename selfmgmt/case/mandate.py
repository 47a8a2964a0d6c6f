"""How far a mandate of teams may go: never above what law and council reserve."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from pydantic import Field, TypeAdapter, ValidationInfo

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA
from selfmgmt.values import validation_error


class DecisionDomain(Record):
    """One domain to decide on, and the highest delegation level that is allowed in it."""

    label: Label
    max_level: int = Field(ge=1, le=7)
    reason: Label
    source: str = Field(min_length=1)
    grade: Literal["A", "B", "C", "D"]
    status: Literal["read", "assumption"]


@cache
def decision_domains() -> Mapping[str, DecisionDomain]:
    """The decision domains by key."""
    content = read_mapping(DATA / "instruments" / "decision_domains.yaml")
    return TypeAdapter(dict[str, DecisionDomain]).validate_python(content)


def within_law(level: int, info: ValidationInfo) -> int:
    """``level`` if law and council leave it to the team; for a field named as its domain."""
    domain = decision_domains()[str(info.field_name)]
    if level > domain.max_level:
        raise validation_error(
            gettext(
                "level {given} goes too far; use 1 to {highest}. {reason} ({source})",
                given=level,
                highest=domain.max_level,
                reason=domain.reason,
                source=domain.source,
            )
        )
    return level
