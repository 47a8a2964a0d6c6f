"""The whole transition: the plain twin, nothing from nothing, and what the evidence tells."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.simulation.transition import transition
from tests.simulation.plain_model import plain_transition

percent = st.integers(0, 130).map(lambda share: f"{share}%")
designs = st.builds(
    Design,
    managers_after=percent,
    support_after=percent,
    primary_fte_change=st.integers(-40, 40).map(lambda share: f"{share}%"),
    team_count=st.integers(50, 200).map(lambda share: f"{share}%"),
    team_basis=st.sampled_from(["function", "task", "area"]),
    frames=st.floats(0, 1),
    work_redesign=st.floats(0, 1),
    interdependence=st.floats(0, 1),
    coaches=percent,
    control=st.floats(0, 1),
    imposed=st.floats(0, 1),
    scope=st.one_of(st.just(0.0), st.floats(0.05, 1)),
    start_share=st.floats(0, 1),
    start_quarters=st.integers(0, 20),
    rollout_quarters=st.integers(0, 20),
    training=st.floats(0, 5000),
    greenfield=st.booleans(),
)


@settings(deadline=None, max_examples=40)
@given(design=designs)
def test_equals_the_equations_written_plainly(chance, design):
    """Every path equals that of the quarter-by-quarter model, to rounding."""
    run = transition(design, chance, 16)
    plain = plain_transition(design, chance, 16)
    cash, share = run.money, run.progress.share
    paths = {
        "gross": np.outer(share, cash.gross),
        "realised": np.outer(share, cash.realised),
        "leaked": np.outer(share, cash.leaked),
        "running": cash.running(),
        "net": cash.net(),
        "one_off": cash.one_off,
        "cumulative": cash.cumulative,
        "capacity": run.capacity,
        "absence": run.absence,
        "fte": run.fte,
        "mature": run.progress.mature,
    }
    for key, path in paths.items():
        size = max(np.abs(plain[key]).max(), 1e-6)  # what is less is rounding itself
        np.testing.assert_allclose(path / size, plain[key] / size, atol=1e-9, err_msg=key)


def test_doing_nothing_changes_exactly_nothing(chance):
    """No positions, no new way of working: every figure is bit for bit as it was."""
    run = transition(Design(), chance, 16)
    assert (run.money.gross == 0).all()
    assert (run.money.net() == 0).all()
    assert (run.money.cumulative == 0).all()
    assert (run.capacity == 100).all()
    assert (run.absence == chance.draw["absence"]).all()
    assert (run.turnover_end == chance.draw["turnover"]).all()
    assert (run.satisfaction_end == chance.draw["satisfaction_base"]).all()
    assert (run.steerability_end == chance.draw["steerability_base"]).all()
    assert (run.fte == run.plan.fte).all()


@settings(deadline=None, max_examples=30)
@given(design=designs, lever=st.sampled_from(["frames", "work_redesign", "interdependence"]))
def test_more_conditions_never_worsen_the_median_of_people_effects(chance, design, lever):
    """Raising any condition to the full leaves the median effects the same or better."""
    better = design.model_copy(update={lever: 1.0})
    before, after = transition(design, chance, 16), transition(better, chance, 16)
    slack = 1e-12
    assert np.median(after.absence[-1]) <= np.median(before.absence[-1]) + slack
    assert np.median(after.turnover_end) <= np.median(before.turnover_end) + slack
    assert np.median(after.satisfaction_end) >= np.median(before.satisfaction_end) - slack
    assert np.median(after.steerability_end) >= np.median(before.steerability_end) - slack
    assert np.median(after.capacity.min(axis=0)) >= np.median(before.capacity.min(axis=0)) - 1e-9


@settings(deadline=None, max_examples=30)
@given(design=designs)
def test_staff_balance_holds_in_every_quarter(chance, design):
    """Employed = today - really removed + added, in each quarter and draw."""
    run = transition(design, chance, 16)
    in_place = run.progress.share[:, np.newaxis]
    gone = in_place * run.plan.removed * chance.draw["savings_realisation"]
    balance = run.plan.fte - gone + in_place * run.plan.added - run.fte
    assert np.abs(balance).max() < 1e-9


def test_fewer_managers_only_falls_deeper_than_a_stepwise_programme(chance, designs):
    """At the median the capacity low point is lower when only managers go."""
    low = {
        key: np.median(transition(designs[key], chance, 16).capacity.min(axis=0))
        for key in ("fewer_managers_only", "stepwise_programme")
    }
    assert low["fewer_managers_only"] < low["stepwise_programme"] - 1


def test_control_keeps_the_organisation_steerable(chance):
    """With full control nothing of steerability is lost; without it something is."""
    kept = transition(Design(scope=1, control=1), chance, 16)
    lost = transition(Design(scope=1, control=0), chance, 16)
    assert (kept.steerability_end == chance.draw["steerability_base"]).all()
    assert np.median(lost.steerability_end) < 95
