"""The page that lays a municipality beside others, asked for with one command."""

import json

import pytest

from selfmgmt.cli import program
from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.program import run
from selfmgmt.reporting.content.group_members import read_group
from selfmgmt.reporting.engine.batch import Effort, render_reports
from selfmgmt.reporting.engine.comparison import NOTEBOOK
from selfmgmt.reporting.engine.manifest import read_manifest, write_overview


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("nearest", ("nearest", "")),
        ("neighbours", ("neighbours", "")),
        ("size", ("size_class", "")),
        ("province", ("province", "")),
        ("Ede, barneveld,", ("own_list", "GM0228, GM0203")),
    ],
)
def test_a_group_as_people_write_it(written, read):
    """A kind, or names with commas between."""
    assert read_group(written) == read


@pytest.mark.parametrize(
    ("written", "fault"), [("neigbours", "neighbours"), ("Ede,Edde", "'Edde'"), (" ", "nearest")]
)
def test_a_group_that_is_none_is_refused(written, fault):
    """With what would do."""
    with pytest.raises(InputError, match=fault):
        read_group(written)


def test_the_command_makes_a_page_and_leads_to_it(tmp_path, capsys):
    """In a folder of its own, whole, named in the manifest and linked from the overview."""
    command = ["report", "Nijkerk", "--compare-with", "Ede,Barneveld", "--out", str(tmp_path)]
    assert run(program, [*command, "--language", "en"]) == 0
    ((folder, entry),) = read_manifest(tmp_path).items()
    assert folder == "GM0267-nijkerk-beside-gm0228-gm0203"
    assert entry["beside"] == "Ede, Barneveld"
    assert capsys.readouterr().out.strip() == str(tmp_path / folder / "report.html")
    page = (tmp_path / folder / "report.html").read_text(encoding="utf-8")
    assert "<h1>Nijkerk: how is it elsewhere?</h1>" in page
    assert page.count("<img") == 2
    assert json.loads((tmp_path / folder / "report.ipynb").read_text())["cells"]
    overview = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert f'<a href="{folder}/report.html">Nijkerk: Ede, Barneveld</a>' in overview
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert run(program, [*command, "--language", "en"]) == 0
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        (["Nijkerk", "--compare-with", "friends"], "friends"),
        (["Nijkerk", "--compare-with", "size", "--format", "docx"], "docx"),
    ],
)
def test_what_cannot_be_compared_is_refused(tmp_path, capsys, words, reported):
    """Before anything is written."""
    assert run(program, ["report", *words, "--out", str(tmp_path / "out")]) == 2
    assert reported in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_nobody_to_compare_with_fails_alone(tmp_path):
    """Texel has no neighbours; the notebook is the one that papermill runs as well."""
    assert NOTEBOOK.name == "report_comparison.ipynb"
    with pytest.raises(SelfmgmtError, match=r"Texel.*neighbours"):
        render_reports(
            ["Texel"], out=tmp_path, compare_with="neighbours", effort=Effort(kernels=True)
        )
    assert list(read_manifest(tmp_path, "failed")) == ["GM0448-texel-beside-neighbours"]


def test_the_overview_keeps_reports_and_comparisons_apart(tmp_path):
    """A comparison stands in no list of figures, and without reports there is no list."""
    entry = {"name": "Nijkerk", "municipalities": ["GM0267"]}
    page = tmp_path / "index.html"
    write_overview(tmp_path, {"b": entry | {"beside": "<b>5 others"}}, {}, "en")
    assert "Nijkerk: &lt;b&gt;5 others" in page.read_text()
    assert 'id="list"' not in page.read_text()
    write_overview(tmp_path, {"a": entry, "b": entry | {"beside": "5 others"}}, {}, "en")
    assert page.read_text().count('<tr role="row" data-row') == 1
