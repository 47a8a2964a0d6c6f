"""Alpha and item-rest correlations."""

import numpy as np
import pandas
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.readiness import alpha_by_group, cronbach_alpha, item_rest_correlations
from tests.readiness.published import RATINGS, pingouin

tables = arrays(float, (8, 4), elements=st.integers(1, 5).map(float))


def test_published_value() -> None:
    """The table of Shrout and Fleiss has alpha .9093 (it is their ICC(3,k))."""
    assert round(cronbach_alpha(RATINGS), 4) == 0.9093


def test_missing_answers_as_pingouin_leaves_them_out() -> None:
    """Pingouin's own example with gaps: .8017 over complete rows."""
    table = pingouin.read_dataset("cronbach_wide_missing").to_numpy(float)
    expected = pingouin.cronbach_alpha(
        pingouin.read_dataset("cronbach_wide_missing"), nan_policy="listwise"
    )[0]
    assert np.isnan(table).any()
    assert cronbach_alpha(table) == pytest.approx(expected, abs=1e-14)
    assert round(cronbach_alpha(table), 6) == 0.801695


def test_the_same_items_and_opposite_items() -> None:
    """Twice the same item is 1; items that pull apart make it negative."""
    assert cronbach_alpha([[1, 1], [3, 3], [4, 4]]) == pytest.approx(1)
    assert cronbach_alpha([[1, 5], [3, 4], [4, 1]]) < 0


@given(tables, st.permutations(range(8)), st.permutations(range(4)))
def test_order_and_zero_of_the_scale_do_not_matter(table, people, items) -> None:
    """Who comes first, which item comes first, and where the scale starts: all the same."""
    assume(np.ptp(table.sum(axis=1)))
    alpha = cronbach_alpha(table)
    assert alpha <= 1 + 1e-12
    assert cronbach_alpha(table[np.ix_(people, items)] - 3) == pytest.approx(alpha, abs=1e-9)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([[1], [2]], "answers.*1"),
        ([[1, 2]], "answers.*1"),
        ([[1, 2], [np.nan, 3]], "answers.*1"),
        ([[1, 5], [5, 1], [2, 4]], "alpha"),
        ([[3, 3], [3, 3]], "alpha"),
        ([[1, 2], [3]], "answers"),
        ([1, 2, 3], "answers"),
        ([["a", "b"], ["c", "d"]], "answers"),
        ([[1, np.inf], [2, 3]], "answers"),
    ],
)
def test_no_alpha_without_meaning(table: object, said: str) -> None:
    """One item, one person, one total for all, or no table: no figure, and why."""
    with speaking("en"), pytest.raises(InputError, match=said):
        cronbach_alpha(table)


def test_alpha_within_groups_is_alpha_of_each() -> None:
    """For 60 unequal groups it is what pingouin gives one by one; the order is that of labels."""
    rng = np.random.default_rng(4)
    sizes = rng.integers(5, 25, 60)
    groups = np.repeat(rng.permutation(60), sizes)
    table = np.clip(np.rint(rng.normal(3, 1, (len(groups), 1)) + rng.normal(0, 1, (1, 6))), 1, 5)
    table = np.clip(table + rng.integers(-1, 2, (len(groups), 6)), 1, 5)
    frame = pandas.DataFrame(table)
    expected = [pingouin.cronbach_alpha(frame[groups == group])[0] for group in range(60)]
    assert alpha_by_group(table, groups) == pytest.approx(expected, abs=1e-12)


def test_groups_without_a_figure_stay_in_place() -> None:
    """One person, nobody complete, or one total: NaN, and the others keep their place."""
    table = [[1, 1], [5, 5], [2, 4], [3, np.nan], [4, np.nan], [1, 3], [3, 1]]
    found = alpha_by_group(table, ["a", "a", "b", "c", "c", "d", "d"])
    assert found[0] == pytest.approx(1)
    assert np.isnan(found[1:]).all()


def test_groups_must_fit() -> None:
    """A label for each row, and two items at least."""
    with speaking("en"), pytest.raises(InputError, match="groups"):
        alpha_by_group([[1, 2], [3, 4]], ["a"])
    with speaking("en"), pytest.raises(InputError, match="answers"):
        alpha_by_group([[1], [3]], ["a", "a"])
    with speaking("en"), pytest.raises(InputError, match="groups"):
        alpha_by_group([[1, 2], [3, 4]], [1.0, np.nan])


@given(tables)
def test_item_rest_is_the_plain_correlation(table) -> None:
    """Each is the correlation of an item with the sum of the others, or NaN without spread."""
    found = item_rest_correlations(table)
    for item in range(4):
        rest = table.sum(axis=1) - table[:, item]
        if np.ptp(table[:, item]) and np.ptp(rest):
            assert found[item] == pytest.approx(np.corrcoef(table[:, item], rest)[0, 1], abs=1e-9)
        else:
            assert np.isnan(found[item])
