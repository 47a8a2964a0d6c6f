from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.analysis import robustness as module
from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.robustness import Robustness, robustness_of
from selfmgmt.analysis.weigh import Weighing, weigh
from selfmgmt.analysis.weight_draws import weights_around
from selfmgmt.case import Case
from selfmgmt.scoring import weighted_sum
from selfmgmt.scoring.values import Performance


@pytest.fixture(scope="module")
def weighing(judged: Comparison) -> Weighing:
    """The options of the case, weighed by three bodies."""
    return weigh(judged)


@pytest.fixture(scope="module")
def robustness(judged: Comparison, weighing: Weighing) -> Robustness:
    """How firm those rankings are."""
    return robustness_of(judged, weighing)


def test_shares_are_whole(robustness: Robustness) -> None:
    """Per role and pooled every option has a rank and every rank an option."""
    tables = [role.acceptability for role in robustness.roles.values()]
    for table in (*tables, robustness.pooled):
        assert table.sum(axis=0) == pytest.approx(np.ones(len(robustness.options)))
        assert table.sum(axis=1) == pytest.approx(np.ones(len(robustness.options)))
    assert robustness.pooled == pytest.approx(np.mean(tables, axis=0))


def test_the_same_every_time(
    judged: Comparison, weighing: Weighing, robustness: Robustness
) -> None:
    """The seed of the comparison fixes the draws of the weights too."""
    again = robustness_of(judged, weighing)
    assert (again.pooled == robustness.pooled).all()
    assert again.conflicts == robustness.conflicts


def test_the_change_makes_a_draw(weighing: Weighing, robustness: Robustness) -> None:
    """Moving the weights as told puts the challenger level with the winner of each role."""
    mean = weighing.performance.values.mean(axis=0)
    for key, role in robustness.roles.items():
        ranking = weighing.rankings.ranked[key].ranking
        assert role.change is None or role.change.winner == ranking.order[0]
        if role.change:
            before = dict(zip(ranking.criteria, ranking.weights, strict=True))
            after = role.change.weights
            gained = after[role.change.target] - before[role.change.target]
            assert gained == pytest.approx(role.change.moved)
            assert sum(role.change.sources.values()) == pytest.approx(role.change.moved)
            values = weighted_sum(mean, list(after.values()))
            level = [
                values[ranking.options.index(key)]
                for key in (role.change.winner, role.change.challenger)
            ]
            assert level[0] == pytest.approx(level[1])


def test_the_weights_of_a_role_lie_in_its_intervals(
    weighing: Weighing, robustness: Robustness
) -> None:
    """With the weights as they are the winner is the winner."""
    for key, role in robustness.roles.items():
        ranking = weighing.rankings.ranked[key].ranking
        for criterion, weight in zip(ranking.criteria, ranking.weights, strict=True):
            low, high = role.stability[criterion]
            assert low - 1e-9 <= weight <= high + 1e-9


def test_three_methods_have_a_say(weighing: Weighing, robustness: Robustness) -> None:
    """The additive value agrees with the ranking itself; the others may not."""
    for key, role in robustness.roles.items():
        places = weighing.rankings.ranked[key].ranking.places
        assert role.first_by_method["weighted_sum"] == places[0]
        assert set(role.first_by_method) == {"weighted_sum", "topsis", "promethee_ii"}
        common = set.intersection(*map(set, role.first_by_method.values()))
        assert role.methods_agree == bool(common)


def test_regret_is_least_somewhere(robustness: Robustness) -> None:
    """Some option has the least regret, none has less than none."""
    for role in robustness.roles.values():
        for lost in role.regret.values():
            assert 0 <= lost.mean <= lost.largest
            assert 0 <= lost.p90 <= lost.largest
            assert 0 <= lost.worst_value <= 1


def test_supporters_of_an_option(robustness: Robustness) -> None:
    """Over all weights the chances add up to 1; who is never first has no supporters."""
    shares = [found.first for found in robustness.any_weights.values()]
    assert sum(shares) == pytest.approx(1)
    for found in robustness.any_weights.values():
        assert (found.first == 0) == (found.central_weights is None) == (found.confidence is None)
        if found.central_weights:
            assert sum(found.central_weights.values()) == pytest.approx(1)


def test_causes_are_counted(robustness: Robustness) -> None:
    """Each pair of roles that wants something else has one criterion to blame."""
    divided = [conflict for conflict in robustness.conflicts if conflict.division]
    assert sum(robustness.causes.values()) == len(divided)
    count = len(robustness.roles)
    assert len(robustness.conflicts) == count * (count - 1) / 2


def test_nobody_can_rank(judged: Comparison, weighing: Weighing) -> None:
    """Without any role that can rank there is nothing pooled, and the rest is still told."""
    empty = replace(weighing, rankings=replace(weighing.rankings, ranked={}))
    found = robustness_of(judged, empty)
    assert (found.pooled, found.roles, found.conflicts) == (None, {}, ())
    assert set(found.any_weights) == set(found.options)


def test_what_waits_for_judgement_suits_nobody_yet(comparison: Comparison) -> None:
    """Who would choose what with any weights cannot be told without the judged criteria."""
    found = robustness_of(comparison, weigh(comparison))
    assert found.any_weights == found.roles == {}


