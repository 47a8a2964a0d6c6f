import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.scoring import kendall_w

rankings = arrays(int, (4, 5), elements=st.integers(1, 5))


def test_worked_by_hand() -> None:
    """Four judges of four items: squared deviations of the sums 54, of at most 80, is 0.675."""
    assert kendall_w([[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4], [2, 1, 4, 3]]) == 0.675


def test_with_ties_by_hand() -> None:
    """Ranks 1.5 1.5 3 and 1 2 3: sums 2.5 3.5 6, spread 6.5 of at most 2 x (1.5 + 2)."""
    assert kendall_w([[1, 1, 3], [1, 2, 3]]) == pytest.approx(6.5 / 7)


def test_same_and_opposite() -> None:
    """The same ranking twice is 1; a ranking and its opposite are 0."""
    assert kendall_w([[1, 2, 3], [1, 2, 3]]) == 1
    assert kendall_w([[1, 2, 3], [3, 2, 1]]) == 0


@given(rankings, st.permutations(range(4)), st.permutations(range(5)))
def test_bounded_and_blind_to_order(table: np.ndarray, judges: list[int], items: list[int]) -> None:
    """W lies between 0 and 1, whoever comes first."""
    assume(any(len(set(row)) > 1 for row in table.tolist()))
    found = kendall_w(table)
    assert 0 <= found <= 1 + 1e-12
    assert kendall_w(table[np.ix_(judges, items)]) == pytest.approx(found)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([[1, 2, 3]], r"\(1, 3\)"),
        ([[1], [1]], r"\(2, 1\)"),
        ([[1, np.nan], [1, 2]], r"\(2, 2\)"),
        ([[1, 1], [1, 1]], "rankings"),
    ],
)
def test_no_figure_without_meaning(table: object, said: str) -> None:
    """Where agreement means nothing there is no number."""
    with pytest.raises(InputError, match=said):
        kendall_w(table)
