"""Two measurements side by side."""

import numpy as np
import pytest

from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.waves import Wave, Waves, compare_waves
from tests.readiness.organisation import synthetic_organisation


def wave(answers: Answers) -> Wave:
    """A measurement under the usual rules."""
    return Wave(answers=answers, published=publishable(answers))


def waves_of(before: Answers, after: Answers) -> Waves:
    """What changed, with a fixed start."""
    return compare_waves(wave(before), wave(after), rng=np.random.default_rng(1))


def plain(values, roles=(), teams=()) -> Answers:
    """Answers to one item on change."""
    return Answers(items=("X1",), values=np.array(values, float)[:, None], roles=roles, teams=teams)


def test_worked_by_hand() -> None:
    """From 2.5 to 3.5 with a known spread: 1 point, and 1.96 standard errors either way."""
    before, after = plain([2, 3] * 20), plain([3, 4] * 30)
    (change,) = waves_of(before, after).changes
    assert (change.before, change.after, change.difference) == (2.5, 3.5, 1)
    error = np.sqrt(0.25 / 39 + 0.25 / 59)
    assert change.low == pytest.approx(1 - 1.96 * error, abs=0.03)
    assert change.high == pytest.approx(1 + 1.96 * error, abs=0.03)
    assert change.stands_out


def test_the_same_people_again_is_no_change() -> None:
    """Nothing stands out, and nothing is said about other people."""
    answers = synthetic_organisation().answers
    found = waves_of(answers, answers)
    assert not any(change.stands_out for change in found.changes)
    assert all(change.low < 0 < change.high for change in found.changes)
    assert found.other_people == 0
    assert found.new_groups == found.gone_groups == ()


def test_unpaired_is_less_certain_than_it_looks() -> None:
    """Half a point on forty wide answers may be chance; the range says so."""
    before, after = plain([1, 2, 3, 4, 5] * 4), plain([1, 2, 3, 4, 5] * 3 + [5, 5, 4, 5, 5])
    (change,) = waves_of(before, after).changes
    assert change.low < 0 < change.high
    assert not change.stands_out


def test_another_mix_of_people_is_told() -> None:
    """From half managers to a tenth: four in ten would need another role."""
    before = plain([2, 3] * 20, roles=("manager", "member") * 20, teams=("a", "b") * 20)
    after = plain([3, 4] * 20, roles=("manager", *("member",) * 9) * 4, teams=("b", "c") * 20)
    found = waves_of(before, after)
    assert found.other_people == pytest.approx(0.4)
    assert (found.new_groups, found.gone_groups) == (("c",), ("a",))
    assert waves_of(plain([2, 3] * 20), after).other_people is None


def test_a_dimension_of_few_people_is_withheld() -> None:
    """When either measurement may not show it, there is no change to tell."""
    found = waves_of(plain([2, 3] * 3), plain([3, 4] * 30))
    assert found.changes == ()
    assert found.withheld == ("change",)
    assert found.people == (6, 60)


def test_only_what_both_asked() -> None:
    """A dimension that one of them did not ask is left out."""
    before = Answers(items=("X1", "T1"), values=[[2.0, 3], [3, 4]] * 10)
    assert [each.dimension for each in waves_of(before, plain([1, 2] * 9)).changes] == ["change"]
