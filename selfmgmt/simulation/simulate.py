"""Many designs, many draws: the transition model run in blocks that fit the processor's cache."""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from os import cpu_count

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.fields import Amount
from selfmgmt.simulation.draws import Draws, Vector, latin_hypercube, triangular_quantile
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.outcomes import OUTCOMES, PATHS, Outcomes, outcomes_of, paths_of
from selfmgmt.simulation.transition import Chance, transition

BLOCK = 2_048  # draws; 17 quarters of them fit in the cache of one core
_BUFFER = 16  # the smallest: NumPy copies what it broadcasts into a buffer, which costs more
_KEPT_BLOCKS = 8  # draws that are kept for the next design: those of a whole comparison
_KEPT_STREAMS = 16  # uniform draws that are kept, 1 MB each: those of a whole report
_KEPT_DRAWS = 512  # quantities whose draws are kept: those of a whole report, in all its ranges


def simulate(  # noqa: PLR0913  all but two by keyword
    designs: Sequence[Design | Plan],
    inputs: Inputs,
    *,
    question: Question,
    draws: int,
    seed: int,
    path_draws: int = 0,
    redrawn: Collection[str] = (),
    wanted: Collection[str] = OUTCOMES,
) -> Outcomes:
    """Follow every design through time under the same draws.

    Args:
        designs: What to compare.
        inputs: The uncertain quantities.
        question: The target, when it is due, and the horizon.
        draws: Number of draws, made in blocks of a Latin hypercube each.
        seed: Start of the random numbers; the same seed gives the same bytes.
        path_draws: Of how many draws to keep the paths over time, the first ones.
        redrawn: Keys to draw anew while all others stay as they are (to see what they matter).
        wanted: Which outcomes to compute; fewer cost less.

    Returns:
        Arrays of shape (designs, draws), and paths of shape (designs, quarters + 1, path_draws).
    """
    outcomes = _empty(wanted, len(designs), draws, (question.horizon + 1, path_draws))

    def fill(block: int) -> None:
        columns = slice(block * BLOCK, min((block + 1) * BLOCK, draws))
        size = columns.stop - columns.start
        chance = block_chance(inputs, size=size, seed=seed, block=block, redrawn=redrawn)
        with np.errstate():  # puts the size of the buffer back
            np.setbufsize(_BUFFER)
            _fill(outcomes, columns, [_merged(plan) for plan in designs], chance, question)

    blocks = range(-(-draws // BLOCK))
    if len(blocks) == 1:
        fill(0)
        return outcomes
    with ThreadPoolExecutor(min(len(blocks), cpu_count() or 1)) as pool:
        list(pool.map(fill, blocks))
    return outcomes


def _merged(plan: Design | Plan) -> Design:
    """The plan as one design, where its levers are percentages of today's."""
    if isinstance(plan, Design):
        return plan
    way, mix, times = plan.way, plan.mix, plan.factor
    return way.model_copy(
        update={
            "managers_after": _less(way.managers_after, mix.managers * times),
            "support_after": _less(way.support_after, mix.support * times),
            "primary_fte_change": _less(way.primary_fte_change, mix.primary * times, floor=-0.3),
            "rollout_quarters": way.rollout_quarters or mix.rollout_quarters,
            "imposed": max(way.imposed, mix.imposed),
        }
    )


def _less(amount: Amount, share: float, floor: float = 0.0) -> Amount:
    value = max(amount.value - share, floor)
    return Amount(value=value, relative=True) if share else amount


def _fill(
    outcomes: Outcomes,
    columns: slice,
    designs: Sequence[Design],
    chance: Chance,
    question: Question,
) -> None:
    """Compute one block of draws, and put it in its columns."""
    target = saving_target(question, chance.draw)
    outcomes.target[columns] = target
    path_draws = next(iter(outcomes.paths.values())).shape[-1]
    kept = max(min(path_draws, columns.stop) - columns.start, 0)
    for row, design in enumerate(designs):
        run = transition(design, chance, question.horizon)
        outcomes.weakest_place[row, columns] = run.progress.weakest_place
        values = outcomes_of(
            run, due_quarter=question.due_quarter, target=target, wanted=outcomes.values
        )
        for key, value in values.items():
            outcomes.values[key][row, columns] = value
        for key, path in paths_of(run).items() if kept else ():
            outcomes.paths[key][row, :, columns.start : columns.start + kept] = path[:, :kept]


def saving_target(question: Question, draw: Draws) -> Vector:
    """The saving asked for, EUR per year; a percentage is of payroll and hiring. Shape (draws,)."""
    staff_cost = draw["fte"] * draw["cost_per_fte"] / (1 - draw["hire_share"])
    return np.asarray(question.saving_target.of(staff_cost))


def block_chance(
    inputs: Inputs, *, size: int, seed: int, block: int = 0, redrawn: Collection[str] = ()
) -> Chance:
    """The draws of one block; each block has a stream of chance of its own, and a twin."""
    return _chance(inputs, size, (seed, block), frozenset(redrawn))


@lru_cache(_KEPT_BLOCKS)
def _chance(inputs: Inputs, size: int, stream: tuple[int, int], redrawn: frozenset[str]) -> Chance:
    keys = tuple(inputs.origins)
    uniform = dict.fromkeys(keys, _uniform(keys, size, (*stream, 0)))
    if redrawn:
        uniform |= dict.fromkeys(redrawn, _uniform(keys, size, (*stream, 1)))
    draw = {
        key: _drawn(uniform[key], key, (span.low, span.central, span.high))
        for key, span in inputs.ranges.items()
    }
    if inputs.payroll_eur is not None:
        draw["cost_per_fte"] = _read_only(inputs.payroll_eur / draw["fte"])
    return Chance(
        draw=draw,
        uniform={key: sample.of[key] for key, sample in uniform.items()},
        effects=inputs.effects,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Uniform:
    """The uniform draws of one stream of chance; only the same record is equal to it."""

    of: Draws


@lru_cache(_KEPT_STREAMS)
def _uniform(keys: tuple[str, ...], size: int, stream: tuple[int, int, int]) -> _Uniform:
    seed, block, twin = stream
    rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(block, twin)))
    sample = latin_hypercube(keys, size, rng)
    return _Uniform({key: _read_only(values) for key, values in sample.items()})


@lru_cache(_KEPT_DRAWS)
def _drawn(uniform: _Uniform, key: str, span: tuple[float, float, float]) -> Vector:
    low, mode, high = span
    return _read_only(triangular_quantile(uniform.of[key], low=low, mode=mode, high=high))


def _read_only(values: Vector) -> Vector:
    values.setflags(write=False)  # others get the same ones
    return values


def _empty(wanted: Collection[str], designs: int, draws: int, path: tuple[int, int]) -> Outcomes:
    paths = np.empty((len(PATHS), designs, *path))  # in one piece: the system gives large pages
    return Outcomes(
        values={key: np.empty((designs, draws)) for key in wanted},
        target=np.empty(draws),
        weakest_place=np.empty((designs, draws), dtype=np.int64),
        paths=dict(zip(PATHS, paths, strict=True)),
    )
