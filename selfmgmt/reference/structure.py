"""How the staff is spread, as far as the annual accounts show it: overhead and social domain."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.reference.files import Row, read_table
from selfmgmt.reference.finance import finance_history
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.quality import finance_flags
from selfmgmt.reference.settings import setting
from selfmgmt.reference.sizes import size_class_of
from selfmgmt.reference.staffing import payroll_is_complete

_NOT_OF_PAYROLL = {"cost_per_inhabitant_high"}  # a flag that says nothing of how payroll is split


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicShare:
    """A share from the last annual accounts: the middle one, with a margin.

    Attributes:
        estimate: The share as a range; None when public figures cannot carry it.
        years: The annual accounts that were looked at, oldest first.
        problem: Why it cannot be used, in a sentence; empty when it can.
    """

    estimate: Estimate | None
    years: tuple[int, ...]
    problem: str = ""

    @property
    def accounts(self) -> str:
        """The years in words; it says so when there are fewer than one would want."""
        years = ", ".join(map(str, self.years))
        if len(self.years) == int(setting("accounts_looked_at")):
            return gettext("annual accounts {years}", years=years)
        return gettext("annual accounts {years}; others are missing", years=years)


def overhead_payroll_share(members: Sequence[Municipality]) -> PublicShare:
    """Own payroll on task field 0.4 (overhead) as a share of all own payroll.

    Args:
        members: The municipality, or those that share one organisation.
    """
    yearly = _yearly([_overhead_parts(member) for member in members])
    problem = _staff_is_shared(members) or _flagged(members) or _out_of_bounds(yearly)
    return _public_share(yearly, setting("overhead_payroll_margin"), problem)


def social_domain_staff_share(members: Sequence[Municipality]) -> PublicShare:
    """Staff cost on task field 6 (social domain) as a share of all staff cost, hiring included.

    Args:
        members: The municipality, or those that share one organisation.
    """
    yearly = _yearly([_social_parts(member.code) for member in members])
    problem = _staff_is_shared(members)
    return _public_share(yearly, setting("social_share_margin"), problem)


def absence_ratio(members: Sequence[Municipality]) -> float:
    """Sickness absence of the size class of ``members`` together, divided by that of the sector.

    >>> from selfmgmt.reference.municipalities import find_municipality
    >>> round(absence_ratio([find_municipality("Nijkerk")]), 3)
    0.906
    """
    inhabitants = sum(member.inhabitants for member in members)
    (first, *others) = members
    size = size_class_of(inhabitants, "" if others else first.code)
    return _absence_by_class()[size.key] / setting("absence_of_sector")


Parts = Mapping[int, tuple[float, float]]
"""Year to a part and its whole."""


def _overhead_parts(member: Municipality) -> Parts:
    return {
        item.year: (item.overhead_own_payroll_eur, item.own_payroll_eur)
        for item in finance_history(member.code)
        if item.report == "accounts" and item.overhead_own_payroll_eur is not None
    }


def _social_parts(code: str) -> Parts:
    return {
        int(row["year"]): (
            float(row["social_domain_staff_cost_eur"]),
            float(row["staff_cost_eur"]),
        )
        for row in _social_rows().get(code, ())
    }


def _yearly(found: Sequence[Parts]) -> dict[int, float]:
    """The last years that all members have, each with the share of the members together."""
    years = sorted(set.intersection(*(set(parts) for parts in found)))
    sums = {
        year: [sum(sums) for sums in zip(*(p[year] for p in found), strict=True)] for year in years
    }
    shares = {year: max(part / whole, 0) for year, (part, whole) in sums.items() if whole > 0}
    return dict(list(shares.items())[-int(setting("accounts_looked_at")) :])


def _public_share(yearly: Mapping[int, float], margin: float, problem: str) -> PublicShare:
    shares, years = [*yearly.values()], tuple(yearly)
    if problem or not shares:
        lacking = gettext("There are no annual accounts that tell it.")
        return PublicShare(estimate=None, years=years, problem=problem or lacking)
    missing = int(setting("accounts_looked_at")) - len(shares)
    half = max(margin, (max(shares) - min(shares)) / 2) + missing * setting(
        "missing_accounts_margin"
    )
    middle = median(shares)
    estimate = Estimate(low=max(middle - half, 0), central=middle, high=min(middle + half, 1))
    return PublicShare(estimate=estimate, years=years)


def _staff_is_shared(members: Sequence[Municipality]) -> str:
    if payroll_is_complete(members):
        return ""
    return gettext("The staff is not on the payroll of the municipality itself.")


def _flagged(members: Sequence[Municipality]) -> str:
    employing = [one for one in members if not one.low_own_payroll]
    names = [one.everyday_name for one in employing if set(finance_flags(one)) - _NOT_OF_PAYROLL]
    if not names:
        return ""
    return gettext(
        "Something is unusual in the filed figures of {names}.", names=gettext(" and ").join(names)
    )


def _out_of_bounds(yearly: Mapping[int, float]) -> str:
    if not yearly:
        return ""
    middle, span = median(yearly.values()), max(yearly.values()) - min(yearly.values())
    low, high = setting("overhead_payroll_low"), setting("overhead_payroll_high")
    if not low <= middle <= high:
        return gettext(
            "Of own payroll {share} is booked as overhead; between {low} and {high} is credible.",
            share=percentage(middle),
            low=percentage(low),
            high=percentage(high),
        )
    if span > setting("overhead_payroll_widest"):
        return gettext(
            "The share of own payroll that is booked as overhead differs {span} points between "
            "the years.",
            span=round(span * 100),
        )
    return ""


@cache
def _social_rows() -> Mapping[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in read_table("social_staff"):
        rows.setdefault(row["cbs_code"], []).append(row)
    return rows


@cache
def _absence_by_class() -> Mapping[str, float]:
    return {
        row["size_class"]: float(row["absence_pct"]) for row in read_table("absence_by_size_class")
    }
