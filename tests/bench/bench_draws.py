"""How far off P10, P50 and P90 are, by how the draws are made; ``make bench`` runs it.

For each way of drawing: the root-mean-square error over seeds of P10, P50 and P90 of an outcome, as
a share of its P10-P90 range, against a run that is far longer, and then the mean over plans.
"""

from dataclasses import replace
from itertools import combinations

import numpy as np

from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.draws import latin_hypercube, triangular_quantile
from selfmgmt.simulation.lattice import BLOCK, generating_vector
from selfmgmt.simulation.outcomes import outcomes_of
from selfmgmt.simulation.parameters import COORDINATES, Draw
from selfmgmt.simulation.simulate import saving_target
from selfmgmt.simulation.transition import transition
from tests.simulation.world import named_plans, usual_inputs, usual_question

SHOWN = (
    "net_saving_due_eur", "gap_closed", "capacity_low", "satisfaction_mean", "absence_mean",
    "turnover_mean", "steerability_end", "vulnerability_end", "transition_cost_eur", "net_term_eur",
)  # fmt: skip
UNCERTAIN = (*usual_inputs().uncertain, "falls_back")
SEEDS, TRUTH, GOAL = 12, 2**17, 0.01
ENDS = (0.1, 0.5, 0.9)


def points(way, size, seed):
    """Uniform draws of every coordinate, made in another way than the lattice."""
    rng = np.random.default_rng(seed)
    if way == "hypercube":
        return latin_hypercube(COORDINATES, size, rng)
    return dict(zip(COORDINATES, rng.random((len(COORDINATES), size)), strict=True))


def chance_of(inputs, uniform):
    """The draws of a block from other uniform draws."""
    block = block_sample(inputs, size=BLOCK, seed=1)
    draw = {
        key: triangular_quantile(uniform[key], low=s.low, mode=s.central, high=s.high)
        for key, s in inputs.ranges.items()
    }
    return replace(block, draw=Draw(**draw), uniform={key: uniform[key] for key in block.uniform})


def ends_otherwise(plans, inputs, question, way, seed):
    """P10, P50 and P90 of each plan and outcome with other draws, shape (plans, outcomes, 3)."""
    chance = chance_of(inputs, points(way, BLOCK, seed))
    target = saving_target(question, chance.draw)
    found = []
    for plan in plans:
        run = transition(plan, chance, question.horizon)
        values = outcomes_of(run, due_quarter=question.due_quarter, target=target, wanted=SHOWN)
        found.append([np.quantile(values[key], ENDS) for key in SHOWN])
    return np.array(found)


def ends(plans, inputs, question, draws, seed):
    """The same with the draws of the product."""
    run = simulate(plans, inputs, question=question, draws=draws, seed=seed, wanted=SHOWN)
    return np.array(
        [[np.quantile(run.values[key][row], ENDS) for key in SHOWN] for row in range(len(plans))]
    )


def error(found, truth):
    """Root-mean-square error over seeds as a share of the range: plans x outcomes x ends."""
    spread = truth[..., 2] - truth[..., 0]
    size = np.where(spread > 0, spread, np.inf)[..., np.newaxis]
    return np.sqrt((((found - truth) / size) ** 2).mean(axis=0))


def worst_projection(size=BLOCK):
    """The pair of coordinates whose points lie on the fewest lines, and how many."""
    vector = np.array([generating_vector()[key] for key in UNCERTAIN]) % size
    steps = [(a, b) for a in range(-60, 61) for b in range(61) if (b, a) > (0, 0)]
    worst = (np.inf, "", "")
    for one, other in combinations(range(vector.size), 2):
        lines = min(
            (a * a + b * b) ** 0.5
            for a, b in steps
            if (a * vector[one] + b * vector[other]) % size == 0
        )
        worst = min(worst, (lines, UNCERTAIN[one], UNCERTAIN[other]))
    return worst


def main():
    """Print the errors."""
    inputs, question = usual_inputs(), usual_question()
    plans = [plan for key, plan in named_plans().items() if key != "do_nothing"]
    truth = ends(plans, inputs, question, TRUTH, 999)
    ways = {
        f"random, {BLOCK}": lambda s: ends_otherwise(plans, inputs, question, "random", s),
        f"hypercube, {BLOCK}": lambda s: ends_otherwise(plans, inputs, question, "hypercube", s),
        f"lattice, {BLOCK}": lambda s: ends(plans, inputs, question, BLOCK, s),
    }
    if DRAWS != BLOCK:
        ways[f"lattice, {DRAWS}"] = lambda s: ends(plans, inputs, question, DRAWS, s)
    print(f"{'':20s}" + " ".join(f"{key[:12]:>12s}" for key in SHOWN) + "        worst")
    for name, way in ways.items():
        off = error(np.array([way(seed) for seed in range(SEEDS)]), truth)
        means = np.sqrt((off**2).mean(axis=(0, 2)))
        print(f"{name:20s}" + " ".join(f"{m:12.4f}" for m in means) + f" {off.max():12.4f}")
    lines, one, other = worst_projection()
    print(f"goal {GOAL}; worst pair of coordinates: {one}, {other}: distance {lines:.1f}")


if __name__ == "__main__":
    main()
