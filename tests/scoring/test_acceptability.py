import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import (
    central_weights,
    confidence_factors,
    pairwise_winning,
    rank_acceptability,
    rank_shares,
    weighted_sum,
)
from selfmgmt.scoring.acceptability import first_shares

coarse = st.sampled_from([0, 0.25, 0.5, 0.75, 1])  # so that ties come often
futures = arrays(float, (6, 4, 3), elements=coarse)
many = arrays(float, (6, 3), elements=st.sampled_from([1, 2, 4]))


def scaled(table: list[list[float]]) -> np.ndarray:
    """Each column from 0 to 1."""
    rows = np.array(table)
    return (rows - rows.min(axis=0)) / np.ptp(rows, axis=0)


FOUR = scaled([[0.9, 0.2, 0.5], [0.4, 0.8, 0.6], [0.6, 0.6, 0.4], [0.3, 0.5, 0.95]])


@pytest.fixture(scope="module")
def everyone() -> np.ndarray:
    """All weights of three criteria there could be."""
    return np.random.default_rng(5).dirichlet(np.ones(3), 200_000)


def test_each_best_at_one_thing(everyone: np.ndarray) -> None:
    """Three options, each best on one criterion: every rank a third; centre at 11/18 and 7/36."""
    assert rank_acceptability(np.eye(3), everyone) == pytest.approx(
        np.full((3, 3), 1 / 3), abs=4e-3
    )
    central = np.where(np.eye(3), 11 / 18, 7 / 36)
    assert central_weights(np.eye(3), everyone) == pytest.approx(central, abs=2e-3)


def test_exact_volumes(everyone: np.ndarray) -> None:
    """First ranks of four options, against the exact volumes in the space of weights."""
    exact = [0.2959254, 0.3482669, 0.0066026, 0.3492050]
    first = rank_acceptability(FOUR, everyone)[:, 0]
    margin = 5 * np.sqrt(np.array(exact) * (1 - np.array(exact)) / len(everyone))
    assert (np.abs(first - exact) < margin).all()


def test_weights_that_favour_each(everyone: np.ndarray) -> None:
    """The central weights lie within the exact bounds, and make each option first."""
    central = central_weights(FOUR, everyone)
    assert 0.4017 <= central[0, 0] <= 1
    assert (central[2] >= [0.5, 0.4034, 0]).all()
    assert (central[2] <= [0.5714, 0.5, 0.0924]).all()
    assert confidence_factors(FOUR, everyone).tolist() == [1, 1, 1, 1]


@given(futures, many)
def test_the_quick_count_is_the_slow_count(future: np.ndarray, weights: np.ndarray) -> None:
    """Ranks counted by pairs are ranks counted by sorting, ties shared."""
    expected = rank_shares(weighted_sum(future, weights))
    np.testing.assert_allclose(rank_acceptability(future, weights), expected, atol=1e-12)


@given(futures, many)
def test_shares_are_whole_both_ways(future: np.ndarray, weights: np.ndarray) -> None:
    """Every option has a rank and every rank an option."""
    table = rank_acceptability(future, weights)
    assert table.sum(axis=0) == pytest.approx(np.ones(4))
    assert table.sum(axis=1) == pytest.approx(np.ones(4))
    firsts = first_shares(future, weights)
    assert firsts.sum(axis=1) == pytest.approx(np.ones(6))
    assert firsts.mean(axis=0) == pytest.approx(table[:, 0])


@given(futures, many)
def test_pairs_are_whole(future: np.ndarray, weights: np.ndarray) -> None:
    """Of two options one wins or they share; nobody wins from itself."""
    wins = pairwise_winning(future, weights)
    assert wins + wins.T == pytest.approx(np.ones((4, 4)))
    assert np.diag(wins).tolist() == [0.5] * 4


@given(futures, many)
def test_central_weights_are_weights(future: np.ndarray, weights: np.ndarray) -> None:
    """They add up to 1, and exist for just those options that are ever first."""
    central = central_weights(future, weights)
    first = rank_acceptability(future, weights)[:, 0]
    assert central[first > 0].sum(axis=1) == pytest.approx(np.ones((first > 0).sum()))
    assert np.isnan(central[first == 0]).all()
    factors = confidence_factors(future, weights)
    assert (np.isnan(factors) == (first == 0)).all()


