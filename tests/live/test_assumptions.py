"""Own assumptions on the live page: the model follows, and the case that is kept says the same."""

import json
import os
import subprocess
from dataclasses import asdict
from math import isinf
from pathlib import Path
from typing import Any

import pytest
from deno import find_deno_bin

from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case, new_case
from selfmgmt.case.edit.assumptions import assumed
from selfmgmt.case.files import load_case
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.cli import program
from selfmgmt.language import speaking
from selfmgmt.live import PAGE_PARTS
from selfmgmt.live.figures import figure_words, overhead_facts, own_assumptions, without_own
from selfmgmt.live.payload import page_payload
from selfmgmt.program import run
from selfmgmt.views.widgets.figures import figure_rows
from tests.browser.twin import ALONE

RUNNER = Path(__file__).with_name("session_in_deno.js")
CLOSE = 1e-9  # of the figure, or of the payroll for euros
SIX_DIGITS = 5e-6  # of what ``--json`` writes; of paths in euros none behind the point
PAYROLL = 300 * 90_000
OWN = {
    "dip_depth": "20% to 30%, middle 22%",
    "manager_cost_ratio": "1.6 to 2",
    "savings_realisation": "70%",
    "absence_effect": "1 to 2%",  # less is better: its ends change places
    "cut_effect_quarters": "5 quarters",
    "teams_per_coach": "6",
}
REASON = "Our own cut of 2019: 'so it went'"


