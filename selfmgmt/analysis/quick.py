"""Options at their size, as quickly as a hand moves: without the yardstick of removals alone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.bounds import shares_gone
from selfmgmt.analysis.pairs import Pair, pairs_of
from selfmgmt.analysis.plans import EQUAL_MONEY, SizedOption, Sizing, sizer_of
from selfmgmt.analysis.price import Price, Values
from selfmgmt.analysis.sizing import Sized, Sizer
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import EXACT_EUR
from selfmgmt.case.design import Design
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector


def quickly_sized(study: Study, sizing: Sizing, *, draws: int, seed: int) -> dict[str, SizedOption]:
    """What ``sized_options`` gives, with ``removals`` the same as ``none``.

    The mix alone is sized to the money that was asked for when the option finds that to the euro;
    so while levers of a way of working move, it need not be sized again.

    Args:
        study: The case with everything looked up.
        sizing: How to size them.
        draws: Number of draws.
        seed: Start of the random numbers.
    """
    sizer = sizer_of(study, sizing.certainty, draws=draws, seed=seed)
    case = study.case.model_copy(update={"mix": sizing.mix})
    equal = sizing.size == EQUAL_MONEY
    return {key: _sized(sizer, key, pair, equal=equal) for key, pair in pairs_of(case).items()}


def _sized(sizer: Sizer, key: str, pair: Pair, *, equal: bool) -> SizedOption:
    alone = replace(pair, way=Design())
    if key == DO_NOTHING:
        way = none = Sized(plan=pair.at(0.0), net_eur=0.0)
    else:
        way, goal = _way(sizer, pair, alone, equal=equal)
        none = way if pair.way_key == NONE else sizer.sized(alone, goal)
    return SizedOption(
        pair=pair,
        plan=way.plan,
        none=none.plan,
        removals=none.plan,
        reach=way.net_eur / sizer.target_eur if sizer.target_eur else float("nan"),
        gone=shares_gone(way.plan, sizer.bounds),
    )


def _way(sizer: Sizer, pair: Pair, alone: Pair, *, equal: bool) -> tuple[Sized, float]:
    """The option at its size, and the money to find without its way of working."""
    if not equal:
        plan = pair.at(pair.described)
        net = sizer.net_due(plan)
        return Sized(plan=plan, net_eur=net), net
    goal = min(sizer.target_eur, sizer.furthest(pair), sizer.furthest(alone))
    way = sizer.sized(pair, goal)
    return way, goal if abs(way.net_eur - goal) <= EXACT_EUR else way.net_eur


def quick_prices(  # noqa: PLR0913  all but three by keyword
    study: Study,
    sized: Mapping[str, SizedOption],
    values: Values,
    *,
    shown: Sequence[str],
    draws: int,
    seed: int,
) -> dict[str, Price]:
    """What ``prices_of`` gives as ``together``, of the outcomes ``shown`` alone.

    Args:
        study: The case with everything looked up.
        sized: Key to the option at its size.
        values: The outcomes of the options, shape (options, draws), in the same order.
        shown: Which outcomes.
        draws: Number of draws, the same as those of ``values``.
        seed: Start of the random numbers, likewise.
    """
    plans = list(dict.fromkeys(one.none for one in sized.values() if one.none != one.plan))
    if not plans:
        return {key: _price({name: np.zeros(1) for name in shown}) for key in sized}
    run = simulate(
        plans, study.inputs, question=study.question, draws=draws, seed=seed, wanted=tuple(shown)
    )
    rows = {plan: row for row, plan in enumerate(plans)}
    found = {}
    for index, (key, one) in enumerate(sized.items()):
        none = rows.get(one.none)
        found[key] = _price(
            {
                name: np.zeros(1) if none is None else values[name][index] - run.values[name][none]
                for name in shown
            }
        )
    return found


def _price(differences: Mapping[str, Vector]) -> Price:
    together = {name: band(np.asarray(more)) for name, more in differences.items()}
    return Price(removals={}, working={}, together=together)
