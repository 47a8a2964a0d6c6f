"""Laws that the model keeps whatever the plan: each would be broken by a fault in an equation."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan, named_mix
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.fields import Amount, Estimate
from selfmgmt.simulation import simulate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.outcomes import LESS_IS_BETTER, OUTCOMES
from tests.simulation.plans import mixes, plans, ways
from tests.simulation.world import named_designs

MONEY = 1e-3  # euros that are rounding
WORKING = ("capacity_low", "satisfaction_mean", "absence_mean", "turnover_mean", "steerability_low")
WHOLE = Amount(value=1, relative=True)
laws = settings(deadline=None, max_examples=25)


def with_ranges(inputs, **known):
    """The inputs with some quantities known."""
    spans = {key: Estimate(low=v, central=v, high=v) for key, v in known.items()}
    return replace(inputs, ranges={**inputs.ranges, **spans})


@pytest.fixture(scope="module")
def run(inputs, question):
    """The outcomes of plans in some draws."""

    def outcomes(*chosen, wanted=OUTCOMES, draws=256, inputs=inputs):
        return simulate(
            chosen, inputs, question=question, draws=draws, seed=2, wanted=wanted
        ).values

    return outcomes


@pytest.fixture(scope="module")
def steady(inputs):
    """The inputs where nobody ever falls back."""
    return with_ranges(inputs, falls_back_rate=0.0)


def medians(values, row):
    """The median of each outcome, turned so that more is better."""
    return {
        key: np.median(found[row]) * (-1 if key in LESS_IS_BETTER else 1)
        for key, found in values.items()
    }


@laws
@given(mix=mixes)
def test_no_change_is_exactly_zero_change(run, inputs, question, mix):
    """Doing nothing, alone or beside a mix of size nothing: every figure is bit for bit today's."""
    chance = block_sample(inputs, size=256, seed=2)
    today = {
        "capacity_low": 100.0,
        "capacity_end": 100.0,
        "absence_end": chance.draw.absence,
        "absence_worst": chance.draw.absence,
        "turnover_worst": chance.draw.turnover,
        "satisfaction_worst": chance.draw.satisfaction_base,
        "steerability_low": 100.0,
    }
    nothing = run(Design(), Plan(Design(), mix, 0.0))
    for key, values in nothing.items():
        assert (values[0] == values[1]).all(), key
        if key in today:
            assert (values == today[key]).all(), key
        elif key.endswith(("_eur", "_fte")) and key != "gap_eur":
            assert (values == 0).all(), key
    for key in ("falls_back", "tasks_dropped", "deep_share", "absence_person_years"):
        assert (nothing[key] == 0).all(), key


def assert_close(values, one, other, *, size):
    """Two rows are as good as equal."""
    for key, found in values.items():
        euros = key.endswith("_eur")
        slack = size * (1e9 if euros else 1e3)
        if key == "payback_quarter":
            continue
        np.testing.assert_allclose(found[one], found[other], rtol=0, atol=slack, err_msg=key)


@laws
@given(way=ways.filter(lambda way: way.scope > 0))
def test_a_very_small_scope_is_as_good_as_none(run, way):
    """No jump where the first person starts to work in another way."""
    tiny, none = (way.model_copy(update={"scope": scope}) for scope in (1e-9, 0.0))
    assert_close(run(tiny, none, draws=64), 0, 1, size=1e-9)


@laws
@given(way=ways, mix=mixes)
def test_a_very_small_removal_is_as_good_as_none(run, way, mix):
    """No jump where the first post goes, by the mix or by the way."""
    mix = mix.model_copy(update={"hired_first": False})
    assert_close(run(Plan(way, mix, 1e-9), Plan(way, mix, 0.0), draws=64), 0, 1, size=1e-9)
    small = way.model_copy(update={"managers_after": Amount(value=1 - 1e-9, relative=True)})
    none = way.model_copy(update={"managers_after": WHOLE})
    assert_close(run(small, none, draws=64), 0, 1, size=1e-9)


@laws
@given(plan=plans)
def test_a_mandate_a_little_wider_than_todays_is_as_good_as_todays(run, inputs, plan):
    """No jump where teams get their first say; until they have it, nothing works otherwise."""
    wider = plan.way.model_copy(update={"autonomy": Autonomy(), "team_basis": "function"})
    found = [
        run(
            Plan(wider, plan.mix, plan.factor),
            draws=64,
            inputs=with_ranges(inputs, dose_level_today=level),
        )
        for level in (2 - 1e-9, 2.0)
    ]
    both = {key: np.array([one[key][0] for one in found]) for key in OUTCOMES}
    assert_close(both, 0, 1, size=1e-9)
    unscoped = wider.model_copy(update={"scope": 0.0})
    without = run(Plan(unscoped, plan.mix, plan.factor), draws=64)
    for key in WORKING:
        np.testing.assert_allclose(found[1][key], without[key], rtol=1e-12, err_msg=key)


