"""The results of a folder of reports as one table: a row for each report and option."""

import json
from pathlib import Path
from typing import Any

from selfmgmt.reporting.files import replacing
from selfmgmt.reporting.overview import read_manifest

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_results(out: Path) -> None:
    """Write ``OUT/results.csv`` and ``OUT/results.xlsx``.

    Ranges become columns such as ``net_saving_eur.p50``; what is not reached is left empty.
    """
    import pandas as pd

    there = [folder for folder in read_manifest(out) if (out / folder / "results.json").exists()]
    table = pd.DataFrame([row for folder in there for row in _rows(out, folder)])
    with replacing(out / "results.csv") as part:
        table.to_csv(part, index=False)
    with replacing(out / "results.xlsx") as part:
        table.to_excel(part, index=False, sheet_name="results", engine="openpyxl")


def _rows(out: Path, folder: str) -> list[dict[str, Any]]:
    path = out / folder / "results.json"
    results = json.loads(path.read_text(encoding="utf-8"))
    about = {
        "report": folder,
        "case": _inert(results["case"]),
        "municipalities": " ".join(member["code"] for member in results["municipalities"]),
        "seed": results["seed"],
        "draws": results["draws"],
        "inputs": results["inputs"],
    }
    return [
        {**about, "option": key, **_columns(option)} for key, option in results["options"].items()
    ]


def _columns(option: dict[str, Any]) -> dict[str, Any]:
    """The figures of an option, ranges spread over columns; paths stay in ``results.json``."""
    columns: dict[str, Any] = {}
    for name, value in option.items():
        if name == "paths":
            continue
        if isinstance(value, dict):
            columns |= {f"{name}.{end}": figure for end, figure in value.items()}
        else:
            columns[name] = _inert(value) if isinstance(value, str) else value
    return columns


def _inert(text: str) -> str:
    """``text`` as a spreadsheet shows it and never runs it."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
