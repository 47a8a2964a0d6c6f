"""A case with everything looked up."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.analysis.study import profile_of, study_of
from selfmgmt.case import Case
from selfmgmt.case.question import Question
from selfmgmt.case.readiness import Readiness
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Estimate
from selfmgmt.simulation.chance import block_sample


def test_a_case_from_public_data_alone_is_whole():
    """Every figure has a range and says where it is from; readiness is the wide default."""
    study = study_of(Case(name="Vlieland", municipalities=("GM0096",)))
    figures = study.organisation.figures()
    assert all(figure.source for figure in figures.values())
    assert figures["fte"].origin == "public"
    assert study.organisation.missing == tuple(figures)
    default = load_ledger().parameter("readiness_default")
    assert study.profile.rho.low == default.low


def test_filed_payroll_is_not_made_uncertain():
    """FTE and cost per FTE are both estimated from the filed payroll; their product stays it."""
    study = study_of(Case(name="Nijkerk", municipalities=("GM0267",)))
    draw = block_sample(study.inputs, size=200, seed=1).draw
    payroll = study.members[0].budget.own_payroll_eur
    np.testing.assert_allclose(draw.fte * draw.cost_per_fte, payroll)
    assert np.ptp(draw.fte) > 50


def test_own_figures_replace_estimates(comparison):
    """What the user gave is used as it is, and called so."""
    figures = comparison.study.organisation.figures()
    assert figures["fte"].estimate.central == 330
    assert figures["fte"].origin == "own"


def test_a_shared_organisation_is_sized_by_all_its_residents():
    """Boxtel and Sint-Michielsgestel have one civil service: its FTE follow from both together."""
    both = study_of(Case(name="MGD", municipalities=("GM0757", "GM0845")))
    fte = both.organisation.fte.estimate
    inhabitants = sum(member.inhabitants for member in both.members)
    per_1000 = load_ledger().parameter("fte_per_1000")
    assert (
        fte.central == round(inhabitants / 1000 * per_1000.central, 12)
        or abs(fte.central - inhabitants / 1000 * per_1000.central) < 1
    )


def test_a_share_is_one_of_staff_cost_and_hired_staff_is_in_it():
    """100 FTE of 90,000 are nine tenths of it: 10 million, of which 5 % is half a million."""
    study = study_of(Case.model_validate({"name": "Nijkerk", "municipalities": ["GM0267"]}))
    spans = {"fte": 100.0, "cost_per_fte": 90_000.0, "hire_share": 0.1}
    ranges = {key: Estimate(low=at / 2, central=at, high=at * 1.5) for key, at in spans.items()}
    relative = study.case.model_copy(update={"question": Question(saving_target="5%")})
    inputs = replace(study.inputs, ranges=ranges, payroll_eur=None)
    study = replace(study, case=relative, inputs=inputs)
    assert study.staff_cost_eur == pytest.approx(10_000_000)
    assert study.question.saving_target.value == 500_000
    filed = replace(study, inputs=replace(inputs, payroll_eur=4_500_000))
    assert filed.staff_cost_eur == pytest.approx(5_000_000)
    assert filed.question.saving_target.value == 250_000
    fixed = study.case.model_copy(update={"question": Question(saving_target=123_456)})
    assert replace(study, case=fixed).question.saving_target.value == 123_456


def test_readiness_is_that_of_the_answers_with_the_margins_of_the_ledger():
    """Four threes are a half; people who judge themselves are a tenth off on either side."""
    keys = ("trust", "support", "capability", "politics")
    ledger = load_ledger()
    judged = profile_of(Readiness.model_validate(dict.fromkeys(keys, 3)), ledger)
    assert dict(judged.rho) == pytest.approx({"low": 0.4, "central": 0.5, "high": 0.6})
    assert set(judged.weakest) == set(judged.filled) == set(keys)
    nothing = profile_of(Readiness(), ledger)
    assert dict(nothing.rho) == {"low": 0.35, "central": 0.5, "high": 0.65}
    assert nothing.filled == {}
