"""Fetching newer figures, against a stand-in that has the shapes of the CBS."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from selfmgmt.errors import InputError, ServiceError
from selfmgmt.language import speaking
from selfmgmt.reference.files import read_table
from selfmgmt.reference.finance import finance_history
from selfmgmt.reference.municipalities import all_municipalities, find_municipality
from selfmgmt.reference.own_data import MANIFEST, own_folder
from selfmgmt.reference.quality import quality_notes
from selfmgmt.reference.refresh import refresh
from tests.reference.conftest import CODES, FakeCbs, cost_rows


def test_fetched_figures_are_used_from_then_on(cbs: FakeCbs) -> None:
    """Inhabitants of 2027 and accounts of 2025 replace those that came with the product."""
    before, today = find_municipality("Nijkerk"), date.today()
    refresh(base_url=cbs.base_url)
    after = find_municipality("Nijkerk")
    assert (before.inhabitants_year, after.inhabitants_year) == (2026, 2027)
    assert after.inhabitants == 50_000 + CODES.index("GM0267")
    assert before.accounts
    assert after.accounts
    assert (before.accounts.year, after.accounts.year) == (2024, 2025)
    assert after.accounts.fetched == after.inhabitants_fetched
    assert today <= after.accounts.fetched <= date.today()  # midnight may pass meanwhile
    assert after.budget == before.budget
    assert len(all_municipalities()) == 342


def test_iv3_is_added_up_as_the_code_book_says(cbs: FakeCbs) -> None:
    """Second filing before first, no reserves, no result, no income, no balance sheet."""
    refresh(base_url=cbs.base_url)
    accounts = next(
        item for item in finance_history("GM0096") if item.year == 2025 and item.fetched
    )
    assert accounts.total_cost_eur == 100_000_000
    assert accounts.overhead_eur == 12_000_000
    assert accounts.governance_eur == 3_000_000
    assert accounts.own_payroll_eur == 20_000_000
    assert accounts.external_staff_eur == 5_000_000
    assert accounts.overhead_external_staff_eur == 2_000_000
    assert accounts.social_domain_eur == 40_000_000
    assert accounts.joint_arrangements_eur == 40_000_000
    assert accounts.equity_eur is None


def test_the_history_of_the_product_stays(cbs: FakeCbs) -> None:
    """Fetched years come on top of the years that were there."""
    before = finance_history("GM0267")
    refresh(base_url=cbs.base_url)
    after = finance_history("GM0267")
    assert [item for item in after if not item.fetched] == list(before)
    assert len(after) == len(before) + 1


def test_pages_are_followed_and_codes_lose_their_padding(cbs: FakeCbs) -> None:
    """Every page is asked for once, and what is written has bare codes."""
    cbs.page = 100
    refresh(base_url=cbs.base_url)
    assert any("$skip=300" in address for address in cbs.asked)
    assert {row["cbs_code"] for row in read_table("finance_history", own_folder())} == set(CODES)
    assert not any("45067NED" in address for address in cbs.asked)


def test_report_says_what_was_fetched_and_from_which_table(cbs: FakeCbs) -> None:
    """The report and the manifest name the tables, years and numbers of municipalities."""
    told: list[str] = []
    with speaking("en"):
        report = refresh(base_url=cbs.base_url, say=told.append)
        lines = report.sentences()
    assert "Inhabitants 2027: 342 municipalities, from CBS table 37230ned." in lines
    assert "Annual accounts 2025: 342 municipalities, from CBS table 45071NED." in lines
    assert str(own_folder()) in lines[-1]
    assert len(told) == 1 + 2 * 9
    manifest = json.loads((own_folder() / MANIFEST).read_text(encoding="utf-8"))["tables"]
    assert manifest["population"]["rows"] == 342
    assert manifest["finance_history"]["parts"][0]["cbs_table"] == "45071NED"


def test_a_note_says_that_figures_were_fetched(cbs: FakeCbs) -> None:
    """The reader sees that the newest figures come from the own data folder."""
    refresh(base_url=cbs.base_url)
    with speaking("en"):
        notes = quality_notes(find_municipality("Nijkerk"))
    assert any("own data folder" in note for note in notes)


def test_a_municipality_without_a_filing_keeps_its_older_one(cbs: FakeCbs) -> None:
    """Some municipalities file late: the others are used, they keep the accounts of 2024."""
    rows = cbs.tables["45071NED"]["TypedDataSet"]
    late = [row for row in rows if not row["Gemeenten"].startswith("GM0267")]
    cbs.tables["45071NED"]["TypedDataSet"] = late
    refresh(base_url=cbs.base_url)
    nijkerk, urk = find_municipality("Nijkerk").accounts, find_municipality("Urk").accounts
    assert nijkerk
    assert urk
    assert (nijkerk.year, urk.year) == (2024, 2025)


def test_too_few_municipalities_are_not_used(cbs: FakeCbs) -> None:
    """Accounts of a third of the municipalities are left, the inhabitants are used."""
    cbs.tables["45071NED"]["TypedDataSet"] = [
        row for code in CODES[:100] for row in cost_rows(code, "2025X005")
    ]
    report = refresh(base_url=cbs.base_url)
    assert [item.table for item in report.fetched] == ["population"]
    assert any("2025" in line and "100" in line and "342" in line for line in report.skipped)
    assert find_municipality("Nijkerk").accounts.year == 2024  # type: ignore[union-attr]


def test_when_nothing_is_usable_nothing_is_written(cbs: FakeCbs, home: Path) -> None:
    """Too few municipalities in every table is a failure of the service."""
    people = cbs.tables["37230ned"]["TypedDataSet"]
    cbs.tables["37230ned"]["TypedDataSet"] = people[:20]
    cbs.titles = {}
    with pytest.raises(ServiceError, match=r"2027.* 342 "):
        refresh(base_url=cbs.base_url)
    assert list(home.iterdir()) == []


def test_an_unknown_municipality_is_named_and_not_written(cbs: FakeCbs) -> None:
    """After a merger the CBS knows a code that this version does not."""
    cbs.tables["37230ned"]["TypedDataSet"].append(
        {"RegioS": "GM2001", "Perioden": "2027MM01", "BevolkingAanHetBeginVanDePeriode_1": 9}
    )
    report = refresh(base_url=cbs.base_url)
    assert any("GM2001" in line for line in report.skipped)
    assert "GM2001" not in {row["cbs_code"] for row in read_table("population", own_folder())}


@pytest.mark.parametrize(
    ("part", "fault", "words"),
    [
        ("37230ned/Perioden", 404, "404"),
        ("ODataCatalog", 500, "500"),
        ("45071NED/TypedDataSet", 503, "503"),
        ("45071NED/Verslagsoort", "<html>busy</html>", "shape"),
        ("37230ned/TypedDataSet", '{"value": [{"RegioS": 7}]}', "shape"),
        ("37230ned/TypedDataSet", '{"error": "x"}', "shape"),
        ("ODataCatalog", '{"value": [{"Title": null}]}', "shape"),
        ("45071NED/TypedDataSet", '{"value": [{"Gemeenten": "GM0267"}]}', "shape"),
        ("37230ned/Perioden", '{"value": []}', "shape"),
    ],
)
def test_a_fault_of_the_service_leaves_the_old_figures(
    cbs: FakeCbs, home: Path, part: str, fault: Any, words: str
) -> None:
    """One sentence with address, table and reason; nothing is written, not even in part."""
    cbs.broken[part] = fault
    with speaking("en"), pytest.raises(ServiceError, match=f"{words}.*stay as they are"):
        refresh(base_url=cbs.base_url)
    assert list(home.iterdir()) == []
    assert find_municipality("Nijkerk").inhabitants_year == 2026


def test_no_answer_in_time(cbs: FakeCbs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that hangs is given up after the set time."""
    monkeypatch.setattr("selfmgmt.reference.cbs.setting", lambda _key: 0.05)
    cbs.broken["37230ned"] = 0.3
    with speaking("en"), pytest.raises(ServiceError, match="no answer within 0 seconds"):
        refresh(base_url=cbs.base_url)


