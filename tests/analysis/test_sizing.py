"""Sizes: found where the money is, and nowhere past a bound."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.analysis.bounds import LargestCuts, largest_factor, shares_gone
from selfmgmt.analysis.pairs import Pair, pairs_of
from selfmgmt.analysis.plans import sizer_of
from selfmgmt.analysis.sizing import _net_due, crossing, removals_alone
from selfmgmt.analysis.study import study_of
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan, named_mix
from selfmgmt.simulation import simulate

BOUNDS = LargestCuts(support=0.7, primary=0.3, tasks=0.3)


def study_with(target: str, town: str = "Nijkerk"):
    """A town that must save ``target``."""
    case = new_case([town])
    written = case.question.model_dump() | {"saving_target": target, "example": False}
    return study_of(
        case.model_copy(update={"question": type(case.question).model_validate(written)})
    )


@pytest.fixture(scope="module")
def study():
    """Nijkerk, five per cent."""
    return study_with("5%")


@pytest.fixture(scope="module")
def sizer(study):
    """On few draws."""
    return sizer_of(study, 50, draws=400, seed=1)


@pytest.fixture(scope="module")
def pairs(study):
    """Its options."""
    return pairs_of(study.case)


def net_of(study, plan, draws=400):
    """The draws of the net saving at the due date."""
    run = simulate([plan], study.inputs, question=study.question, draws=draws, seed=1)
    return run.target - run.values["gap_eur"][0]


@given(st.floats(-5, 5), st.floats(0.1, 4), st.floats(1, 9))
def test_a_crossing_is_found_on_any_rising_bend(place, before, after):
    """Straight pieces of another slope on each side."""

    def height(x):
        return (x - place) * (before if x < place else after)

    assert crossing(height, -6.0, 6.0, exact=1e-9) == pytest.approx(place, abs=1e-7)


@pytest.mark.parametrize("certainty", [50, 80])
@pytest.mark.parametrize("target", ["2%", "5%", 1_500_000])
def test_the_target_is_met_in_the_futures_that_were_asked_for(certainty, target):
    """One euro more would not be."""
    study = study_with(target)
    sizer = sizer_of(study, certainty, draws=400, seed=1)
    found = sizer.equal_money(pairs_of(study.case)["stepwise_programme"])
    net = net_of(study, found.way.plan)
    goal = study.question.saving_target.value
    assert np.count_nonzero(net >= goal - 1) >= 400 * certainty / 100
    assert np.count_nonzero(net >= goal + 1) <= 400 * certainty / 100


def test_a_way_and_its_comparison_save_the_same(sizer, pairs):
    """Nobody gets credit for a larger cut."""
    for pair in pairs.values():
        found = sizer.equal_money(pair)
        assert found.none.net_eur == pytest.approx(found.way.net_eur, abs=1)
        assert found.none.plan.way == Design()


def test_a_way_that_passes_the_target_by_itself_gets_no_mix():
    """Its comparison is sized to what it saves."""
    study = study_with("0.5%")
    sizer = sizer_of(study, 50, draws=400, seed=1)
    found = sizer.equal_money(pairs_of(study.case)["fewer_managers_only"])
    assert found.way.plan.factor == 0
    assert found.way.net_eur > sizer.target_eur
    assert found.none.net_eur == pytest.approx(found.way.net_eur, abs=1)


def test_where_a_bound_stops_either_both_get_equally_far():
    """A cut of two fifths is more than may go."""
    study = study_with("40%")
    sizer = sizer_of(study, 50, draws=400, seed=1)
    for pair in pairs_of(study.case).values():
        found = sizer.equal_money(pair)
        assert found.way.net_eur < sizer.target_eur
        assert found.way.net_eur == pytest.approx(found.none.net_eur, abs=1)
        none = replace(pair, way=Design())
        furthest = min(sizer.furthest(pair), sizer.furthest(none))
        assert found.way.net_eur == pytest.approx(max(furthest, sizer.net_due(pair.at(0))), abs=1)


def test_a_way_that_could_go_further_stops_where_its_comparison_does():
    """A way with removals that the mix lacks gets no credit for going on."""
    study = study_with("25%")
    sizer = sizer_of(study, 50, draws=400, seed=1)
    way = Design.model_validate({"primary_fte_change": "-8%"})
    mix = named_mix("overhead_first")
    pair = Pair(way_key="own", mix_key="overhead_first", way=way, mix=mix, described=0)
    alone = sizer.furthest(replace(pair, way=Design()))
    assert alone < sizer.furthest(pair)
    found = sizer.equal_money(pair)
    assert found.way.net_eur == pytest.approx(alone, abs=1)
    assert found.none.net_eur == pytest.approx(alone, abs=1)


def test_a_larger_target_takes_a_larger_mix(pairs):
    """For every pair."""
    for key in pairs:
        sizes = []
        for target in ("2%", "4%", "6%"):
            study = study_with(target)
            sizer = sizer_of(study, 50, draws=400, seed=1)
            sizes.append(sizer.equal_money(pairs_of(study.case)[key]).way.plan.factor)
        assert sizes == sorted(sizes), key


def test_more_certainty_takes_a_larger_mix(study, pairs):
    """80 of 100 futures is more than 50."""
    even, fair = (sizer_of(study, certainty, draws=400, seed=1) for certainty in (50, 80))
    for key in ("cut_across_the_board", "within_frames"):
        assert fair.equal_money(pairs[key]).way.plan.factor > (
            even.equal_money(pairs[key]).way.plan.factor
        )


def test_the_same_seed_gives_the_same_size_to_the_last_bit(study, pairs):
    """Also when it is computed anew, in another order."""
    first = {
        key: sizer_of(study, 50, draws=300, seed=4).equal_money(pair).way.plan.factor
        for key, pair in pairs.items()
    }
    again = study_of(study.case)
    backwards = {
        key: sizer_of(again, 50, draws=300, seed=4).equal_money(pairs[key]).way.plan.factor
        for key in reversed(pairs)
    }
    assert {key: size.hex() for key, size in first.items()} == {
        key: backwards[key].hex() for key in first
    }


def test_a_size_takes_few_runs_of_the_model(study, pairs):
    """So few that it can be found anew while a slider moves."""
    sizer = sizer_of(study, 50, draws=256, seed=9)
    before = _net_due.cache_info().misses
    sizer.sized(pairs["within_frames"], sizer.target_eur)
    assert _net_due.cache_info().misses - before <= 12


def test_beyond_the_largest_size_nothing_more_goes(sizer, pairs):
    """Twice as much is the same plan; a little less is not."""
    pair = pairs["cut_across_the_board"]
    largest = sizer.largest(pair.at(0))
    assert sizer.net_due(pair.at(2 * largest)) == sizer.net_due(pair.at(largest))
    assert sizer.net_due(pair.at(0.95 * largest)) < sizer.net_due(pair.at(largest))


def test_a_bound_holds_for_way_and_mix_together():
    """A way that halves the staff departments leaves a fifth of today's to the mix."""
    way = Design.model_validate({"support_after": "50%", "managers_after": "40%"})
    mix = Mix(managers=0.08, support=0.08)
    gone = shares_gone(Plan(way, mix, 100.0), BOUNDS)
    assert gone == pytest.approx({"managers": 0.4, "support": 0.2})
    assert largest_factor(Plan(way, mix), BOUNDS) == pytest.approx(5)


