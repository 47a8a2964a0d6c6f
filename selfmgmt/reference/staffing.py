"""How many people work there: an estimate from public figures, and what the sector reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import current_language, gettext
from selfmgmt.numbers import euro, number
from selfmgmt.reference.files import decimal, read_table, whole
from selfmgmt.reference.finance import FinanceYear
from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.shared import shared_organisation_of
from selfmgmt.reference.sizes import SizeClass, size_classes


@dataclass(frozen=True, slots=True, kw_only=True)
class FteEstimate:
    """Occupied posts in FTE as a range, and in a sentence how it was found.

    ``payroll_eur`` is the own payroll a year that the range was divided from, if it was.
    """

    estimate: Estimate
    method: Literal["payroll", "inhabitants"]
    sentence: str
    payroll_eur: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorStaffing:
    """Staff in persons (not FTE) of all municipalities of one size class, on 31 December."""

    year: int
    size_class: SizeClass
    staff_persons: int
    mean_age_years: float | None
    municipalities: int | None
    inhabitants: int | None
    staff_per_1000_inhabitants: float | None
    note_nl: str
    note_en: str
    source: str

    @property
    def note(self) -> str:
        """A remark on the figure in the language of the reader; may be empty."""
        return str(getattr(self, f"note_{current_language()}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedStaffing:
    """What a municipality itself prints in its budget or accounts; None where it prints nothing."""

    cbs_code: str
    year: int
    report: str
    formation_fte_per_1000: float
    occupied_fte_per_1000: float
    apparatus_cost_eur_per_inhabitant: float | None
    external_staff_pct: float | None
    overhead_pct: float | None
    note_nl: str
    note_en: str
    source: str

    @property
    def note(self) -> str:
        """A remark on the figures in the language of the reader; may be empty."""
        return str(getattr(self, f"note_{current_language()}"))


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


def staffing_by_size_class() -> tuple[SectorStaffing, ...]:
    """Staff of the sector by size class, oldest year first."""
    return tuple(
        SectorStaffing(
            year=int(row["year"]),
            size_class=size_classes()[row["size_class"]],
            staff_persons=int(row["staff_persons"]),
            mean_age_years=decimal(row["mean_age_years"]),
            municipalities=whole(row["municipalities"]),
            inhabitants=whole(row["inhabitants"]),
            staff_per_1000_inhabitants=decimal(row["staff_per_1000_inhabitants"]),
            note_nl=row["note_nl"],
            note_en=row["note_en"],
            source=row["source_url"],
        )
        for row in read_table("personnel_by_size_class")
    )


def reported_staffing(code: str | None = None) -> tuple[ReportedStaffing, ...]:
    """What municipalities report themselves, of one municipality or of all in the sample."""
    return tuple(
        ReportedStaffing(
            cbs_code=row["cbs_code"],
            year=int(row["year"]),
            report=row["report"],
            formation_fte_per_1000=float(row["formation_fte_per_1000"]),
            occupied_fte_per_1000=float(row["occupied_fte_per_1000"]),
            apparatus_cost_eur_per_inhabitant=decimal(row["apparatus_cost_eur_per_inhabitant"]),
            external_staff_pct=decimal(row["external_staff_pct"]),
            overhead_pct=decimal(row["overhead_pct"]),
            note_nl=row["note_nl"],
            note_en=row["note_en"],
            source=row["source_url"],
        )
        for row in read_table("reported_staffing")
        if code in (None, row["cbs_code"])
    )


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