def test_examples_are_in_no_conflict(judged: Comparison) -> None:
    """Profiles are nobody's, so they are not pooled and do not disagree with each other."""
    case = judged.study.case.model_copy(update={"weights": {}})
    unweighed = replace(judged, study=replace(judged.study, case=case))
    found = robustness_of(unweighed, weigh(unweighed))
    assert len(found.roles) == 5
    assert (found.pooled, found.conflicts) == (None, ())


def test_a_single_option_is_always_first() -> None:
    """One option has nobody to lose from."""
    written = {
        "name": "x",
        "municipalities": "Nijkerk",
        "question": {"saving_target": "5%"},
        "options": {"stepwise_programme": {}},
        "weights": {"council": {"capacity_low": 1}},
    }
    comparison = compare(Case.model_validate(written), draws=50)
    found = robustness_of(comparison, weigh(comparison))
    assert found.pooled.tolist() == [[1]]
    assert all(role.change is None and role.methods_agree for role in found.roles.values())
    assert found.dominated == {}


@given(arrays(float, 4, elements=st.sampled_from([0, 1, 2, 5])), st.floats(1, 200))
def test_weights_around_a_role(points: np.ndarray, concentration: float) -> None:
    """Draws are weights; what has none keeps none."""
    shares = (points + np.eye(4)[0]) / (points.sum() + 1)
    drawn = weights_around(shares, concentration, draws=30, rng=np.random.default_rng(1))
    assert drawn.sum(axis=1) == pytest.approx(np.ones(30))
    assert (drawn[:, shares == 0] == 0).all()


def test_weights_stay_near_their_mean() -> None:
    """The mean is the role's own; 20 of 100 points lies between 11 and 30 in eight of ten."""
    drawn = weights_around(np.array([0.2, 0.8]), 30, draws=100_000, rng=np.random.default_rng(2))
    assert drawn.mean(axis=0) == pytest.approx([0.2, 0.8], abs=2e-3)
    assert np.quantile(drawn[:, 0], [0.1, 0.9]) == pytest.approx([0.11, 0.30], abs=6e-3)


SMALL = Performance(
    options=("thrift", "calm"),
    criteria=("saving", "rest"),
    values=np.array([[[1.0, 0.0], [0.0, 0.6]]] * 4),
    scales={},
    left_out={},
)
DRAWN = np.array([[0.6, 0.4], [0.3, 0.7], [0.7, 0.3], [0.2, 0.8]])
"""Thrift is worth the first weight, calm .6 of the second: each is first twice."""


def test_a_role_in_a_small_world() -> None:
    """At .6 and .4: .6 against .24; level once .225 has moved, at .375 and .625."""
    found = module._role(SMALL, np.array([0.6, 0.4]), DRAWN)
    assert found.acceptability.tolist() == [[0.5, 0.5], [0.5, 0.5]]
    assert found.stability["saving"] == pytest.approx((0.375, 1))
    assert found.stability["rest"] == pytest.approx((0, 0.625))
    assert (found.change.winner, found.change.challenger) == ("thrift", "calm")
    assert found.change.moved == pytest.approx(0.225)
    assert found.change.sources == pytest.approx({"saving": 0.225})
    assert found.change.target == "rest"
    assert found.change.weights == pytest.approx({"saving": 0.375, "rest": 0.625})
    assert found.regret["thrift"].largest == 0
    assert found.regret["calm"].mean == pytest.approx(0.36)
    assert set(found.first_by_method.values()) == {("thrift",)}
    assert found.methods_agree


def test_methods_may_disagree() -> None:
    """At .45 and .55: .45 against .33 in sum, but calm is better on the heavier criterion."""
    found = module._role(SMALL, np.array([0.45, 0.55]), DRAWN)
    assert found.first_by_method == {
        "weighted_sum": ("thrift",),
        "topsis": ("calm",),
        "promethee_ii": ("calm",),
    }
    assert not found.methods_agree


def test_supporters_in_a_small_world() -> None:
    """Those of thrift weigh .65 and .35 on average, those of calm .25 and .75."""
    found = module._supporters(SMALL, DRAWN)
    assert found["thrift"].first == found["calm"].first == 0.5
    assert found["thrift"].central_weights == pytest.approx({"saving": 0.65, "rest": 0.35})
    assert found["calm"].central_weights == pytest.approx({"saving": 0.25, "rest": 0.75})
    assert found["thrift"].confidence == found["calm"].confidence == 1
    nobody = module._supporters(SMALL, DRAWN[[0, 0, 2, 2]])["calm"]
    assert (nobody.first, nobody.central_weights, nobody.confidence) == (0, None, None)


def test_what_is_worse_in_everything_is_named_with_what_beats_it() -> None:
    """A third that saves less than thrift and rests no more."""
    third = np.array([[[1.0, 0.0], [0.0, 0.6], [0.9, 0.0]]] * 4)
    world = replace(SMALL, options=("thrift", "calm", "half"), values=third)
    assert module._dominated(world) == {"half": ("thrift",)}
