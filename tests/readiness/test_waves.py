"""Two measurements side by side."""

import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
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
    assert change.low == round(1 - 1.96 * error, 1)
    assert change.high == round(1 + 1.96 * error, 1)
    assert change.stands_out


def test_two_halves_of_one_organisation_are_no_change() -> None:
    """Nothing stands out between people drawn by lot."""
    answers = synthetic_organisation().answers
    drawn = np.random.default_rng(1).permutation(len(answers))
    half = len(answers) // 2
    found = waves_of(answers.select(drawn[:half]), answers.select(drawn[half:]))
    assert len(found.changes) == 8
    assert not any(change.stands_out for change in found.changes)


@pytest.mark.parametrize("late", [0, 1, 6])
def test_a_few_late_answers_make_no_second_measurement(late: int) -> None:
    """Fewer than seven sheets differ: what changed is what those people answered."""
    values = np.random.default_rng(2).integers(1, 6, (40, 2)).astype(float)
    answers = Answers(items=("T1", "T2"), values=values)
    with speaking("en"), pytest.raises(InputError, match="fewer than 7 answer sheets"):
        waves_of(answers.select(slice(0, 40 - late)), answers)


def test_a_second_file_that_holds_the_first_is_no_second_measurement() -> None:
    """A third of the sheets were in the first: the reason has the share."""
    answers = synthetic_organisation().answers.select(slice(0, 90))
    with speaking("en"), pytest.raises(InputError, match="33% of its answer sheets"):
        waves_of(answers.select(slice(0, 30)), answers)


def test_groups_that_are_withheld_are_not_named() -> None:
    """A name in the column of teams may be that of a person: only shown groups are named."""
    rng = np.random.default_rng(4)
    before = plain(rng.integers(1, 6, 60), teams=("north",) * 20 + ("south",) * 20 + ("",) * 20)
    after = plain(
        rng.integers(1, 6, 71),
        teams=("east",) * 40 + ("south",) * 20 + ("Jan Jansen",) + ("",) * 10,
    )
    found = waves_of(before, after)
    assert found.new_groups == ("east",)
    assert found.gone_groups == ("north",)


def test_unpaired_is_less_certain_than_it_looks() -> None:
    """Half a point on fifty wide answers may be chance; the range says so."""
    before, after = plain([1, 2, 3, 4, 5] * 10), plain([1, 2, 3, 4, 5] * 7 + [5, 4] * 7)
    (change,) = waves_of(before, after).changes
    assert change.low < 0 < change.high
    assert not change.stands_out


def test_another_mix_of_people_is_told() -> None:
    """From half managers to a tenth: four in ten would need another role."""
    before = plain([2, 2, 3, 3] * 10, roles=("manager", "member") * 20, teams=("a", "b") * 20)
    after = plain([3, 3, 4, 4] * 10, roles=("manager", *("member",) * 9) * 4, teams=("b", "c") * 20)
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
