"""The results of a folder of reports as one table: a row for each report and option."""

import json
from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from selfmgmt.csv_text import csv_bytes, inert
from selfmgmt.reporting.documents.results_sheet import write_sheet
from selfmgmt.whole_files import replacing

_ONLY_IN_JSON = ("paths", "price_of_way")  # too much for the columns of a table

Row = dict[str, Any]


def result_files() -> tuple[str, ...]:
    """The files with the table: also as Parquet where pyarrow is installed."""
    parquet = ("results.parquet",) if find_spec("pyarrow") else ()
    return ("results.csv", "results.xlsx", *parquet)


def import_libraries() -> None:
    """Import what writes these files, for who has nothing else to do for a second."""
    for name in ("openpyxl", "pandas", "pyarrow"):  # pyarrow asks for pandas
        if find_spec(name):
            import_module(name)


def write_results(out: Path, folders: Iterable[str]) -> None:
    """Write the table of the reports in ``folders`` to each of :func:`result_files` in ``out``.

    The words are of the language that is spoken. Ranges become columns such as
    ``net_saving_eur.p50``; what is not reached is left empty.
    """
    there = [folder for folder in folders if (out / folder / "results.json").exists()]
    rows = [row for folder in there for row in _rows(out, folder)]
    heads = tuple(dict.fromkeys(name for row in rows for name in row))
    for file in result_files():
        with replacing(out / file) as part:
            _WRITERS[part.suffix](part, heads, rows)


def _write_csv(path: Path, heads: Sequence[str], rows: Sequence[Row]) -> None:
    path.write_bytes(csv_bytes(heads, rows))


def _write_parquet(path: Path, heads: Sequence[str], rows: Sequence[Row]) -> None:
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.table({head: [row.get(head) for row in rows] for head in heads})
    parquet.write_table(table, path)


_WRITERS = {".csv": _write_csv, ".xlsx": write_sheet, ".parquet": _write_parquet}


def _rows(out: Path, folder: str) -> list[Row]:
    path = out / folder / "results.json"
    results = json.loads(path.read_text(encoding="utf-8"))
    about = {
        "report": folder,
        "case": inert(results["case"]),
        "municipalities": " ".join(member["code"] for member in results["municipalities"]),
        "seed": results["seed"],
        "draws": results["draws"],
        "inputs": results["inputs"],
    }
    return [
        {**about, "option": key, **_columns(option)} for key, option in results["options"].items()
    ]


def _columns(option: Row) -> Row:
    """The figures of an option, ranges spread over columns; the rest stays in ``results.json``."""
    columns: Row = {}
    for name, value in option.items():
        if name in _ONLY_IN_JSON:
            continue
        if isinstance(value, dict):
            columns |= {f"{name}.{end}": figure for end, figure in value.items()}
        else:
            columns[name] = inert(value) if isinstance(value, str) else value
    return columns