def test_no_network(home: Path) -> None:
    """Nobody listens: a clear sentence, and the old figures stay."""
    with speaking("en"), pytest.raises(ServiceError, match=r"127\.0\.0\.1:9 .*no connection"):
        refresh(base_url="http://127.0.0.1:9")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("address", ["cbs.nl", "ftp://cbs.nl", "http://"])
def test_an_address_that_is_none(address: str) -> None:
    """The address must be that of a web service."""
    with pytest.raises(InputError, match=address):
        refresh(base_url=address)


def test_the_client_is_left_as_it_was(cbs: FakeCbs) -> None:
    """Other users of the CBS client in the same program still ask it securely."""
    import cbsodata

    refresh(base_url=cbs.base_url)
    assert cbsodata.options.use_https is True
    assert cbsodata.options.catalog_url == "opendata.cbs.nl"


def population_rows(cbs: FakeCbs) -> list[dict[str, Any]]:
    """The rows of municipalities in January that the stand-in gives, for a test to change."""
    rows = cbs.tables["37230ned"]["TypedDataSet"]
    return [row for row in rows if row["Perioden"] == "2027MM01" and row["RegioS"] in CODES]


INHABITANTS = "BevolkingAanHetBeginVanDePeriode_1"


@pytest.mark.parametrize("wrong", [-99997, 0, 1])
def test_a_number_of_people_that_cannot_be_is_not_used(cbs: FakeCbs, wrong: int) -> None:
    """The code of the CBS for "missing", nobody, or one: the old figure stays, and it is told."""
    before = find_municipality("GM0363").inhabitants
    (row,) = (row for row in population_rows(cbs) if row["RegioS"].strip() == "GM0363")
    row[INHABITANTS] = wrong
    with speaking("en"):
        report = refresh(base_url=cbs.base_url)
    assert any("GM0363 cannot be right" in words for words in report.skipped)
    assert find_municipality("GM0363").inhabitants == before
    assert find_municipality("GM0267").inhabitants_year == 2027


