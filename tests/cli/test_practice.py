"""``selfmgmt practice`` as users type it."""

import json
from datetime import date
from pathlib import Path

import pytest

from selfmgmt.case import load_case, save_case
from selfmgmt.case.practice_figures import counted_cover
from selfmgmt.cli import program
from selfmgmt.practice import known_instruments
from selfmgmt.program import run
from tests.practice.example import example_case

Output = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A case in which every sheet of the example was filled in, and one that stays with a team."""
    assert "role_coverage" in example_case().practice
    save_case(example_case(), tmp_path / "nijkerk.yaml")
    return str(tmp_path / "nijkerk.yaml")


def test_what_stands_out_is_reported(file: str, capsys: Output) -> None:
    """The title of each instrument, its findings and cautions, and what follows for the model."""
    assert run(program, ["practice", file, "--language", "en"]) == 0
    output = capsys.readouterr().out
    assert "Who decides what?" in output
    assert "nobody cuts the knot" in output
    assert "Frames: 33%." in output


def test_json_holds_keys_and_nothing_that_stays_with_a_team(file: str, capsys: Output) -> None:
    """Findings by key; the table of roles is not in it."""
    assert run(program, ["practice", file, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "selfmgmt/practice/1"
    assert "who_decides" in found["instruments"]
    assert "role_coverage" not in found["instruments"]
    assert found["levers"]["control"] == 0.25


def test_files_and_forms_are_written(file: str, tmp_path: Path, capsys: Output) -> None:
    """Three files for each instrument that may leave, a form for every one."""
    out, forms = tmp_path / "out", tmp_path / "forms"
    assert run(program, ["practice", file, "--out", str(out), "--forms", str(forms)]) == 0
    assert {path.suffix for path in out.glob("who_decides.*")} == {".docx", ".xlsx", ".csv"}
    assert not list(out.glob("role_coverage.*"))
    assert {"roadmap_calendar.ics", "roadmap_steps.xlsx", "register.docx", "register.json"} <= {
        path.name for path in out.iterdir()
    }
    assert len(list(forms.iterdir())) == len(known_instruments())


def test_of_an_empty_case_the_forms_are_offered(capsys: Output) -> None:
    """A municipality by name has no answers yet."""
    assert run(program, ["practice", "Urk", "--language", "en"]) == 0
    assert "--forms" in capsys.readouterr().out


def test_answers_are_kept_and_the_counted_chance_enters_the_file(file: str, capsys: Output) -> None:
    """Both are written back, and what the file held stays beside it."""
    days = {date.today().isoformat()}
    assert run(program, ["practice", file, "--again", "steering", "--language", "en"]) == 0
    days.add(date.today().isoformat())  # midnight may pass meanwhile
    kept = load_case(file).practice["steering"]
    assert [kept[day] for day in days & set(kept)] == [{"organisation": kept["organisation"]}]
    assert Path(file).with_name("nijkerk.bak.yaml").exists()
    assert run(program, ["practice", file, "--use-cover", "--language", "en"]) == 0
    found = load_case(file)
    assert found.organisation.vulnerability_today == counted_cover(found)
    assert found.organisation.vulnerability_today is not None
    capsys.readouterr()


def test_a_municipality_has_no_file_to_write_to(capsys: Output) -> None:
    """A name is no file, and nothing is made of it."""
    assert run(program, ["practice", "Urk", "--again", "steering", "--language", "en"]) == 2
    assert "'Urk' is no case file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("number", "words"),
    [("n1", "n1: colleagues see a connector in you."), ("n2", "n2: too few colleagues named you")],
)
def test_who_holds_a_number_hears_the_outcome(
    tmp_path: Path, capsys: Output, number: str, words: str
) -> None:
    """Named on five sheets of seven, or on two; nothing else is shown."""
    sheets = {f"s{at}": {"n1" if at < 5 else "n2": "yes"} for at in range(7)}
    table = {"agreed": {"n1": "yes", "n2": "yes"}, **sheets}
    file = str(tmp_path / "round.yaml")
    save_case(example_case(connectors={"round": table}), Path(file))
    assert run(program, ["practice", file, "--connector", number, "--language", "en"]) == 0
    output = capsys.readouterr()
    assert words in output.out + output.err
    assert "There is no list" not in output.out


def test_of_who_did_not_agree_nothing_is_reported(file: str, capsys: Output) -> None:
    """With the reason."""
    assert run(program, ["practice", file, "--connector", "n9", "--language", "en"]) != 0
    assert "n9 did not agree to be named" in capsys.readouterr().err
