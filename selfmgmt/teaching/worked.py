"""An exercise worked out: its answer, and what usual mistakes give."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """An exercise worked out.

    Attributes:
        right: The answer.
        slips: What somebody finds who makes a usual mistake.
    """

    right: float
    slips: dict[str, float]
