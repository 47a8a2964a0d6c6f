"""The evidence ledger: every figure of the model with its range, unit, source and grade."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import Reader
from selfmgmt.evidence.records import (
    CALCULATION_THEMES,
    Finding,
    Parameter,
    Source,
    Unit,
)
from selfmgmt.language import gettext
from selfmgmt.resources import DATA
from selfmgmt.values import unknown

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["EVIDENCE", "Finding", "Ledger", "Parameter", "Source", "Unit", "load_ledger"]

EVIDENCE = DATA / "evidence"
THEMES = (*CALCULATION_THEMES, "unverified")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All figures, the findings behind them and their sources, in the order of the files."""

    parameters: Mapping[str, Parameter]
    findings: Mapping[str, Finding]
    sources: Mapping[str, Source]

    def keys(self) -> tuple[str, ...]:
        """The names of all figures, those that no calculation may use included."""
        return tuple(self.parameters)

    def calculation_keys(self) -> tuple[str, ...]:
        """The names of the figures that calculations may use."""
        return tuple(key for key, found in self.parameters.items() if found.status != "unverified")

    def parameter(self, key: str) -> Parameter:
        """One figure, for showing.

        Raises:
            InputError: The ledger has no such figure.
        """
        if key not in self.parameters:
            raise InputError(unknown(key, self.parameters))
        return self.parameters[key]

    def for_calculation(self, key: str) -> Parameter:
        """One figure, for calculating.

        Raises:
            InputError: The ledger has no such figure, or it is unverified.

        >>> load_ledger().for_calculation("absence_base").central
        0.065
        """
        found = self.parameter(key)
        if found.status == "unverified":
            raise InputError(
                gettext(
                    "{key} has status unverified; use it in no calculation. "
                    "Verify it or mark it as an assumption.",
                    key=key,
                )
            )
        return found

    def sources_of(self, record: Parameter | Finding) -> tuple[Source, ...]:
        """The sources of a figure or finding, in the order in which it names them."""
        return tuple(self.sources[key] for key in record.sources)

    def frame(self) -> pd.DataFrame:
        """All figures, those that no calculation may use included.

        Returns:
            One row for each figure (the index is its key); columns ``theme``, ``unit``, ``low``,
            ``central``, ``high``, ``better``, ``grade``, ``status`` and ``sources``, keys all.
        """
        import pandas as pd

        rows = {
            key: {
                "theme": found.theme,
                "unit": found.unit.key,
                "low": found.low,
                "central": found.central,
                "high": found.high,
                "better": found.better,
                "grade": found.grade,
                "status": found.status,
                "sources": ", ".join(found.sources),
            }
            for key, found in self.parameters.items()
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("key")

    def _repr_html_(self) -> str:
        return str(self.frame().to_html())


@cache
def load_ledger(folder: Path = EVIDENCE) -> Ledger:
    """Read the ledger.

    Args:
        folder: Where units, sources, findings and one file per theme are.

    Raises:
        InputError: With every fault in the files: an unknown field, a source that is missing or
            unknown, a range out of order, an unverified figure among those for calculations.
    """
    reader = Reader()
    reader.know(units=reader.many(Unit, folder / "units.yaml"))
    sources = reader.many(Source, folder / "sources.yaml")
    reader.know(sources=sources)
    findings = reader.many(Finding, folder / "findings.yaml")
    reader.know(findings=findings)
    parameters: dict[str, Parameter] = {}
    for theme in THEMES:
        reader.know(theme=theme)
        found = reader.many(Parameter, folder / f"{theme}.yaml")
        for key in parameters.keys() & found.keys():
            other = f"{parameters[key].theme}.yaml"
            reader.fault(f"{theme}.yaml, {key}", gettext("is in {file} too; keep one.", file=other))
        parameters |= found
    reader.finish()
    return Ledger(parameters=parameters, findings=findings, sources=sources)
