"""The whole model against its plain twin, and the balances that must close."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.outcomes import OUTCOMES, outcomes_of
from selfmgmt.simulation.simulate import saving_target
from selfmgmt.simulation.transition import transition
from tests.simulation.plain_model import plain_outcomes
from tests.simulation.plans import plans
from tests.simulation.world import usual_inputs, usual_question

QUARTERS, DUE = 16, 8


INPUTS = usual_inputs()
COUNTED = usual_inputs(vulnerability_today={"low": 0.01, "central": 0.1, "high": 0.5})
FEW = block_sample(INPUTS, size=8, seed=3)
WORLDS = [(INPUTS, FEW), (COUNTED, block_sample(COUNTED, size=8, seed=3))]


@settings(deadline=None, max_examples=200)
@given(plan=plans, world=st.sampled_from(WORLDS))
def test_every_outcome_equals_that_of_the_equations_written_plainly(plan, world):
    """To rounding, in every draw: draw by draw, quarter by quarter, cohort by cohort."""
    inputs, chance = world
    target = saving_target(usual_question(), chance.draw)
    run = transition(plan, chance, QUARTERS)
    found = outcomes_of(run, due_quarter=DUE, target=target)
    plain = plain_outcomes(plan, inputs, chance, quarters=QUARTERS, due=DUE, target=target)
    assert set(plain) == set(OUTCOMES)
    for key in OUTCOMES:
        size = max(
            SCALE.get(key, 1.0), np.abs(plain[key]).max(where=np.isfinite(plain[key]), initial=0)
        )
        np.testing.assert_allclose(
            np.broadcast_to(found[key], (8,)) / size,
            np.array(plain[key]) / size,
            rtol=0,
            atol=1e-12,
            err_msg=key,
        )


PAYROLL = 300 * 90_000
SCALE = dict.fromkeys((key for key in OUTCOMES if key.endswith("_eur")), PAYROLL)
"""Euros are compared at the size of the payroll: what nearly cancels is no larger than rounding."""


@settings(deadline=None, max_examples=60)
@given(plan=plans)
def test_posts_and_euros_close_in_every_quarter_and_draw(plan):
    """Nobody gets lost between the groups, and no euro between gross and net."""
    run = transition(plan, FEW, QUARTERS)
    gone, groups, share = run.removals, run.positions, run.progress.share
    added = sum(group.added for group in groups) * share
    np.testing.assert_allclose(gone.employed, groups.fte - gone.posts + added, atol=1e-9)
    managing = groups.managers.today - gone.managers_away - gone.mix_managers_away
    others = groups.support.today - gone.support + groups.primary.today - gone.primary
    together = managing + gone.managers_in_teams + others + added
    np.testing.assert_allclose(gone.employed, together, atol=1e-9)
    money = run.money
    np.testing.assert_allclose(
        money.net, money.realised - money.leaked - money.running, rtol=1e-12, atol=1e-6
    )
    paid = sum(
        (group.today - left + group.added * share) * group.cost
        for group, left in (
            (groups.managers, gone.managers),
            (groups.support, gone.support),
            (groups.primary, gone.primary),
            (groups.hired, gone.hired),
        )
    )
    before = sum(group.today * group.cost for group in (*groups, groups.hired))
    more = sum(group.added * group.cost for group in (*groups, groups.hired)) * share
    np.testing.assert_allclose(money.realised, before + more - paid, rtol=1e-9, atol=1e-3)
    flow = money.net / 4 - money.one_off
    np.testing.assert_allclose(np.diff(money.cumulative, axis=0), flow[1:], rtol=1e-9, atol=1e-3)


@settings(deadline=None, max_examples=60)
@given(plan=plans)
def test_net_and_gap_make_the_target_when_it_is_due(plan):
    """At the same date, in every draw."""
    target = saving_target(usual_question(), FEW.draw)
    run = transition(plan, FEW, QUARTERS)
    found = outcomes_of(
        run, due_quarter=DUE, target=target, wanted=("gap_eur", "net_saving_due_eur")
    )
    np.testing.assert_allclose(found["gap_eur"] + found["net_saving_due_eur"], target, rtol=1e-12)
