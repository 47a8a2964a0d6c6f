"""Design-draws per second of the transition model, beside three other ways, in one run.

``make bench`` runs it. (a) is the same equations written draw by draw and quarter by quarter
(``tests/simulation/plain_model.py``); (b) is EMAworkbench's sequential evaluator, which calls the
model once for each experiment, in an environment of its own whose Python is the first argument;
(c) is the first edition of the model, whose processor time is kept here as a number.
"""

import resource
import subprocess
import sys
import time
from dataclasses import replace
from statistics import median

from selfmgmt.case.question import Question
from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.outcomes import OUTCOMES
from selfmgmt.simulation.simulate import saving_target
from selfmgmt.simulation.transition import transition
from tests.simulation.plain_model import plain_outcomes
from tests.simulation.world import named_plans, usual_inputs

QUESTION = Question.model_validate({"saving_target": "5%"})
ROUNDS = 5
FIRST_EDITION = 1.0
"""Microseconds of one processor per design-draw, 15 outcomes, measured beside this edition."""


def rate(run, count):
    """Design-draws per second, the median of a few rounds."""
    return median(count / seconds(run) for _ in range(ROUNDS))


def seconds(run, clock=time.perf_counter):
    """Time of one call."""
    begin = clock()
    run()
    return clock() - begin


def ours(plans, inputs, draws, wanted=OUTCOMES):
    """The product's way: all plans, blocks of draws, on all cores."""
    return lambda: simulate(plans, inputs, question=QUESTION, draws=draws, seed=1, wanted=wanted)


def plain(plan, inputs, chance):
    """(a) draw by draw and quarter by quarter."""
    target = saving_target(QUESTION, chance.draw)
    return lambda: plain_outcomes(plan, inputs, chance, quarters=16, due=8, target=target)


def experiments(inputs, plan):
    """(b) one experiment after another, as EMAworkbench's evaluator sees the model."""
    from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator

    base = block_sample(inputs, size=1, seed=1)
    spans = {key: span for key, span in inputs.ranges.items() if not span.known}

    def one(**values):
        known = {key: getattr(base.draw, key) * 0 + value for key, value in values.items()}
        run = transition(plan, replace(base, draw=replace(base.draw, **known)), 16)
        return {"capacity_low": run.work.capacity.min(), "net": run.money.net[-1, 0]}

    model = Model("transition", function=one)
    model.uncertainties = [RealParameter(key, span.low, span.high) for key, span in spans.items()]
    model.outcomes = [ScalarOutcome("capacity_low"), ScalarOutcome("net")]
    count = 2_000
    with SequentialEvaluator(model) as evaluator:
        return rate(lambda: evaluator.perform_experiments(scenarios=count), count)


def peak_of_a_million(plan, inputs):
    """Peak memory in MB of this process after a million draws of one plan, without its outcomes."""
    found = simulate([plan], inputs, question=QUESTION, draws=1_000_000, seed=1)
    held = sum(values.nbytes for values in found.values.values())
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - held / 2**20


def main():
    """Print the figures."""
    inputs, plans = usual_inputs(), list(named_plans().values())[1:]
    working = [plan for plan in plans if plan.way.scope]
    if "--ema" in sys.argv:
        print(experiments(inputs, working[0]))
        return
    if "--memory" in sys.argv:
        print(peak_of_a_million(working[0], inputs))
        return
    draws = 8 * DRAWS  # more than are kept
    fast = rate(ours(working, inputs, draws), len(working) * draws)
    sizes = [replace(plan, factor=size / 10) for plan in working[-1:] for size in range(20)]
    due = rate(ours(sizes, inputs, BLOCK, ("net_saving_due_eur",)), len(sizes) * BLOCK)
    cost = median(seconds(ours(working, inputs, draws), time.process_time) for _ in range(ROUNDS))
    spent = 1e6 * cost / len(working) / draws
    slow = rate(plain(working[0], inputs, block_sample(inputs, size=50, seed=1)), 50)
    here = [sys.executable, "-m", "tests.bench.bench_simulation"]
    peak = float(subprocess.check_output([*here, "--memory"], text=True))
    print(f"selfmgmt            {fast:12,.0f} design-draws a second (goal 1,000,000)")
    print(f"sizes of one mix    {due:12,.0f} (net at the due date only)")
    print(f"(a) plain           {slow:12,.0f} ({fast / slow:.0f} times slower)")
    if len(sys.argv) > 1:
        there = [sys.argv[1], "-m", "tests.bench.bench_simulation", "--ema"]
        lines = subprocess.check_output(there, text=True).split()
        ema = float(lines[-1])
        print(f"(b) EMAworkbench    {ema:12,.0f} ({fast / ema:.0f} times slower; goal 150)")
    times = f"{spent / FIRST_EDITION:.1f} times; goal 1.5"
    print(
        f"(c) first edition   {FIRST_EDITION:.1f} us of a processor each, now {spent:.1f} ({times})"
    )
    print(f"peak memory of 1,000,000 draws beside their outcomes: {peak:.0f} MB (goal 300)")


if __name__ == "__main__":
    main()
