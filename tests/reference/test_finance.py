"""Budgets and accounts year by year."""

import pytest

from selfmgmt.reference.finance import finance_history, newest_of
from selfmgmt.reference.municipalities import all_municipalities


@pytest.mark.parametrize(
    ("code", "year", "report", "printed", "digits"),
    [
        ("GM1945", 2019, "accounts", 9.42, 2),
        ("GM1945", 2020, "budget", 10.35, 2),
        ("GM0855", 2019, "budget", 8.5, 1),
        ("GM0777", 2020, "budget", 10.4, 1),
    ],
)
def test_overhead_is_what_the_municipality_prints(
    code: str, year: int, report: str, printed: float, digits: int
) -> None:
    """Berg en Dal, Tilburg and Etten-Leur print the share that follows from their filing."""
    found = [x for x in finance_history(code) if (x.year, x.report) == (year, report)]
    assert found[0].overhead_share
    assert round(100 * found[0].overhead_share, digits) == printed


def test_budget_comes_before_accounts_of_the_same_year() -> None:
    """Oldest first, and a budget is older than its accounts."""
    order = [(item.year, item.report) for item in finance_history("GM0267")]
    assert order[:3] == [(2017, "budget"), (2017, "accounts"), (2018, "budget")]
    assert order[-1] == (2026, "budget")


def test_a_share_needs_something_to_divide_by() -> None:
    """Budgets have no balance sheet, so equity as a share is not known."""
    budget = newest_of(finance_history("GM0267"), "budget")
    assert budget
    assert budget.equity_share is None
    assert budget.per_inhabitant(None) is None


def test_newest_of_nothing() -> None:
    """An unknown municipality has no newest budget."""
    assert newest_of(finance_history("GM9999"), "budget") is None


def test_missing_reports_are_those_that_are_known_to_be_missing() -> None:
    """Of the accounts of 2024 only those of Loon op Zand are missing."""
    late = [x.name for x in all_municipalities() if not x.accounts or x.accounts.year != 2024]
    assert late == ["Loon op Zand"]
    assert all(item.budget and item.budget.year == 2026 for item in all_municipalities())


def test_parts_do_not_exceed_the_whole() -> None:
    """Overhead, payroll and social domain are parts of total cost, in every newest report."""
    for municipality in all_municipalities():
        for item in (municipality.accounts, municipality.budget):
            assert item
            assert 0 < item.overhead_eur < item.total_cost_eur
            assert 0 <= item.own_payroll_eur < item.total_cost_eur
            assert (item.overhead_own_payroll_eur or 0) <= item.own_payroll_eur
