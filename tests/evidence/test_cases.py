from pathlib import Path

import pytest

from selfmgmt.errors import InputError
from selfmgmt.evidence.cases import cases_of, reference_cases
from selfmgmt.evidence.warnings import load_warnings
from selfmgmt.reference.municipalities import find_municipality


def test_the_seven_cases_are_there() -> None:
    """Those that went on, those that turned back, and the counter-example."""
    assert [case.name for case in reference_cases().values()] == [
        "Nijkerk",
        "Buurtzorg",
        "MijnGemeenteDichtbij",
        "Hollands Kroon",
        "Bodegraven-Reeuwijk",
        "Molenlanden",
        "HLTsamen",
    ]


def test_a_contested_case_is_told_in_all_readings() -> None:
    """Never one reading alone: that would be a verdict."""
    for case in reference_cases().values():
        assert len(case.readings) != 1
    assert len(reference_cases()["hollands_kroon"].readings) == 3


def test_every_case_says_why_it_is_no_blueprint() -> None:
    """A case without differences would read as advice."""
    assert all(case.differences for case in reference_cases().values())


def test_each_case_of_failure_is_told_in_a_warning() -> None:
    """A warning leads to the case, and the case to its facts."""
    told = {key for warning in load_warnings().values() for key in warning.cases}
    assert told == set(reference_cases()) - {"hltsamen"}


def test_cases_are_found_by_municipality() -> None:
    """Every code is that of a municipality of today; not every case is a municipality."""
    codes = [code for case in reference_cases().values() for code in case.municipalities]
    assert [find_municipality(code).code for code in codes] == codes
    assert [case.key for case in cases_of(["GM0845", "GM0757"])] == ["mijngemeentedichtbij"]
    assert cases_of(["GM0809"]) == []


def test_a_case_with_faults_is_refused(tmp_path: Path) -> None:
    """No facts, or a fact that the ledger does not know."""
    (tmp_path / "odd.yaml").write_text(
        "place: 1\nname: Odd\nabout: {nl: a, en: b}\nfacts: [Z99]\ndifferences: []\n",
        encoding="utf-8",
    )
    with pytest.raises(InputError, match=r"(?s)odd\.yaml, facts.*odd\.yaml, differences"):
        reference_cases(tmp_path)
