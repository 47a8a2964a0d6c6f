import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import analytic_hierarchy

# coffee, wine, tea, beer, soda, milk, water
DRINKS = [
    [9, 5, 2, 1, 1, 1 / 2],
    [1 / 3, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
    [1 / 3, 1 / 4, 1 / 3, 1 / 9],
    [1 / 2, 1, 1 / 3],
    [2, 1 / 2],
    [1 / 3],
]


def whole(upper: list[list[float]]) -> np.ndarray:
    """A table of comparisons from the part above its diagonal."""
    table = np.eye(len(upper) + 1)
    for row, cells in enumerate(upper):
        for step, cell in enumerate(cells, start=row + 1):
            table[row, step], table[step, row] = cell, 1 / cell
    return table


def test_drinks_by_eigenvector() -> None:
    """Saaty (2008), drinks in the United States, to the printed digits."""
    found = analytic_hierarchy(whole(DRINKS))
    expected = [0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268]
    assert found.weights.round(4).tolist() == expected
    assert round(found.lambda_max, 6) == 7.176629
    assert round((found.lambda_max - 7) / 6, 6) == 0.029438
    assert round(found.consistency_ratio, 4) == 0.0223
    assert found.acceptable


def test_drinks_by_geometric_mean() -> None:
    """The same table by the geometric mean of its rows."""
    found = analytic_hierarchy(whole(DRINKS), method="geometric")
    expected = [0.1787, 0.0185, 0.0422, 0.1165, 0.1911, 0.1286, 0.3243]
    assert found.weights.round(4).tolist() == expected


@given(
    arrays(float, st.integers(1, 8), elements=st.floats(0.1, 10)),
    st.sampled_from(["eigenvector", "geometric"]),
)
def test_consistent_tables_give_their_weights(weights: np.ndarray, method: str) -> None:
    """A table made of ratios gives those ratios back; its eigenvalue is its size."""
    found = analytic_hierarchy(np.divide.outer(weights, weights), method=method)
    assert found.weights == pytest.approx(weights / weights.sum())
    assert found.lambda_max == pytest.approx(len(weights))
    assert (found.consistency_ratio, found.revisit) == (0, None)


@given(
    st.lists(st.sampled_from([1 / 9, 1 / 3, 1, 2, 5, 9]), min_size=6, max_size=6),
    st.permutations(range(4)),
)
def test_order_does_not_matter(cells: list[float], order: list[int]) -> None:
    """Criteria may come in any order, and no table is better than a consistent one."""
    table = whole([cells[:3], cells[3:5], cells[5:]])
    found, moved = analytic_hierarchy(table), analytic_hierarchy(table[np.ix_(order, order)])
    assert moved.weights == pytest.approx(found.weights[order])
    assert found.lambda_max >= 4 - 1e-9
    assert found.weights.sum() == pytest.approx(1)


def test_the_worst_pair_is_named() -> None:
    """One comparison the wrong way round is beyond the limit, and is pointed out."""
    assert analytic_hierarchy(whole([[2, 4, 8], [2, 4], [2]])).revisit is None
    found = analytic_hierarchy(whole([[2, 4, 1 / 8], [2, 4], [2]]))
    assert not found.acceptable
    assert found.revisit == (0, 3)


def test_rounded_inverses_are_mended() -> None:
    """Someone who writes 0.33 for a third means a third."""
    assert analytic_hierarchy([[1, 3], [0.33, 1]]).weights == pytest.approx([0.75, 0.25], abs=2e-3)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ([[1, 2]], r"\(1, 2\)"),
        (np.ones((16, 16)), r"\(16, 16\).*15"),
        ([[1, np.nan], [1, 1]], "gaps"),
        ([[1, -2], [-0.5, 1]], "0 or less"),
        ([[1, 2], [2, 1]], "2 in row 1, column 2"),
        ([[2, 1], [1, 1]], "row 1, column 1"),
        ([["x", 1], [1, 1]], "pairwise"),
        ([[1, 2], [1]], "pairwise"),
    ],
)
def test_refusals(table: object, said: str) -> None:
    """A table that is no table of comparisons is refused, with the cell."""
    with speaking("en"), pytest.raises(InputError, match=said):
        analytic_hierarchy(table)


def test_unknown_method() -> None:
    """A method that does not exist is refused."""
    with speaking("en"), pytest.raises(InputError, match=r"method.*'power'.*geometric"):
        analytic_hierarchy([[1]], method="power")
