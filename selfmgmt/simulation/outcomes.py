"""Outcomes: the figures on which options are compared, taken from a transition."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selfmgmt.simulation.arrays import Path
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.transition import Transition

_AT_DUE: Mapping[str, Callable[[Vector, Vector], Vector]] = {
    "net_saving_due_eur": lambda net, _target: net,
    "gap_eur": lambda net, target: target - net,
    "gap_closed": lambda net, target: gap_closed(net, target),
}
"""From the net saving when it is due, and the target."""

_AT_END: Mapping[str, Callable[[Transition], Path]] = {
    "net_saving_eur": lambda run: run.money.net,
    "gross_saving_eur": lambda run: run.money.gross_at_end,
    "realised_saving_eur": lambda run: run.money.realised,
    "leaked_eur": lambda run: run.money.leaked,
    "running_cost_eur": lambda run: run.money.running,
    "capacity_end": lambda run: run.work.capacity,
    "absence_end": lambda run: run.work.absence,
    "turnover_end": lambda run: run.people.turnover,
    "satisfaction_end": lambda run: run.people.satisfaction,
    "steerability_end": lambda run: run.people.steerability,
    "vulnerability_end": lambda run: run.vulnerability,
    "posts_removed_fte": lambda run: run.removals.posts,
    "hired_removed_fte": lambda run: run.removals.hired,
    "tasks_dropped": lambda run: run.removals.tasks,
    "deep_share": lambda run: run.positions.removed / run.positions.fte,
    "falls_back": lambda run: run.falls_back,
}
"""Paths of which the last quarter counts, or figures that have no quarters."""

_OVER_TERM: Mapping[str, Callable[[Transition], Vector]] = {
    "transition_cost_eur": lambda run: run.money.transition_cost,
    "payback_quarter": lambda run: payback_quarter(run.money.cumulative),
    "net_term_eur": lambda run: run.money.cumulative[-1],
    "one_off_peak_eur": lambda run: np.maximum(-run.money.cumulative.min(axis=0), 0),
    "displaced_fte": lambda run: run.money.displaced_fte,
    "capacity_low": lambda run: run.work.capacity[1:].min(axis=0),
    "satisfaction_mean": lambda run: run.people.satisfaction[1:].mean(axis=0),
    "satisfaction_worst": lambda run: run.people.satisfaction[1:].min(axis=0),
    "absence_mean": lambda run: run.work.absence[1:].mean(axis=0),
    "absence_worst": lambda run: run.work.absence[1:].max(axis=0),
    "absence_person_years": lambda run: absence_person_years(run),
    "turnover_mean": lambda run: run.people.turnover[1:].mean(axis=0),
    "turnover_worst": lambda run: run.people.turnover[1:].max(axis=0),
    "steerability_low": lambda run: run.people.steerability[1:].min(axis=0),
}
"""What looks at every quarter. The term is quarters 1 to the last; quarter 0 is today."""

_CENT = 0.01  # EUR

OUTCOMES = (
    "net_saving_eur",
    "gross_saving_eur",
    "realised_saving_eur",
    "leaked_eur",
    "running_cost_eur",
    "transition_cost_eur",
    "payback_quarter",
    "gap_eur",
    "capacity_low",
    "capacity_end",
    "absence_end",
    "turnover_end",
    "satisfaction_end",
    "steerability_end",
    "vulnerability_end",
    "net_saving_due_eur",
    "gap_closed",
    "net_term_eur",
    "one_off_peak_eur",
    "satisfaction_mean",
    "satisfaction_worst",
    "absence_mean",
    "absence_worst",
    "turnover_mean",
    "turnover_worst",
    "absence_person_years",
    "steerability_low",
    "falls_back",
    "posts_removed_fte",
    "hired_removed_fte",
    "tasks_dropped",
    "displaced_fte",
    "deep_share",
)
LESS_IS_BETTER = frozenset(
    {
        "leaked_eur",
        "running_cost_eur",
        "transition_cost_eur",
        "payback_quarter",
        "gap_eur",
        "one_off_peak_eur",
        "absence_end",
        "absence_mean",
        "absence_worst",
        "absence_person_years",
        "turnover_end",
        "turnover_mean",
        "turnover_worst",
        "vulnerability_end",
        "falls_back",
        "posts_removed_fte",
        "hired_removed_fte",
        "tasks_dropped",
        "displaced_fte",
        "deep_share",
    }
)
PATHS = (
    "gross_saving_eur",
    "realised_saving_eur",
    "net_saving_eur",
    "cumulative_cash_eur",
    "capacity",
    "maturity",
    "absence",
    "fte",
    "satisfaction",
    "turnover",
    "steerability",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """Outcomes of several plans under the same draws.

    Attributes:
        values: For each of ``OUTCOMES`` that was wanted an array of shape (plans, draws).
        target: The saving asked for, EUR per year, shape (draws,).
        weakest_condition: Place in ``CONDITIONS`` of the weakest one, shape (plans, draws).
        paths: For each of ``PATHS`` an array of shape (plans, quarters + 1, path_draws).
    """

    values: dict[str, Vector]
    target: Vector
    weakest_condition: NDArray[np.int64]
    paths: dict[str, Vector]


def rows_of(wanted: Collection[str], *, due_quarter: int, quarters: int) -> range:
    """The quarters that have to be computed for the outcomes ``wanted``.

    >>> rows_of(("gap_eur",), due_quarter=8, quarters=16)
    range(8, 9)
    """
    if not set(wanted) <= {*_AT_DUE, *_AT_END}:
        return range(quarters + 1)
    last = [quarters] * bool(set(wanted) & set(_AT_END))
    needed = [due_quarter] * bool(set(wanted) & set(_AT_DUE)) + last
    return range(min(needed, default=quarters), max(needed, default=quarters) + 1)


def outcomes_of(
    run: Transition, *, due_quarter: int, target: Vector, wanted: Collection[str] = OUTCOMES
) -> dict[str, Path]:
    """The outcomes of one plan, each of shape (draws,) or one figure for all draws.

    Args:
        run: The transition, with the rows that ``rows_of`` asks for.
        due_quarter: When the saving must be there.
        target: The saving asked for, EUR per year, shape (draws,).
        wanted: Which of ``OUTCOMES``; what only the others need is not computed.
    """
    found: dict[str, Path] = {}
    for key in wanted:
        if key in _AT_DUE:
            net = run.money.net[due_quarter - run.removals.rows.start]
            found[key] = _AT_DUE[key](net, target)
        elif key in _AT_END:
            path = np.asarray(_AT_END[key](run))
            found[key] = path[-1] if path.ndim > 1 else path
        else:
            found[key] = _OVER_TERM[key](run)
    return found


def paths_of(run: Transition) -> dict[str, Vector]:
    """The paths of one plan, each of shape (quarters + 1, draws)."""
    return {
        "gross_saving_eur": run.money.gross,
        "realised_saving_eur": run.money.realised,
        "net_saving_eur": run.money.net,
        "cumulative_cash_eur": run.money.cumulative,
        "capacity": run.work.capacity,
        "maturity": run.progress.mature,
        "absence": run.work.absence,
        "fte": run.removals.employed,
        "satisfaction": run.people.satisfaction,
        "turnover": run.people.turnover,
        "steerability": run.people.steerability,
    }


def gap_closed(net: Vector, target: Vector) -> Vector:
    """The part of the target that the net saving covers: at most 1, below 0 when it costs money.

    >>> gap_closed(np.array([5.0, 30.0, -5.0, 5.0]), np.array([10.0, 10.0, 10.0, 0.0])).tolist()
    [0.5, 1.0, -0.5, 0.0]
    """
    part = np.divide(net, target, out=np.zeros_like(net), where=target > 0)
    return np.minimum(part, 1, out=part)


def absence_person_years(run: Transition) -> Vector:
    """Person-years of absence above today's over the term, shape (draws,)."""
    more = run.work.absence[1:] - run.chance.draw.absence
    more *= run.removals.employed[1:]
    return np.asarray(more.sum(axis=0) / 4)


def payback_quarter(cumulative: Vector) -> Vector:
    """The quarter from which the cash put in is back for good; less than a cent is rounding.

    Args:
        cumulative: EUR since the start, shape (quarters + 1, draws).

    Returns:
        Shape (draws,): 0 when nothing was ever put in, infinite when it is not back in time.

    >>> payback_quarter(np.array([[0.0, 0], [-5, -5], [1, -1]])).tolist()
    [2.0, inf]
    """
    quarters = cumulative.shape[0]
    numbered = np.arange(1, quarters + 1, dtype=np.int8)[:, np.newaxis]
    back = (cumulative <= -_CENT).view(np.int8) * numbered
    back = back.max(axis=0).astype(float)
    return np.where(back == quarters, np.inf, back)