@given(futures, many, st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter(
    future: np.ndarray, weights: np.ndarray, rows: list[int], columns: list[int]
) -> None:
    """Options and criteria may come in any order."""
    moved = rank_acceptability(future[:, rows][:, :, columns], weights[:, columns])
    np.testing.assert_allclose(moved, rank_acceptability(future, weights)[rows], atol=1e-12)


@given(futures, many, st.floats(1e-100, 1e100))
def test_only_ratios_of_weights_matter(
    future: np.ndarray, weights: np.ndarray, factor: float
) -> None:
    """Points out of 10 and percentages give the same shares."""
    same = rank_acceptability(future, weights * factor)
    np.testing.assert_allclose(same, rank_acceptability(future, weights), atol=1e-12)


@given(futures, many)
def test_a_dominated_option_is_never_alone_in_front(
    future: np.ndarray, weights: np.ndarray
) -> None:
    """An option that is worse on everything in every draw is never first."""
    future[:, 0] = np.minimum(future[:, 0], future[:, 1])
    future[:, 1] = np.minimum(future[:, 0] + 0.25, 1)
    future[:, 0] = future[:, 1] - 0.2
    assert rank_acceptability(future, weights)[0, 0] == 0


@given(futures, many, arrays(float, (6, 4, 1), elements=coarse))
def test_a_criterion_without_weight_changes_nothing(
    future: np.ndarray, weights: np.ndarray, extra: np.ndarray
) -> None:
    """Adding a criterion with weight 0 leaves every share as it was."""
    wider = np.concatenate([future, extra], axis=2)
    more = np.hstack([weights, np.zeros((6, 1))])
    same = rank_acceptability(wider, more)
    np.testing.assert_allclose(same, rank_acceptability(future, weights), atol=1e-12)


@given(futures, many)
def test_a_copy_differs_by_exactly_nothing(future: np.ndarray, weights: np.ndarray) -> None:
    """An option and its copy are level in every draw: the same ranks, to the last digit."""
    future[:, 3] = future[:, 0]
    table = rank_acceptability(future, weights)
    assert (table[3] == table[0]).all()
    assert pairwise_winning(future, weights)[0, 3] == 0.5


def test_blocks_join_without_a_seam() -> None:
    """Many draws, done in blocks, give the mean over all of them."""
    rng = np.random.default_rng(2)
    future, weights = rng.random((20_000, 8, 8)), rng.dirichlet(np.ones(8), 20_000)
    expected = rank_shares(weighted_sum(future, weights))
    np.testing.assert_allclose(rank_acceptability(future, weights), expected, atol=1e-12)


def test_one_side_may_be_certain() -> None:
    """Certain weights stand for the same weights in every draw, and likewise outcomes."""
    rng = np.random.default_rng(3)
    future, weights = rng.random((50, 4, 3)), rng.dirichlet(np.ones(3), 50)
    same = np.repeat(weights[:1], 50, axis=0)
    one = rank_acceptability(future, weights[0])
    np.testing.assert_allclose(one, rank_acceptability(future, same), atol=1e-12)
    still = np.repeat(future[:1], 50, axis=0)
    one = rank_acceptability(future[0], weights)
    np.testing.assert_allclose(one, rank_acceptability(still, weights), atol=1e-12)
    assert set(rank_acceptability(future[0], weights[0]).ravel()) == {0, 1}


def test_a_published_tie_is_shared() -> None:
    """0.59 and 0.59, that floats tell apart, share the first two ranks."""
    table = rank_acceptability([[0.8, 0.3, 0.5], [0.4, 0.9, 0.6]], [0.5, 0.3, 0.2])
    assert table.tolist() == [[0.5, 0.5], [0.5, 0.5]]


def test_minus_nothing_is_nothing() -> None:
    """-0.0 is a performance like 0."""
    assert rank_acceptability([[-0.0], [1.0]], [1]).tolist() == [[0, 1], [1, 0]]


@pytest.mark.parametrize("function", [rank_acceptability, central_weights, pairwise_winning])
@pytest.mark.parametrize(
    ("future", "weights", "said"),
    [
        ([[[0.5, np.nan]]], [[1, 1]], "0 to 1"),
        ([[[0.5, 1.1]]], [[1, 1]], "0 to 1"),
        ([[[0.5, -0.1]]], [[1, 1]], "0 to 1"),
        ([0.5, 0.5], [1, 1], r"performance.*\(2,\)"),
        (np.ones((3, 2, 2)), np.ones((2, 2)), r"\(3, 2, 2\).*\(2, 2\)"),
        (np.ones((3, 2, 2)), np.ones((3, 3)), r"\(3, 2, 2\).*\(3, 3\)"),
        (np.ones((3, 2, 2)), -np.ones((3, 2)), "weights.*-1"),
        (np.ones((0, 2, 2)), np.ones((0, 2)), r"performance.*\(0, 2, 2\)"),
    ],
)
def test_refusals(function: object, future: object, weights: object, said: str) -> None:
    """What cannot be ranked is refused, with what was given."""
    with speaking("en"), pytest.raises(InputError, match=said):
        function(future, weights)
