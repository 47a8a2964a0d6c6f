"""The user's own data folder."""

import json
from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.reference.own_data import (
    HOME_VARIABLE,
    MANIFEST,
    fetched_on,
    newest_rows,
    own_folder,
    own_stamp,
    write_manifest,
    write_table,
    write_whole,
)

ROW = {"cbs_code": "GM0267", "year": 2027, "inhabitants": 47_000}


def own_population(day: str, row: dict[str, object] = ROW) -> None:
    """Put one row of inhabitants in the own folder, fetched on ``day``."""
    write_table(own_folder(), "population", [row])
    write_manifest(own_folder(), {"population": {"fetched": day}})


def test_the_folder_is_where_the_variable_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it is in the user's home."""
    assert own_folder() == home / "data"
    monkeypatch.delenv(HOME_VARIABLE)
    assert own_folder() == Path.home() / ".selfmgmt" / "data"


def test_fetched_rows_come_on_top() -> None:
    """A year that the product lacks is added, with the day it was fetched."""
    before = newest_rows("population", "GM0267", "year")
    own_population("2027-03-01")
    after = newest_rows("population", "GM0267", "year")
    assert len(after) == len(before) + 1
    row, fetched = after[-1]
    assert row["inhabitants"] == "47000"
    assert str(fetched) == "2027-03-01"


def test_a_fetched_row_replaces_the_one_of_the_same_year() -> None:
    """Provisional inhabitants of 2026 give way to those fetched later."""
    own_population("2027-03-01", {**ROW, "year": 2026})
    rows = [row for row, _ in newest_rows("population", "GM0267", "year") if row["year"] == "2026"]
    assert [row["inhabitants"] for row in rows] == ["47000"]


def test_a_newer_product_wins_from_an_older_fetch() -> None:
    """What was fetched before the tables of the product were made is not used any more."""
    own_population("2026-01-01")
    assert fetched_on("population") is None
    assert newest_rows("population", "GM0267", "year")[-1][0]["year"] == "2026"


def test_no_rows_for_an_unknown_code() -> None:
    """An unknown code is not an error here."""
    assert newest_rows("population", "GM9999", "year") == []


@pytest.mark.parametrize("text", ["{", "[]", '{"tables": {"population": {}}}', '{"tables": 3}'])
def test_a_broken_manifest_is_named(home: Path, text: str) -> None:
    """The message says which file to remove."""
    write_whole(home / "data" / MANIFEST, text)
    with pytest.raises(InputError, match=r"manifest\.json"):
        fetched_on("population")


def test_a_broken_manifest_is_mended_by_the_next_fetch(home: Path) -> None:
    """Writing a new one does not stumble over the old one."""
    write_whole(home / "data" / MANIFEST, "{")
    own_population("2027-03-01")
    assert str(fetched_on("population")) == "2027-03-01"


def test_other_tables_stay_in_the_manifest() -> None:
    """A fetch of inhabitants does not put earlier accounts out of use."""
    write_manifest(own_folder(), {"finance_history": {"fetched": "2027-01-01"}})
    write_manifest(own_folder(), {"population": {"fetched": "2027-02-01"}})
    tables = json.loads((own_folder() / MANIFEST).read_text())["tables"]
    assert set(tables) == {"finance_history", "population"}


def test_the_stamp_changes_with_the_manifest() -> None:
    """What is cached is read anew after a fetch."""
    before = own_stamp()
    own_population("2027-03-01")
    assert own_stamp() != before


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    """When writing fails, the old file stays and no scrap is left."""
    path = tmp_path / "some.csv"
    write_whole(path, "old")
    with pytest.raises(UnicodeEncodeError, match="surrogate"):
        write_whole(path, "new \ud800")
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir()] == ["some.csv"]
