"""What a report and a comparison start from alike."""

from dataclasses import dataclass
from functools import cached_property

from selfmgmt.case import Case
from selfmgmt.reporting.content.record import RunRecord, record_of


@dataclass(frozen=True, kw_only=True)
class CaseContent:
    """A case, the language of its reader, and the draws with which it is computed.

    Attributes:
        case: The case.
        language: ``nl`` or ``en``.
        seed: Start of the random numbers.
        draws: Number of possible futures.
    """

    case: Case
    language: str
    seed: int
    draws: int

    @cached_property
    def record(self) -> RunRecord:
        """What is needed to make it again."""
        return record_of(self.case, seed=self.seed, draws=self.draws)
