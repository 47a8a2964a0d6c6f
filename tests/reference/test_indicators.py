"""Figures that can be laid side by side."""

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import find_municipality

NIJKERK, EDE = find_municipality("Nijkerk"), find_municipality("Ede")


def test_worked_by_hand() -> None:
    """Nijkerk, accounts 2024: overhead divided by total cost."""
    assert NIJKERK.accounts
    by_hand = NIJKERK.accounts.overhead_eur / NIJKERK.accounts.total_cost_eur
    assert INDICATORS["overhead_share"].value([NIJKERK]) == by_hand
    assert INDICATORS["overhead_share"].year([NIJKERK]) == 2024


@pytest.mark.parametrize("key", INDICATORS)
def test_together_lies_between_the_two(key: str) -> None:
    """Parts added up over totals added up: a weighted mean."""
    one, other = (INDICATORS[key].value([item]) for item in (NIJKERK, EDE))
    both = INDICATORS[key].value([NIJKERK, EDE])
    assert one is not None
    assert other is not None
    assert both is not None
    assert min(one, other) <= both <= max(one, other)


def test_staff_that_is_elsewhere_says_nothing() -> None:
    """Boxtel's own payroll is no measure of its staff; its total cost is what it is."""
    boxtel = find_municipality("Boxtel")
    assert INDICATORS["overhead_share"].value([boxtel]) is None
    assert INDICATORS["hire_share"].value([boxtel]) is None
    assert INDICATORS["total_cost_per_inhabitant"].value([boxtel]) is not None


def test_years_are_not_mixed() -> None:
    """Loon op Zand has accounts of 2023, Nijkerk of 2024: together there is no figure."""
    loon = find_municipality("Loon op Zand")
    assert INDICATORS["overhead_share"].year([loon]) == 2023
    assert INDICATORS["overhead_share"].value([loon, NIJKERK]) is None


def test_shown_as_the_reader_writes_it() -> None:
    """Shares as percentages, the rest in euros."""
    with speaking("en"):
        assert INDICATORS["overhead_share"].shown(0.1234) == "12.3%"
        assert "4,321" in INDICATORS["total_cost_per_inhabitant"].shown(4321)
        assert INDICATORS["hire_share"].label.startswith("Hired-in staff")
