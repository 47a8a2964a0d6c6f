"""Two editions of a lesson from one notebook: for participants and for the facilitator.

Cells tagged ``solution`` or ``facilitator`` are for the facilitator alone.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any, Literal

from selfmgmt.reporting.pages.html import in_language
from selfmgmt.resources import NOTEBOOKS

Edition = Literal["participant", "facilitator"]
EDITIONS: tuple[Edition, ...] = ("participant", "facilitator")
FOR_FACILITATOR = frozenset({"solution", "facilitator"})
_LANGUAGE, _CASE = 'language: str = "nl"', 'case: str = "small"'


def lessons() -> dict[str, Path]:
    """Name to notebook, in order."""
    return {path.stem: path for path in sorted((NOTEBOOKS / "teaching").glob("lesson_*.ipynb"))}


def edition_of(notebook: Any, edition: Edition, language: str, case: str = "") -> Any:
    """One edition of a lesson in one language; the notebook itself is not changed.

    Args:
        notebook: The lesson, as nbformat reads it.
        edition: For whom.
        language: ``nl`` or ``en``.
        case: The ready case to compute with; that of the lesson when empty.
    """
    made = deepcopy(in_language(notebook, language))
    made.cells = [cell for cell in made.cells if _is_for(cell, edition)]
    for cell in made.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source = cell.source.replace(_LANGUAGE, f'language: str = "{language}"')
            if case:
                cell.source = cell.source.replace(_CASE, f'case: str = "{case}"')
    return made


def edition_text(lesson: Path, edition: Edition, language: str, case: str = "") -> str:
    """An edition as the text of a notebook file."""
    import nbformat

    return str(nbformat.writes(edition_of(nbformat.read(lesson, 4), edition, language, case)))


def _is_for(cell: Any, edition: Edition) -> bool:
    return edition == "facilitator" or not FOR_FACILITATOR & set(cell.metadata.get("tags", []))
