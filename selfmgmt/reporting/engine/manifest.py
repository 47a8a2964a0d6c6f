"""The overview of a folder of reports: what is there, and a page that leads to it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from selfmgmt import __version__
from selfmgmt.language import speaking
from selfmgmt.reporting.documents.results import result_files, write_results
from selfmgmt.reporting.engine.checksums import are_as_known, contents_of
from selfmgmt.reporting.pages.listing import compared, read_list
from selfmgmt.reporting.pages.overview import overview_html
from selfmgmt.whole_files import write_json, write_whole

SCHEMA = "selfmgmt/manifest/2"

Known = Mapping[str, Any]  # folder to what is known of its report


def write_manifest(
    out: Path, reports: Known, failed: Known, overview: str = "", files: Known | None = None
) -> None:
    """Write ``OUT/manifest.json``; after each report anew, so it has to be quick.

    Args:
        out: The folder of the reports.
        reports: Folder to what is known of its report.
        failed: Folder to name and fault, in words, of a report that could not be made.
        overview: The hash of what the overview was made of.
        files: What is in the files of the overview.
    """
    known = {
        "schema": SCHEMA,
        "version": __version__,
        "overview": overview,
        "files": files or {},
        "reports": dict(sorted(reports.items())),
        "failed": dict(sorted(failed.items())),
    }
    write_json(out / "manifest.json", known)


def read_manifest(out: Path, part: str = "reports") -> dict[str, Any]:
    """The ``reports`` or the ``failed`` by folder; empty without a manifest that can be read."""
    reports = _manifest(out).get(part)
    return reports if isinstance(reports, dict) else {}


def has_overview(out: Path, reports: Known, failed: Known) -> bool:
    """Whether the overview was made of just these reports, and is as it was made."""
    known = _manifest(out)
    is_current = known.get("overview") == _hash(reports, failed)
    return is_current and are_as_known(_overview_files(out), known.get("files"))


def write_overview(
    out: Path, reports: Known, failed: Known, language: str, theme: str = ""
) -> None:
    """Write the table of all results, ``OUT/index.html`` and at last the manifest."""
    with speaking(language):
        write_results(out, sorted(reports))
        page = overview_html(out, read_list(out, reports), compared(reports), failed, theme)
        write_whole(out / "index.html", page)
    files = contents_of(_overview_files(out))
    write_manifest(out, reports, failed, _hash(reports, failed), files)


def _overview_files(out: Path) -> list[Path]:
    return [out / file for file in ("index.html", *result_files())]


def _hash(reports: Known, failed: Known) -> str:
    """Changes when a report comes, goes, changes or fails."""
    return sha256(json.dumps([reports, failed], sort_keys=True).encode()).hexdigest()


def _manifest(out: Path) -> dict[str, Any]:
    try:
        written = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return written if isinstance(written, dict) else {}
