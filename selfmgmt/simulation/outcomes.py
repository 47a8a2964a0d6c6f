"""Outcomes: the figures on which options are compared, taken from a transition."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.transition import Transition

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
)
LESS_IS_BETTER = frozenset(
    {
        "leaked_eur",
        "running_cost_eur",
        "transition_cost_eur",
        "payback_quarter",
        "gap_eur",
        "absence_end",
        "turnover_end",
        "vulnerability_end",
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
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """Outcomes of several designs under the same draws.

    Attributes:
        values: For each of ``OUTCOMES`` that was wanted an array of shape (designs, draws).
        target: The saving asked for, EUR per year, shape (draws,).
        weakest_place: Place in ``CONDITIONS`` of the weakest one, shape (designs, draws).
        paths: For each of ``PATHS`` an array of shape (designs, quarters + 1, path_draws).
    """

    values: dict[str, Vector]
    target: Vector
    weakest_place: NDArray[np.int64]
    paths: dict[str, Vector]


def outcomes_of(
    run: Transition, *, due_quarter: int, target: Vector, wanted: Collection[str] = OUTCOMES
) -> dict[str, Vector]:
    """The outcomes of one design, each of shape (draws,).

    Args:
        run: The transition.
        due_quarter: When the saving must be there.
        target: The saving asked for, EUR per year, shape (draws,).
        wanted: Which of ``OUTCOMES``; what only the others need is not computed.
    """
    cash = run.money
    due, end, at_end = slice(due_quarter, due_quarter + 1), slice(-1, None), cash.share[-1]
    compute: Mapping[str, Callable[[], Vector]] = {
        "net_saving_eur": lambda: cash.net(end)[0],
        "gross_saving_eur": lambda: at_end * cash.gross,
        "realised_saving_eur": lambda: at_end * cash.realised,
        "leaked_eur": lambda: at_end * cash.leaked,
        "running_cost_eur": lambda: cash.running(end)[0],
        "transition_cost_eur": lambda: cash.transition_cost,
        "payback_quarter": lambda: payback_quarter(cash.cumulative),
        "gap_eur": lambda: target - cash.net(due)[0],
        "capacity_low": lambda: run.capacity.min(axis=0),
        "capacity_end": lambda: run.capacity[-1],
        "absence_end": lambda: run.absence[-1],
        "turnover_end": lambda: run.turnover_end,
        "satisfaction_end": lambda: run.satisfaction_end,
        "steerability_end": lambda: run.steerability_end,
        "vulnerability_end": lambda: run.vulnerability_end,
    }
    return {key: compute[key]() for key in wanted}


def paths_of(run: Transition) -> dict[str, Vector]:
    """The paths of one design, each of shape (quarters + 1, draws)."""
    cash = run.money
    return {
        "gross_saving_eur": np.outer(cash.share, cash.gross),
        "realised_saving_eur": np.outer(cash.share, cash.realised),
        "net_saving_eur": cash.net(),
        "cumulative_cash_eur": cash.cumulative,
        "capacity": run.capacity,
        "maturity": run.progress.mature,
        "absence": run.absence,
        "fte": run.fte,
    }


def payback_quarter(cumulative: Vector) -> Vector:
    """The quarter from which the cash put in is back for good.

    Args:
        cumulative: EUR since the start, shape (quarters + 1, draws).

    Returns:
        Shape (draws,): 0 when nothing was ever put in, infinite when it is not back in time.

    >>> payback_quarter(np.array([[0.0, 0], [-5, -5], [1, -1]])).tolist()
    [2.0, inf]
    """
    quarters = cumulative.shape[0]
    numbered = np.arange(1, quarters + 1, dtype=np.int8)[:, np.newaxis]
    back = ((cumulative < 0) * numbered).max(axis=0).astype(float)
    return np.where(back == quarters, np.inf, back)
