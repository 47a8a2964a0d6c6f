"""Money in a world that can be counted by hand."""

from dataclasses import asdict, replace

import numpy as np
import pytest

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.effects import Effect
from selfmgmt.simulation.lever_costs import lever_costs
from selfmgmt.simulation.transition import transition

KNOWN = {
    "fte": 400, "cost_per_fte": 90_000, "manager_share": 0.05, "support_share": 0.25,
    "manager_cost_ratio": 1.4, "team_count": 40, "teams_per_coach": 10, "hire_share": 0.1,
    "teams_per_coach_mature": 25, "coach_cost_ratio": 1, "control_cost_fte": 0.25,
    "savings_leakage_to_hire": 0.25, "hire_premium": 1.2, "displaced_manager_friction": 0.75,
    "displaced_staff_friction": 0.75, "turnover": 0.1, "leave_usable_share": 0.6, "absence": 0.05,
    "coordination_absorbed": 0.5, "support_absorbed": 0.5, "falls_back_rate": 0,
    "hired_primary_share": 0.8, "transition_years": 1e6,
}  # fmt: skip


@pytest.fixture(scope="module")
def plain_chance(chance):
    """One draw in which six tenths are realised and no effect is felt."""
    draw = {key: values[:1] for key, values in asdict(chance.draw).items() if values is not None}
    draw |= {key: np.array([float(value)]) for key, value in KNOWN.items()}
    effects = dict.fromkeys(chance.effects, Effect(0, 0, 0))
    effects |= {"savings_realisation": Effect(0.6, 0.6, 0.6)}
    effects |= {"deep_cut_absence_ratio": Effect(1, 1, 1)}
    return replace(
        chance,
        draw=type(chance.draw)(**draw),
        uniform={key: np.array([0.5]) for key in chance.uniform},
        effects=effects,
    )


def test_a_saving_worked_by_hand(plain_chance):
    """10 of 20 managers of EUR 126,000 go: six are no longer paid, four work for residents.

    Their work of 5 FTE lands there too: one FTE short, of which a quarter is hired back.
    """
    design = Design(managers_after=10, scope=1, coaches=2, control=1, training=500)
    money = transition(design, plain_chance, 4).money
    assert money.gross[-1, 0] == pytest.approx(1_260_000)
    assert money.realised[-1, 0] == pytest.approx(756_000)
    assert money.leaked[-1, 0] == pytest.approx(0.25 * 108_000)
    assert money.running[-1, 0] == pytest.approx(3 * 90_000)
    assert money.net[-1, 0] == pytest.approx(756_000 - 27_000 - 270_000)
    displaced = 6 - 0.6 * 0.1 / 4 * 20
    assert money.displaced_fte[0] == pytest.approx(displaced)
    assert money.one_off.sum() == pytest.approx(displaced * 126_000 * 0.75 + 400 * 500)
    assert money.cumulative[-1, 0] == pytest.approx(459_000 - money.one_off.sum())


def test_what_levers_cost_worked_by_hand(plain_chance):
    """Two coaches and one controller for four quarters, and once training and managers that go."""
    design = Design(managers_after=10, scope=1, coaches=2, control=1, training=500)
    costs = {
        lever: cost.sum()
        for lever, cost in lever_costs(transition(design, plain_chance, 4).money).items()
    }
    displaced = 6 - 0.6 * 0.1 / 4 * 20
    assert costs == {
        "training": pytest.approx(400 * 500),
        "coaches": pytest.approx(2 * 90_000),
        "managers_after": pytest.approx(displaced * 126_000 * 0.75),
        "control": pytest.approx(90_000),
    }


def test_what_levers_cost_is_all_that_the_model_counts_for_them(chance):
    """Where nothing else costs money they add up to running and one-off cost, in each quarter."""
    design = Design(
        managers_after="60%", scope=0.8, coaches="80%", control=0.9, training=1500,
        start_share=0.3, start_quarters=3, rollout_quarters=5,
    )  # fmt: skip
    without_repair = replace(chance, inhabitants=0)
    money = transition(design, without_repair, 16).money
    together = sum(lever_costs(money).values())
    np.testing.assert_allclose(together, money.running / 4 + money.one_off, rtol=1e-9, atol=1e-6)


