"""What it takes: fit is fit, and a price is what one demand must give when the others are kept."""

import pytest

from selfmgmt.analysis.search import DEMANDS, Goal, all_pairs, goal_of, margins, search
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.files import new_case
from selfmgmt.errors import InputError
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.language import speaking

EASY = Goal(capacity_floor=90, satisfaction_drop=0.05)
HARD = Goal(capacity_floor=99, satisfaction_drop=0.001, support_floor=0.98)


@pytest.fixture(scope="module")
def study():
    """Nijkerk with three options."""
    case = new_case(["Nijkerk"])
    kept = ("do_nothing", "cut_across_the_board", "within_frames", "vanguard_first")
    options = {key: case.options[key] for key in kept}
    return study_of(case.model_copy(update={"options": options}))


@pytest.fixture(scope="module")
def easy(study):
    """A goal that some combinations meet."""
    return search(study, goal=EASY, draws=150, seed=3)


@pytest.fixture(scope="module")
def hard(study):
    """A goal that none meets."""
    return search(study, goal=HARD, draws=150, seed=3)


def test_every_way_is_tried_with_every_mix(study, easy):
    """Today's way of working too, and nothing twice."""
    pairs = [(one.pair.way_key, one.pair.mix_key) for one in easy.frontiers]
    ways = ("none", "within_frames", "vanguard_first")
    assert sorted(pairs) == sorted((way, mix) for way in ways for mix in named_mixes())
    assert len(all_pairs(study.case)) == len(pairs)


def test_fit_combinations_meet_every_demand(easy):
    """The smallest size of each pair that does, and those with most capacity first."""
    assert easy.fit
    for one in easy.fit:
        assert min(margins(one.point, EASY).values()) >= 0
        (frontier,) = (each for each in easy.frontiers if each.pair == one.pair)
        before = [each for each in frontier.points if each.plan.factor < one.point.plan.factor]
        assert all(min(margins(each, EASY).values()) < 0 for each in before)
    kept = [one.point.outcomes["capacity_low"].p50 for one in easy.fit]
    assert kept == sorted(kept, reverse=True)


def test_no_fit_combination_passes_the_target_by_half(easy):
    """What was not asked for is no answer."""
    assert all(1 - 1e-5 <= one.point.reach <= 1.5 for one in easy.fit)


def test_a_price_keeps_all_other_demands_and_gets_furthest_on_its_own(hard):
    """Looked up again in all points."""
    assert not hard.fit
    points = [point for one in hard.frontiers for point in one.points]
    for demand in DEMANDS:
        others = [
            margins(point, HARD)
            for point in points
            if all(left >= 0 for key, left in margins(point, HARD).items() if key != demand)
        ]
        found = hard.price_of[demand]
        if not others:
            assert found is None
            continue
        best = max(left[demand] for left in others)
        assert margins(found.point, HARD)[demand] == best < 0


def test_asking_for_less_of_the_saving_is_always_a_way_out(hard):
    """Doing next to nothing keeps everything else."""
    assert hard.price_of["target"] is not None
    assert hard.price_of["target"].point.reach < 1


def test_the_floor_of_staff_departments_is_kept(study):
    """With almost all of them to stay, no fit combination takes more."""
    goal = Goal(capacity_floor=85, satisfaction_drop=0.06, support_floor=0.97)
    found = search(study, goal=goal, draws=150, seed=3)
    assert found.fit
    assert all(one.point.support_left >= 0.97 for one in found.fit)
    evenly = {(one.pair.way_key, one.pair.mix_key) for one in found.fit}
    assert ("none", "evenly") not in evenly


def test_more_certainty_takes_a_larger_mix(study, easy):
    """Sizes are found at the certainty that was asked for."""
    sure = search(study, goal=EASY.model_copy(update={"certainty": 0.8}), draws=150, seed=3)
    first = {(one.pair.way_key, one.pair.mix_key): one.point.plan.factor for one in easy.fit}
    for one in sure.fit:
        key = (one.pair.way_key, one.pair.mix_key)
        assert one.point.plan.factor > first.get(key, 0)


def test_progress_runs_to_the_end(study):
    """Pair by pair."""
    seen = []
    search(study, goal=EASY, draws=100, seed=1, progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1


def test_without_a_target_there_is_nothing_to_take(study):
    """And it is said where to give one."""
    free = Case.model_validate(
        study.case.model_dump(include={"name", "municipalities"}) | {"options": {}}
    )
    with speaking("en"), pytest.raises(InputError, match="needs a saving target"):
        search(study_of(free), seed=1)


def test_a_goal_is_read_as_people_write_it():
    """Per cents and Dutch decimals; every fault at once."""
    assert goal_of({"certainty": "70%", "capacity_floor": "92,5"}).capacity_floor == 92.5
    with pytest.raises(InputError, match="certainty") as told:
        goal_of({"certainty": "170%", "capacity_floor": "high"})
    assert len(told.value.faults) == 2
    with pytest.raises(InputError, match="floor"):
        goal_of({"floor": "1"})
