"""The overview of a folder of reports."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.reporting.engine.manifest import (
    has_overview,
    read_manifest,
    write_manifest,
    write_overview,
)
from selfmgmt.reporting.pages.overview import _legend


def option(label, saving, chance=0.25):
    """The results of an option, as far as the overview looks at them."""
    return {
        "label": label,
        "net_saving_eur": {"p10": saving - 1000, "p50": saving, "p90": saving + 1000},
        "transition_cost_eur": {"p10": 1, "p50": 2, "p90": 3},
        "target_met_probability": chance,
    }


def add_report(out, code, name, options):
    """A report in the folder; what the manifest knows of it."""
    folder = f"{code}-x"
    (out / folder).mkdir()
    results = {
        "case": name,
        "municipalities": [{"code": code, "name": name}],
        "seed": 1,
        "draws": 100,
        "inputs": "abc",
        "options": {"do_nothing": option("-", 0), **options},
    }
    (out / folder / "results.json").write_text(json.dumps(results), encoding="utf-8")
    return {folder: {"name": name, "municipalities": [code]}}


def page_of(out, reports, failed=None, language="en"):
    """The page, and the data it holds."""
    write_overview(out, reports, failed or {}, language)
    text = (out / "index.html").read_text(encoding="utf-8")
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    return text, json.loads(data[1])


def test_a_broken_manifest_is_started_anew(tmp_path):
    """Nothing else than what is on disk can be lost with it."""
    (tmp_path / "manifest.json").write_text("{half")
    assert read_manifest(tmp_path) == {}
    (tmp_path / "manifest.json").write_text(json.dumps({"reports": 3}))
    assert read_manifest(tmp_path) == {}


def test_the_overview_is_old_when_anything_changed(tmp_path):
    """A report that comes, one that fails, or a file that is gone."""
    reports = add_report(tmp_path, "GM0267", "Nijkerk", {})
    write_overview(tmp_path, reports, {}, "nl")
    assert has_overview(tmp_path, reports, {})
    assert not has_overview(tmp_path, {**reports, "b": {"name": "B"}}, {})
    assert not has_overview(tmp_path, reports, {"b": {"name": "B", "words": "x"}})
    (tmp_path / "results.csv").unlink()
    assert not has_overview(tmp_path, reports, {})
    write_manifest(tmp_path, reports, {})
    assert not has_overview(tmp_path, reports, {})


def test_the_page_leads_to_each_report_by_name(tmp_path):
    """In the order of the alphabet, and names are only text."""
    reports = {
        folder: {"name": name}
        for folder, name in (("b", "Zwolle"), ("a", "<script>Aa"), ("c", "Boxtel"))
    }
    text, _ = page_of(tmp_path, reports, language="nl")
    assert '<a href="b/report.html">Zwolle</a>' in text
    assert text.index("Boxtel") < text.index("&lt;script&gt;Aa") < text.index("Zwolle")
    assert '<html lang="nl">' in text


def test_what_failed_is_named_with_its_reason(tmp_path):
    """And leads to how far it came, when that has been kept."""
    (tmp_path / "GM0363-x").mkdir()
    (tmp_path / "GM0363-x" / "failed.ipynb").write_text("{}")
    failed = {
        "GM0363-x": {"name": "Amsterdam", "words": "stopped at step 4: <b>"},
        "GM0344-x": {"name": "Utrecht", "words": "took too long"},
    }
    text, _ = page_of(tmp_path, {}, failed)
    assert "<strong>Amsterdam</strong>: stopped at step 4: &lt;b&gt;" in text
    assert "<strong>Utrecht</strong>: took too long" in text
    assert re.findall(r'href="([^"]*failed.ipynb)"', text) == ["GM0363-x/failed.ipynb"]
    assert read_manifest(tmp_path, "failed") == failed


def test_figures_are_those_of_the_results(tmp_path):
    """For each option per inhabitant, and first for the one with most of it."""
    plans = {"a": option("Plan A", 46_283_000), "b": option("Plan B", 1000, 0.5)}
    text, data = page_of(tmp_path, add_report(tmp_path, "GM0267", "Nijkerk", plans))
    (row,) = data["rows"]
    assert row["chosen"]["saving"] == "a"
    assert set(row["options"]) == {"a", "b"}
    assert data["labels"] == {"a": "Plan A", "b": "Plan B"}
    middle, words, _ = row["options"]["a"]["saving"]
    assert middle == pytest.approx(1000, rel=0.02)
    assert words in text
    assert row["options"]["b"]["target"][:2] == [0.5, "50%"]


def test_the_map_starts_with_what_closes_the_gap_and_knows_the_price(tmp_path):
    """Posts of the mix that takes most of them; the price of the way that costs least."""
    cut = option("Cut", 1000) | {
        "way": "none",
        "posts_removed_fte": quantiles(92),
        "tasks_dropped": quantiles(0),
    }
    hire = option("Hire", 1000) | {"way": "none", "posts_removed_fte": quantiles(4)}
    dear, cheap = (
        option(label, 1000)
        | {
            "way": label,
            "posts_removed_fte": quantiles(400),
            "price_of_way": {"together": {"net_term_eur": quantiles(term)}},
        }
        for label, term in (("dear", -92_000), ("cheap", -46_000))
    )
    plans = {"cut": cut, "hire": hire, "dear": dear, "cheap": cheap}
    text, data = page_of(tmp_path, add_report(tmp_path, "GM0267", "Nijkerk", plans))
    (row,) = data["rows"]
    assert (row["chosen"]["posts"], row["chosen"]["price"]) == ("cut", "cheap")
    people = find_municipality("Nijkerk").inhabitants
    assert row["options"]["cut"]["posts"][0] == pytest.approx(1_000 * 92 / people)
    assert row["options"]["cheap"]["price"][0] == pytest.approx(46_000 / people)
    assert "posts" not in row["options"]["dear"]
    assert "price" not in row["options"]["cut"]
    assert data["titles"]["posts"] in text


def quantiles(middle):
    """A range of next to nothing."""
    return {"p10": middle, "p50": middle, "p90": middle}


def test_results_of_another_make_are_left_out(tmp_path):
    """A report without figures, or about a municipality that is no more, is still in the list."""
    reports = {"a": {"name": "Plan", "municipalities": ["GM9999"]}}
    text, data = page_of(tmp_path, reports)
    assert "not known" in text
    assert data["rows"] == [{"chosen": {}, "options": {}}]
    assert "<svg" not in text


def test_words_in_results_end_no_script(tmp_path):
    """Only our own script runs: the page names its hash."""
    nasty = {"a": option("</script><script>alert(1)</script>", 1000)}
    text, data = page_of(tmp_path, add_report(tmp_path, "GM0267", "Nijkerk", nasty))
    assert data["labels"]["a"] == "</script><script>alert(1)</script>"
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in text
    assert "http://" not in text
    assert "https://" not in text


def test_classes_in_words():
    """The lowest and highest are open."""
    with speaking("en"):
        assert _legend("target", (0.2, 0.4)) == ["less than 20%", "20% to 40%", "40% or more"]
