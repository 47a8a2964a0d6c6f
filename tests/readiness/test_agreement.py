"""Agreement within groups."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.readiness import rwg, rwg_j

ratings = arrays(float, 12, elements=st.integers(1, 5).map(float))
groups = arrays(int, 12, elements=st.integers(0, 3))


def test_worked_by_hand() -> None:
    """On five answers chance has variance 2: variance 0.5 is .75, and 2 or more is 0."""
    assert rwg([3, 4, 3, 4, 4, 3, 4], [1] * 7, 5) == pytest.approx([1 - (2 / 7) / 2])
    assert rwg([1, 3, 5, 1, 5, 1, 2, 3], [2, 2, 2, 1, 1, 9, 9, 9], 5) == pytest.approx([0, 0, 0.5])


def test_perfect_agreement_is_one() -> None:
    """Everyone the same, on one item and on three."""
    assert rwg([4, 4, 4], ["x", "x", "x"], 5) == pytest.approx([1])
    assert rwg_j([[4, 2, 1], [4, 2, 1]], ["x", "x"], 5) == pytest.approx([1])


def test_several_items_by_hand() -> None:
    """Mean variance 1/3 of chance 2 is 1/6: 3 x 5/6 over 3 x 5/6 + 1/6 is .9375."""
    assert rwg_j([[3, 4, 2], [4, 4, 3], [3, 3, 2]], [1, 1, 1], 5) == pytest.approx([0.9375])


def test_ten_items_rise_above_one_item() -> None:
    """James, Demaree and Wolf: half the variance of chance is .5 for one item, .91 for ten."""
    table = np.array([[2, 3], [4, 3]])  # variances 2 and 0, mean 1, half of chance
    assert rwg_j(table, [1, 1], 5) == pytest.approx([2 * 0.5 / (2 * 0.5 + 0.5)])
    assert rwg_j(np.tile(table, 5), [1, 1], 5) == pytest.approx([5 / 5.5])


def test_more_options_more_chance() -> None:
    """With seven answers chance has variance 4."""
    assert rwg([3, 5], [1, 1], 7) == pytest.approx([0.5])


def test_who_is_alone_has_no_agreement() -> None:
    """NaN for fewer than two answers, and the others keep their place."""
    found = rwg([3, 3, 5, np.nan, 2], ["b", "b", "a", "c", "c"], 5)
    assert np.isnan(found[[0, 2]]).all()
    assert found[1] == 1


def test_a_row_with_a_gap_does_not_count() -> None:
    """An incomplete row changes nothing."""
    with_gap = rwg_j([[3, 4], [4, 4], [1, np.nan]], [1, 1, 1], 5)
    assert with_gap == pytest.approx(rwg_j([[3, 4], [4, 4]], [1, 1], 5))


@given(ratings, groups)
def test_one_item_is_the_same_either_way(values, labels) -> None:
    """rwg(j) of one item is rwg; both lie between 0 and 1, in the order of the labels."""
    single, scale = rwg(values, labels, 5), rwg_j(values[:, None], labels, 5)
    np.testing.assert_allclose(single, scale, atol=1e-12)
    assert len(single) == len(set(labels.tolist()))
    known = single[~np.isnan(single)]
    assert ((known >= 0) & (known <= 1)).all()


@given(ratings, groups, st.permutations(range(12)))
def test_order_of_people_does_not_matter(values, labels, order) -> None:
    """Shuffled people give the same agreement, and so do names in the place of numbers."""
    found = rwg(values, labels, 5)
    np.testing.assert_allclose(rwg(values[order], labels[order], 5), found, atol=1e-12)
    np.testing.assert_allclose(rwg(values, [f"t{label}" for label in labels], 5), found, atol=1e-12)


@pytest.mark.parametrize(
    ("values", "labels", "options", "said"),
    [
        ([1, 2], [1], 5, "groups"),
        ([], [], 5, "groups"),
        ([1, 9], [1, 1], 5, "options.*8"),
        ([1, 2], [1, 1], 1, "options"),
        ([1, 2], [1, 1], 2.5, "options"),
        ([[1, 2]], [1], 5, "ratings"),
    ],
)
def test_what_does_not_fit_is_refused(values, labels, options, said) -> None:
    """Labels, shapes and the number of answers are checked."""
    with pytest.raises(InputError, match=said):
        rwg(values, labels, options)
