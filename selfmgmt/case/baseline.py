"""The organisation that the model calculates with: own figures first, then public, then evidence.

An organisation may serve several municipalities; then their figures are taken together.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Literal

from selfmgmt.case.organisation import OwnFigures
from selfmgmt.evidence.ledger import Ledger, Parameter
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.staffing import FteEstimate, estimate_fte, hire_share

Origin = Literal["own", "public", "default"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFigure:
    """One figure of the organisation, where it comes from, and that in a sentence."""

    estimate: Estimate
    origin: Origin
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """The organisation as it is, with every figure filled in.

    ``payroll_eur`` is the payroll that was filed, when FTE was estimated from it: FTE and cost per
    FTE are both uncertain then, but not their product. ``inhabitants`` are those of the
    municipalities that it serves.
    """

    fte: KnownFigure
    cost_per_fte: KnownFigure
    manager_share: KnownFigure
    support_share: KnownFigure
    team_count: KnownFigure
    absence: KnownFigure
    turnover: KnownFigure
    hire_share: KnownFigure
    payroll_eur: float | None = None
    inhabitants: float = 0.0

    def figures(self) -> dict[str, KnownFigure]:
        """Every figure by its key."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: value for key, value in values.items() if isinstance(value, KnownFigure)}

    @property
    def missing(self) -> tuple[str, ...]:
        """Keys of the figures that the user did not give."""
        return tuple(key for key, figure in self.figures().items() if figure.origin != "own")


def organisation_of(
    own: OwnFigures, members: Sequence[Municipality], ledger: Ledger
) -> Organisation:
    """Fill in what the user left open.

    Args:
        own: The user's figures.
        members: The municipalities that the organisation serves.
        ledger: Gives the ranges for what is not known locally.
    """
    cost = _own(own.cost_per_fte) or _default(ledger.for_calculation("cost_per_fte"))
    public = _public_fte(members, cost.estimate, ledger)
    fte = _own(own.fte) or KnownFigure(
        estimate=public.estimate, origin="public", source=public.sentence
    )
    return Organisation(
        fte=fte,
        payroll_eur=public.payroll_eur if own.fte is None else None,
        cost_per_fte=cost,
        manager_share=_own(own.manager_share) or _default(ledger.for_calculation("manager_share")),
        support_share=_own(own.support_share) or _default(ledger.for_calculation("support_share")),
        team_count=_own(own.team_count) or _team_count(fte.estimate, ledger),
        absence=_own(own.absence) or _default(ledger.for_calculation("absence_base")),
        turnover=_own(own.turnover) or _default(ledger.for_calculation("turnover_base")),
        hire_share=_own(own.hire_share) or _public_hire_share(members, ledger),
        inhabitants=sum(member.inhabitants for member in members),
    )


def _own(estimate: Estimate | None) -> KnownFigure | None:
    if estimate is None:
        return None
    return KnownFigure(estimate=estimate, origin="own", source=gettext("Your own figure."))


def _default(parameter: Parameter) -> KnownFigure:
    return KnownFigure(
        estimate=parameter.estimate,
        origin="default",
        source=gettext(
            "Range from the evidence ledger: {label}, grade {grade}.",
            label=parameter.label,
            grade=parameter.grade,
        ),
    )


def _public_fte(members: Sequence[Municipality], cost: Estimate, ledger: Ledger) -> FteEstimate:
    per_1000 = ledger.for_calculation("fte_per_1000").estimate
    return estimate_fte(members, cost_per_fte=cost, fte_per_1000=per_1000)


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
