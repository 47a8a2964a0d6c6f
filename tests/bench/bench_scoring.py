"""Ranking under 100,000 weights, beside pymcdm, in one run.

``make bench`` runs it. The peer ranks one set of weights a call, as its documentation shows, with
its checks on; it does some thousands of them, scaled to 100,000. ``quick`` is the same with its
checks off. The last figures set our time beside that of copying the same memory.
"""

import subprocess
import sys
import time
from importlib.metadata import version
from statistics import median

import numpy as np
from pymcdm.methods import PROMETHEE_II, TOPSIS, WSM
from pymcdm.normalizations import vector_normalization

from selfmgmt.scoring import Preference, promethee_ii, rank_acceptability, topsis, weighted_sum

DRAWS, OPTIONS, CRITERIA = 100_000, 8, 8
CALLS = 1_000
ROUNDS = 9
MORE = [True] * CRITERIA
SOFT, HARD = 0.1, 0.5  # a difference of 0.1 is nothing, of 0.5 all


def seconds(run, rounds=ROUNDS):
    """Wall time of one call, the median of some rounds."""
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return median(times)


def peer(evaluate, rounds=3):
    """Time of the peer for all draws, scaled from ``CALLS`` of them."""
    return seconds(lambda: [evaluate(draw) for draw in range(CALLS)], rounds) * DRAWS / CALLS


def show(name, ours, theirs, quick, goal):
    """One line of the table."""
    print(
        f"{name:14} {1e3 * ours:8.2f} ms {theirs:8.1f} s {theirs / ours:10,.0f} times "
        f"(goal {goal:,}), quick {quick / ours:,.0f} times"
    )


def main():
    """Print the figures."""
    rng = np.random.default_rng(1)
    table = rng.random((OPTIONS, CRITERIA))
    futures = rng.random((DRAWS, OPTIONS, CRITERIA))
    weights = rng.dirichlet(np.ones(CRITERIA), DRAWS)
    rule = Preference("linear", indifference=SOFT, preference=HARD)
    types, soft, hard = np.ones(CRITERIA), np.full(CRITERIA, SOFT), np.full(CRITERIA, HARD)

    def promethee(draw, **options):
        method = PROMETHEE_II("vshape_2", p=hard, q=soft)  # one object ranks once
        return method(table, weights[draw], types, **options)

    wsm, closeness = WSM(lambda column, cost: column), TOPSIS(vector_normalization)  # noqa: ARG005
    rows = {
        "weighted sum": (
            lambda: weighted_sum(table, weights),
            lambda draw, **options: wsm(table, weights[draw], types, **options),
            1_000,
        ),
        "TOPSIS": (
            lambda: topsis(table, weights, MORE),
            lambda draw, **options: closeness(table, weights[draw], types, **options),
            1_000,
        ),
        "PROMETHEE II": (lambda: promethee_ii(table, weights, MORE, rule), promethee, 5_000),
        "SMAA": (
            lambda: rank_acceptability(futures, weights),
            lambda draw, **options: wsm.rank(wsm(futures[draw], weights[draw], types, **options)),
            100,
        ),
    }
    print(f"{OPTIONS} options, {CRITERIA} criteria, {DRAWS:,} draws; pymcdm {version('pymcdm')}")
    for name, (ours, theirs, goal) in rows.items():
        agree(name, ours(), theirs, weights)
        quick = peer(lambda draw, theirs=theirs: theirs(draw, validation=False))
        show(name, seconds(ours), peer(theirs), quick, goal)
    limits(futures, weights)
    neighbour({name: ours for name, (ours, _theirs, _goal) in rows.items()})


def neighbour(kernels):
    """Each kernel with the machine to itself, and while another program keeps one core busy."""
    quiet = {name: seconds(run) for name, run in kernels.items()}
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        slower = {name: seconds(run) / quiet[name] for name, run in kernels.items()}
    finally:
        busy.kill()
        busy.wait()
    times = ", ".join(f"{name} {ratio:.1f}" for name, ratio in slower.items())
    print(f"times slower beside one busy core (goal 3): {times}")


def agree(name, ours, theirs, weights):
    """Refuse to time two things that differ."""
    if name == "SMAA":
        return
    for draw in (0, len(weights) - 1):
        np.testing.assert_allclose(ours[draw], theirs(draw), atol=1e-12)


def limits(futures, weights):
    """SMAA beside reading its arguments at the speed of a copy."""
    copy = np.empty_like(futures)
    speed = 2 * futures.nbytes / seconds(lambda: np.copyto(copy, futures))
    ours = seconds(lambda: rank_acceptability(futures, weights))
    limit = (futures.nbytes + weights.nbytes) / speed
    print(f"copy: {speed / 1e9:.1f} GB/s; so reading the draws takes {1e3 * limit:.1f} ms")
    print(f"SMAA: {1e3 * ours:.1f} ms (goal 10), {limit / ours:.0%} of that limit")


if __name__ == "__main__":
    main()
