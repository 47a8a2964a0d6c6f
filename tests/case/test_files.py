"""A case goes into a file and comes out as it was; wrong files are refused in one clear message."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfmgmt.case import Case, load_case, new_case, save_case
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from tests.case.random_cases import cases

languages = st.sampled_from(LANGUAGES)
thorough = settings(
    max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


@thorough
@given(cases(), languages, languages)
def test_nothing_is_lost_from_yaml_to_workbook_to_yaml(case: Case, one: str, other: str) -> None:
    """Every value survives, digit by digit, whatever language each step speaks."""
    with speaking(one):
        from_yaml = read_yaml(yaml_text(case).encode()).case()
        workbook = workbook_bytes(from_yaml)
    with speaking(other):
        again = yaml_text(read_workbook(workbook).case())
    assert from_yaml == case
    assert read_yaml(again.encode()).case() == case
    assert list(read_yaml(again.encode()).case().options) == list(case.options)


@thorough
@given(cases(), languages, languages)
def test_nothing_is_lost_from_workbook_to_yaml_to_workbook(
    case: Case, one: str, other: str
) -> None:
    """And the other way round."""
    with speaking(one):
        text = yaml_text(read_workbook(workbook_bytes(case)).case())
    with speaking(other):
        workbook = workbook_bytes(read_yaml(text.encode()).case())
    with speaking(one):
        assert read_workbook(workbook).case() == case


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.XLSX"])
def test_a_case_is_saved_and_loaded(tmp_path: Path, name: str) -> None:
    """The ending of the name decides the kind of file, and nothing else is left behind."""
    case = new_case(["Nijkerk"])
    save_case(case, tmp_path / name)
    assert load_case(str(tmp_path / name)) == case
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["a.yaml", "a.xlsx"])
def test_a_case_goes_through_bytes(name: str) -> None:
    """As a browser sends and gets files."""
    assert read_case(case_bytes(new_case(["Urk"]), name), name) == new_case(["Urk"])


def test_bytes_are_checked_as_a_file_is() -> None:
    """By name, size and content."""
    with pytest.raises(InputError, match=r"notes\.docx"):
        read_case(b"", "notes.docx")
    with speaking("en"), pytest.raises(InputError, match=r"large\.yaml is 1\.5 MB"):
        read_case(b" " * 1_500_000, "large.yaml")
    with pytest.raises(InputError, match="fte"):
        read_case(case_bytes(new_case(["Urk"]), "a.yaml") + b"fte: 3", "a.yaml")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("folder.yaml", "is a folder"),
        ("none.yaml", "does not exist"),
        ("notes.docx", "must end in .yaml, .yml, .xlsx"),
        ("empty.yaml", "is empty"),
        ("empty.xlsx", "not an Excel workbook"),
        ("large.yaml", "50.0 MB; a case file is at most 1 MB"),
        ("large.xlsx", "50.0 MB; a case file is at most 5 MB"),
    ],
)
def test_a_wrong_file_gives_one_clear_message(tmp_path: Path, name: str, words: str) -> None:
    """One sentence says what is wrong with the file, without reading what is too large."""
    file = tmp_path / name
    if name.startswith("folder"):
        file.mkdir()
    elif not name.startswith("none"):
        with file.open("wb") as content:
            content.truncate(50_000_000 if name.startswith("large") else 0)
    with speaking("en"), pytest.raises(InputError) as caught:
        load_case(file)
    (fault,) = caught.value.faults
    assert words in fault


def test_a_new_case_rests_on_public_figures() -> None:
    """A new case is valid as it is, starts from doing nothing, and calls its target an example."""
    with speaking("en"):
        case = new_case(["nijkerk"])
    assert (case.name, case.municipalities) == ("Nijkerk", ("GM0267",))
    assert next(iter(case.options)) == "do_nothing"
    assert case.organisation.fte is None
    assert case.question.example


def test_a_new_case_takes_the_whole_shared_organisation() -> None:
    """Boxtel shares its civil service, so its case is that of all members."""
    case = new_case(["Boxtel"])
    assert case.name == "MijnGemeenteDichtbij"
    assert case.municipalities == ("GM0757", "GM0845")


def test_a_new_case_of_several_municipalities() -> None:
    """Several municipalities are one organisation, named after them."""
    with speaking("en"):
        assert new_case(["Nijkerk", "Urk"]).name == "Nijkerk and Urk"


def test_a_new_case_names_no_municipality_twice_and_not_all_of_many() -> None:
    """The same one twice is one; of many, the first are named and the others counted."""
    with speaking("en"):
        assert new_case(["Nijkerk", "gm0267"]).name == "Nijkerk"
        assert (
            new_case(["Nijkerk", "Urk", "Ede", "Epe"]).name == "Nijkerk and Urk and Ede and 1 more"
        )
