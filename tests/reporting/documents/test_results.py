"""The results of a folder of reports as one table."""

import csv
import json

import openpyxl
import pytest
from pyarrow import parquet

from selfmgmt.language import speaking
from selfmgmt.reporting.documents import results as module
from selfmgmt.reporting.documents.results import write_results


@pytest.fixture
def out(tmp_path):
    """A folder with one report of two options, whose maker tried to be clever."""
    folder = tmp_path / "GM0001-test"
    folder.mkdir()
    option = {
        "label": "=cmd|' /C calc'!A1",
        "net_saving_eur": {"p10": -5, "p50": 10, "p90": 20},
        "payback_quarter": {"p10": 3, "p50": None, "p90": None},
        "target_met_probability": 0.25,
        "paths": {"capacity": {"p50": [100, 99]}},
    }
    results = {
        "case": "@SUM(1)",
        "municipalities": [{"code": "GM0001", "name": "Test"}],
        "seed": 1,
        "draws": 100,
        "inputs": "abc",
        "options": {"do_nothing": option, "our_plan": option},
    }
    (folder / "results.json").write_text(json.dumps(results), encoding="utf-8")
    with speaking("en"):
        write_results(tmp_path, [folder.name, "GM0002-gone"])
    return tmp_path


def test_a_row_for_each_report_and_option(out):
    """Ranges are columns; what is not reached is empty; paths stay where they are."""
    with (out / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["option"] for row in rows] == ["do_nothing", "our_plan"]
    assert rows[0]["net_saving_eur.p50"] == "10"
    assert rows[0]["payback_quarter.p50"] == ""
    assert rows[0]["target_met_probability"] == "0.25"
    assert not any(name.startswith("paths") for name in rows[0])


def test_dutch_excel_opens_the_table_as_it_is(out):
    """Semicolons, decimal commas and the mark of UTF-8; a point would make a date of 1.5."""
    with speaking("nl"):
        write_results(out, ["GM0001-test"])
    content = (out / "results.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfreport;case;")
    with (out / "results.csv").open(encoding="utf-8-sig", newline="") as file:
        (row, _) = csv.DictReader(file, delimiter=";")
    assert (row["net_saving_eur.p10"], row["target_met_probability"]) == ("-5", "0,25")


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("nl", {"Netto besparing per jaar, laag (P10)", "Kans om het doel te halen", "Gemeenten"}),
        ("en", {"Net saving per year, low (P10)", "Chance to reach the target", "Municipalities"}),
    ],
)
def test_the_workbook_has_words_above_and_figures_as_what_they_are(out, language, heads):
    """Euros as euros and shares as shares, and figures that can be counted with."""
    with speaking(language):
        write_results(out, ["GM0001-test"])
    sheet = openpyxl.load_workbook(out / "results.xlsx").active
    first, second, *_ = sheet.iter_rows()
    assert heads <= {cell.value for cell in first}
    by_heading = {name.value: cell for name, cell in zip(first, second, strict=True)}
    saving, chance = (by_heading[name] for name in sorted(heads, reverse=True) if name[0] in "NKC")
    if chance.value != 0.25:
        saving, chance = chance, saving
    assert (saving.value, saving.number_format) == (-5, '"€" #,##0;-"€" #,##0')
    assert (chance.value, chance.number_format) == (0.25, "0.0%")


def test_text_never_runs_in_a_spreadsheet(out):
    """What looks like a formula is text, in both files."""
    sheet = openpyxl.load_workbook(out / "results.xlsx").active
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            assert cell.data_type != "f"
    for line in (out / "results.csv").read_text(encoding="utf-8").splitlines()[1:]:
        assert ",=" not in line
        assert ",@" not in line


def test_parquet_holds_the_same_rows(out):
    """With figures as figures."""
    rows = parquet.read_table(out / "results.parquet").to_pylist()
    assert [row["option"] for row in rows] == ["do_nothing", "our_plan"]
    assert rows[0]["net_saving_eur.p50"] == 10
    assert rows[0]["payback_quarter.p50"] is None


def test_without_pyarrow_the_other_files_are_there(tmp_path, monkeypatch):
    """Parquet is an extra; nothing else depends on it."""
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    write_results(tmp_path, [])
    assert {path.name for path in tmp_path.iterdir()} == {"results.csv", "results.xlsx"}


def test_nothing_half_written_is_left(out):
    """Only the files that were promised."""
    names = {path.name for path in out.iterdir()}
    assert names == {"GM0001-test", *module.result_files()}


def test_the_same_results_give_the_same_bytes(out, monkeypatch):
    """Whenever and wherever they are written."""
    before = {file: (out / file).read_bytes() for file in module.result_files()}
    monkeypatch.setattr("time.localtime", lambda *_: (2040, 2, 3, 4, 5, 6, 0, 34, 0))
    with speaking("en"):
        write_results(out, ["GM0001-test"])
    assert {file: (out / file).read_bytes() for file in module.result_files()} == before
    written = openpyxl.load_workbook(out / "results.xlsx").properties
    assert written.created == written.modified
