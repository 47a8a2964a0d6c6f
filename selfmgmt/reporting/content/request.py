"""One report as it is requested: made and checked once, and handed on whole."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfmgmt.simulation import DRAWS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSettings:
    """How all reports of one run are made.

    Attributes:
        language: ``nl`` or ``en``.
        seed: Start of the random numbers.
        draws: Number of possible futures.
        formats: Names of documents, see ``formats.py``.
        notebook: The notebook.
        theme: A municipality's own look as a style sheet, see ``theme.py``.
        group: Make no report but a comparison with this kind of group, see ``group.py``.
        others: The codes of that group, when it is a list of one's own.
    """

    language: str = "nl"
    seed: int = 1
    draws: int = DRAWS
    formats: tuple[str, ...] = ("html",)
    notebook: Path
    theme: str = ""
    group: str = ""
    others: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRequest(ReportSettings):
    """A report of a municipality or of a case file: all that a worker has to know of it.

    Attributes:
        municipality: Code; empty for a case file.
        case_file: Path; empty for a municipality.
        folder: Name of its folder.
        name: Whom it is about.
        source: Hash of the case file.
    """

    municipality: str = ""
    case_file: str = ""
    folder: str
    name: str
    source: str = ""

    @property
    def parameters(self) -> dict[str, Any]:
        """Those of the notebook."""
        group = {"group": self.group, "others": self.others} if self.group else {}
        return {
            "municipality": self.municipality,
            "case_file": self.case_file,
            **group,
            "language": self.language,
            "seed": self.seed,
            "draws": self.draws,
        }

    @property
    def inputs(self) -> tuple[object, ...]:
        """What the report depends on, apart from what is in the notebook."""
        same = (self.language, self.seed, self.draws, self.formats, self.theme)
        return (self.municipality, self.source, *same, self.group, self.others)