def played(case: Case, moves: list[Any]) -> dict[str, Any]:
    """What the page of ``case`` shows in deno after ``moves``, when all draws are made."""
    given = json.dumps({"payload": page_payload(case), "moves": moves})
    command = [find_deno_bin(), "run", *ALONE, str(RUNNER), str(PAGE_PARTS)]
    environ = {**os.environ, "DENO_NO_UPDATE_CHECK": "1"}
    done = subprocess.run(
        command, input=given, env=environ, capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def in_python(case: Case) -> Case:
    """The case with the same assumptions, made where the served page makes them."""
    for key, value in OWN.items():
        case = assumed(case, key, value=value, reason=REASON)
    return case


def assert_same(ours: Any, theirs: Any, path: str, *, rounded: bool = False) -> None:
    """What both hold is the same, but for the last digits of numbers."""
    if isinstance(ours, dict):
        assert not ours or ours.keys() & theirs.keys(), path
        for key in ours.keys() & theirs.keys():
            assert_same(ours[key], theirs[key], f"{path}.{key}", rounded=rounded)
    elif isinstance(ours, list):
        for at, value in enumerate(ours):
            assert_same(value, theirs[at], f"{path}.{at}", rounded=rounded)
    elif isinstance(ours, int | float) and not isinstance(ours, bool):
        rel, euro = (SIX_DIGITS, 0.51) if rounded else (CLOSE, CLOSE * PAYROLL)
        assert theirs == pytest.approx(ours, rel=rel, abs=euro if "_eur" in path else CLOSE), path
    else:
        assert theirs == ours, path


@pytest.fixture(scope="module")
def replaced() -> dict[str, Any]:
    """The page of Nijkerk after the assumptions were filled in."""
    with speaking("en"):
        moves = [["assume", key, value, REASON] for key, value in OWN.items()]
        return played(new_case(["Nijkerk"]), moves)


def test_the_case_that_is_kept_is_checked_and_gives_the_numbers_of_the_page(
    replaced: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """``check`` takes it; ``compare --json`` gives what stands on the page."""
    path = tmp_path / "kept.yaml"
    path.write_text(replaced["file"], encoding="utf-8")
    with speaking("en"):
        assert load_case(path).assumptions == in_python(new_case(["Nijkerk"])).assumptions
    assert run(program, ["check", str(path)]) == 0
    capsys.readouterr()
    assert run(program, ["compare", str(path), "--json", "--language", "en"]) == 0
    document = json.loads(capsys.readouterr().out)
    shown = replaced["results"]["options"]
    assert len(shown) == 4
    for key, option in shown.items():
        ours = document["options"][key]
        assert {"capacity_low", "net_saving_eur", "m", "paths"} <= ours.keys() & option.keys()
        for name in (ours.keys() & option.keys()) - {"changed"}:
            assert_same(ours[name], option[name], f"{key}.{name}", rounded=True)


def test_the_model_in_deno_is_that_of_python_with_own_assumptions(replaced: dict[str, Any]) -> None:
    """Every outcome, path and size, to the last digits."""
    comparison = compare(in_python(new_case(["Nijkerk"])))
    for key, shown in replaced["results"]["options"].items():
        option = comparison.options[key]
        outcomes = {name: asdict(band) for name, band in option.outcomes.items()}
        outcomes.pop("falls_back")  # one chance rather than a range
        for name, band in outcomes.items():
            finite = {end: None if isinf(one) else one for end, one in band.items()}
            assert_same(finite, shown[name], f"{key}.{name}")
        assert_same(float(option.falls_back), shown["falls_back"], f"{key}.falls_back")
        assert_same(float(option.factor), shown["m"], f"{key}.m")
        for name, path in shown["paths"].items():
            ends = [path[end] for end in ("p10", "p50", "p90")]
            assert_same(option.paths[name].tolist(), ends, f"{key}.paths.{name}")


def test_every_row_of_the_panel_is_that_of_the_served_page(replaced: dict[str, Any]) -> None:
    """Own figures are marked as such; the share of staff departments follows the managers' cost."""
    with speaking("en"):
        ours = figure_rows(study_of(in_python(new_case(["Nijkerk"]))))
    theirs = [{name: row[name] for name in row if name != "allowed"} for row in replaced["figures"]]
    assert theirs == ours
    assert sum(row.get("own", False) for row in theirs) == len(OWN)


def test_own_assumptions_are_named_in_a_sentence(replaced: dict[str, Any]) -> None:
    """Each with its range and its reason, on the page and on paper."""
    assert replaced["fault"] is None
    assert replaced["own"].startswith("Computed with own assumptions: ")
    assert f"Depth of the dip: 20% to 30%, middle 22% ({REASON})" in replaced["own"]


def test_more_than_six_are_counted() -> None:
    """The sentence stays short enough for one page of paper."""
    keys = (
        "dip_depth", "imposed_delay", "readiness_pace", "good_effect_at_once",
        "cut_effect_stays", "mutual_adjustment", "managers_return_share", "support_absorbed",
    )  # fmt: skip
    with speaking("en"):
        found = played(new_case(["Nijkerk"]), [["assume", key, "40%", "Ours"] for key in keys])
    assert found["own"].endswith("; and 2 more.")


def test_what_was_put_back_or_undone_leaves_no_trace(replaced: dict[str, Any]) -> None:
    """The numbers, the panel and the file are those of before."""
    with speaking("en"):
        before = played(new_case(["Nijkerk"]), [])
        moves = [
            ["assume", "dip_depth", "50%", REASON],
            ["restore", "dip_depth"],
            ["assume", "manager_cost_ratio", "2", REASON],
            ["undo"],
        ]
        assert played(new_case(["Nijkerk"]), moves) == before
    assert before["own"] == ""
    assert before["results"] != replaced["results"]


def test_faults_stand_at_their_fields() -> None:
    """Range and reason at once, in the words of the reader; nothing is replaced."""
    with speaking("en"):
        found = played(new_case(["Nijkerk"]), [["assume", "dip_depth", "90%", " "]])
    assert found["fault"] == {
        "lever": "figure.dip_depth",
        "words": "90% is outside what is allowed; use 0% to 60% (of capacity).",
        "fields": {
            "value": "90% is outside what is allowed; use 0% to 60% (of capacity).",
            "reason": "this is missing; fill it in.",
        },
    }
    assert found["own"] == ""


def test_a_case_with_own_assumptions_starts_from_them() -> None:
    """They can be put back on the page; one that it cannot replace stays, and is named too."""
    case = assumed(
        in_python(new_case(["Nijkerk"])), "readiness_weakest_weight", value="80%", reason="Ours"
    )
    assert list(own_assumptions(case)) == list(OWN)
    assert list(without_own(case).assumptions) == ["readiness_weakest_weight"]
    with speaking("en"):
        found = played(case, [["restore", key] for key in OWN])
    assert found["own"].endswith(": 80% (Ours).")
    assert read_yaml(found["file"].encode()).case().assumptions == without_own(case).assumptions


def test_no_overhead_is_needed_where_the_share_is_known() -> None:
    """A share of staff departments of one's own does not follow the cost of managers."""
    case = Case.model_validate(
        {"name": "Urk", "municipalities": "Urk", "organisation": {"support_share": "20%"}}
    )
    assert overhead_facts(study_of(case)) is None
    assert overhead_facts(study_of(new_case(["Urk"]))) is not None


@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_figure_that_may_be_replaced_tells_what_is_allowed(language: str) -> None:
    """In the language of the reader."""
    with speaking(language):
        rows = [row for row in figure_words(study_of(new_case(["Urk"]))) if "key" in row]
    assert len(rows) == 60
    assert all(row["allowed"] in row["standard"] for row in rows)
