"""How many people work there: an estimate from public figures, and what the sector reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.numbers import euro, number
from selfmgmt.reference.finance import FinanceYear
from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.shared import shared_organisation_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FteEstimate:
    """Occupied posts in FTE as a range, and in a sentence how it was found.

    ``payroll_eur`` is the own payroll a year that the range was divided from, if it was.
    """

    estimate: Estimate
    method: Literal["payroll", "inhabitants"]
    sentence: str
    payroll_eur: float | None = None


def estimate_fte(
    members: Sequence[Municipality], *, cost_per_fte: Estimate, fte_per_1000: Estimate
) -> FteEstimate:
    """The FTE of the organisation that works for ``members``, as a range.

    Own payroll divided by the cost of an FTE, where the whole payroll is in the books of the
    members; inhabitants times FTE per 1,000 where it is not.

    Args:
        members: The municipality, or those that share one organisation.
        cost_per_fte: EUR per FTE per year, above 0.
        fte_per_1000: FTE per 1,000 inhabitants.

    Raises:
        InputError: There are no members, or the cost of an FTE is not above 0.
    """
    if not members or cost_per_fte.low <= 0:
        raise InputError(
            gettext(
                "An estimate of FTE needs a municipality and a cost per FTE above 0; given are "
                "{count} municipalities and {cost}.",
                count=len(members),
                cost=cost_per_fte.low,
            )
        )
    reports = [member.budget or member.accounts for member in members]
    known = [report for report in reports if report]
    if len(known) == len(members) and payroll_is_complete(members):
        return _from_payroll(known, cost_per_fte)
    return _from_inhabitants(members, fte_per_1000)


def hire_share(members: Sequence[Municipality]) -> float | None:
    """Hired-in staff as a share of payroll and hiring, from the accounts.

    None where the accounts are missing or the staff is employed elsewhere. Budgets hold little
    hired-in staff, so they are not used for it.
    """
    return INDICATORS["hire_share"].value(members)


def payroll_is_complete(members: Sequence[Municipality]) -> bool:
    """Whether the members employ all the staff: a guest is covered when its centre is a member."""
    codes = {member.code for member in members}
    lacking = [member.code for member in members if member.low_own_payroll]
    shared = [shared_organisation_of(code) for code in lacking]
    return all(
        item is not None and item.is_one_organisation and item.centre in codes for item in shared
    )


def _from_payroll(reports: Sequence[FinanceYear], cost_per_fte: Estimate) -> FteEstimate:
    payroll = sum(report.own_payroll_eur for report in reports)
    kinds = {"budget": gettext("budget"), "accounts": gettext("annual accounts")}
    origin = ", ".join(dict.fromkeys(f"{kinds[item.report]} {item.year}" for item in reports))
    return FteEstimate(
        estimate=Estimate(
            low=payroll / cost_per_fte.high,
            central=payroll / cost_per_fte.central,
            high=payroll / cost_per_fte.low,
        ),
        method="payroll",
        payroll_eur=payroll,
        sentence=gettext(
            "This is an estimate: own payroll ({payroll}, {origin}) divided by {low} to {high} for "
            "one FTE. Your own figure is better.",
            payroll=euro(payroll),
            origin=origin,
            low=euro(cost_per_fte.low),
            high=euro(cost_per_fte.high),
        ),
    )


def _from_inhabitants(members: Sequence[Municipality], fte_per_1000: Estimate) -> FteEstimate:
    inhabitants = sum(member.inhabitants for member in members)
    low, central, high = (
        inhabitants * rate / 1000
        for rate in (fte_per_1000.low, fte_per_1000.central, fte_per_1000.high)
    )
    return FteEstimate(
        estimate=Estimate(low=low, central=central, high=high),
        method="inhabitants",
        sentence=gettext(
            "This is a rough estimate: {inhabitants} inhabitants times {low} to {high} FTE per "
            "1,000 inhabitants, because the payroll is not in the books of the municipality. Your "
            "own figure is better.",
            inhabitants=number(inhabitants),
            low=number(fte_per_1000.low, 1),
            high=number(fte_per_1000.high, 1),
        ),
    )
