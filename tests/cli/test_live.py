"""``selfmgmt live``: which files it writes, and what it says when it cannot."""

from pathlib import Path

from selfmgmt.cli import program
from selfmgmt.program import run


def test_a_page_for_each_municipality_and_each_case(tmp_path, capsys):
    """Named after the municipality, or after the file of the case."""
    case = tmp_path / "our own.yaml"
    case.write_text("schema: selfmgmt/case/2\nname: Ours\nmunicipalities: Urk\n", encoding="utf-8")
    out = tmp_path / "pages"
    given = ["live", "Nijkerk", "--case", str(case), "--out", str(out), "--language", "en"]
    assert run(program, given) == 0
    written = capsys.readouterr().out.splitlines()
    assert written == [str(out / "GM0267-live.html"), str(out / "our own-live.html")]
    for path in written:
        first = Path(path).read_text(encoding="utf-8").splitlines()[:2]
        assert first == ["<!DOCTYPE html>", '<html lang="en">']


def test_nothing_is_written_without_a_municipality(tmp_path, capsys):
    """It says what to give."""
    assert run(program, ["live", "--out", str(tmp_path / "pages"), "--language", "en"]) == 2
    assert "Name a municipality, or give a case file with --case." in capsys.readouterr().err
    assert not (tmp_path / "pages").exists()


def test_all_faults_of_a_case_come_before_anything_is_written(tmp_path, capsys):
    """A case that cannot be read stops it."""
    case = tmp_path / "wrong.yaml"
    case.write_text("name: Ours\nmunicipalities: Urkk\n", encoding="utf-8")
    given = ["live", "Nijkerk", "--case", str(case), "--out", str(tmp_path / "pages")]
    assert run(program, given) == 2
    assert "Urkk" in capsys.readouterr().err
    assert not (tmp_path / "pages").exists()
