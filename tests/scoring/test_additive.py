import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import arrays as kernels
from selfmgmt.scoring import weighted_sum

performances = arrays(float, (4, 3), elements=st.floats(0, 1))
futures = arrays(float, (5, 4, 3), elements=st.floats(0, 1))
weights = arrays(float, 3, elements=st.floats(0.1, 10))


def test_worked_by_hand() -> None:
    """3 x 0.8 + 1 x 0.4, over 4, is 0.7."""
    assert weighted_sum([[0.8, 0.4]], [3, 1]) == pytest.approx([0.7])


def test_published_tie() -> None:
    """Two options that look different have the same value (waterfall of 0.20, -0.18, -0.02)."""
    values = weighted_sum([[0.8, 0.3, 0.5], [0.4, 0.9, 0.6]], [0.5, 0.3, 0.2])
    assert values == pytest.approx([0.59, 0.59])


@given(performances, arrays(float, (5, 3), elements=st.floats(0.1, 10)))
def test_draws_of_weights_are_rows(performance: np.ndarray, many: np.ndarray) -> None:
    """A batch of weights gives what each set of weights gives alone."""
    alone = [weighted_sum(performance, one) for one in many]
    np.testing.assert_allclose(weighted_sum(performance, many), alone, atol=1e-12)


@given(futures, weights)
def test_draws_of_performance_are_rows(future: np.ndarray, weight: np.ndarray) -> None:
    """A batch of futures gives what each future gives alone."""
    alone = [weighted_sum(one, weight) for one in future]
    np.testing.assert_allclose(weighted_sum(future, weight), alone, atol=1e-12)


@given(futures, arrays(float, (5, 3), elements=st.floats(0.1, 10)))
def test_draws_of_both_go_in_step(future: np.ndarray, many: np.ndarray) -> None:
    """Draw k of the weights belongs to draw k of the performance."""
    alone = [weighted_sum(one, weight) for one, weight in zip(future, many, strict=True)]
    np.testing.assert_allclose(weighted_sum(future, many), alone, atol=1e-12)


@given(performances, weights, st.floats(1e-200, 1e200))
def test_only_ratios_of_weights_matter(
    performance: np.ndarray, weight: np.ndarray, factor: float
) -> None:
    """Points out of 10 and percentages give the same values."""
    np.testing.assert_allclose(
        weighted_sum(performance, weight * factor), weighted_sum(performance, weight), atol=1e-12
    )


@given(performances, weights)
def test_dominance_is_kept(performance: np.ndarray, weight: np.ndarray) -> None:
    """An option that is no worse on any criterion has no lower value."""
    performance[0] = np.maximum(performance[0], performance[1])
    values = weighted_sum(performance, weight)
    assert values[0] >= values[1] - 1e-12
    assert (values >= performance.min(axis=1) - 1e-12).all()
    assert (values <= performance.max(axis=1) + 1e-12).all()


@given(performances, weights, arrays(float, (4, 1), elements=st.floats(0, 1)))
def test_a_criterion_without_weight_changes_nothing(
    performance: np.ndarray, weight: np.ndarray, extra: np.ndarray
) -> None:
    """Adding a criterion with weight 0 leaves every value as it was."""
    more = weighted_sum(np.hstack([performance, extra]), np.append(weight, 0))
    np.testing.assert_allclose(more, weighted_sum(performance, weight), atol=1e-12)


@given(performances, weights, st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter(
    performance: np.ndarray, weight: np.ndarray, rows: list[int], columns: list[int]
) -> None:
    """Options and criteria may come in any order."""
    moved = weighted_sum(performance[np.ix_(rows, columns)], weight[columns])
    np.testing.assert_allclose(moved, weighted_sum(performance, weight)[rows], atol=1e-12)


@pytest.mark.parametrize(
    ("performance", "weight", "said"),
    [
        ([[0.5, np.nan]], [1, 1], "0 to 1"),
        ([[0.5, 1.1]], [1, 1], "0 to 1"),
        ([0.5, 0.5], [1, 1], r"performance.*\(2,\)"),
        ([[]], [], r"performance.*\(1, 0\)"),
        ([[0.5, 0.5], [0.5]], [1, 1], "performance"),
        ([["much", 0.5]], [1, 1], "performance"),
        ([[0.5, 0.5]], [1, 1, 1], r"\(1, 2\).*\(3,\)"),
        ([[0.5, 0.5]], [1, -1], r"weights.*-1"),
        ([[0.5, 0.5]], [0, 0], r"weights.*0"),
        ([[0.5, 0.5]], [1, np.nan], r"weights.*nan"),
        ([[0.5, 0.5]], [1, np.inf], r"weights.*inf"),
        ([[0.5, 0.5]], [[1, 1], [0, 0]], "weights"),
        ([[0.5, 0.5]], 1.0, r"weights.*\(\)"),
        ([[[0.5, 0.5]]] * 3, [[1, 1]] * 2, r"\(3, 1, 2\).*\(2, 2\)"),
    ],
)
def test_refusals(performance: object, weight: object, said: str) -> None:
    """What cannot be averaged is refused, with what was given."""
    with speaking("en"), pytest.raises(InputError, match=said):
        weighted_sum(performance, weight)


@given(
    rows=st.integers(1, 40),
    others=st.integers(1, 5),
    criteria=st.integers(1, 6),
    seed=st.integers(0, 99),
)
def test_products_in_parts_are_those_of_the_whole(rows, others, criteria, seed):
    """Also where the last part is shorter."""
    rng = np.random.default_rng(seed)
    left, right = rng.random((rows, criteria)), rng.random((others, criteria))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kernels, "_ALONE", 7 * right.size)
        patch.setattr(kernels, "_ALONE_BY_ONE", 3 * right.size)
        found = kernels.products(left, right)
    np.testing.assert_allclose(found, (left[:, None] * right[None]).sum(axis=2), atol=1e-15)
