"""Partners of a shared organisation: their part of cost and effect, and what one leaves behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError
from selfmgmt.evidence.stress import reverses
from selfmgmt.fields import Amount, Estimate
from selfmgmt.language import gettext
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.shared import shared_organisation_of
from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.positions import Positions, positions

Key = Literal["payroll", "inhabitants"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """How cost and effect are split between partners.

    Attributes:
        key: What the parts follow: the own payroll that each filed, or inhabitants.
        shares: CBS code to its part; together 1.
    """

    key: Key
    shares: dict[str, float]


def split_of(members: Sequence[Municipality], key: Key | None = None) -> Split:
    """The part of each partner.

    Args:
        members: The municipalities that the organisation serves.
        key: What to split by; payroll where every partner has staff of its own in its books, else
            inhabitants, when left out.

    Raises:
        InputError: Payroll is asked for and not every partner has its own.
    """
    payrolls = {member.code: _own_payroll(member) for member in members}
    if key == "payroll" and not all(payrolls.values()):
        lacking = [member.everyday_name for member in members if not payrolls[member.code]]
        raise InputError(
            gettext(
                "{members}: no staff of its own in the books, so cost cannot be split by payroll; "
                "split by inhabitants.",
                members=", ".join(lacking),
            )
        )
    by_payroll = key == "payroll" or (key is None and all(payrolls.values()))
    sizes = (
        payrolls if by_payroll else {member.code: float(member.inhabitants) for member in members}
    )
    total = sum(sizes.values())
    return Split(
        key="payroll" if by_payroll else "inhabitants",
        shares={code: size / total for code, size in sizes.items()},
    )


def _own_payroll(member: Municipality) -> float:
    report = member.budget or member.accounts
    return 0.0 if report is None or member.low_own_payroll else float(report.own_payroll_eur)


def heaviest_partner(members: Sequence[Municipality]) -> str | None:
    """The CBS code of the largest partner that can leave; the one that employs the staff cannot.

    None where there are no partners.
    """
    if len(members) < 2:
        return None
    shared = shared_organisation_of(members[0].code)
    centre = None if shared is None else shared.centre
    shares = split_of(members).shares
    return max((code for code in shares if code != centre), key=lambda code: shares[code])


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A partner that steps out.

    Its part of the work for residents goes, with the staff, the teams and the hired hands for it.
    Of its part of managers and staff departments only some go along; the others stay, and the
    partners that are left pay for them. These bear the cut in step with their part.

    Attributes:
        share: The part of the partner, 0 to 1.
        overhead_follows: The share of its part of managers and staff departments that goes along.
    """

    share: float
    overhead_follows: float

    @property
    def work_left(self) -> float:
        """The part of the work that is left."""
        return 1 - self.share

    @property
    def overhead_left(self) -> float:
        """The part of managers and staff departments that is left."""
        return 1 - self.share * self.overhead_follows

    def inputs(self, before: Inputs) -> Inputs:
        """The organisation that is left."""
        ranges = before.ranges
        managers, support = ranges["manager_share"].central, ranges["support_share"].central
        overhead = managers + support
        left = overhead * self.overhead_left + (1 - overhead) * self.work_left
        more = self.overhead_left / left
        return replace(
            before,
            ranges={
                **ranges,
                "fte": _scaled(ranges["fte"], left),
                "manager_share": _scaled(ranges["manager_share"], more),
                "support_share": _scaled(ranges["support_share"], more),
                "team_count": _scaled(ranges["team_count"], self.work_left),
                "hire_share": _hired(ranges["hire_share"], self.work_left / left),
            },
            payroll_eur=None if before.payroll_eur is None else before.payroll_eur * left,
            inhabitants=before.inhabitants * self.work_left,
        )

    def question(self, before: Question) -> Question:
        """The cut that is left for the others."""
        target = before.saving_target
        value = target.value if target.relative else target.value * self.work_left
        return before.model_copy(
            update={"saving_target": Amount(value=value, relative=target.relative)}
        )

    def plan(self, before: Plan) -> Plan:
        """The plan with amounts in FTE, euros and teams in step; shares stay shares."""
        return replace(before, way=self._way(before.way))

    def _way(self, before: Design) -> Design:
        left = {
            "managers_after": self.overhead_left,
            "support_after": self.overhead_left,
            "primary_fte_change": self.work_left,
            "hire_change": self.work_left,
            "team_count": self.work_left,
            "coaches": self.work_left,
        }
        amounts: Mapping[str, Any] = {lever: getattr(before, lever) for lever in left}
        return before.model_copy(
            update={
                lever: Amount(value=amount.value * left[lever])
                for lever, amount in amounts.items()
                if not amount.relative
            }
        )

    def standing_eur(self, before: Inputs, *, draws: int, seed: int) -> Vector:
        """What stays behind and is paid by the others, EUR per year, shape (draws,)."""
        now = positions_today(before, draws=draws, seed=seed)
        stays = self.share * (1 - self.overhead_follows)
        return np.concatenate(
            [stays * sum(g.today * g.cost for g in (one.managers, one.support)) for one in now]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftBehind:
    """The organisation of today without one partner.

    Attributes:
        share: The part of that partner.
        quantities: Each to the middle of its draws now and after.
    """

    share: float
    quantities: dict[str, tuple[float, float]]


def left_behind(study: Study, *, draws: int = DRAWS, seed: int = 1) -> dict[str, LeftBehind]:
    """Each partner of a case to what is left when it goes; empty where there are no partners."""
    follows = reverses()["partner_leaves"].overhead_follows or 0.0
    if len(study.members) < 2:
        return {}
    now = _quantities(study.inputs, draws, seed)
    found = {}
    for code, share in split_of(study.members).shares.items():
        leaving = Leaving(share=share, overhead_follows=follows)
        after = _quantities(leaving.inputs(study.inputs), draws, seed)
        standing = leaving.standing_eur(study.inputs, draws=draws, seed=seed)
        pairs = {key: (now[key], after[key]) for key in now}
        pairs["standing_eur"] = (0.0, float(np.median(standing)))
        found[code] = LeftBehind(share=share, quantities=pairs)
    return found


def _quantities(inputs: Inputs, draws: int, seed: int) -> dict[str, float]:
    blocks = positions_today(inputs, draws=draws, seed=seed)
    found: dict[str, list[Vector]] = {
        "payroll_eur": [
            np.asarray(sum(group.today * group.cost for group in one)) for one in blocks
        ],
        "fte": [one.fte for one in blocks],
        **{
            f"{name}_fte": [getattr(one, name).today for one in blocks]
            for name in ("managers", "support", "primary", "hired")
        },
    }
    run = simulate(
        [Design()],
        inputs,
        question=Question(),
        draws=draws,
        seed=seed,
        wanted=("vulnerability_end",),
    )
    found["vulnerability"] = [run.values["vulnerability_end"][0]]
    return {key: float(np.median(np.concatenate(parts))) for key, parts in found.items()}


def positions_today(inputs: Inputs, *, draws: int, seed: int) -> list[Positions]:
    """The positions of today in the draws of a simulation, block by block."""
    starts = range(0, draws, BLOCK)
    return [
        positions(
            Plan(Design()),
            block_sample(inputs, size=min(BLOCK, draws - start), seed=seed, block=block).draw,
        )
        for block, start in enumerate(starts)
    ]


def leaving_of(study: Study, overhead_follows: float, code: str | None = None) -> Leaving | None:
    """The leaving of one partner of a case, the heaviest when it is not named.

    None where the organisation serves one municipality.
    """
    code = code or heaviest_partner(study.members)
    if code is None:
        return None
    return Leaving(share=split_of(study.members).shares[code], overhead_follows=overhead_follows)


def _hired(share: Estimate, times: float) -> Estimate:
    """The share of hired staff in cost when hiring per euro of payroll becomes so many times it."""
    low, central, high = (end * times / (1 - end + end * times) for _name, end in share)
    return Estimate(low=low, central=central, high=high)


def _scaled(span: Estimate, times: float) -> Estimate:
    return Estimate(low=span.low * times, central=span.central * times, high=span.high * times)
