"""Many designs, many draws: the transition model run in blocks that fit the processor's cache."""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from os import cpu_count

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.case.question import Question
from selfmgmt.simulation.draws import Draws, Vector, latin_hypercube, triangular_quantile
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.outcomes import OUTCOMES, PATHS, Outcomes, outcomes_of, paths_of
from selfmgmt.simulation.transition import Chance, transition

BLOCK = 2_048  # draws; 17 quarters of them fit in the cache of one core
_KEPT_BLOCKS = 8  # draws that are kept for the next design: those of a whole comparison


def simulate(  # noqa: PLR0913  all but two by keyword
    designs: Sequence[Design],
    inputs: Inputs,
    *,
    question: Question,
    draws: int,
    seed: int,
    path_draws: int = 0,
    redrawn: Collection[str] = (),
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

    Returns:
        Arrays of shape (designs, draws), and paths of shape (designs, quarters + 1, path_draws).
    """
    outcomes = _empty(len(designs), draws, (question.horizon + 1, path_draws))

    def fill(block: int) -> None:
        columns = slice(block * BLOCK, min((block + 1) * BLOCK, draws))
        size = columns.stop - columns.start
        chance = block_chance(inputs, size=size, seed=seed, block=block, redrawn=redrawn)
        target = saving_target(question, chance.draw)
        outcomes.target[columns] = target
        for row, design in enumerate(designs):
            run = transition(design, chance, question.horizon)
            values = outcomes_of(run, due_quarter=question.due_quarter, target=target)
            for key, value in values.items():
                outcomes.values[key][row, columns] = value
            outcomes.weakest_place[row, columns] = run.progress.weakest_place
            kept = max(min(path_draws - columns.start, size), 0)
            for key, path in paths_of(run).items() if kept else ():
                outcomes.paths[key][row, :, columns.start : columns.start + kept] = path[:, :kept]

    blocks = range(-(-draws // BLOCK))
    if len(blocks) == 1:
        fill(0)
        return outcomes
    with ThreadPoolExecutor(min(len(blocks), cpu_count() or 1)) as pool:
        list(pool.map(fill, blocks))
    return outcomes


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
    keys, (seed, block) = tuple(inputs.origins), stream
    streams = [np.random.SeedSequence(seed, spawn_key=(block, twin)) for twin in (0, 1)]
    uniform = latin_hypercube(keys, size, np.random.default_rng(streams[0]))
    if redrawn:
        twin = latin_hypercube(keys, size, np.random.default_rng(streams[1]))
        uniform |= {key: twin[key] for key in redrawn}
    draw = {
        key: triangular_quantile(uniform[key], low=span.low, mode=span.central, high=span.high)
        for key, span in inputs.ranges.items()
    }
    if inputs.payroll_eur is not None:
        draw["cost_per_fte"] = inputs.payroll_eur / draw["fte"]
    for values in (*draw.values(), *uniform.values()):
        values.setflags(write=False)  # the next design gets the same ones
    return Chance(draw=draw, uniform=uniform, effects=inputs.effects)


def _empty(designs: int, draws: int, path: tuple[int, int]) -> Outcomes:
    return Outcomes(
        values={key: np.empty((designs, draws)) for key in OUTCOMES},
        target=np.empty(draws),
        weakest_place=np.empty((designs, draws), dtype=np.int64),
        paths={key: np.empty((designs, *path)) for key in PATHS},
    )