@laws
@given(
    plan=plans,
    lever=st.sampled_from(["frames", "work_redesign", "interdependence", "control"]),
)
def test_more_of_a_condition_never_worsens_the_median_of_what_it_tilts(run, steady, plan, lever):
    """Frames, redesign, need for each other and control to the full, all else the same."""
    way = plan.way
    if lever == "control":  # it makes more go, so look where nothing goes
        way = way.model_copy(update={"support_after": WHOLE, "managers_after": WHOLE})
        plan = Plan(way)
    better = replace(plan, way=way.model_copy(update={lever: 1.0}))
    keys = ("steerability_low",) if lever == "control" else WORKING
    values = run(plan, better, wanted=keys, inputs=steady)
    before, after = medians(values, 0), medians(values, 1)
    for key in keys:
        assert after[key] >= before[key] - 1e-9, key


@laws
@given(plan=plans)
def test_more_involvement_never_worsens_the_median_of_what_people_feel(run, steady, plan):
    """The same cut and the same way of working, thought up together."""
    kinder = Plan(
        plan.way.model_copy(update={"imposed": 0.0}),
        plan.mix.model_copy(update={"imposed": 0.0}),
        plan.factor,
    )
    keys = ("satisfaction_mean", "satisfaction_worst", "steerability_low")
    slow = with_ranges(steady, imposed_delay=0.0)
    values = run(plan, kinder, wanted=keys, inputs=slow)
    before, after = medians(values, 0), medians(values, 1)
    for key in keys:
        assert after[key] >= before[key] - 1e-9, key


@laws
@given(plan=plans)
def test_more_control_never_lowers_what_is_realised(run, steady, plan):
    """Draw by draw: control brings in more of what was planned, or the same."""
    tight = replace(plan, way=plan.way.model_copy(update={"control": 1.0}))
    values = run(plan, tight, wanted=("realised_saving_eur",), inputs=steady)["realised_saving_eur"]
    assert (values[1] >= values[0] - MONEY).all()


@laws
@given(way=ways, mix=mixes, sizes=st.tuples(st.floats(0, 4), st.floats(0, 4)))
def test_more_removed_never_lowers_gross(run, way, mix, sizes):
    """The same mix, larger: draw by draw as much or more, with every bound and with hired first."""
    small, large = (Plan(way, mix, size) for size in sorted(sizes))
    gross = run(small, large, wanted=("gross_saving_eur",))["gross_saving_eur"]
    assert (gross[1] >= gross[0] - MONEY).all()


@laws
@given(
    way=st.sampled_from(sorted(named_designs())),
    mix=st.sampled_from(sorted(named_mixes())),
    how=st.sampled_from(["redundancy", "natural_leave"]),
    sizes=st.tuples(st.floats(0, 4), st.floats(0, 4)),
)
def test_the_median_net_saving_rises_with_the_size_of_the_mix(run, way, mix, how, sizes):
    """So that there is one size that closes the gap.

    With natural leave it is level once all leave is used: what is planned beyond that finds no
    money, but a cut that is imposed more costs a little output, and so a little hiring.
    """
    design = named_designs()[way].model_copy(update={"how": how})
    small, large = (Plan(design, named_mix(mix), size) for size in sorted(sizes))
    net = run(small, large, wanted=("net_saving_due_eur",), draws=1024)["net_saving_due_eur"]
    before, after = np.median(net[0]), np.median(net[1])
    lost = 0.005 * abs(before) if how == "natural_leave" else 0.0
    assert after >= before - MONEY - lost


@laws
@given(plan=plans)
def test_net_is_at_most_realised_is_at_most_gross(run, plan):
    """Savings only shrink on the way from plan to purse."""
    values = run(plan)
    assert (values["net_saving_eur"] <= values["realised_saving_eur"] + MONEY).all()
    assert (values["realised_saving_eur"] <= values["gross_saving_eur"] + MONEY).all()
    assert (values["leaked_eur"] >= 0).all()
    assert (values["running_cost_eur"] >= 0).all()
    assert (values["transition_cost_eur"] >= 0).all()
    assert (values["one_off_peak_eur"] >= 0).all()


