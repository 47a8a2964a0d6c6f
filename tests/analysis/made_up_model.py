"""A model of four futures that is made up: what it gives follows from a plan in plain steps."""

from types import SimpleNamespace

import numpy as np

from selfmgmt.analysis.bounds import LargestCuts
from selfmgmt.analysis.pairs import Pair
from selfmgmt.case.design import Design
from selfmgmt.case.known import NONE
from selfmgmt.case.mix import Mix
from selfmgmt.case.question import Question
from tests.simulation.world import usual_inputs

LUCK = np.array([-3.0, -1, 1, 3])
TARGET = 40.0  # EUR per year
PAIR = Pair(way_key=NONE, mix_key="support", way=Design(), mix=Mix(support=0.1), described=2.0)
"""A tenth of the staff departments goes at size 1."""


def model(**outcomes):
    """In place of ``simulate``: each outcome is a function from plan to one figure or four."""

    def run(plans, _inputs, *, wanted, **_settings):
        values = {
            key: np.array([np.broadcast_to(outcomes[key](plan), 4) for plan in plans], dtype=float)
            for key in wanted
        }
        return SimpleNamespace(values=values)

    return run


def net(plan):
    """Ten euros for each size of the mix, give or take three."""
    return 10 * plan.factor + LUCK


def small_study(**other):
    """A target of 40 euros, at most 70 % of the staff departments."""
    whole = {
        "inputs": usual_inputs(),
        "question": Question.model_validate({"saving_target": TARGET}),
        "bounds": LargestCuts(support=0.7, primary=0.3, tasks=0.3),
        "deepest_measured": 0.2,
    }
    return SimpleNamespace(**(whole | other))
