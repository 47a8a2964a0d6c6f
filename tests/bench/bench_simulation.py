"""Design-draws per second of the transition model, beside two slower ways, in one run.

``make bench`` runs it. (a) is the same equations written quarter by quarter over NumPy draws
(``tests/simulation/plain_model.py``); (b) is EMAworkbench's sequential evaluator, which calls the
model once for each experiment, in an environment of its own whose Python is the first argument.
"""

import resource
import subprocess
import sys
import time
from statistics import median

from selfmgmt.case.question import Question
from selfmgmt.simulation import simulate
from selfmgmt.simulation.chance import block_chance
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.transition import transition
from tests.simulation.plain_model import plain_transition
from tests.simulation.world import named_designs, usual_inputs

QUESTION = Question.model_validate({"saving_target": "5%"})
ROUNDS = 5


def rate(run, count):
    """Design-draws per second, the median of a few rounds."""
    return median(count / seconds(run) for _ in range(ROUNDS))


def seconds(run):
    """Wall time of one call."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def ours(designs, inputs, draws):
    """The product's way: all designs, blocks of draws, on all cores."""
    return lambda: simulate(designs, inputs, question=QUESTION, draws=draws, seed=1)


def plain(designs, chance):
    """(a) quarter by quarter over the same draws."""
    return lambda: [plain_transition(design, chance, 16) for design in designs]


def experiments(inputs, designs):
    """(b) one experiment after another, as EMAworkbench's evaluator sees the model."""
    from ema_workbench import Model, RealParameter, ScalarOutcome, SequentialEvaluator

    base = block_chance(inputs, size=1, seed=1)
    spans = {k: s for k, s in inputs.ranges.items() if s.low < s.high}

    def one(**values):
        draw = {**base.draw, **{key: base.draw[key] * 0 + value for key, value in values.items()}}
        run = transition(
            designs[0], type(base)(draw=draw, uniform=base.uniform, effects=base.effects), 16
        )
        return {"capacity_low": run.capacity.min(), "net": run.money.net()[-1, 0]}

    model = Model("transition", function=one)
    model.uncertainties = [RealParameter(key, span.low, span.high) for key, span in spans.items()]
    model.outcomes = [ScalarOutcome("capacity_low"), ScalarOutcome("net")]
    count = 2_000
    with SequentialEvaluator(model) as evaluator:
        return rate(lambda: evaluator.perform_experiments(scenarios=count), count)


def peak_of_a_million(designs, inputs):
    """Peak memory in MB of this process after a million draws of one design."""
    simulate(designs[:1], inputs, question=QUESTION, draws=1_000_000, seed=1)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    """Print the figures."""
    inputs, designs = usual_inputs(), list(named_designs().values())
    if "--ema" in sys.argv:
        print(experiments(inputs, designs))
        return
    if "--memory" in sys.argv:
        print(peak_of_a_million(designs, inputs))
        return
    many = designs[1:] * 5
    draws = 5 * BLOCK
    fast = rate(ours(many, inputs, draws), len(many) * draws)
    chance = block_chance(inputs, size=BLOCK, seed=1)
    slow = rate(plain(designs[1:], chance), (len(designs) - 1) * BLOCK)
    here = [sys.executable, "-m", "tests.bench.bench_simulation"]
    peak = float(subprocess.check_output([*here, "--memory"], text=True))
    print(f"selfmgmt            {fast:12,.0f} design-draws a second (goal 1,000,000)")
    print(f"(a) plain quarters  {slow:12,.0f} ({fast / slow:.0f} times slower)")
    if len(sys.argv) > 1:
        there = [sys.argv[1], "-m", "tests.bench.bench_simulation", "--ema"]
        lines = subprocess.check_output(there, text=True).split()
        ema = float(lines[-1])
        print(f"(b) EMAworkbench    {ema:12,.0f} ({fast / ema:.0f} times slower; goal 150)")
    print(f"peak memory of 1,000,000 draws: {peak:.0f} MB (goal 300)")


if __name__ == "__main__":
    main()
