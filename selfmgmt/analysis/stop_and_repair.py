"""What it does when a stop rule applies: halt, repair and go on, or halt for good."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.stress import stopped
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import target_met
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.evidence.stress import reverses
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.uncertainty import Quantiles

REPAIR = "repair_needed"
"""The shock of the stress test that tells what repair costs per inhabitant."""
WANTED = ("net_saving_due_eur", "gap_eur", "transition_cost_eur", "capacity_low", "absence_end")
COURSES = ("planned", "repaired", "stopped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One way in which it can go on.

    Attributes:
        key: One of ``COURSES``.
        outcomes: Each of ``WANTED`` to its range.
        target_met: Chance that the saving is there when it is due.
    """

    key: str
    outcomes: dict[str, Quantiles]
    target_met: float


def stop_and_repair(  # noqa: PLR0913  all but two by keyword
    study: Study, plan: Plan, *, quarter: int, pause: int, draws: int, seed: int
) -> tuple[Course, ...]:
    """An option as planned, with a halt and repair, and stopped for good; all in the same futures.

    Args:
        study: The case with everything looked up.
        plan: The option, at its size.
        quarter: The quarter of the model in which the stop rule applies.
        pause: How many quarters nobody new starts, while it is repaired.
        draws: Number of possible futures.
        seed: Start of the random numbers.
    """
    ways = {
        "planned": plan.way,
        "repaired": paused(plan.way, quarter, pause),
        "stopped": stopped(plan.way, quarter, study.inputs.ranges),
    }
    run = simulate(
        [replace(plan, way=way) for way in ways.values()],
        study.inputs,
        question=study.question,
        draws=draws,
        seed=seed,
        wanted=WANTED,
    )
    repair = reverses()[REPAIR].repair_eur_per_inhabitant
    inhabitants = sum(member.inhabitants for member in study.members)
    return tuple(
        _course(
            key,
            {name: values[row] for name, values in run.values.items()},
            repair_eur=repair * inhabitants if key != COURSES[0] else 0.0,
        )
        for row, key in enumerate(ways)
    )


def paused(design: Design, quarter: int, pause: int) -> Design:
    """The design when nobody new starts for ``pause`` quarters.

    In the head start that lasts longer; later the roll-out does.

    >>> first = Design(scope=1, start_share=0.2, start_quarters=4, rollout_quarters=8)
    >>> paused(first, 3, 2).start_quarters, paused(first, 6, 2).rollout_quarters
    (6, 10)
    """
    lever = "start_quarters" if quarter <= design.start_quarters else "rollout_quarters"
    return design.model_copy(update={lever: getattr(design, lever) + pause})


def _course(key: str, values: Mapping[str, Vector], *, repair_eur: float) -> Course:
    with_repair = {
        **values,
        "transition_cost_eur": np.asarray(values["transition_cost_eur"] + repair_eur),
    }
    return Course(
        key=key,
        outcomes={name: band(drawn) for name, drawn in with_repair.items()},
        target_met=float(target_met(values["gap_eur"]).mean()),
    )