@pytest.mark.parametrize(
    ("lever", "less", "more"),
    [
        ("training", 500, 1500),
        ("coaches", "20%", "80%"),
        ("managers_after", "80%", "50%"),
        ("control", 0.6, 0.9),
    ],
)
def test_more_of_a_lever_costs_more(chance, lever, less, more):
    """In every future, and without it nothing."""
    way = {"scope": 1, "rollout_quarters": 4}
    none, low, high = (
        lever_costs(transition(Design.model_validate({**way, **given}), chance, 8).money)[lever]
        .sum(axis=0)
        for given in ({}, {lever: less}, {lever: more})
    )  # fmt: skip
    assert not none.any()
    assert (low <= high).all()
    assert low.mean() < high.mean()


def test_what_starts_beyond_the_horizon_costs_nothing_yet(plain_chance):
    """A head start of nobody that lasts longer than one looks ahead."""
    late = Design(scope=1, training=500, start_share=0, start_quarters=4)
    assert transition(late, plain_chance, 4).money.transition_cost[0] == 0


def test_no_money_comes_back_where_control_is_looser(plain_chance):
    """Today's planning and control is one half; only what is above it costs."""
    costs = [
        transition(Design(control=control), plain_chance, 4).money.running[-1, 0]
        for control in (0.2, 0.5, 0.75)
    ]
    assert costs == pytest.approx([0, 0, 0.5 * 90_000])


def test_with_natural_leave_no_more_goes_than_leaves(plain_chance):
    """1.5 % of a group a quarter leaves from a post that can go; who stays is paid, and works."""
    way = Design(support_after="50%", managers_after="50%", how="natural_leave")
    run = transition(way, plain_chance, 4)
    support = [0, 1.5, 1.5 + 98.5 * 0.015]
    assert np.asarray(run.removals.support)[:3, 0] == pytest.approx(support)
    managers = np.asarray(run.removals.managers)[:, 0]
    assert managers[1] == pytest.approx(0.3)
    assert np.asarray(run.removals.managers_in_teams)[1, 0] == pytest.approx(10 - 0.3)
    assert run.money.realised[1, 0] == pytest.approx(
        1.5 * run.positions.support.cost[0] + 0.3 * 126_000
    )
    assert run.money.transition_cost[0] == 0
    left = 1 - (1 - 0.015) ** 4
    assert np.asarray(run.cut.planned).max() == pytest.approx(left * (100 + 20) / 400)


def test_less_hiring_saves_and_leaves_a_gap(plain_chance):
    """EUR 4 million of hired staff is 37 FTE; six tenths go, of whom eight tenths are missed."""
    run = transition(Plan(Design(), Mix(hired=1, rollout_quarters=0), 1), plain_chance, 4)
    hired = 4_000_000 / 108_000
    assert run.money.gross[-1, 0] == pytest.approx(4_000_000)
    assert run.money.realised[-1, 0] == pytest.approx(2_400_000)
    assert run.work.hired_back[-1, 0] == pytest.approx(0.25 * 0.8 * 0.6 * hired)
    today = 280 + 0.8 * hired
    gone = 0.8 * 0.6 * hired
    assert run.work.capacity[-1, 0] == pytest.approx(100 * (today - 0.75 * gone) / today)


def test_dropped_tasks_leave_no_more_capacity_than_there_are_hands(plain_chance):
    """Idle hands do not count: capacity stays 100 when only the work goes."""
    run = transition(Design(tasks_dropped=0.2), plain_chance, 4)
    assert run.work.capacity[:, 0] == pytest.approx(100)
    less = transition(
        Plan(Design(), Mix(primary=0.1, tasks=0.1, rollout_quarters=0), 1), plain_chance, 4
    )
    done = 1 - 0.6 * 28 / (280 + 0.8 * 4_000_000 / 108_000)
    assert less.work.capacity[-1, 0] == pytest.approx(100)
    assert less.work.own[-1, 0] / less.work.today[0] == pytest.approx(done)


def test_teams_take_over_coordination_as_they_mature(plain_chance):
    """Half of the managers' work lands; mature teams save four tenths of it at full dose."""
    level = Autonomy(goals=4, methods=6, contributions=6, staffing=4, budget=4, accountability=4)
    draw = replace(
        plain_chance.draw, transition_years=np.array([1e-6]), mutual_adjustment=np.array([0.4]),
        dip_depth=np.zeros(1),
    )  # fmt: skip
    way = Design(managers_after="50%", scope=1, autonomy=level)
    run = transition(way, replace(plain_chance, draw=draw), 4)
    assert run.progress.strength[0] == 1
    assert run.progress.mature[-1, 0] == pytest.approx(1)
    assert np.asarray(run.work.absorbed)[-1, 0] == pytest.approx(0.5 * 10 * 0.6)