def test_half_the_positions_gone_without_another_way_of_working_hurts(run):
    """The fault of the first edition: such a cut left satisfaction and steering as they were."""
    half = Design(managers_after="50%", support_after="50%", primary_fte_change="-50%")
    values = run(half, Design(), wanted=("satisfaction_mean", "steerability_low", "turnover_mean"))
    assert np.median(values["satisfaction_mean"][0] - values["satisfaction_mean"][1]) < -0.01
    assert np.median(values["steerability_low"][0]) < 95
    assert np.median(values["turnover_mean"][0] - values["turnover_mean"][1]) > 0.003


@laws
@given(
    way=ways,
    lever=st.sampled_from([("coaches", WHOLE), ("control", 1.0), ("imposed", 0.0)]),
)
def test_more_coaches_control_or_involvement_never_raise_the_chance_of_falling_back(
    run, inputs, way, lever
):
    """Draw by draw: who does not fall back does not with more of them either."""
    assume(not (lever[0] == "coaches" and way.coaches.value > 1))
    likely = with_ranges(inputs, falls_back_rate=0.4)
    better = way.model_copy(update=dict([lever]))
    falls = run(way, better, wanted=("falls_back",), inputs=likely)["falls_back"]
    assert (falls[1] <= falls[0]).all()


@laws
@given(plan=plans)
def test_dropping_tasks_never_raises_what_is_hired_back(run, plan):
    """With the same people, less work to do leaves a smaller gap."""
    plan = replace(plan, mix=plan.mix.model_copy(update={"tasks": 0.0}))  # or it makes room
    most = replace(plan, way=plan.way.model_copy(update={"tasks_dropped": 0.3}))
    leaked = run(plan, most, wanted=("leaked_eur",))["leaked_eur"]
    assert (leaked[1] <= leaked[0] + MONEY).all()


def test_unlike_size_gives_unlike_vulnerability(inputs, question):
    """A small organisation leans on fewer people for each function."""
    found = [
        simulate(
            [Design()], with_ranges(inputs, fte=fte), question=question, draws=256, seed=2
        ).values["vulnerability_end"]
        for fte in (60.0, 400.0, 3000.0)
    ]
    middle = [np.median(values) for values in found]
    assert middle[0] > 2 * middle[1] > 4 * middle[2]


BASE = Plan(
    named_designs()["stepwise_programme"].model_copy(
        update={"coaches": Amount(value=0.5, relative=True)}
    ),
    Mix(managers=0.05, support=0.05, primary=0.03, hired=0.1, tasks=0.02),
    1.0,
)
CHANGES = {
    "managers_after": Amount(value=0.5, relative=True),
    "support_after": Amount(value=0.7, relative=True),
    "primary_fte_change": Amount(value=-0.05, relative=True),
    "hire_change": Amount(value=-0.2, relative=True),
    "tasks_dropped": 0.05,
    "how": "natural_leave",
    "team_count": Amount(value=1.5, relative=True),
    "autonomy": Autonomy(goals=4, methods=7, contributions=7, staffing=6, budget=6),
    "frames": 0.1,
    "work_redesign": 0.1,
    "interdependence": 0.1,
    "coaches": WHOLE,
    "control": 0.2,
    "imposed": 0.9,
    "scope": 0.5,
    "start_share": 0.7,
    "start_quarters": 1,
    "rollout_quarters": 2,
    "training": 0.0,
    "greenfield": True,
}
UNMOVED = {"motive", "team_basis"}
"""``motive`` is told, not computed; ``team_basis`` moves nothing while there are no more teams."""


@pytest.mark.parametrize("lever", sorted(CHANGES))
def test_every_lever_moves_an_outcome(run, lever):
    """But for those that are known not to."""
    other = replace(BASE, way=BASE.way.model_copy(update={lever: CHANGES[lever]}))
    values = run(BASE, other, draws=64)
    assert any((found[0] != found[1]).any() for found in values.values())


def test_the_levers_that_move_nothing_are_named():
    """No lever is forgotten."""
    assert set(CHANGES) | UNMOVED == set(Design.model_fields)


@pytest.mark.parametrize("part", ["managers", "support", "primary", "hired", "tasks", "imposed"])
def test_every_part_of_a_mix_moves_an_outcome(run, part):
    """A share of a group, and how it comes about."""
    mix = BASE.mix.model_copy(update={part: 0.2})
    values = run(BASE, replace(BASE, mix=mix), draws=64)
    assert any((found[0] != found[1]).any() for found in values.values())
