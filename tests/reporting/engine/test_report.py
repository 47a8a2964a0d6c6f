"""One case to one report."""

import json
import re
from html import escape

import nbformat
import pytest

from selfmgmt.case import Case, save_case
from selfmgmt.cli import program
from selfmgmt.errors import SelfmgmtError
from selfmgmt.program import run
from selfmgmt.reporting.engine.batch import render_report, render_reports
from selfmgmt.reporting.engine.manifest import read_manifest
from selfmgmt.reporting.engine.report import NOTEBOOK
from selfmgmt.views.outcomes import OUTCOMES
from tests.reporting.probes import small_report

SMALL = {"draws": 200, "seed": 3}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with the reports of Nijkerk and of a case file."""
    out = tmp_path_factory.mktemp("reports")
    path = out / "cases" / "samen.case.yaml"
    path.parent.mkdir()
    save_case(
        Case.model_validate(
            {
                "name": "Boxtel & co",
                "municipalities": "Boxtel, Sint-Michielsgestel",
                "options": {"vanguard_first": None},
            }
        ),
        path,
    )
    return out, render_reports(["nijkerk"], cases=[path], out=out, **SMALL)


def test_each_report_has_its_folder(made):
    """Named after code and name; page, notebook and results are in it."""
    out, reports = made
    assert [paths.folder.name for paths in reports] == ["GM0267-nijkerk", "GM0757-boxtel-co"]
    for paths in reports:
        assert paths.html.is_file()
        assert paths.notebook.is_file()
        assert paths.results.is_file()
    assert set(read_manifest(out)) == {"GM0267-nijkerk", "GM0757-boxtel-co"}
    assert 'href="GM0267-nijkerk/report.html"' in (out / "index.html").read_text(encoding="utf-8")


def test_the_executed_notebook_keeps_its_promise_and_no_secrets(made):
    """At least as many pictures as promised, and nothing of the folders of this computer."""
    out, reports = made
    promised = nbformat.read(NOTEBOOK, 4).metadata.selfmgmt.pictures
    for paths in reports:
        text = paths.notebook.read_text(encoding="utf-8")
        assert text.count('"image/png": "') >= promised
        assert str(out) not in text
        assert str(NOTEBOOK.parent) not in text
        assert str(out) not in paths.html.read_text(encoding="utf-8")


def test_the_page_asks_nobody_for_anything(made):
    """No script but that of the folded explorer, no outside picture, font or style."""
    for paths in made[1]:
        page = paths.html.read_text(encoding="utf-8")
        before, panel = page.split('<details class="live">')
        _explorer, after = panel.split("</script></details>")
        assert "<script" not in before
        assert after.count("<script") == 1
        assert not re.findall(r'(?:src|srcset|@import|url\()\s*=?\s*["\']?(?!data:)https?:', page)
        assert set(re.findall(r'src="(.{5})', page)) == {"data:"}


def test_pictures_differ_between_municipalities(made):
    """Nobody gets the chart of another."""
    first, second = (
        set(re.findall(r"base64,([^\"]+)", paths.html.read_text(encoding="utf-8")))
        for paths in made[1]
    )
    assert not first & second or len(first & second) <= 1  # an empty readiness profile is equal


def test_the_results_are_those_of_the_comparison(made):
    """The shape of compare --json, with seed and fingerprint."""
    results = json.loads(made[1][0].results.read_text(encoding="utf-8"))
    assert results["schema"] == "selfmgmt/compare/1"
    assert (results["seed"], results["draws"]) == (3, 200)
    assert results["inputs"] == read_manifest(made[0])["GM0267-nijkerk"]["inputs"]
    assert results["inputs"][:16] in made[1][0].html.read_text(encoding="utf-8")


def test_results_page_and_compare_tell_the_same(made, capsys):
    """Every figure of ``results.json`` is that of ``compare --json``, and the page shows them."""
    results = json.loads(made[1][0].results.read_text(encoding="utf-8"))
    assert run(program, ["compare", "GM0267", "--draws", "200", "--seed", "3", "--json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    assert {key: results[key] for key in compared} == compared
    page = made[1][0].html.read_text(encoding="utf-8")
    for option in results["options"].values():
        assert escape(option["label"]) in page
        for outcome in ("net_saving_due_eur", "capacity_low"):
            for end in option[outcome].values():
                assert OUTCOMES[outcome].write(end) in page


def test_one_report_can_be_rendered_alone(tmp_path):
    """By name, in English."""
    paths = render_report("GM0096", out=tmp_path, language="en", **SMALL)
    page = paths.html.read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "<h1>Vlieland: how do we find the saving" in page


def test_a_notebook_that_is_not_valid_is_not_written(tmp_path):
    """Nor anything else of that report: others could not open it."""
    wrong = small_report(tmp_path, poison='display({"text/plain": 5}, raw=True)')
    with pytest.raises(SelfmgmtError, match="ValidationError"):
        render_report("GM0096", out=tmp_path / "out", notebook=wrong)
    assert not list(tmp_path.glob("out/*/report.*"))
