"""What a cut does to those who stay, counted by hand."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.effects import Effect
from selfmgmt.simulation.transition import transition

FULL = Autonomy(goals=4, methods=6, contributions=6, staffing=4, budget=4, accountability=4)


@pytest.fixture(scope="module")
def known(chance):
    """One draw: all is realised, nobody falls back, and effects of a cut are known."""
    draw = {key: values[:1] for key, values in chance.by_key().items()}
    fixed = {
        "fte": 400, "manager_share": 0.05, "support_share": 0.25, "hire_share": 0.1,
        "cut_full_share_attitudes": 0.08, "turnover": 0.08, "absence": 0.05,
        "satisfaction_base": 0.67, "falls_back_rate": 0, "hired_primary_share": 0.8,
        "cut_effect_stays": 0.5, "deep_cut_full_share": 0.18, "manager_loss_turnover": 0.019,
    }  # fmt: skip
    draw |= {key: np.array([float(value)]) for key, value in fixed.items()}
    effects = dict.fromkeys(chance.effects, Effect(0, 0, 0))
    effects |= {
        key: Effect(value, value, value)
        for key, value in {
            "savings_realisation": 1, "deep_cut_absence_ratio": 1.2,
            "cut_satisfaction_effect": -0.02, "cut_turnover_effect": 0.008,
            "cut_steerability_support_effect": -10, "cut_steerability_managers_effect": -15,
        }.items()
    }  # fmt: skip
    names = type(chance.draw).__dataclass_fields__
    return replace(
        chance,
        draw=type(chance.draw)(**{key: draw[key] for key in names if key in draw}),
        uniform={key: np.array([0.5]) for key in chance.uniform},
        effects=effects,
    )


def test_a_plain_cut_hurts_from_the_announcement_and_fades_by_half(known):
    """4 % of the posts is half of the full dose; after 8 quarters it fades in 8 to a half."""
    people = transition(Plan(Design(), Mix(support=0.16, rollout_quarters=0), 1), known, 20).people
    satisfaction = people.satisfaction[:, 0]
    assert satisfaction[[0, 1, 9]] == pytest.approx([0.67, 0.66, 0.66])
    assert satisfaction[[13, 17, 20]] == pytest.approx([0.6625, 0.665, 0.665])
    assert people.turnover[[0, 1, 8, 9], 0] == pytest.approx([0.08, 0.084, 0.084, 0.08])
    assert people.steerability[[0, 1, 20], 0] == pytest.approx([100, 98.4, 98.4])


def test_absence_follows_what_is_really_gone(known):
    """9 % gone is half of the full dose of one fifth more absence; it fades like the rest."""
    run = transition(Plan(Design(), Mix(support=0.36, rollout_quarters=0), 1), known, 20)
    whole = 400 + 0.8 * run.positions.hired.today[0]
    gone = 36 / whole / 0.18
    assert run.work.absence[[0, 1], 0] == pytest.approx([0.05, 0.05 * (1 + 0.2 * gone)])
    assert run.work.absence[17, 0] == pytest.approx(0.05 * (1 + 0.1 * gone))


def test_managers_of_teams_that_manage_themselves_are_missed_less(known):
    """At full dose and scope their going hurts nobody; at half the scope half of it does."""
    for scope, missed in ((1, 0), (0.25, 0.5), (0, 1)):
        way = Design(managers_after="50%", scope=scope, autonomy=FULL)
        run = transition(way, known, 16)
        assert np.asarray(run.cut.planned).max() == pytest.approx(10 / 400 * missed)
        lost = 0.5 * missed * 0.019 + 0.008 * min(1, 10 / 400 * missed / 0.08)
        assert run.people.turnover[1, 0] == pytest.approx(0.08 + lost)
        assert run.people.steerability[1, 0] == pytest.approx(100 - 15 * 0.5 * missed)
    mix = transition(
        Plan(Design(scope=1, autonomy=FULL), Mix(managers=0.5, rollout_quarters=0), 1), known, 16
    )
    assert np.asarray(mix.cut.planned).max() == pytest.approx(10 / 400)


def test_the_condition_is_weighted_by_what_way_and_mix_remove(known):
    """30 posts at 0 % imposed and 10 at 90 %: 22.5 %, so 0.875."""
    plan = Plan(Design(support_after="70%", imposed=0), Mix(support=0.1), 1)
    assert transition(plan, known, 16).cut.condition[0] == pytest.approx(0.5 + 0.5 * 0.75)
