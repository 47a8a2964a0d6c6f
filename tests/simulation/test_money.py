"""Money: nothing gained that is not there."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.simulation.money import Money
from selfmgmt.simulation.positions import positions
from selfmgmt.simulation.rollout import rollout

cuts = st.integers(0, 100).map(lambda share: f"{share}%")


def follow(design, draw, quarters=16):
    """The money of a design."""
    share = rollout(design, quarters)
    mature = np.zeros((quarters + 1, draw["fte"].size))
    plan = positions(design, draw)
    return Money(design=design, plan=plan, draw=draw, share=share, mature=mature)


@settings(deadline=None)
@given(managers=cuts, support=cuts, primary=st.integers(-50, 50), scope=st.floats(0, 1))
def test_net_is_at_most_realised_is_at_most_gross(chance, managers, support, primary, scope):
    """Savings only shrink on the way from plan to purse, and nothing is below zero before net."""
    design = Design(
        managers_after=managers,
        support_after=support,
        primary_fte_change=f"{primary}%",
        scope=scope,
        coaches="100%",
        rollout_quarters=4,
    )
    cash = follow(design, chance.draw)
    assert (cash.net() <= cash.realised).all()
    assert (cash.realised <= cash.gross).all()
    assert (cash.leaked >= 0).all()
    assert (cash.gross >= 0).all()
    assert (cash.one_off >= 0).all()
    left = np.outer(cash.share, cash.realised - cash.leaked) - cash.running()
    np.testing.assert_allclose(cash.net(), left, atol=1e-6)


@settings(deadline=None)
@given(st.integers(0, 100), st.integers(0, 100))
def test_more_removed_positions_never_lower_gross(chance, one, other):
    """Gross saving rises with the number of managers that go."""
    more, fewer = sorted((one, other))
    most = follow(Design(managers_after=f"{more}%"), chance.draw)
    least = follow(Design(managers_after=f"{fewer}%"), chance.draw)
    assert (most.gross >= least.gross).all()


def test_the_purse_equals_the_flows(chance):
    """Cumulative cash is a quarter of each year's net less what was paid once, added up."""
    design = Design(managers_after="50%", scope=1, training=1000, rollout_quarters=6)
    cash = follow(design, chance.draw)
    flow = cash.net() / 4 - cash.one_off
    np.testing.assert_allclose(cash.cumulative, np.cumsum(flow, axis=0), rtol=1e-9, atol=1e-6)


def test_a_saving_worked_by_hand():
    """10 of 20 managers of EUR 126,000: 1.26 mln gross, 60 % of it real, 30 % of that leaks."""
    one = np.ones(1)
    draw = {
        "fte": 400 * one,
        "cost_per_fte": 90_000 * one,
        "manager_share": 0.05 * one,
        "support_share": 0.25 * one,
        "manager_cost_ratio": 1.4 * one,
        "team_count": 40 * one,
        "teams_per_coach": 10 * one,
        "teams_per_coach_mature": 25 * one,
        "coach_cost_ratio": one,
        "control_cost_fte": 0.25 * one,
        "savings_realisation": 0.6 * one,
        "savings_leakage_to_hire": 0.25 * one,
        "hire_premium": 1.2 * one,
        "displaced_manager_friction": 0.75 * one,
        "displaced_staff_friction": one,
        "turnover": 0.1 * one,
    }
    design = Design(managers_after=10, scope=1, coaches=2, control=1, training=500)
    cash = follow(design, draw, 4)
    assert cash.gross[0] == pytest.approx(1_260_000)
    assert cash.realised[0] == pytest.approx(756_000)
    assert cash.leaked[0] == pytest.approx(226_800)
    assert cash.running()[-1] == pytest.approx(3 * 90_000)
    assert cash.net()[-1] == pytest.approx(756_000 - 226_800 - 270_000)
    displaced = 6 - 0.1 / 4 * 20
    assert cash.one_off.sum() == pytest.approx(displaced * 126_000 * 0.75 + 400 * 500)


def test_coaches_leave_as_teams_mature(chance):
    """When all teams are mature, coaching costs a part of what it did, and never less than none."""
    design = Design(scope=1, coaches="100%", control=0)
    plan, share = positions(design, chance.draw), rollout(design, 4)
    young, mature = (
        Money(design=design, plan=plan, draw=chance.draw, share=share, mature=matured)
        for matured in (np.zeros((5, 500)), np.ones((5, 500)))
    )
    ratio = chance.draw["teams_per_coach"] / chance.draw["teams_per_coach_mature"]
    np.testing.assert_allclose(
        mature.running()[-1], young.running()[-1] * np.minimum(ratio, 1), rtol=1e-9, atol=1e-6
    )