def test_posts_go_only_after_the_last_hired_hand():
    """At size 1 hiring is gone and no post is; at size 2 posts go as in the plain cut."""
    mix = named_mix("hiring_first")
    at = {size: shares_gone(Plan(Design(), mix, size), BOUNDS) for size in (0.5, 1.0, 2.0)}
    assert at[0.5] == {"hired": 0.5}
    assert at[1.0] == {"hired": 1.0}
    assert at[2.0] == {"managers": 0.08, "support": 0.08, "primary": 0.06, "hired": 1.0}
    assert largest_factor(Plan(Design(), mix), BOUNDS) == pytest.approx(1 + 1 / 0.08)


def test_no_mix_has_no_size():
    """Doing nothing stays doing nothing."""
    assert largest_factor(Plan(Design()), BOUNDS) == 0
    assert shares_gone(Plan(Design(), factor=3.0), BOUNDS) == {}


def test_the_yardstick_keeps_removals_and_nothing_of_the_way_of_working(pairs):
    """Same posts, same steps, same people who decide; nobody works differently."""
    for pair in pairs.values():
        alone = removals_alone(pair.way)
        for lever in ("managers_after", "support_after", "imposed", "rollout_quarters"):
            assert getattr(alone, lever) == getattr(pair.way, lever)
        today = Design()
        for lever in ("scope", "autonomy", "coaches", "control", "training", "team_count"):
            assert getattr(alone, lever) == getattr(today, lever)


def test_a_pair_at_a_size_is_a_plan():
    """Its two parts and the factor."""
    pair = Pair(way_key="x", mix_key="y", way=Design(scope=1), mix=Mix(support=0.1), described=0)
    assert pair.at(2.5) == Plan(Design(scope=1), Mix(support=0.1), 2.5)


@pytest.mark.parametrize("bent", [lambda x: x**9, lambda x: 1 - (1 - x) ** 9])
def test_a_strong_bend_either_way_takes_few_steps(bent):
    """Plain false position creeps up from one side: it takes more than 40."""
    asked = []

    def height(x):
        asked.append(x)
        return bent(x) - 0.5

    assert bent(crossing(height, 0.0, 1.0, exact=1e-9)) == pytest.approx(0.5, abs=1e-9)
    assert len(asked) <= 16
