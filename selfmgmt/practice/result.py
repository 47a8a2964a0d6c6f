"""What a rule found: keys and values, without words; the views know a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found.

    Attributes:
        key: What; its words stand in the instrument or in ``views/words/practice``.
        row: Of which row; empty when it is about the whole.
        values: What the words need: keys of rows, columns and bodies, or numbers.
    """

    key: str
    row: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeResult:
    """The result of one instrument.

    Attributes:
        instrument: Its key.
        answered: Filled-in cells of each body, as a share of all its cells.
        findings: The most important first.
        records: What a picture and an export take: one mapping per line of the frame.
        model: Own figures for the model, by name; see ``docs`` of the rule.
        computed: What the rule computed, one mapping per line with at least ``body`` and ``row``;
            ``now`` and ``then`` in it are drawn as a step from one to the other; one with ``low``
            is a chance.
        uncounted: Body, row and column of answers that do not count: no picture draws them.
    """

    instrument: str
    answered: Mapping[str, float]
    findings: tuple[Finding, ...] = ()
    records: tuple[Mapping[str, Any], ...] = ()
    model: Mapping[str, float] = field(default_factory=dict)
    computed: tuple[Mapping[str, Any], ...] = ()
    uncounted: frozenset[tuple[str, str, str]] = frozenset()

    def frame(self) -> "pd.DataFrame":
        """The records as a labelled table, one line each."""
        import pandas as pd

        return pd.DataFrame.from_records(list(self.records))

    def about(self, key: str) -> tuple[Finding, ...]:
        """The findings of one kind."""
        return tuple(finding for finding in self.findings if finding.key == key)
