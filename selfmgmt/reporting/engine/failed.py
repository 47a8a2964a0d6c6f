"""The notebook of a report that could not be made, as far as it came."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from selfmgmt.reporting.engine.execute import scrubbed
from selfmgmt.whole_files import write_whole

_ADDED = "papermill-error-cell-tag"  # papermill marks with these where it stopped; the error does


def keep_failed(path: Path, reported: Sequence[dict[str, Any]]) -> None:
    """Write how far a report came: from what it reported on the way, or from what its kernel left.

    It holds neither times nor where on this computer something is.
    """
    import nbformat

    notebook = _as_reported(reported) if reported and "notebook" in reported[0] else _left(path)
    if not notebook:
        return
    reached = scrubbed(nbformat.from_dict(notebook))
    reached.cells = [one for one in reached.cells if _ADDED not in one.metadata.get("tags", [])]
    for cell in reached.cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error":
                output.traceback = list(map(_without_folders, output.traceback))
    write_whole(path, nbformat.writes(reached))


def _as_reported(reported: Sequence[dict[str, Any]]) -> Any:
    notebook = reported[0]["notebook"]
    for message in reported[1:]:
        if "cell" in message:
            notebook["cells"][message["index"]] = message["cell"]
    return notebook


def _left(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def _without_folders(line: str) -> str:
    """``line`` with the path of a file as a program imports it."""
    for folder in sorted({*sys.path, str(Path.home())} - {""}, key=len, reverse=True):
        line = line.replace(f"{folder}{os.sep}", "")
    return line
