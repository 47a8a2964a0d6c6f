"""Further questions on the live page: the browser answers what Python answers."""

import json
import os
import subprocess
from dataclasses import asdict
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from deno import find_deno_bin

from selfmgmt.analysis.compare import SEED, Comparison, compare
from selfmgmt.analysis.stress import reverses_for, stress
from selfmgmt.analysis.turning import lever_curves
from selfmgmt.case import Case, new_case
from selfmgmt.evidence.stress import reverses
from selfmgmt.fields import Amount
from selfmgmt.live import PAGE_PARTS
from selfmgmt.live.further import shock_inputs, shock_words
from selfmgmt.live.payload import page_payload
from selfmgmt.teaching.prepare import case_for
from tests.browser.twin import ALONE

RUNNER = Path(__file__).with_name("further_in_deno.js")
CLOSE = 1e-9  # of the figure, or of the payroll for euros
PAYROLL = 300 * 90_000
CASES = {
    "one municipality": lambda: new_case(["Nijkerk"]),
    "a shared organisation": lambda: case_for("shared"),
    "amounts and stops": lambda: _with_amounts(new_case(["Nijkerk"])),
}
each_case = pytest.mark.parametrize("name", CASES)


def _with_amounts(case: Case) -> Case:
    """Levers in FTE and teams rather than shares, and a roll-out that a stop cuts off half-way."""
    levers = {
        "managers_after": "12 FTE",
        "support_after": "80 FTE",
        "primary_fte_change": "-4 FTE",
        "team_count": "30 teams",
        "coaches": "2 FTE",
        "start_share": "20%",
        "start_quarters": 4,
        "rollout_quarters": 12,
    }
    fields = {"based_on": "stepwise_programme", **levers}
    return Case.model_validate(
        {"name": case.name, "municipalities": "Nijkerk", "options": {"own": fields}}
    )


@cache
def answered(name: str) -> tuple[dict[str, Any], Comparison]:
    """What the page answers in deno, and the comparison by Python."""
    case = CASES[name]()
    payload = page_payload(case)
    given = {"model": payload["model"], "known": payload["known"], "board": payload["board"]}
    done = subprocess.run(
        [find_deno_bin(), "run", *ALONE, str(RUNNER), str(PAGE_PARTS)],
        input=json.dumps(given),
        env={**os.environ, "DENO_NO_UPDATE_CHECK": "1"},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout), compare(case)


@each_case
def test_stress_is_that_of_python(name: str) -> None:
    """Every reverse and every pair, on every option: each end of each outcome, and the chance."""
    found, comparison = answered(name)
    study = comparison.study
    plans = {key: option.plan for key, option in comparison.options.items()}
    seen = 0
    for ours in stress(study, plans, seed=SEED):
        theirs = next(
            one for one in found["stressed"][ours.option] if one["reverses"] == list(ours.reverses)
        )
        for outcome, quantiles in ours.outcomes.items():
            room = CLOSE * (PAYROLL if outcome.endswith("_eur") else 1)
            expected = pytest.approx(asdict(quantiles), rel=CLOSE, abs=room)
            assert theirs["outcomes"][outcome] == expected, (ours.option, ours.reverses, outcome)
        assert theirs["certainty"] == pytest.approx(ours.certainty, abs=CLOSE)
        seen += 1
    count = len(reverses_for(study))
    assert seen == len(plans) * (1 + count + len(list(combinations(range(count), 2))))
    assert count == len(reverses()) - (len(study.members) == 1)


@each_case
def test_turning_points_are_those_of_python(name: str) -> None:
    """Every lever of every option: the places tried, the chance at each, and where it turns."""
    found, comparison = answered(name)
    for key, option in comparison.options.items():
        certainty = int(comparison.study.question.certainty.rstrip("%")) / 100
        curves = lever_curves(comparison.study, option.plan, certainty=certainty, seed=SEED)
        assert [one["lever"] for one in found["turns"][key]] == [one.lever for one in curves]
        for ours, theirs in zip(curves, found["turns"][key], strict=True):
            assert numbers(theirs["positions"]) == pytest.approx(ours.positions.tolist())
            np.testing.assert_allclose(theirs["certainty"], ours.certainty, atol=CLOSE)
            assert numbers(theirs["turns"]) == pytest.approx(list(ours.turns), rel=CLOSE)


def numbers(values: list[Any]) -> list[float]:
    """Values of a lever; an amount is a part of today's."""
    return [one["value"] if isinstance(one, dict) else one for one in values]


def test_a_partner_can_only_leave_a_shared_organisation() -> None:
    """The reverse is not there for one municipality, and has the largest part for two."""
    alone, shared = (compare(CASES[name]()).study for name in list(CASES)[:2])
    assert "partner_leaves" not in shock_words(alone)
    leaving = next(one for one in shock_inputs(shared) if one["key"] == "partner_leaves")["leaving"]
    assert 0 < leaving["share"] < 1
    assert leaving["overhead_follows"] == 0.5


def test_levers_of_a_reverse_are_those_that_it_moves() -> None:
    """Managers come back: all of them, and nothing else changes."""
    study = compare(CASES["one municipality"]()).study
    back = next(one for one in shock_inputs(study) if one["key"] == "managers_return")
    assert back["design"] == {"managers_after": Amount(value=1, relative=True).model_dump()}
