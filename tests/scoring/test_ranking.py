import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.scoring import rank_options, rank_shares, why
from selfmgmt.scoring.ranking import Ranking, ValueQuantiles, beaten, rank_counts

OPTIONS = ("a", "b", "c", "d")
CRITERIA = ("saving", "service", "absence")
FIRST_TIES_SECOND = [[[0.8, 0.3, 0.5], [0.4, 0.9, 0.6], [0.1, 0.1, 0.1], [1.0, 1.0, 1.0]]]

futures = arrays(float, (6, 4, 3), elements=st.floats(0, 1))
weights = arrays(float, 3, elements=st.floats(0.1, 10))


def ranked(performance: object, weight: object = (0.5, 0.3, 0.2)) -> Ranking:
    """The ranking of the four options on the three criteria."""
    return rank_options(performance, weight, options=OPTIONS, criteria=CRITERIA)


def test_worked_by_hand() -> None:
    """One draw: values 0.59, 0.59, 0.1 and 1, so d, then a and b together, then c."""
    ranking = ranked(FIRST_TIES_SECOND)
    assert ranking.places == (("d",), ("a", "b"), ("c",))
    assert ranking.order == ("d", "a", "b", "c")
    assert ranking.ties == (("a", "b"),)
    assert ranking.bands["d"] == ValueQuantiles(mean=1, p10=1, p50=1, p90=1)
    assert ranking.rank_shares.tolist() == [
        [0, 0.5, 0.5, 0],
        [0, 0.5, 0.5, 0],
        [0, 0, 0, 1],
        [1, 0, 0, 0],
    ]


def test_under_a_point_is_a_tie() -> None:
    """0.50 and 0.495 cannot be told apart; 0.48 can, and stands one level lower."""
    ranking = rank_options(
        [[[0.5], [0.495], [0.48]]], [1], options=("a", "b", "c"), criteria=("x",)
    )
    assert ranking.levels == (("a", "b"), ("c",))
    assert ranking.first == ("a", "b")
    assert ranking.order == ("a", "b", "c")
    assert why(ranking, "a", "b").tie
    assert not why(ranking, "a", "c").tie


@pytest.mark.parametrize(("wins", "first"), [(5, ("a", "b")), (6, ("a",))])
def test_first_in_under_three_of_five_futures_is_a_tie(wins: int, first: tuple[str, ...]) -> None:
    """Best on average by far, yet first in 5 of 10 futures: no first choice; in 6 it is."""
    futures = [[[1.0], [0.1]]] * wins + [[[0.3], [0.4]]] * (10 - wins)
    ranking = rank_options(futures, [1], options=("a", "b"), criteria=("x",))
    assert ranking.first == first


@given(futures, weights)
def test_levels_keep_the_order_and_are_never_called_first_below_the_limit(
    future: np.ndarray, weight: np.ndarray
) -> None:
    """Levels hold every option once, in the order of the means; the first is first often enough."""
    ranking = ranked(future, weight)
    assert tuple(option for level in ranking.levels for option in level) == ranking.order
    assert sum(ranking.chance_first[key] for key in ranking.first) >= 0.6 - 1e-9


def test_chance_first_over_two_futures() -> None:
    """Best in one of two futures is half a chance; what ties for best shares it."""
    futures = [
        [[1, 1, 1], [0, 0, 0], [0, 0, 0], [0, 0, 0]],
        [[0, 0, 0], [1, 1, 1], [1, 1, 1], [0, 0, 0]],
    ]
    assert ranked(futures).chance_first == {"a": 0.5, "b": 0.25, "c": 0.25, "d": 0}


@given(futures, weights)
def test_rank_shares_add_up_both_ways(future: np.ndarray, weight: np.ndarray) -> None:
    """Every option has a rank, and every rank an option, in each draw."""
    shares = ranked(future, weight).rank_shares
    np.testing.assert_allclose(shares.sum(axis=0), 1, atol=1e-12)
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-12)


@given(arrays(float, (5, 4), elements=st.sampled_from([0, 0.1, 0.1 + 1e-12, 0.5, 1])))
def test_rank_shares_with_many_ties(values: np.ndarray) -> None:
    """Ties, exact and by rounding, leave the sums as they are."""
    shares = rank_shares(values)
    np.testing.assert_allclose(shares.sum(axis=0), 1, atol=1e-12)
    np.testing.assert_allclose(shares.sum(axis=1), 1, atol=1e-12)


