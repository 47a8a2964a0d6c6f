"""A case with everything looked up."""

import numpy as np

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.evidence.ledger import load_ledger
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
