"""The user's own data folder: newer figures that were fetched, used before those of the product."""

import csv
import io
import json
import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reference.files import Lines, Row, codebook, read_lines, table_facts
from selfmgmt.whole_files import replacing

HOME_VARIABLE = "SELFMGMT_HOME"
MANIFEST = "manifest.json"
_BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError)

Dated = tuple[Row, date | None]
"""A row, and the day it was fetched; None for a row that came with the product."""

_Source = tuple[list[str], Mapping[str, list[list[str]]], date | None]


def own_folder() -> Path:
    """Where fetched figures are: ``data`` in ``SELFMGMT_HOME``, or in ``.selfmgmt`` at home."""
    home = os.environ.get(HOME_VARIABLE)
    return (Path(home) if home else Path.home() / ".selfmgmt") / "data"


def own_stamp() -> tuple[Path, int]:
    """Changes when the fetched figures change; what is cached hangs on it."""
    path = own_folder() / MANIFEST
    try:
        return path, path.stat().st_mtime_ns
    except OSError:
        return path, 0


def fetched_on(table: str) -> date | None:
    """The day on which the user fetched ``table``, None when that of the product is newer.

    Raises:
        InputError: The manifest in the user's folder cannot be read.
    """
    try:
        entry = _manifest(own_folder()).get(table)
        fetched = date.fromisoformat(entry["fetched"]) if entry is not None else None
    except _BROKEN:
        raise InputError(
            gettext(
                "{file} cannot be read; remove it and run selfmgmt refresh again.",
                file=own_folder() / MANIFEST,
            )
        ) from None
    return fetched if fetched and fetched >= table_facts()[table].made_on else None


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    tables = json.loads(path.read_text(encoding="utf-8"))["tables"] if path.exists() else {}
    return dict(tables)


def newest_rows(table: str, code: str, *key: str) -> list[Dated]:
    """The rows of one municipality; a fetched row replaces the row with the same key.

    Args:
        table: A table of ``data/reference`` that starts with the column ``cbs_code``.
        code: A CBS code; one that is not in the table has no rows.
        *key: The columns that tell the rows of one municipality apart.
    """
    rows: dict[tuple[str, ...], Dated] = {}
    for columns, lines, fetched in _by_code(table, own_stamp()):
        for cells in lines.get(code, ()):
            row = dict(zip(columns, cells, strict=True))
            rows[tuple(row[column] for column in key)] = (row, fetched)
    return list(rows.values())


@lru_cache(maxsize=4)
def _by_code(table: str, _stamp: tuple[Path, int]) -> list[_Source]:
    """The table of the product, then what was fetched; few rows are ever made into records."""
    fetched = fetched_on(table)
    sources = [_grouped(read_lines(table), None)]
    return [*sources, _grouped(read_lines(table, own_folder()), fetched)] if fetched else sources


def _grouped(table: Lines, fetched: date | None) -> _Source:
    columns, lines = table
    found: dict[str, list[list[str]]] = {}
    for cells in lines:
        found.setdefault(cells[0], []).append(cells)
    return columns, found, fetched


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    with replacing(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="")


def write_table(folder: Path, table: str, rows: Iterable[Mapping[str, object]]) -> None:
    """Write rows with the columns of the code book; a cell that is not given stays empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(codebook()[table]), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    write_whole(folder / f"{table}.csv", text.getvalue())


def write_manifest(folder: Path, tables: Mapping[str, Mapping[str, object]]) -> None:
    """Say in ``folder`` what was fetched, when and from where; other tables stay in it."""
    try:
        before = _manifest(folder)
    except _BROKEN:
        before = {}
    text = json.dumps({"tables": {**before, **tables}}, indent=2, ensure_ascii=False)
    write_whole(folder / MANIFEST, text + "\n")
