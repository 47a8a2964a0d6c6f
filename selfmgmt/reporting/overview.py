"""The overview of a folder of reports: what is there, and a page that leads to it."""

import json
from html import escape
from pathlib import Path
from typing import Any

from selfmgmt import __version__
from selfmgmt.language import gettext, speaking
from selfmgmt.reporting.files import write_json, write_whole
from selfmgmt.reporting.html import STYLE

SCHEMA = "selfmgmt/manifest/1"


def add_to_manifest(out: Path, folder: str, entry: dict[str, Any]) -> None:
    """Note one report in ``OUT/manifest.json``; an older entry of the same folder is replaced."""
    reports = {key: value for key, value in read_manifest(out).items() if (out / key).is_dir()}
    reports[folder] = entry
    write_json(
        out / "manifest.json",
        {"schema": SCHEMA, "version": __version__, "reports": dict(sorted(reports.items()))},
    )


def read_manifest(out: Path) -> dict[str, Any]:
    """Folder to entry; empty when there is no manifest or it cannot be read."""
    try:
        written = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return {}
    reports = written.get("reports") if isinstance(written, dict) else None
    return reports if isinstance(reports, dict) else {}


def write_overview(out: Path, language: str) -> Path:
    """Write ``OUT/index.html``, the list of reports by name."""
    with speaking(language):
        title = gettext("Reports: should our teams organise themselves?")
        links = sorted((str(entry["name"]), folder) for folder, entry in read_manifest(out).items())
        items = "".join(
            f'<li><a href="{escape(folder)}/report.html">{escape(name)}</a></li>'
            for name, folder in links
        )
    path = out / "index.html"
    write_whole(
        path,
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n"
        f"</head>\n<body>\n<header><h1>{escape(title)}</h1></header>\n"
        f"<main><ul>{items}</ul></main>\n</body>\n</html>\n",
    )
    return path
