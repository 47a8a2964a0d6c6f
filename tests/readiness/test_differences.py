"""Differences between groups, and the correction for many looks."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_ind

from selfmgmt.errors import InputError
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.differences import Moments, _moments, group_differences, holm, welch
from selfmgmt.readiness.privacy import publishable
from tests.readiness.organisation import synthetic_organisation
from tests.readiness.published import pingouin

chances = st.lists(st.floats(0, 1), min_size=1, max_size=20)


def moments(values) -> Moments:
    """Of plain values."""
    return Moments(len(values), float(np.mean(values)), float(np.std(values, ddof=1)))


@pytest.mark.parametrize("seed", range(5))
def test_welch_as_scipy_does_it(seed: int) -> None:
    """Difference, range and chance are those of SciPy's unequal-variance test."""
    rng = np.random.default_rng(seed)
    one, other = rng.normal(3, 1, 9 + seed), rng.normal(3.5, 0.5, 40)
    peer = ttest_ind(one, other, equal_var=False)
    found = welch(moments(one), moments(other))
    ends = peer.confidence_interval(0.95)
    assert found == pytest.approx((one.mean() - other.mean(), ends.low, ends.high, peer.pvalue))


def test_without_spread_nothing_is_certain() -> None:
    """Two groups of one voice each: the difference is told, and not called clear."""
    assert welch(Moments(8, 3, 0), Moments(9, 4, 0)) == (-1, -1, -1, 1)


def test_the_others_together_are_as_if_counted_at_once() -> None:
    """Scores 1, 2, 4 and 5: they add up to 12, their squares to 46, and 10 is shared by three."""
    assert _moments(np.array([4.0, 12.0, 46.0])) == pytest.approx((4, 3, np.sqrt(10 / 3)))
    assert _moments(np.array([4.0, 12.0, 36.0])) == (4, 3, 0)


def test_one_person_is_no_group() -> None:
    """A mean of one person has no spread to test with."""
    with pytest.raises(InputError, match="1"):
        welch(Moments(1, 3, 0), Moments(9, 4, 1))


@given(chances)
def test_holm_as_pingouin_does_it(given_chances) -> None:
    """Also with ties and ones."""
    peer = pingouin.multicomp(given_chances, method="holm")[1]
    assert holm(given_chances) == pytest.approx(peer, abs=1e-12)


@given(chances)
def test_holm_only_makes_less_certain(given_chances) -> None:
    """No chance gets smaller, none over 1, and the order stays."""
    found = holm(given_chances)
    assert (found >= np.array(given_chances)).all()
    assert (found <= 1).all()
    order = np.argsort(given_chances)
    assert (np.diff(found[order]) >= 0).all()


@pytest.mark.parametrize("wrong", [[0.1, np.nan], [-0.1], [1.1], [[0.1]]])
def test_holm_takes_chances_only(wrong) -> None:
    """Nothing else is corrected."""
    with pytest.raises(InputError, match="chances"):
        holm(wrong)


def test_nothing_to_look_at() -> None:
    """No looks, no chances."""
    assert holm([]).size == 0


def test_each_group_against_the_others_that_are_shown() -> None:
    """The figures are those of the answers, as they are published; the others are together."""
    organisation = synthetic_organisation()
    answers = organisation.answers
    published = publishable(answers, sizes=organisation.sizes)
    found = group_differences(published, "role")
    assert {each.group for each in found} == {"member", "manager", "staff"}
    one = next(each for each in found if (each.group, each.dimension) == ("staff", "support"))
    columns = [answers.items.index(item) for item in published.items["support"]]
    turned = np.where(
        [item == "S4" for item in published.items["support"]],
        6 - answers.values[:, columns],
        answers.values[:, columns],
    )
    score, role = np.nanmean(turned, axis=1), np.array(answers.roles)
    peer = ttest_ind(score[role == "staff"], score[role != "staff"], equal_var=False)
    assert one.difference == pytest.approx(
        score[role == "staff"].mean() - score[role != "staff"].mean(), abs=0.06
    )
    assert one.chance >= peer.pvalue
    assert one.low < one.difference < one.high


def test_a_group_that_is_not_shown_has_no_part() -> None:
    """What the withheld groups answer changes nothing in any difference."""
    organisation = synthetic_organisation()
    published = publishable(organisation.answers, sizes=organisation.sizes)
    visible = {score.group.name for score in published.scores}
    named = {each.group for each in group_differences(published, "team")}
    assert named <= visible
    assert named


def test_two_groups_are_compared_once() -> None:
    """The second differs as much the other way, so it is no second look."""
    values = np.repeat([[2.0], [3], [4], [5], [1]], 8, axis=0)[:40]
    answers = Answers(items=("T1",), values=values, roles=("member", "staff") * 20)
    found = group_differences(publishable(answers), "role")
    assert len(found) == 1


def test_one_group_has_nothing_beside_it() -> None:
    """Then there is no difference to tell."""
    answers = Answers(items=("T1",), values=[[1.0], [2], [3], [4], [5]] * 4, roles=("member",) * 20)
    assert group_differences(publishable(answers), "role") == ()


def test_chance_alone_seldom_stands_out() -> None:
    """Of 40 organisations in which no team differs, at most a few name any team."""
    false_alarms = 0
    for seed in range(40):
        rng = np.random.default_rng(seed)
        answers = Answers(
            items=("T1", "T2"),
            values=rng.integers(1, 6, (200, 2)),
            teams=tuple(f"t{at // 20}" for at in range(200)),
        )
        found = group_differences(publishable(answers), "team")
        false_alarms += any(each.stands_out for each in found)
    assert false_alarms <= 6
