"""What to know before quoting the public figures of a municipality, in plain sentences."""

from collections.abc import Callable, Mapping

from selfmgmt.language import gettext
from selfmgmt.numbers import euro, long_date, percentage
from selfmgmt.reference.finance import FinanceYear, finance_history
from selfmgmt.reference.municipalities import Municipality, all_municipalities
from selfmgmt.reference.settings import setting
from selfmgmt.reference.shared import former_organisation_of, shared_organisation_of


def quality_notes(municipality: Municipality) -> list[str]:
    """Everything that limits the figures of this municipality, most important first."""
    notes = [
        _missing_accounts(municipality),
        _low_payroll(municipality),
        _shared(municipality),
        *(check(municipality) for check in _CHECKS.values()),
        _urbanity(municipality),
        _own_folder(municipality),
    ]
    return [note for note in notes if note]


def finance_flags(municipality: Municipality) -> tuple[str, ...]:
    """The checks on filed figures that this municipality does not pass, by key."""
    return tuple(key for key, check in _CHECKS.items() if check(municipality))


def _missing_accounts(municipality: Municipality) -> str:
    newest = max(other.accounts.year for other in all_municipalities() if other.accounts)
    accounts = municipality.accounts
    if accounts is None:
        return gettext(
            "{name} has no annual accounts in the CBS data.", name=municipality.everyday_name
        )
    if accounts.year == newest:
        return ""
    return gettext(
        "{name} has no annual accounts of {newest} in the CBS data; the figures from accounts are "
        "of {year}.",
        name=municipality.everyday_name,
        newest=newest,
        year=accounts.year,
    )


def _low_payroll(municipality: Municipality) -> str:
    newest = municipality.budget or municipality.accounts
    if not municipality.low_own_payroll or newest is None:
        return ""
    return gettext(
        "{name} has next to no staff of its own: own payroll is {share} of total cost in {year}. "
        "Its overhead and payroll cannot be compared with those of others.",
        name=municipality.everyday_name,
        share=percentage(newest.own_payroll_share or 0.0, 1),
        year=newest.year,
    )


def _shared(municipality: Municipality) -> str:
    now = shared_organisation_of(municipality.code)
    former = former_organisation_of(municipality.code)
    if now:
        return " ".join(filter(None, (now.description, now.note, now.caution)))
    return " ".join(filter(None, (former.note, former.caution))) if former else ""


def _overhead_low(municipality: Municipality) -> str:
    share = municipality.accounts.overhead_share if municipality.accounts else None
    if share is None or share >= setting("overhead_share_low"):
        return ""
    return gettext(
        "Overhead is only {share} of total cost; that is strikingly low, so check the filing.",
        share=percentage(share, 1),
    )


def _overhead_high(municipality: Municipality) -> str:
    share = municipality.accounts.overhead_share if municipality.accounts else None
    if share is None or share <= setting("overhead_share_high"):
        return ""
    return gettext(
        "Overhead is {share} of total cost; that is strikingly high, so check the filing.",
        share=percentage(share, 1),
    )


def _cost_jump(municipality: Municipality) -> str:
    accounts = municipality.accounts
    before = _report_of(municipality, "accounts", accounts.year - 1) if accounts else None
    if not accounts or not before or not before.total_cost_eur:
        return ""
    ratio = accounts.total_cost_eur / before.total_cost_eur
    if setting("cost_change_low") <= ratio <= setting("cost_change_high"):
        return ""
    return gettext(
        "Total cost went from {before} to {after} in one year ({year}); look for the reason "
        "before you compare.",
        before=euro(before.total_cost_eur),
        after=euro(accounts.total_cost_eur),
        year=accounts.year,
    )


def _far_from_budget(municipality: Municipality) -> str:
    accounts = municipality.accounts
    budget = _report_of(municipality, "budget", accounts.year) if accounts else None
    if not accounts or not budget or not budget.total_cost_eur:
        return ""
    ratio = accounts.total_cost_eur / budget.total_cost_eur
    if setting("accounts_to_budget_low") <= ratio <= setting("accounts_to_budget_high"):
        return ""
    return gettext(
        "The accounts of {year} ({accounts}) are far from the budget of that year ({budget}).",
        year=accounts.year,
        accounts=euro(accounts.total_cost_eur),
        budget=euro(budget.total_cost_eur),
    )


def _payroll_shift(municipality: Municipality) -> str:
    accounts, budget = municipality.accounts, municipality.budget
    if not accounts or not budget:
        return ""
    before, after = accounts.own_payroll_share or 0.0, budget.own_payroll_share or 0.0
    if abs(after - before) <= setting("payroll_share_shift"):
        return ""
    return gettext(
        "Own payroll is {before} of total cost in the accounts of {year} and {after} in the budget "
        "of {budget_year}; staff may have moved to or from another organisation.",
        before=percentage(before, 1),
        year=accounts.year,
        after=percentage(after, 1),
        budget_year=budget.year,
    )


def _cost_high(municipality: Municipality) -> str:
    accounts = municipality.accounts
    cost = accounts.per_inhabitant(accounts.total_cost_eur) if accounts else None
    if cost is None or cost <= setting("cost_per_inhabitant_high"):
        return ""
    return gettext(
        "Total cost is {cost} per inhabitant; few municipalities are that high, so compare with "
        "care.",
        cost=euro(cost),
    )


_CHECKS: Mapping[str, Callable[[Municipality], str]] = {
    "overhead_low": _overhead_low,
    "overhead_high": _overhead_high,
    "cost_jump": _cost_jump,
    "accounts_far_from_budget": _far_from_budget,
    "payroll_share_shift": _payroll_shift,
    "cost_per_inhabitant_high": _cost_high,
}


def _urbanity(municipality: Municipality) -> str:
    if municipality.urbanity_year is None:
        return gettext(
            "There is no figure on address density and urbanity: {name} was formed after the last "
            "figures that are used here.",
            name=municipality.everyday_name,
        )
    if municipality.urbanity_note == "territory_of_2021":
        return gettext(
            "Address density and urbanity are of {year}, before the merger of 2022.",
            year=municipality.urbanity_year,
        )
    return gettext("Address density and urbanity are of {year}.", year=municipality.urbanity_year)


def _own_folder(municipality: Municipality) -> str:
    reports = (municipality.accounts, municipality.budget)
    days = [report.fetched for report in reports if report and report.fetched]
    days += [municipality.inhabitants_fetched] if municipality.inhabitants_fetched else []
    if not days:
        return ""
    return gettext(
        "The newest figures were fetched from the CBS on {day} and are in your own data folder.",
        day=long_date(max(days)),
    )


def _report_of(municipality: Municipality, report: str, year: int) -> FinanceYear | None:
    history = finance_history(municipality.code)
    return next((x for x in history if x.year == year and x.report == report), None)
