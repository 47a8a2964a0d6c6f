"""The price of a way of working: what it changes beside the same money found without it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.plans import SizedOption
from selfmgmt.analysis.study import Study
from selfmgmt.case.known import NONE
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.outcomes import OUTCOMES
from selfmgmt.uncertainty import Quantiles

PRICED = tuple(key for key in OUTCOMES if key != "payback_quarter")  # infinite in some draws

Values = Mapping[str, Vector]


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Differences that a way of working makes, outcome to range, paired draw by draw.

    Attributes:
        removals: What its removals do in place of the mix's, while nobody works differently: a
            yardstick, not an option.
        working: What working this way does on top: coaches and control, and what must go to pay
            for them, dip, mature teams, falling back.
        together: Both.
    """

    removals: dict[str, Quantiles]
    working: dict[str, Quantiles]
    together: dict[str, Quantiles]


def prices_of(
    study: Study, options: Mapping[str, SizedOption], values: Values, *, draws: int, seed: int
) -> dict[str, Price]:
    """The price of the way of working of each option; zero for an option that has none.

    All three are sized to the same net saving at the due date, so that none gets credit for a
    larger cut; only what passes the target by itself saves more.

    Args:
        study: The case with everything looked up.
        options: Key to the option at its size.
        values: The outcomes of the options, shape (options, draws), in the same order.
        draws: Number of draws, the same as those of ``values``.
        seed: Start of the random numbers, likewise.
    """
    ways = {key: option for key, option in options.items() if option.pair.way_key != NONE}
    steps = {key: (option.none, option.removals) for key, option in ways.items()}
    others = list(dict.fromkeys(plan for pair in steps.values() for plan in pair))
    run = simulate(
        others, study.inputs, question=study.question, draws=draws, seed=seed, wanted=PRICED
    )
    row = {plan: number for number, plan in enumerate(others)}
    found = {}
    for index, key in enumerate(options):
        if key not in ways:
            found[key] = free_of_charge()
            continue
        none, alone = (_row(run.values, row[plan]) for plan in steps[key])
        found[key] = _price(none, alone, _row(values, index))
    return found


def free_of_charge() -> Price:
    """The price of today's way of working."""
    zero = dict.fromkeys(PRICED, Quantiles(p10=0.0, p50=0.0, p90=0.0))
    return Price(removals=zero, working=zero, together=zero)


def _row(values: Values, row: int) -> Values:
    return {key: values[key][row] for key in PRICED}


def _price(none: Values, alone: Values, way: Values) -> Price:
    return Price(
        removals=_differences(alone, none),
        working=_differences(way, alone),
        together=_differences(way, none),
    )


def _differences(more: Values, less: Values) -> dict[str, Quantiles]:
    return {key: band(np.asarray(more[key] - less[key])) for key in PRICED}