def test_a_municipality_that_comes_twice_is_not_used(cbs: FakeCbs) -> None:
    """Nobody knows which of the two is right."""
    before = find_municipality("GM0267").inhabitants
    (row,) = (row for row in population_rows(cbs) if row["RegioS"] == "GM0267")
    cbs.tables["37230ned"]["TypedDataSet"].append({**row, INHABITANTS: 45_000})
    refresh(base_url=cbs.base_url)
    assert find_municipality("GM0267").inhabitants == before


def test_figures_in_another_unit_are_not_used(cbs: FakeCbs) -> None:
    """Inhabitants in thousands would make every municipality a hamlet."""
    before = find_municipality("GM0267").inhabitants
    for row in population_rows(cbs):
        row[INHABITANTS] /= 1000
    with speaking("en"):
        report = refresh(base_url=cbs.base_url)
    assert any("unit must be another one" in words for words in report.skipped)
    assert find_municipality("GM0267").inhabitants == before


def test_an_amount_that_comes_twice_is_not_added_twice(cbs: FakeCbs) -> None:
    """Its municipality keeps the old accounts."""
    rows = cbs.tables["45071NED"]["TypedDataSet"]
    accounts = (row for row in rows if row["Verslagsoort"] == "2025X005")
    rows.append(next(row for row in accounts if row["Gemeenten"].strip() == "GM0267"))
    refresh(base_url=cbs.base_url)
    assert not any(item.fetched for item in finance_history("GM0267"))
    assert any(item.fetched for item in finance_history("GM0363"))


def test_what_an_older_version_wrote_stops_nobody(home: Path, cbs: FakeCbs) -> None:
    """A folder that holds -99997 inhabitants is passed over, and no command ends in a traceback."""
    before = find_municipality("GM0267").inhabitants
    refresh(base_url=cbs.base_url)
    file = own_folder() / "population.csv"
    known = next(line for line in file.read_text().splitlines() if line.startswith("GM0267"))
    people = str(find_municipality("GM0267").inhabitants)
    file.write_text(file.read_text().replace(known, known.replace(people, "-99997")))
    manifest = own_folder() / MANIFEST
    manifest.write_text(manifest.read_text() + " ")  # so that what is kept is read again
    assert find_municipality("GM0267").inhabitants == before
