"""Frontiers: what a way of working and a saving mix do as the mix grows to its end."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.bounds import shares_gone
from selfmgmt.analysis.pairs import Pair
from selfmgmt.analysis.plans import sizer_of
from selfmgmt.analysis.sizing import Sizer, crossing
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import target_met
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.uncertainty import Quantiles

STEPS = 16  # sizes that are tried of each pair
OVERSHOOT = 1.5  # times the target; what goes further answers another question
STAFF = "satisfaction_mean"
_REPORTED = ("capacity_low", "transition_cost_eur", "net_saving_due_eur")
_WANTED = (*_REPORTED, "gap_eur", STAFF, "deep_share")
_EXACT_SHARE = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierPoint:
    """One size of a pair.

    Attributes:
        plan: What was simulated.
        reach: The share of the target that is reached with the certainty asked for.
        certainty: Chance that the saving is there in time.
        outcomes: Lowest capacity, one-off costs and net saving when due, each as a range.
        staff: What it does to satisfaction, mean over the term, against doing nothing.
        support_left: Share of today's staff departments that stays.
        deep_share: Share of all posts that is planned away.
    """

    plan: Plan
    reach: float
    certainty: float
    outcomes: dict[str, Quantiles]
    staff: Quantiles
    support_left: float
    deep_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontier:
    """A pair at rising sizes; no points when the way alone goes deeper or further than allowed."""

    pair: Pair
    points: tuple[FrontierPoint, ...]


def frontier_of(study: Study, pair: Pair, *, certainty: int, draws: int, seed: int) -> Frontier:
    """The sizes of one pair, up to where the target is passed by half or posts go too deep.

    Nothing goes deeper than was ever measured, and the size that meets the target is among them.

    Args:
        study: The case with everything looked up; it has a target.
        pair: The way of working and the mix.
        certainty: In how many of 100 futures the target is met.
        draws: Number of draws.
        seed: Start of the random numbers.
    """
    sizer = sizer_of(study, certainty, draws=draws, seed=seed)
    limit = study.deepest_measured
    plans = [pair.at(factor) for factor in _factors(sizer, pair, limit)]
    run = simulate(
        [Plan(Design()), *plans],
        study.inputs,
        question=study.question,
        draws=draws,
        seed=seed,
        wanted=_WANTED,
    )
    points = [_point(study, sizer, run.values, row, plan) for row, plan in enumerate(plans, 1)]
    kept = [
        point
        for point in points
        if point.reach <= OVERSHOOT and point.deep_share <= limit + _EXACT_SHARE
    ]
    return Frontier(pair=pair, points=tuple(kept))


def _factors(sizer: Sizer, pair: Pair, limit: float) -> list[float]:
    """Sizes to try: even steps to the end, and the one that meets the target."""
    passed = sizer.sized(pair, OVERSHOOT * sizer.target_eur).plan.factor
    end = min(passed, _deepest(sizer, pair, limit))
    meets = sizer.sized(pair, sizer.target_eur).plan.factor
    steps = np.linspace(0, end, STEPS).tolist()
    return sorted({*steps, min(meets, end)})


def _deepest(sizer: Sizer, pair: Pair, limit: float) -> float:
    """The largest size at which no more than ``limit`` of all posts is planned away."""

    def beyond(factor: float) -> float:
        return sizer.middle(pair.at(factor), "deep_share") - limit

    largest = sizer.largest(pair.at(0.0))
    if beyond(largest) <= 0:
        return largest
    if beyond(0.0) >= 0:
        return 0.0
    return crossing(beyond, 0.0, largest, exact=_EXACT_SHARE)


def _point(
    study: Study, sizer: Sizer, values: Mapping[str, Vector], row: int, plan: Plan
) -> FrontierPoint:
    """One row of ``values``, in which doing nothing comes first."""
    return FrontierPoint(
        plan=plan,
        reach=sizer.net_due(plan) / sizer.target_eur,
        certainty=float(target_met(values["gap_eur"][row]).mean()),
        outcomes={key: band(values[key][row]) for key in _REPORTED},
        staff=band(np.asarray(values[STAFF][row] - values[STAFF][0])),
        support_left=support_left(study, sizer, plan),
        deep_share=float(np.median(values["deep_share"][row])),
    )


def support_left(study: Study, sizer: Sizer, plan: Plan) -> float:
    """The share of today's staff departments that stays, with the organisation as it likely is."""
    ranges = study.inputs.ranges
    today = ranges["fte"].central * ranges["support_share"].central
    by_way = float(plan.way.support_after.of(today)) / today
    return by_way - shares_gone(plan, sizer.bounds).get("support", 0.0)
