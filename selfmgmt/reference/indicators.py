"""Figures of municipalities that can be laid side by side."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, percentage
from selfmgmt.reference.finance import FinanceYear, Report
from selfmgmt.reference.municipalities import Municipality

Amount = Callable[[FinanceYear], int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A part divided by a total, both from the same budget or accounts.

    Several municipalities with one organisation are taken together: the parts added up, divided
    by the totals added up. ``needs_payroll`` marks what says nothing where the staff is employed
    elsewhere.
    """

    key: str
    title: str
    report: Report
    part: Amount
    total: Amount
    is_share: bool
    needs_payroll: bool

    @property
    def label(self) -> str:
        """The name of the figure in the language of the reader."""
        return gettext(self.title)

    def shown(self, value: float) -> str:
        """``value`` as the reader writes it: a percentage, or euros per inhabitant."""
        return percentage(value, 1) if self.is_share else euro(value)

    def year(self, members: Sequence[Municipality]) -> int | None:
        """The year of the figures, None when a member lacks them or the years differ."""
        years = {report.year if report else None for report in self._reports(members)}
        return years.pop() if len(years) == 1 else None

    def value(self, members: Sequence[Municipality]) -> float | None:
        """The figure of the members together, None when it is not known or says nothing."""
        if self.year(members) is None or self._staff_is_shared(members):
            return None
        reports = [report for report in self._reports(members) if report]
        parts, totals = (
            [self.part(item) for item in reports],
            [self.total(item) for item in reports],
        )
        if None in parts or None in totals or not sum(filter(None, totals)):
            return None
        return sum(filter(None, parts)) / sum(filter(None, totals))

    def _reports(self, members: Sequence[Municipality]) -> list[FinanceYear | None]:
        return [item.accounts if self.report == "accounts" else item.budget for item in members]

    def _staff_is_shared(self, members: Sequence[Municipality]) -> bool:
        return self.needs_payroll and any(item.low_own_payroll for item in members)


_ALL = (
    Indicator(
        key="overhead_share",
        title=_("Overhead as a share of total cost"),
        report="accounts",
        part=lambda item: item.overhead_eur,
        total=lambda item: item.total_cost_eur,
        is_share=True,
        needs_payroll=True,
    ),
    Indicator(
        key="overhead_per_inhabitant",
        title=_("Overhead per inhabitant"),
        report="accounts",
        part=lambda item: item.overhead_eur,
        total=lambda item: item.inhabitants,
        is_share=False,
        needs_payroll=True,
    ),
    Indicator(
        key="hire_share",
        title=_("Hired-in staff as a share of payroll and hiring"),
        report="accounts",
        part=lambda item: item.external_staff_eur,
        total=lambda item: item.external_staff_eur + item.own_payroll_eur,
        is_share=True,
        needs_payroll=True,
    ),
    Indicator(
        key="own_payroll_per_inhabitant",
        title=_("Own payroll per inhabitant"),
        report="budget",
        part=lambda item: item.own_payroll_eur,
        total=lambda item: item.inhabitants,
        is_share=False,
        needs_payroll=True,
    ),
    Indicator(
        key="total_cost_per_inhabitant",
        title=_("Total cost per inhabitant"),
        report="budget",
        part=lambda item: item.total_cost_eur,
        total=lambda item: item.inhabitants,
        is_share=False,
        needs_payroll=False,
    ),
    Indicator(
        key="social_domain_share",
        title=_("Social domain as a share of total cost"),
        report="budget",
        part=lambda item: item.social_domain_eur,
        total=lambda item: item.total_cost_eur,
        is_share=True,
        needs_payroll=False,
    ),
)
INDICATORS = {indicator.key: indicator for indicator in _ALL}
