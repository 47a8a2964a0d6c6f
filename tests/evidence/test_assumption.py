"""A figure of one's own takes the place of the ledger's, with its reason, and says so."""

import re
from typing import Any

import numpy as np
import pytest

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.case.workbook import read_workbook
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.case.yaml_file import read_yaml
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.errors import InputError
from selfmgmt.evidence.assumption import OwnAssumption, replaceable, with_own
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.evidence.show import rests_on
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.simulation import simulate
from selfmgmt.simulation.effects import Effect
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS

OPTION = "stepwise_programme"
OWN = {"low": "50%", "central": "70%", "high": "80%", "reason": "Two earlier cuts went so."}
URK: dict[str, Any] = {"name": "Urk", "municipalities": "Urk", "options": {OPTION: {}}}


def case_with(**own: Any) -> Case:
    """Urk with figures of its own."""
    return Case.model_validate({**URK, "assumptions": own})


def faults_of(written: str) -> tuple[str, ...]:
    """What is wrong with a case in YAML that ends in ``written``."""
    head = "schema: selfmgmt/case/1\nname: Urk\nmunicipalities: Urk\nassumptions:\n"
    with speaking("en"), pytest.raises(InputError) as caught:
        read_yaml((head + written).encode()).case()
    return caught.value.faults


CONVENTIONS = {
    "control_baseline",
    "coached_team_size",
    "cut_imposed_in_evidence",
    "functions_reference_fte",
    "primary_bound",
    "support_bound",
    "tasks_bound",
}


def test_all_that_the_calculation_takes_from_the_ledger_can_be_replaced() -> None:
    """All but what is fixed by convention, and nothing else but how readiness is counted."""
    replaced = {*PARAMETERS, *EFFECTS} - CONVENTIONS
    assert set(replaceable()) == {*replaced, "readiness_weakest_weight"}
    assert all(load_ledger().parameter(key).estimate.known for key in CONVENTIONS)


@pytest.mark.parametrize("key", sorted({*PARAMETERS, *EFFECTS} - CONVENTIONS))
def test_either_end_of_what_is_allowed_can_be_calculated(key: str) -> None:
    """Known at its lowest and at its highest; every outcome stays a number."""
    figure = replaceable()[key]
    assert figure.limits
    assert figure.limits.is_share == (figure.unit.show in ("percent", "points"))
    for end in (figure.limits.low, figure.limits.high):
        case = case_with(**{key: {"central": end, "reason": "x"}})
        study = study_of(case)
        designs = [case.design(option) for option in case.options]
        found = simulate(designs, study.inputs, question=case.question, draws=16, seed=1)
        for name, values in found.values.items():
            assert name == "payback_quarter" or np.isfinite(values).all(), name


def test_a_replaced_figure_counts_and_is_marked() -> None:
    """The range that counts is the reader's; grade, status and note say whose it is."""
    study = study_of(case_with(savings_realisation=OWN))
    figure = study.ledger.parameter("savings_realisation")
    assert study.inputs.effects["savings_realisation"] == Effect(0.5, 0.7, 0.8)
    assert (figure.low, figure.central, figure.high) == (0.5, 0.7, 0.8)
    assert (figure.grade, figure.status) == ("D", "own")
    assert study.inputs.origins["savings_realisation"] == "assumption"
    with speaking("en"):
        assert rests_on(figure) == "own assumption: Two earlier cuts went so."
    assert with_own(load_ledger(), {}) == load_ledger()


def test_the_ledger_itself_stays_as_it_was() -> None:
    """A case changes nothing for another case."""
    with_own(load_ledger(), {"dip_depth": OwnAssumption(low=0, central=0, high=0, reason="x")})
    assert load_ledger().parameter("dip_depth").status == "assumption"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost(language: str) -> None:
    """YAML, the workbook and a link bring back range and reason, digit by digit."""
    own = {
        "savings_realisation": OWN,
        "absence_effect": {"central": "-0,0333333333", "reason": "=1+1"},
    }
    with speaking(language):
        case = case_with(**own)
        assert read_yaml(yaml_text(case).encode()).case() == case
        assert read_workbook(workbook_bytes(case)).case() == case
        assert case_in_link(link_word(case)) == case


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("  savings_realization: {central: 50%, reason: x}\n", "did you mean savings_realisation"),
        ("  fte_per_1000: {central: 5, reason: x}\n", "'fte_per_1000' is not known"),
        ("  dip_depth: {central: 90%, reason: x}\n", "line 5, assumptions.dip_depth: 90% is outs"),
        ("  dip_depth: {central: 10%}\n", "assumptions.dip_depth.reason: this is missing"),
        ("  dip_depth: 10%\n", "assumptions.dip_depth.reason: this is missing"),
        ("  dip_depth: {central: 10%, reason: ' '}\n", "dip_depth.reason: this is missing"),
        ("  dip_depth: {low: 1%, reason: x}\n", "dip_depth.central: this is missing"),
        ("  dip_depth: {central: deep, reason: x}\n", "dip_depth.central: 'deep' is not a number"),
        ("  dip_depth: {low: 9%, central: 5%, high: 6%, reason: x}\n", "not in rising order"),
        ("  dip_depth: {central: 5%, why: x}\n", "assumptions.dip_depth.why: 'why' is not known"),
        ("  dip_depth: [1, 2]\n", "assumptions.dip_depth: .* is no set of fields"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_place(written: str, said: str) -> None:
    """The figure, what was given, what is allowed; nothing is guessed."""
    assert any(re.search(said, fault) for fault in faults_of(written))


def test_every_fault_is_told_at_once() -> None:
    """Two figures out of range, one without its reason, one that is none."""
    faults = faults_of(
        "  dip_depth: {central: 90%, reason: x}\n"
        "  transition_years: {central: 0.5, reason: x}\n"
        "  hire_premium: {central: 1}\n"
        "  hire_premia: {central: 1, reason: x}\n"
    )
    assert len(faults) == 4
    assert "1 to 10 (years)" in faults[1]
