"""The organisation as it is: own figures first, then public ones of this place, then evidence."""

import pytest

from selfmgmt.case.baseline import organisation_of
from selfmgmt.case.known_organisation import Organisation
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import all_municipalities, find_municipality


def organisation(*names: str, **own: object) -> Organisation:
    """The organisation of these municipalities, with some figures of its own."""
    members = [find_municipality(name) for name in names]
    return organisation_of(OwnFigures.model_validate(own), members, load_ledger())


def test_staff_departments_follow_from_what_is_booked_as_overhead() -> None:
    """Nijkerk: q = 0.35535, g = 5.5%, k = 1.4: (q - g k)(1 - g) / (1 - g k) = 0.2850."""
    figure = organisation("Nijkerk").support_share
    assert figure.estimate.central == pytest.approx(
        (0.355351 - 0.055 * 1.4) * (1 - 0.055) / (1 - 0.055 * 1.4), abs=1e-5
    )
    assert figure.estimate.low == pytest.approx(0.2440, abs=1e-4)
    assert figure.origin == "public"


def test_more_managers_leave_fewer_posts_in_staff_departments() -> None:
    """An own share of managers moves the estimate; an own share of staff departments is kept."""
    more = organisation("Nijkerk", manager_share="8%").support_share
    assert more.estimate.central < organisation("Nijkerk").support_share.estimate.central
    own = organisation("Nijkerk", support_share="20%").support_share
    assert (own.origin, own.estimate.central) == ("own", 0.2)


def test_staff_departments_are_never_smaller_than_the_least() -> None:
    """Where much of the overhead is managers, 5% is left."""
    assert organisation("Vlieland", manager_share="25%").support_share.estimate.low == 0.05


def test_where_public_figures_cannot_carry_it_the_source_says_so() -> None:
    """Boxtel employs nobody itself."""
    with speaking("en"):
        figure = organisation("Boxtel").support_share
    assert figure.origin == "default"
    assert figure.estimate == load_ledger().parameter("support_share").estimate
    assert figure.source.startswith("The staff is not on the payroll of the municipality itself.")


def test_absence_is_that_of_the_sector_times_the_size() -> None:
    """Vlieland: 6.5% x 4.2 / 5.3; an own figure replaces it."""
    assert organisation("Vlieland").absence.estimate.central == pytest.approx(0.065 * 4.2 / 5.3)
    assert organisation("Vlieland", absence="4%").absence.origin == "own"


def test_every_figure_of_every_municipality_says_where_it_is_from() -> None:
    """All 342, each within the limits of what a user may fill in."""
    ledger = load_ledger()
    for one in all_municipalities():
        figures = organisation_of(OwnFigures(), [one], ledger).all_figures()
        assert set(OwnFigures.model_fields) - set(figures) == {"vulnerability_today"}  # own only
        assert all(figure.source for figure in figures.values())
        local = {key: figures[key].estimate for key in ("support_share", "absence", "social_share")}
        OwnFigures.model_validate(local)


def test_local_figures_are_those_of_this_place() -> None:
    """Own ones and public ones; the ranges of the ledger are national."""
    assert organisation("Nijkerk").local == (
        "fte", "support_share", "absence", "hire_share", "social_share",
    )  # fmt: skip
    assert "turnover" in organisation("Nijkerk", turnover="7%").local
    assert organisation("Boxtel", "Sint-Michielsgestel").local == ("fte", "absence")


def test_the_model_draws_all_but_the_social_domain() -> None:
    """That share sets the scope of an option; the chance of a gap is counted, unless it is own."""
    figures = organisation("Nijkerk").figures()
    assert set(OwnFigures.model_fields) - set(figures) == {"social_share", "vulnerability_today"}


@pytest.mark.parametrize(("name", "small"), [("Vlieland", True), ("Urk", False)])
def test_a_small_organisation_is_known(name: str, small: bool) -> None:
    """Below 75 FTE parts of posts are no people."""
    assert organisation(name).is_small == small
    assert organisation(name, fte=74.9).is_small
    assert not organisation(name, fte=75).is_small


def test_every_estimate_may_be_filled_in() -> None:
    """Of the largest too: what stands beside a field is not refused when it is typed in."""
    for one in all_municipalities():
        found = organisation(one.name).all_figures()
        own = {key: found[key].estimate for key in OwnFigures.model_fields if key in found}
        assert len(own) >= 9
        assert OwnFigures.model_validate({key: _bounds(one) for key, one in own.items()})


def _bounds(estimate: Estimate) -> dict[str, float]:
    return {"low": estimate.low, "central": estimate.central, "high": estimate.high}
