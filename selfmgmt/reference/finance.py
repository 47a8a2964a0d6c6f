"""What municipalities budget and spend, year by year, as they file it with the CBS (Iv3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from selfmgmt.reference.files import Row, whole
from selfmgmt.reference.own_data import newest_rows
from selfmgmt.reference.population import population_history

Report = Literal["budget", "accounts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinanceYear:
    """One budget, or the annual accounts of one year, of one municipality.

    Amounts are in euros of that year; None is not known. What each amount is, the code book says.
    ``inhabitants`` is on 1 January of that year. ``fetched`` is the day on which the user fetched
    the figures, None for those that came with the product.
    """

    cbs_code: str
    year: int
    report: Report
    inhabitants: int | None
    fetched: date | None
    total_cost_eur: int
    overhead_eur: int
    own_payroll_eur: int
    external_staff_eur: int
    total_income_eur: int | None
    governance_eur: int | None
    overhead_own_payroll_eur: int | None
    overhead_external_staff_eur: int | None
    joint_arrangements_eur: int | None
    social_domain_eur: int | None
    equity_eur: int | None
    balance_total_eur: int | None

    @property
    def overhead_share(self) -> float | None:
        """Overhead as the BBV defines it (task field 0.4) as a share of total cost."""
        return _ratio(self.overhead_eur, self.total_cost_eur)

    @property
    def own_payroll_share(self) -> float | None:
        """Own payroll as a share of total cost."""
        return _ratio(self.own_payroll_eur, self.total_cost_eur)

    @property
    def hire_share(self) -> float | None:
        """Hired-in staff as a share of own payroll and hired-in staff together."""
        return _ratio(self.external_staff_eur, self.external_staff_eur + self.own_payroll_eur)

    @property
    def equity_share(self) -> float | None:
        """Equity as a share of the balance total; annual accounts only."""
        return _ratio(self.equity_eur, self.balance_total_eur)

    def per_inhabitant(self, amount_eur: int | None) -> float | None:
        """``amount_eur`` divided by the inhabitants of that year."""
        return _ratio(amount_eur, self.inhabitants)


def finance_history(code: str) -> tuple[FinanceYear, ...]:
    """All budgets and accounts of a municipality, oldest first; empty for an unknown code.

    >>> [(item.year, item.report) for item in finance_history("GM0809")][-3:]
    [(2024, 'budget'), (2025, 'budget'), (2026, 'budget')]
    """
    inhabitants = {item.year: item.inhabitants for item in population_history(code)}
    items = [
        _finance_year(*item, inhabitants)
        for item in newest_rows("finance_history", code, "year", "report")
    ]
    return tuple(sorted(items, key=lambda item: (item.year, item.report == "accounts")))


def newest_of(history: Iterable[FinanceYear], report: Report) -> FinanceYear | None:
    """The newest budget, or the newest accounts, in ``history``."""
    return max((x for x in history if x.report == report), key=lambda x: x.year, default=None)


def _finance_year(row: Row, fetched: date | None, inhabitants: Mapping[int, int]) -> FinanceYear:
    year = int(row["year"])
    return FinanceYear(
        cbs_code=row["cbs_code"],
        year=year,
        report="accounts" if row["report"] == "accounts" else "budget",
        inhabitants=inhabitants.get(year),
        fetched=fetched,
        total_cost_eur=int(row["total_cost_eur"]),
        overhead_eur=int(row["overhead_eur"]),
        own_payroll_eur=int(row["own_payroll_eur"]),
        external_staff_eur=int(row["external_staff_eur"]),
        total_income_eur=whole(row["total_income_eur"]),
        governance_eur=whole(row["governance_eur"]),
        overhead_own_payroll_eur=whole(row["overhead_own_payroll_eur"]),
        overhead_external_staff_eur=whole(row["overhead_external_staff_eur"]),
        joint_arrangements_eur=whole(row["joint_arrangements_eur"]),
        social_domain_eur=whole(row["social_domain_eur"]),
        equity_eur=whole(row["equity_eur"]),
        balance_total_eur=whole(row["balance_total_eur"]),
    )


def _ratio(part: int | None, total: int | None) -> float | None:
    return part / total if part is not None and total else None