@given(futures, weights, st.floats(0.01, 100))
def test_scale_of_weights_does_not_matter(
    future: np.ndarray, weight: np.ndarray, factor: float
) -> None:
    """Points and percentages rank the same."""
    one, other = ranked(future, weight), ranked(future, weight * factor)
    np.testing.assert_allclose(one.weights, other.weights, atol=1e-12)
    np.testing.assert_allclose(list(_means(one)), list(_means(other)), atol=1e-12)


@given(arrays(int, (6, 4, 3), elements=st.integers(0, 8)), st.permutations(range(4)))
def test_order_of_options_does_not_matter(steps: np.ndarray, order: list[int]) -> None:
    """Each option keeps its place and its chances, wherever it is listed."""
    future = steps / 8
    ranking = ranked(future, (5, 3, 2))
    moved = rank_options(
        future[:, order], (5, 3, 2), options=[OPTIONS[k] for k in order], criteria=CRITERIA
    )
    assert [set(place) for place in moved.places] == [set(place) for place in ranking.places]
    np.testing.assert_allclose(moved.rank_shares, ranking.rank_shares[order], atol=1e-12)


@given(futures, weights)
def test_a_dominated_option_is_never_first(future: np.ndarray, weight: np.ndarray) -> None:
    """What is worse on everything in every draw has no chance to be best."""
    future[:, 1] = future[:, 0] / 2
    future[:, 0] = np.maximum(future[:, 0], 0.1)
    ranking = ranked(future, weight)
    assert ranking.chance_first["b"] == 0
    assert "b" not in ranking.places[0]


@given(futures, weights)
def test_a_criterion_without_weight_changes_nothing(future: np.ndarray, weight: np.ndarray) -> None:
    """A criterion with weight 0 leaves the values as they were and contributes nothing."""
    extra = np.concatenate([future, future[:, ::-1, :1]], axis=2)
    more = rank_options(
        extra, np.append(weight, 0), options=OPTIONS, criteria=(*CRITERIA, "unweighted")
    )
    np.testing.assert_allclose(list(_means(more)), list(_means(ranked(future, weight))), atol=1e-12)
    assert why(more).contributions["unweighted"] == 0


def _means(ranking: Ranking) -> list[float]:
    return [band.mean for band in ranking.bands.values()]


@given(futures)
def test_bands_are_in_order(future: np.ndarray) -> None:
    """P10, median and P90 rise, and lie within 0 and 1."""
    for band in ranked(future).bands.values():
        assert -1e-12 <= band.p10 <= band.p50 <= band.p90 <= 1 + 1e-12


def test_the_result_cannot_be_changed() -> None:
    """A ranking is read-only, and so is what it was made from."""
    given_futures = np.array(FIRST_TIES_SECOND)
    ranking = ranked(given_futures)
    with pytest.raises(ValueError, match="read-only"):
        ranking.rank_shares[0] = 1
    assert given_futures.tolist() == FIRST_TIES_SECOND


@pytest.mark.parametrize(
    ("performance", "weight", "said"),
    [
        (FIRST_TIES_SECOND[0], (1, 1, 1), r"\(4, 3\)"),
        (np.zeros((2, 3, 3)), (1, 1, 1), r"\(2, 3, 3\).*4.*3"),
        (FIRST_TIES_SECOND, (1, 1), r"\(1, 4, 3\).*\(2,\)"),
        (FIRST_TIES_SECOND, [(1, 1, 1)], r"\(1, 4, 3\)"),
        (FIRST_TIES_SECOND, (0, 0, 0), "weights"),
    ],
)
def test_refusals(performance: object, weight: object, said: str) -> None:
    """Shapes that do not fit are refused."""
    with pytest.raises(InputError, match=said):
        ranked(performance, weight)


@pytest.mark.parametrize("values", [[0.1, 0.2], [[]], [[0.1, np.nan]]])
def test_no_ranks_of_gaps(values: object) -> None:
    """Ranks of nothing are refused."""
    with pytest.raises(InputError, match="values"):
        rank_shares(values)


def test_ranks_are_counted_by_hand_in_four_draws() -> None:
    """Ahead in two draws, behind in one; in a tie each rank goes to both for a half."""
    values = np.array([[0.9, 0.1], [0.6, 0.5], [0.2, 0.3], [0.4, 0.4 + 1e-12]])
    assert rank_counts(values).tolist() == [[2.5, 1.5], [1.5, 2.5]]
    first, second = beaten(values)
    assert first[1].tolist() == [True, True, False, False]
    assert second[0].tolist() == [False, False, True, False]
    assert not first[0].any()
