import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import topsis

tables = arrays(float, (4, 3), elements=st.floats(-100, 100).map(lambda x: round(x, 3)))
weights = arrays(float, 3, elements=st.floats(0.1, 10))
directions = st.lists(st.booleans(), min_size=3, max_size=3)

AIRCRAFT = [
    [2.0, 1500, 20000, 5.5, 5, 9],
    [2.5, 2700, 18000, 6.5, 3, 5],
    [1.8, 2000, 21000, 4.5, 7, 7],
    [2.2, 1800, 20000, 5.0, 5, 5],
]
ONLY_PRICE_LOW = [True, True, True, False, True, True]


def test_hwang_and_yoon_aircraft() -> None:
    """The fighter aircraft of Hwang and Yoon (1981), to the printed digits."""
    closeness = topsis(AIRCRAFT, [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], ONLY_PRICE_LOW)
    assert closeness.round(6).tolist() == [0.643277, 0.268384, 0.613542, 0.312291]


def test_tzeng_and_huang() -> None:
    """The example of Tzeng and Huang (2011), to the printed digits."""
    closeness = topsis([[5, 8, 4], [7, 6, 8], [8, 8, 6], [7, 4, 6]], [0.3, 0.4, 0.3], [1, 1, 1])
    assert closeness.round(4).tolist() == [0.5037, 0.6581, 0.7482, 0.3340]


@given(tables, weights, directions)
def test_from_worst_to_ideal(table: np.ndarray, weight: np.ndarray, more: list[bool]) -> None:
    """Closeness is 0 to 1."""
    closeness = topsis(table, weight, more)
    assert ((closeness >= 0) & (closeness <= 1)).all()


@given(tables, weights, directions)
def test_the_best_on_everything_is_the_ideal(
    table: np.ndarray, weight: np.ndarray, more: list[bool]
) -> None:
    """What is best on every criterion has 1, its opposite 0; alike they all have one half."""
    sign = np.where(more, 1, -1)
    table[0], table[1] = (table * sign).max(axis=0) * sign, (table * sign).min(axis=0) * sign
    closeness = topsis(table, weight, more)
    alike = (table == table[0]).all()
    assert closeness[:2] == pytest.approx([0.5, 0.5] if alike else [1, 0])


@given(tables, weights, directions)
def test_dominance_is_kept(table: np.ndarray, weight: np.ndarray, more: list[bool]) -> None:
    """An option that is no worse on any criterion is no further from the ideal."""
    sign = np.where(more, 1, -1)
    table[0] = np.maximum(table[0] * sign, table[1] * sign) * sign
    closeness = topsis(table, weight, more)
    assert closeness[0] >= closeness[1] - 1e-9


@given(tables, weights, directions, st.floats(1e-3, 1e3), st.floats(1e-100, 1e100))
def test_units_and_points_do_not_matter(
    table: np.ndarray, weight: np.ndarray, more: list[bool], unit: float, points: float
) -> None:
    """Euros or thousands of euros, points out of 1 or of 100: the same closeness."""
    other = table * np.array([unit, 1, 1])
    np.testing.assert_allclose(
        topsis(other, weight * points, more), topsis(table, weight, more), atol=1e-9
    )


@given(tables, weights, directions, st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter(
    table: np.ndarray, weight: np.ndarray, more: list[bool], rows: list[int], columns: list[int]
) -> None:
    """Options and criteria may come in any order."""
    moved = topsis(table[np.ix_(rows, columns)], weight[columns], np.array(more)[columns])
    np.testing.assert_allclose(moved, topsis(table, weight, more)[rows], atol=1e-9)


@given(tables, weights, directions, arrays(float, (4, 1), elements=st.floats(-9, 9)))
def test_a_criterion_without_weight_changes_nothing(
    table: np.ndarray, weight: np.ndarray, more: list[bool], extra: np.ndarray
) -> None:
    """Adding a criterion with weight 0 leaves every closeness as it was."""
    wider = topsis(np.hstack([table, extra]), [*weight, 0], [*more, True])
    np.testing.assert_allclose(wider, topsis(table, weight, more), atol=1e-9)


def test_draws_of_weights_are_rows() -> None:
    """A batch of weights, also one of several blocks, gives what each set gives alone."""
    many = np.random.default_rng(1).dirichlet(np.ones(6), 5_000)
    batch = topsis(AIRCRAFT, many, ONLY_PRICE_LOW)
    for row in (0, 2_047, 2_048, 4_999):
        assert batch[row] == pytest.approx(topsis(AIRCRAFT, many[row], ONLY_PRICE_LOW))


def test_options_that_do_not_differ() -> None:
    """Nobody is closer to the ideal when all are alike, also when all are nothing."""
    assert topsis([[0, 3], [0, 3]], [1, 1], [True, False]).tolist() == [0.5, 0.5]


@pytest.mark.parametrize(
    ("table", "weight", "more", "said"),
    [
        ([[1, np.nan]], [1, 1], [True, True], "performance.*gaps"),
        ([[1, np.inf]], [1, 1], [True, True], "performance.*gaps"),
        ([1, 2], [1, 1], [True, True], r"performance.*\(2,\)"),
        ([[1, 2]], [1, 1, 1], [True, True], r"weights \(3,\)"),
        ([[1, 2]], [1, -1], [True, True], "weights.*-1"),
        ([[1, 2]], [1, 1], [True], "maximise.*2 criteria"),
        ([[1, 2]], [1, 1], [1, -1], "maximise.*-1"),
        ([[1, 2]], [1, 1], ["max", "min"], "maximise"),
    ],
)
def test_refusals(table: object, weight: object, more: object, said: str) -> None:
    """What cannot be ranked is refused, with what was given."""
    with speaking("en"), pytest.raises(InputError, match=said):
        topsis(table, weight, more)
