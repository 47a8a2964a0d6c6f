"""The organisation that the model calculates with: own figures first, then public, then evidence.

An organisation may serve several municipalities; then their figures are taken together.
"""

from collections.abc import Sequence

from selfmgmt.case.known_figure import KnownFigure as KnownFigure  # part of an organisation
from selfmgmt.case.known_figure import own_figure
from selfmgmt.case.known_organisation import Organisation
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.social_domain import social_share
from selfmgmt.evidence.ledger import Ledger, Parameter
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.settings import setting
from selfmgmt.reference.staffing import FteEstimate, estimate_fte, hire_share
from selfmgmt.reference.structure import absence_ratio, overhead_payroll_share


def organisation_of(
    own: OwnFigures, members: Sequence[Municipality], ledger: Ledger
) -> Organisation:
    """Fill in what the user left open.

    Args:
        own: The user's figures.
        members: The municipalities that the organisation serves.
        ledger: Gives the ranges for what is not known locally.
    """
    cost = own_figure(own.cost_per_fte) or _default(ledger.for_calculation("cost_per_fte"))
    public = _public_fte(members, cost.estimate, ledger)
    fte = own_figure(own.fte) or KnownFigure(
        estimate=public.estimate, origin="public", source=public.sentence
    )
    managers = own_figure(own.manager_share) or _default(ledger.for_calculation("manager_share"))
    return Organisation(
        fte=fte,
        payroll_eur=public.payroll_eur if own.fte is None else None,
        cost_per_fte=cost,
        manager_share=managers,
        support_share=own_figure(own.support_share) or _support_share(members, managers, ledger),
        team_count=own_figure(own.team_count) or _team_count(fte.estimate, ledger),
        absence=own_figure(own.absence) or _absence(members, ledger),
        turnover=own_figure(own.turnover) or _default(ledger.for_calculation("turnover_base")),
        hire_share=own_figure(own.hire_share) or _public_hire_share(members, ledger),
        work_redesign_today=own_figure(own.work_redesign_today)
        or _default(ledger.for_calculation("work_redesign_today")),
        vulnerability_today=own_figure(own.vulnerability_today),
        social_share=social_share(own.social_share, members),
        inhabitants=sum(member.inhabitants for member in members),
    )


def _default(parameter: Parameter, problem: str = "") -> KnownFigure:
    """The range of the ledger, and why public figures cannot carry a better one."""
    source = gettext(
        "Range from the evidence ledger: {label}, grade {grade}.",
        label=parameter.label,
        grade=parameter.grade,
    )
    return KnownFigure(
        estimate=parameter.estimate, origin="default", source=f"{problem} {source}".strip()
    )


def _public_fte(members: Sequence[Municipality], cost: Estimate, ledger: Ledger) -> FteEstimate:
    per_1000 = ledger.for_calculation("fte_per_1000").estimate
    return estimate_fte(members, cost_per_fte=cost, fte_per_1000=per_1000)


def _support_share(
    members: Sequence[Municipality], managers: KnownFigure, ledger: Ledger
) -> KnownFigure:
    """FTE in staff departments: what is booked as overhead, less what managers cost."""
    found, national = overhead_payroll_share(members), ledger.for_calculation("support_share")
    if found.estimate is None:
        return _default(national, found.problem)
    share = managers.estimate.central
    cost = share * ledger.for_calculation("manager_cost_ratio").central
    low, central, high = (
        max((q - cost) * (1 - share) / (1 - cost), setting("support_share_least"))
        for _end, q in found.estimate
    )
    return KnownFigure(
        estimate=Estimate(low=low, central=central, high=high),
        origin="public",
        source=gettext(
            "{overhead} of own payroll is booked as overhead ({accounts}; CBS, Iv3, task field "
            "0.4). The cost of managers ({managers} of all FTE) is taken off. Your own figure is "
            "better.",
            overhead=percentage(found.estimate.central),
            accounts=found.accounts,
            managers=percentage(share, 1),
        ),
    )


def _absence(members: Sequence[Municipality], ledger: Ledger) -> KnownFigure:
    """The level of the sector, times how the size class differed from it."""
    ratio, sector = absence_ratio(members), ledger.for_calculation("absence_base")
    low, central, high = (ratio * end for _end, end in sector.estimate)
    return KnownFigure(
        estimate=Estimate(low=low, central=central, high=high),
        origin="public",
        source=gettext(
            "{label}, grade {grade}, times {ratio}: how municipalities of this size differed from "
            "the sector in 2013. That is long ago, so the range stays wide. Your own figure is "
            "better.",
            label=sector.label,
            grade=sector.grade,
            ratio=number(ratio, 2),
        ),
    )


def _public_hire_share(members: Sequence[Municipality], ledger: Ledger) -> KnownFigure:
    share = hire_share(members)
    if share is None:
        return _default(ledger.for_calculation("hire_share"))
    return KnownFigure(
        estimate=Estimate(low=share, central=share, high=share),
        origin="public",
        source=gettext(
            "Annual accounts {year} that the municipality filed with CBS (Iv3).",
            year=INDICATORS["hire_share"].year(members),
        ),
    )


def _team_count(fte: Estimate, ledger: Ledger) -> KnownFigure:
    size = ledger.for_calculation("team_size")
    return KnownFigure(
        estimate=Estimate(
            low=max(fte.low / size.high, 1),
            central=max(fte.central / size.central, 1),
            high=max(fte.high / size.low, 1),
        ),
        origin="default",
        source=gettext(
            "FTE divided by a team size of {low} to {high} people, an assumption.",
            low=round(size.low),
            high=round(size.high),
        ),
    )
