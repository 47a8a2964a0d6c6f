"""``selfmgmt readiness`` as users type it."""

import json
from pathlib import Path

import pytest

from selfmgmt.case import load_case, new_case, save_case
from selfmgmt.cli import program
from selfmgmt.program import run
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.sizes import read_sizes
from tests.readiness.organisation import synthetic_organisation
from tests.readiness.survey_files import write_answers, write_sizes

Says = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Answers and sizes of the made-up organisation."""
    folder, organisation = tmp_path_factory.mktemp("survey"), synthetic_organisation()
    answers = write_answers(folder / "answers.csv", organisation.answers)
    return str(answers), str(write_sizes(folder / "sizes.csv", organisation))


def test_json_as_other_programs_read_it(files: tuple[str, str], capsys: Says) -> None:
    """Scores with their range, reliability, agreement, and what was withheld; nothing else."""
    answers, sizes = files
    assert run(program, ["readiness", answers, "--sizes", sizes, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "selfmgmt/readiness/1"
    assert list(found["scores"]) == list(load_instrument().dimensions)
    trust = found["scores"]["trust"]
    assert 1 <= trust["low"] < trust["central"] < trust["high"] <= 5
    assert 0 < found["reliability"]["trust"]["alpha"] < 1
    assert set(found["agreement"]["trust"]) == {"within", "icc1", "icc2", "teams", "why"}
    assert found["response"] == 0.75  # 264 of 350
    assert {each["reason"] for each in found["withheld"]} >= {"small", "few"}
    assert found["since"] is None
    assert all(set(each) == {"kind", "row", "text"} for each in found["remarks"])


def test_a_group_that_is_withheld_is_counted_and_not_named(
    files: tuple[str, str], capsys: Says
) -> None:
    """Its name is nowhere, in JSON or in words: it may be that of a person."""
    answers, sizes = files
    read = read_answers(answers)
    published = publishable(read, sizes=read_sizes(sizes, read))
    shown = {score.group.name for score in published.scores}
    hidden = set(read.teams) - shown
    assert hidden
    for form in (["--json"], []):
        assert run(program, ["readiness", answers, "--sizes", sizes, *form]) == 0
        said = capsys.readouterr().out
        assert not [name for name in hidden if name in said]
    assert run(program, ["readiness", answers, "--sizes", sizes, "--json"]) == 0
    withheld = json.loads(capsys.readouterr().out)["withheld"]
    assert {each["group"]["name"] for each in withheld} == {""}
    assert sum(each["groups"] for each in withheld) == len(published.withheld)


def test_words_for_people(files: tuple[str, str], tmp_path: Path, capsys: Says) -> None:
    """Tables with words: the weakest with its advice, what figures mean, what is not shown."""
    answers, sizes = files
    earlier = str(write_answers(tmp_path / "earlier.csv", synthetic_organisation(7).answers))
    arguments = ["readiness", answers, "--sizes", sizes, "--before", earlier, "--language", "en"]
    assert run(program, arguments) == 0
    said = capsys.readouterr().out
    change = load_instrument().dimensions["change"]
    assert f"{change.label.en} is the weakest in 100% of the draws." in said
    assert change.advice.en in said
    assert change.next_step.en in said
    assert "Omega needs three questions" not in said or "Council" in said
    assert "no clear change" in said
    assert "the group has fewer than 10 people" in said


def test_scores_go_into_a_case(files: tuple[str, str], tmp_path: Path, capsys: Says) -> None:
    """In both formats, whole, with the last version beside it; the case stays as it was else."""
    answers, sizes = files
    for name in ("nijkerk.yaml", "nijkerk.xlsx"):
        path = tmp_path / name
        save_case(new_case(["Nijkerk"]), path)
        assert run(program, ["readiness", answers, "--sizes", sizes, "--into", str(path)]) == 0
        assert name in capsys.readouterr().err
        case = load_case(path)
        assert case.readiness.respondents == 264
        assert case.readiness.response == 0.75  # 264 of 350
        assert case.readiness.trust.low < case.readiness.trust.central < case.readiness.trust.high
        assert case.model_copy(update={"readiness": type(case.readiness)()}) == new_case(
            ["Nijkerk"]
        )
        assert path.with_suffix(f".bak{path.suffix}").exists()


def test_what_is_wrong_is_refused_and_nothing_written(
    files: tuple[str, str], tmp_path: Path, capsys: Says
) -> None:
    """No such file, no answers in it, or a case that cannot be read: exit 2."""
    empty = tmp_path / "empty.csv"
    empty.write_text("naam;leeftijd\nx;3\n", encoding="utf-8")
    case = tmp_path / "case.yaml"
    case.write_text("name: no case\n", encoding="utf-8")
    assert run(program, ["readiness", str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err
    assert run(program, ["readiness", str(empty)]) == 2
    assert run(program, ["readiness", files[0], "--into", str(case)]) == 2
    assert case.read_text(encoding="utf-8") == "name: no case\n"


def test_the_scan_itself_is_written(tmp_path: Path, capsys: Says) -> None:
    """For every way to ask it, each file named; without answers or folder: exit 2."""
    folder = tmp_path / "scan"
    assert run(program, ["readiness", "--forms", str(folder)]) == 0
    said = capsys.readouterr().err
    assert {path.name for path in folder.iterdir()} >= {"form.html", "limesurvey.txt", "forms.xlsx"}
    assert all(path.name in said for path in folder.iterdir())
    assert run(program, ["readiness"]) == 2
    assert "--forms" in capsys.readouterr().err
