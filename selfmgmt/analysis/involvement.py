"""Every option once more as if people were equally involved in it: a sensitivity, no option."""

from dataclasses import dataclass, replace

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.questions import same_as_nothing
from selfmgmt.case.plan import Plan
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.uncertainty import Quantiles

REPORTED = ("capacity_low", "satisfaction_mean", "turnover_mean", "absence_mean", "falls_back")


@dataclass(frozen=True, slots=True, kw_only=True)
class Involved:
    """An option at the involvement that all get.

    Attributes:
        imposed: How far it is imposed here, 0 to 1.
        before: Outcome to its range with the involvement of the option itself.
        after: Outcome to its range here, the size left as it was.
    """

    imposed: float
    before: dict[str, Quantiles]
    after: dict[str, Quantiles]


def at_common_imposed(comparison: OptionComparison, imposed: float) -> dict[str, Involved]:
    """Each option that changes something, with way and mix imposed to the same degree.

    So the difference between options is no longer in how people were involved; the plain cut at
    a low figure is what a cut does that people helped to shape.

    Args:
        comparison: The options side by side.
        imposed: 0 when people help to decide, 1 when it is decreed.
    """
    nothing = same_as_nothing(comparison)
    chosen = {key: plan for key, plan in comparison.plans.items() if key not in nothing}
    if not chosen:
        return {}
    rows = [tuple(comparison.options).index(key) for key in chosen]
    run = simulate(
        [_with_imposed(plan, imposed) for plan in chosen.values()],
        comparison.study.inputs,
        question=comparison.study.question,
        draws=comparison.draws,
        seed=comparison.seed,
        wanted=REPORTED,
    )
    return {
        key: Involved(
            imposed=imposed,
            before={
                name: _summarised(name, comparison.outcomes.values[name][at]) for name in REPORTED
            },
            after={name: _summarised(name, run.values[name][row]) for name in REPORTED},
        )
        for row, (key, at) in enumerate(zip(chosen, rows, strict=True))
    }


def _summarised(outcome: str, values: Vector) -> Quantiles:
    """The range over the draws; of what happens or not its chance."""
    return band(np.full(1, values.mean()) if outcome == "falls_back" else values)


def _with_imposed(plan: Plan, imposed: float) -> Plan:
    return replace(
        plan,
        way=plan.way.model_copy(update={"imposed": imposed}),
        mix=plan.mix.model_copy(update={"imposed": imposed}),
    )
