"""How many people work there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.reference.municipalities import Municipality, all_municipalities, find_municipality
from selfmgmt.reference.reported_staffing import reported_staffing, staffing_by_size_class
from selfmgmt.reference.staffing import FteEstimate, estimate_fte, hire_share

COST = Estimate(low=80_000, central=90_000, high=105_000)
RATE = Estimate(low=5.5, central=7.5, high=11)


def estimate(*names: str) -> FteEstimate:
    """The estimate for municipalities with these names."""
    members = [find_municipality(name) for name in names]
    return estimate_fte(members, cost_per_fte=COST, fte_per_1000=RATE)


def test_payroll_by_hand() -> None:
    """Nijkerk's payroll of 2026 divided by the cost of an FTE; the dearest FTE gives the fewest."""
    nijkerk = find_municipality("Nijkerk")
    assert nijkerk.budget
    found = estimate("Nijkerk")
    assert found.method == "payroll"
    assert found.estimate.low == nijkerk.budget.own_payroll_eur / 105_000
    assert found.estimate.central == nijkerk.budget.own_payroll_eur / 90_000
    assert found.estimate.high == nijkerk.budget.own_payroll_eur / 80_000


def test_inhabitants_by_hand() -> None:
    """64,493 inhabitants times 7.5 per 1,000 is 483.7 FTE."""
    found = estimate("Boxtel", "Sint-Michielsgestel")
    assert found.method == "inhabitants"
    assert found.estimate.central == pytest.approx(483.6975)


def test_a_centre_brings_the_staff_of_its_guest() -> None:
    """Amstelveen and Aalsmeer: the payroll is whole; Aalsmeer alone: it is not."""
    assert estimate("Amstelveen", "Aalsmeer").method == "payroll"
    assert estimate("Aalsmeer").method == "inhabitants"
    assert estimate("Hoogeveen", "De Wolden").method == "inhabitants"


def test_it_is_labelled_an_estimate() -> None:
    """The sentence says how it was found, and that the own figure is better."""
    with speaking("en"):
        payroll, rough = estimate("Nijkerk").sentence, estimate("Boxtel").sentence
    assert payroll.startswith("This is an estimate: own payroll")
    assert "budget 2026" in payroll
    assert rough.startswith("This is a rough estimate: 34,302 inhabitants times 5.5 to 11.0 FTE")
    assert payroll.endswith("Your own figure is better.")
    assert rough.endswith("Your own figure is better.")


@given(st.lists(st.sampled_from(all_municipalities()), min_size=1, max_size=3, unique=True))
def test_a_range_in_order_that_holds_the_municipality(members: list[Municipality]) -> None:
    """Low to high, above zero, and with a dearer FTE there are never more of them."""
    found = estimate_fte(members, cost_per_fte=COST, fte_per_1000=RATE).estimate
    dearer = Estimate(low=90_000, central=100_000, high=110_000)
    fewer = estimate_fte(members, cost_per_fte=dearer, fte_per_1000=RATE).estimate
    assert 0 < found.low <= found.central <= found.high
    assert fewer.central <= found.central


def test_bad_questions() -> None:
    """Nobody, or staff that costs nothing."""
    free = Estimate(low=0, central=1, high=2)
    with pytest.raises(InputError, match="FTE"):
        estimate_fte([], cost_per_fte=COST, fte_per_1000=RATE)
    with pytest.raises(InputError, match="FTE"):
        estimate_fte([find_municipality("Ede")], cost_per_fte=free, fte_per_1000=RATE)


def test_hire_share_is_from_accounts() -> None:
    """Nijkerk spent 19.8 % of staff cost on hired-in staff in 2024; for Boxtel it says nothing."""
    assert hire_share([find_municipality("Nijkerk")]) == pytest.approx(0.1985, abs=5e-5)
    assert hire_share([find_municipality("Boxtel")]) is None


def test_staff_of_the_sector() -> None:
    """189,500 people worked for municipalities at the end of 2023."""
    found = {(item.year, item.size_class.key): item for item in staffing_by_size_class()}
    assert found[2023, "all"].staff_persons == 189_500
    assert found[2021, "lt_20k"].staff_per_1000_inhabitants == pytest.approx(5.77)
    assert found[2016, "all"].inhabitants is None
    assert "afgerond" in found[2021, "all"].note


def test_staff_per_inhabitant_is_the_division() -> None:
    """Staff divided by inhabitants, where both are known."""
    for item in staffing_by_size_class():
        if item.inhabitants:
            per_1000 = 1000 * item.staff_persons / item.inhabitants
            assert item.staff_per_1000_inhabitants == pytest.approx(per_1000, abs=0.005)


def test_what_municipalities_report_themselves() -> None:
    """Eleven municipalities in a sample; Nijkerk is not one of them."""
    assert len({item.cbs_code for item in reported_staffing()}) == 11
    assert reported_staffing("GM0267") == ()
    hulst = reported_staffing("GM0677")[-1]
    assert (hulst.year, hulst.formation_fte_per_1000, hulst.overhead_pct) == (2026, 7.17, 12.71)
    assert hulst.note
