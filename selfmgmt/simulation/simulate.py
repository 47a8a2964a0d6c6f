"""Simulation: many plans under the same draws, the model run in blocks that fit the cache."""

from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.simulation.chance import Sample, block_sample, joined
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.outcomes import OUTCOMES, PATHS, Outcomes, outcomes_of, paths_of, rows_of
from selfmgmt.simulation.parameters import Draw
from selfmgmt.simulation.transition import transition

DRAWS = BLOCK
"""How many draws a page shows, unless it is asked for others: enough to know the ends of a range to
1 % of it (``make bench`` measures that)."""
_AT_HAND = 2**21  # numbers, 16 MB, more than a path of all draws that a core takes at a time
_TOGETHER = 3  # blocks that a core takes at a time: threads then wait less for each other
_BUFFER = 16  # the smallest: NumPy copies what it broadcasts into a buffer, which costs more


def simulate(  # noqa: PLR0913  all but two by keyword
    plans: Sequence[Design | Plan],
    inputs: Inputs,
    *,
    question: Question,
    draws: int,
    seed: int,
    path_draws: int = 0,
    resampled: Collection[str] = (),
    wanted: Collection[str] = OUTCOMES,
) -> Outcomes:
    """Follow every plan through time under the same draws.

    Args:
        plans: What to compare; a design is a way of working with nothing beside it.
        inputs: The uncertain quantities.
        question: The target, when it is due, and the horizon.
        draws: Number of draws, made in blocks of a shifted lattice each.
        seed: Start of the random numbers; the same seed gives the same bytes.
        path_draws: Of how many draws to keep the paths over time, the first ones.
        resampled: Keys to draw anew while all others stay as they are (to see what they matter).
        wanted: Which outcomes to compute; fewer cost less.

    Returns:
        Arrays of shape (plans, draws), and paths of shape (plans, quarters + 1, path_draws).
    """
    np.empty(_AT_HAND)  # the system then keeps memory at hand, and need not clear it for each plan
    outcomes = _empty(wanted, len(plans), draws, (question.horizon + 1, path_draws))

    blocks = -(-draws // BLOCK)
    cores = (cpu_count() or 1) if blocks > 1 else 1
    together = min(-(-blocks // cores), _TOGETHER)

    def sample(block: int) -> Sample:
        size = min(draws - block * BLOCK, BLOCK)
        return block_sample(inputs, size=size, seed=seed, block=block, resampled=resampled)

    def fill(start: int) -> None:
        columns = slice(start * BLOCK, min((start + together) * BLOCK, draws))
        chance = joined(*map(sample, range(start, min(start + together, blocks))))
        with np.errstate():  # puts the size of the buffer back
            np.setbufsize(_BUFFER)
            _fill(outcomes, columns, plans, chance, question)

    if blocks == 1:
        fill(0)
        return outcomes
    with ThreadPoolExecutor(min(blocks, cores)) as pool:
        list(pool.map(fill, range(0, blocks, together)))
    return outcomes


def _fill(
    outcomes: Outcomes,
    columns: slice,
    plans: Sequence[Design | Plan],
    chance: Sample,
    question: Question,
) -> None:
    """Compute one block of draws, and put it in its columns."""
    target = saving_target(question, chance.draw)
    outcomes.target[columns] = target
    path_draws = next(iter(outcomes.paths.values())).shape[-1]
    kept = max(min(path_draws, columns.stop) - columns.start, 0)
    quarters, due = question.horizon, question.due_quarter
    rows = rows_of(outcomes.values, due_quarter=due, quarters=quarters)
    if kept:
        rows = range(quarters + 1)
    for row, plan in enumerate(plans):
        run = transition(plan, chance, quarters, rows)
        outcomes.weakest_condition[row, columns] = run.weakest_condition
        values = outcomes_of(run, due_quarter=due, target=target, wanted=outcomes.values)
        for key, value in values.items():
            outcomes.values[key][row, columns] = value
        for key, path in paths_of(run).items() if kept else ():
            outcomes.paths[key][row, :, columns.start : columns.start + kept] = path[:, :kept]


def saving_target(question: Question, draw: Draw) -> Vector:
    """The saving asked for, EUR per year; a percentage is of payroll and hiring. Shape (draws,)."""
    staff_cost = draw.fte * draw.cost_per_fte / (1 - draw.hire_share)
    return np.asarray(question.saving_target.of(staff_cost))


def _empty(wanted: Collection[str], plans: int, draws: int, path: tuple[int, int]) -> Outcomes:
    paths = np.empty((len(PATHS), plans, *path))  # in one piece: the system gives large pages
    values = np.empty((len(wanted), plans, draws))
    return Outcomes(
        values=dict(zip(wanted, values, strict=True)),
        target=np.empty(draws),
        weakest_condition=np.empty((plans, draws), dtype=np.int64),
        paths=dict(zip(PATHS, paths, strict=True)),
    )
