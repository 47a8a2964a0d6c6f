"""The model of the live page in Chromium and in deno, and what Python makes of the same."""

import json
import os
import subprocess
from pathlib import Path

import numpy as np
from deno import find_deno_bin

from selfmgmt.live import MODEL
from selfmgmt.live.inputs import model_inputs, plan_parts
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.outcomes import OUTCOMES, outcomes_of, paths_of
from selfmgmt.simulation.transition import transition
from selfmgmt.views.widgets.bundle import bundle

RUNNER = Path(__file__).with_name("twin_in_deno.js")
ALONE = ("--quiet", "--no-remote", "--no-check", "--no-config", "--allow-read")
DRAWS = """([inputs, size]) => {
  window.draws = twin.blockDraws(inputs, size);
  const plain = (record) =>
    Object.fromEntries(Object.entries(record).map(([key, values]) => [key, Array.from(values)]));
  window.plain = plain;
  return { of: plain(draws.of), luck: plain(draws.luck), windows: draws.windows };
}"""
SIMULATE = """([plan, question]) => {
  const { values, paths, weakest } = twin.simulate(plan, draws, question, true);
  const net = Array.from(twin.netWhenDue(plan, draws, question));
  return { values: plain(values), paths: plain(paths), weakest, net };
}"""


class InChromium:
    """The model of the live page, joined into one script, in a page of its own."""

    def __init__(self, page):
        self.page = page
        page.goto("about:blank")
        page.add_script_tag(content=f"{{{bundle(MODEL)}\nwindow.twin = exported;}}")

    def draws(self, inputs, size, seed=1):
        """Make the draws; what follows is computed on them."""
        return self.page.evaluate(DRAWS, [model_inputs(inputs, seed=seed), size])

    def simulate(self, plan, *, target, due, horizon):
        """All that comes of a plan, as lists over draws."""
        question = {"target": target, "due": due, "horizon": horizon}
        return self.page.evaluate(SIMULATE, [plan_parts(plan), question])


class InDeno:
    """The same from its modules, in a process of deno that reads and writes lines."""

    def __init__(self):
        self.process = subprocess.Popen(
            [find_deno_bin(), "run", *ALONE, str(RUNNER), str(MODEL)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "DENO_NO_UPDATE_CHECK": "1"},
        )

    def draws(self, inputs, size, seed=1):
        """Make the draws; what follows is computed on them."""
        return self._call("draws", [model_inputs(inputs, seed=seed), size])

    def simulate(self, plan, *, target, due, horizon):
        """All that comes of a plan, as lists over draws."""
        question = {"target": target, "due": due, "horizon": horizon}
        return self._call("simulate", [plan_parts(plan), question])

    def close(self):
        """End the process."""
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(10)

    def _call(self, name, given):
        self.process.stdin.write(json.dumps([name, given]) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())


def in_python(plan, inputs, size, *, seed, target, due, horizon):  # noqa: PLR0913
    """The same by Python: outcomes, paths and how often each condition is the weakest."""
    chance = block_sample(inputs, size=size, seed=seed)
    run = transition(plan, chance, horizon)
    found = outcomes_of(run, due_quarter=due, target=np.full(size, target))
    values = {key: np.broadcast_to(found[key], (size,)) for key in OUTCOMES}
    return values, paths_of(run), np.bincount(run.weakest_condition, minlength=4).tolist()


def furthest_apart(ours, theirs, *, whole):
    """The largest difference as a share of the largest figure, or of ``whole`` when that is more.

    Infinite values must be infinite in both.
    """
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float).reshape(np.shape(ours))
    finite = np.isfinite(ours)
    if not np.array_equal(ours[~finite], theirs[~finite]):
        return np.inf
    size = np.abs(ours[finite]).max(initial=whole)
    return np.abs(ours[finite] - theirs[finite]).max(initial=0) / size
