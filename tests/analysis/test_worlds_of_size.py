"""Worlds of four futures in which sizes, frontiers and courses are counted by hand."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis import (
    frontier,
    growth,
    quick,
    search,
    sizing,
    stop_and_repair,
    stress,
    turning,
)
from selfmgmt.analysis.frontier import FrontierPoint, frontier_of
from selfmgmt.analysis.option_result import option_result, option_results
from selfmgmt.analysis.plans import Sizing, sizer_of
from selfmgmt.analysis.search import Found, Goal
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.evidence.stress import reverses
from selfmgmt.simulation.outcomes import OUTCOMES, Outcomes
from selfmgmt.uncertainty import Quantiles
from tests.analysis.made_up_model import LUCK, PAIR, TARGET, model, net, small_study

FLAT = Quantiles(p10=0.0, p50=0.0, p90=0.0)


def band(low, middle, high):
    """A range."""
    return Quantiles(p10=low, p50=middle, p90=high)


def test_what_is_reached_with_a_certainty_is_a_draw():
    """The second of four in half of them, the lowest in eight of ten."""
    drawn = np.array([4.0, 1, 3, 2])
    assert sizing.reached_with(drawn, 50) == 2
    assert sizing.reached_with(drawn, 80) == 1
    assert sizing.reached_with(drawn, 25) == 3


@pytest.mark.parametrize(("certainty", "size"), [(50, 4.1), (80, 4.3)])
def test_a_size_is_where_the_net_saving_meets_the_target(monkeypatch, certainty, size):
    """Ten times the size less 1 in half of the futures, less 3 in eight of ten."""
    monkeypatch.setattr(sizing, "simulate", model(net_saving_due_eur=net))
    sizer = sizer_of(small_study(), certainty, draws=4, seed=1)
    found = sizer.sized(PAIR, TARGET)
    assert found.plan.factor == pytest.approx(size, abs=0.1)
    assert found.net_eur == pytest.approx(TARGET, abs=1)
    assert not found.at_bound
    most = sizer.sized(PAIR, 100.0)
    assert most.at_bound
    assert most.plan.factor == pytest.approx(7)
    assert most.net_eur == pytest.approx(70 + LUCK[1 if certainty == 50 else 0])


def test_growth_runs_to_half_as_much_again_or_to_the_bound(monkeypatch):
    """From size 4 to 6; from size 6 to 7, where no more staff departments may go."""
    monkeypatch.setattr(
        growth,
        "simulate",
        model(net_saving_due_eur=net, capacity_low=lambda plan: 100 - plan.factor + LUCK),
    )

    def grown(size, certainty=50, study=None):
        option = SimpleNamespace(plan=PAIR.at(size), pair=PAIR)
        chosen = Sizing(size="described", mix="support", certainty=certainty)
        return growth.growth_of(study or small_study(), chosen, option, draws=4, seed=1)

    points = grown(4.0)
    assert [point.factor for point in points] == pytest.approx([6 * part / 7 for part in range(8)])
    assert [points[0].reach, points[-1].reach] == pytest.approx([-1 / 40, 59 / 40])
    assert points[0].capacity_low == band(97, 99, 103)
    assert points[-1].capacity_low == band(91, 93, 97)
    assert grown(4.0, certainty=80)[-1].reach == pytest.approx(57 / 40)
    assert grown(6.0)[-1].factor == pytest.approx(7)
    free = small_study().question.model_validate({})
    assert grown(4.0, study=small_study(question=free)) == ()


def followed(monkeypatch, share, alone=0.0):
    """The frontier when each size plans away ``share`` of all posts, beside ``alone``."""
    outcomes = {
        "net_saving_due_eur": net,
        "gap_eur": lambda plan: TARGET - net(plan),
        "deep_share": lambda plan: alone + share * plan.factor,
        "capacity_low": lambda plan: 100 - plan.factor + LUCK,
        "transition_cost_eur": lambda plan: 5 * plan.factor,
        "satisfaction_mean": lambda plan: 0.7 - 0.01 * plan.factor + LUCK / 100,
    }
    for module in (frontier, sizing):
        monkeypatch.setattr(module, "simulate", model(**outcomes))
    return frontier_of(small_study(), PAIR, certainty=50, draws=4, seed=1).points


def test_a_frontier_stops_where_nobody_measured(monkeypatch):
    """A twentieth of all posts for each size: four times is a fifth, one euro short."""
    points = followed(monkeypatch, 0.05)
    assert [point.plan.factor for point in points] == pytest.approx(
        [4 * step / 15 for step in range(16)], abs=0.01
    )
    last = points[-1]
    assert last.reach == pytest.approx(39 / 40, abs=0.01)
    assert last.certainty == 0.5
    assert last.deep_share == pytest.approx(0.2, abs=1e-3)
    assert last.support_left == pytest.approx(0.6, abs=1e-3)
    assert last.outcomes["transition_cost_eur"].p50 == pytest.approx(20, abs=0.1)
    assert last.outcomes["capacity_low"].p10 == pytest.approx(93, abs=0.1)
    assert (last.staff.p10, last.staff.p90) == pytest.approx((-0.04, -0.04), abs=1e-4)
    assert (points[0].reach, points[0].certainty, points[0].support_left) == (-1 / 40, 0, 1)


def test_a_frontier_stops_half_beyond_the_target_and_holds_the_size_that_meets_it(monkeypatch):
    """Size 6.1 gives 60 euros in half of the futures, 4.1 the 40 that were asked for."""
    points = followed(monkeypatch, 0.01)
    sizes = [point.plan.factor for point in points]
    assert sizes[-1] <= 6.1 + 1e-9
    assert len(sizes) in {16, 17}  # the last is 1.5 times the target to the euro, or just beyond
    assert min(abs(size - 4.1) for size in sizes) < 0.1
    assert points[sizes.index(min(sizes, key=lambda size: abs(size - 4.1)))].certainty == 0.75


def test_a_way_that_goes_too_deep_by_itself_has_no_frontier(monkeypatch):
    """A quarter of all posts is more than anyone measured; a fifth is not, and stays alone."""
    assert followed(monkeypatch, 0.05, alone=0.25) == ()
    (only,) = followed(monkeypatch, 0.05, alone=0.2)
    assert only.plan.factor == 0


def test_a_frontier_runs_to_the_bound_when_nothing_else_stops_it(monkeypatch):
    """At ten euros for each size a target of 80 is not met where 70 % of the staff is gone."""
    for module in (frontier, sizing):
        run = model(
            **dict.fromkeys(frontier._WANTED, lambda _plan: 0.0)
            | {
                "net_saving_due_eur": net,
                "gap_eur": lambda plan: 80 - net(plan),
            }
        )
        monkeypatch.setattr(module, "simulate", run)
    study = small_study(question=small_study().question.model_validate({"saving_target": 80}))
    points = frontier_of(study, PAIR, certainty=50, draws=4, seed=1).points
    assert len(points) == frontier.STEPS
    assert points[-1].plan.factor == pytest.approx(7)
    assert points[-1].reach == pytest.approx(69 / 80)
    assert points[-1].support_left == pytest.approx(0.3)


def point(reach, capacity, staff=0.0, support=0.9):
    """A point of a frontier."""
    return FrontierPoint(
        plan=PAIR.at(reach),
        reach=reach,
        certainty=0.5,
        outcomes={"capacity_low": band(capacity - 1, capacity, capacity + 1)},
        staff=band(staff, staff, staff),
        support_left=support,
        deep_share=0.1,
    )


def test_the_first_size_that_meets_all_fits_and_a_price_is_what_one_demand_gives_up():
    """Nothing meets the target at capacity 97: it gets to .8, or the target costs 1.5 points."""
    rows = [point(0.8, 97), point(1.0, 95.5), point(1.2, 94), point(1.0, 99, support=0.3)]
    points = [Found(pair=PAIR, point=one) for one in rows]
    goal = Goal(capacity_floor=97)
    assert search._fit(points, goal) == ()
    price = {key: search._price(points, goal, key) for key in search.DEMANDS}
    assert price["target"].point is rows[0]
    assert price["capacity"].point is rows[1]
    assert price["support"].point is rows[3]
    assert price["satisfaction"] is None
    for floor in (94, 95.5):  # at the floor is enough
        (fit,) = search._fit(points, Goal(capacity_floor=floor))
        assert fit.point is rows[1]
    other = Found(pair=replace(PAIR, mix_key="other"), point=point(1.0, 98))
    assert search._fit([*points, other], Goal(capacity_floor=94)) == (other, fit)
    unhappy = [Found(pair=PAIR, point=point(1.0, 99, staff=-0.03))]
    assert search._fit(unhappy, goal) == ()
    assert search._price(unhappy, goal, "satisfaction").point.staff.p50 == -0.03


def test_a_lever_turns_where_its_chance_passes_what_was_asked_for(monkeypatch):
    """Control of .15, .35, .55 and .75 closes the gap in one more future each; .6 is asked for."""
    needed = np.array([0.15, 0.35, 0.55, 0.75])
    run = model(gap_eur=lambda plan: 100 * (needed - plan.way.control))
    monkeypatch.setattr(turning, "simulate", run)
    plan = Plan(Design(control=0.6))
    found = turning.lever_curves(small_study(), plan, certainty=0.6, draws=4, seed=1)
    curves = {curve.lever: curve for curve in found}
    control = curves.pop("control")
    chance = dict(zip(control.positions.tolist(), control.certainty.tolist(), strict=True))
    assert (chance[0.0], chance[1.0]) == (0, 1)
    for at, met in chance.items():
        assert met == np.mean(needed <= at)
    (turn,) = control.turns
    before, after = (max(at for at in chance if at < 0.55), min(at for at in chance if at > 0.55))
    assert turn == pytest.approx(before + (after - before) * 0.1 / 0.25)
    assert all((curve.certainty == 0.75).all() and curve.turns == () for curve in curves.values())


def test_a_quick_price_is_the_option_less_none_in_every_draw(monkeypatch):
    """A way that keeps 95 less 96 give or take; what is none itself costs nothing."""
    monkeypatch.setattr(quick, "simulate", model(capacity_low=lambda plan: 96 + LUCK * plan.factor))
    none, way = PAIR.at(1.0), Plan(Design(control=0.9))
    sized = {
        "plain": SimpleNamespace(plan=none, none=none),
        "way": SimpleNamespace(plan=way, none=none),
    }
    values = {"capacity_low": np.array([96 + LUCK, [95.0] * 4])}
    found = quick.quick_prices(
        small_study(), sized, values, shown=("capacity_low",), draws=4, seed=1
    )
    assert found["plain"].together == {"capacity_low": FLAT}
    assert found["way"].together == {"capacity_low": band(-4, -2, 2)}
    free = {"plain": sized["plain"]}
    assert quick.quick_prices(
        small_study(), free, values, shown=("capacity_low",), draws=4, seed=1
    )["plain"].together == {"capacity_low": FLAT}


def test_repair_is_paid_for_every_inhabitant_unless_all_goes_as_planned(monkeypatch):
    """A roll-out of 4 quarters costs 4; two of three courses repair for 100 inhabitants."""
    outcomes = dict.fromkeys(stop_and_repair.WANTED, lambda _plan: 0.0) | {
        "transition_cost_eur": lambda plan: plan.way.rollout_quarters,
        "gap_eur": lambda plan: LUCK + plan.way.rollout_quarters - 4,
        "capacity_low": lambda _plan: 90 + LUCK,
    }
    monkeypatch.setattr(stop_and_repair, "simulate", model(**outcomes))
    study = small_study(members=[SimpleNamespace(inhabitants=60), SimpleNamespace(inhabitants=40)])
    plan = Plan(Design(scope=1, rollout_quarters=4))
    courses = stop_and_repair.stop_and_repair(study, plan, quarter=2, pause=3, draws=4, seed=1)
    repair = 100 * reverses()[stop_and_repair.REPAIR].repair_eur_per_inhabitant
    assert [course.key for course in courses] == ["planned", "repaired", "stopped"]
    cost = [course.outcomes["transition_cost_eur"].p50 for course in courses]
    assert cost == [4, 7 + repair, 2 + repair]
    assert [course.target_met for course in courses] == [0.5, 0.25, 0.75]
    assert courses[0].outcomes["capacity_low"] == band(87, 89, 93)


def test_a_pause_in_the_last_quarter_of_the_head_start_makes_that_longer():
    """From the next quarter on it is the roll-out that lasts longer."""
    first = Design(scope=1, start_share=0.2, start_quarters=4, rollout_quarters=8)
    found = [stop_and_repair.paused(first, quarter, 2) for quarter in (4, 5)]
    assert [one.start_quarters for one in found] == [6, 4]
    assert [one.rollout_quarters for one in found] == [8, 10]


def test_a_reverse_comes_after_the_change():
    """What that cost stays spent, and its dip was there; the rest is as after the reverse."""
    before = {"transition_cost_eur": np.array([5.0, 5]), "capacity_low": np.array([95.0, 97])}
    shocked = {
        "transition_cost_eur": np.array([3.0, 8]),
        "capacity_low": np.array([96.0, 90]),
        "gap_eur": np.array([0.4, 0.6]),
    }
    after = stress._after(before, shocked)
    assert after["transition_cost_eur"].tolist() == [5, 8]
    assert after["capacity_low"].tolist() == [95, 90]
    run = dict.fromkeys((*stress.REPORTED, "net_saving_due_eur"), np.zeros(2)) | after
    told = stress._summarised("one", ("absence_rises",), run, 40.0)
    assert told.certainty == 0.5
    assert (told.option, told.reverses) == ("one", ("absence_rises",))
    assert told.outcomes["gap_eur"] == band(40, 40, 40)  # the target less what is there


def test_what_an_option_gives_is_told_from_its_draws():
    """One future of four falls back; half of them have the redesign as their weakest."""
    study = SimpleNamespace(
        case=SimpleNamespace(label=str.upper),
        question=SimpleNamespace(due_quarter=8, saving_target=SimpleNamespace(value=40.0)),
        deepest_measured=0.2,
    )
    values = dict.fromkeys(OUTCOMES, np.zeros((2, 4))) | {
        "falls_back": np.array([[0.0] * 4, [1, 0, 0, 0]]),
        "deep_share": np.array([[0.2] * 4, [0.1, 0.21, 0.21, 0.3]]),
        "gap_eur": np.array([[40.0] * 4, [-5, 0.4, 0.6, 5]]),
        "net_saving_due_eur": np.array([[0.0] * 4, [45, 39.6, 39.4, 35]]),
    }
    outcomes = Outcomes(
        values=values,
        target=np.full(4, 40.0),
        weakest_condition=np.array([[0] * 4, [3, 0, 2, 0]]),
        paths={"capacity": np.array([[[100.0] * 4] * 2, [[100] * 4, [97, 99, 98, 96]]])},
    )
    sized = SimpleNamespace(plan=Plan(Design(scope=0.5)), pair=PAIR, reach=0.9)
    found = option_result(study, "one", sized, outcomes, 1)
    assert (found.label, found.due_quarter, found.way, found.mix) == ("ONE", 8, "none", "support")
    assert (found.falls_back, found.deep, found.target_met_probability) == (0.25, True, 0.5)
    assert (found.weakest_condition, found.weakest_share) == ("work_redesign", 0.5)
    assert found.outcomes["net_saving_due_eur"] == band(35, 39.4, 45)
    assert found.outcomes["gap_eur"].p50 == pytest.approx(0.6)
    assert (found.outcomes["gap_eur"].p10, found.outcomes["gap_eur"].p90) == (-5, 5)
    assert found.paths["capacity"].tolist() == [[100, 96], [100, 97], [100, 99]]
    idle = SimpleNamespace(plan=Plan(Design()), pair=PAIR, reach=0.0)
    both = option_results(study, {"idle": idle, "one": sized}, outcomes)
    assert [one.label for one in both.values()] == ["IDLE", "ONE"]
    assert both["one"].outcomes == found.outcomes
    nobody = both["idle"]
    assert (nobody.weakest_condition, nobody.weakest_share, nobody.deep) == (None, 0.0, False)
