"""A case with everything looked up."""

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.evidence.ledger import load_ledger


def test_a_case_from_public_data_alone_is_whole():
    """Every figure has a range and says where it is from; readiness is the wide default."""
    study = study_of(Case(name="Vlieland", municipalities=("GM0096",)))
    figures = study.organisation.figures()
    assert all(figure.source for figure in figures.values())
    assert figures["fte"].origin == "public"
    assert study.organisation.missing == tuple(figures)
    default = load_ledger().parameter("readiness_default")
    assert study.profile.rho.low == default.low


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
