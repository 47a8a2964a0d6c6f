import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import smallest_flip, weight_stability, weighted_sum

performances = arrays(float, (4, 3), elements=st.integers(0, 20).map(lambda k: k / 20))
weights = arrays(float, 3, elements=st.integers(1, 20).map(float))
HAND = [[0.8, 0.2, 0.5], [0.4, 0.9, 0.5]]


def with_weight(shares: np.ndarray, place: int, weight: float) -> np.ndarray:
    """One weight set, the others in their old ratios."""
    rest = np.where(np.arange(len(shares)) == place, 0, shares)
    moved = rest / rest.sum() * (1 - weight)
    moved[place] = weight
    return moved


def test_worked_by_hand() -> None:
    """At weights .6 .2 .2 the lead is .24 - .14; the lines cross at these weights."""
    low_high = weight_stability(HAND, [0.6, 0.2, 0.2])
    assert low_high == pytest.approx(np.array([[0.35 / 0.75, 1], [0, 0.3], [0, 1]]))


def test_flip_worked_by_hand() -> None:
    """A lead of .1 is gone when .1 / (.4 + .7) moves from the first criterion to the second."""
    flip = smallest_flip(HAND, [0.6, 0.2, 0.2])
    assert (flip.winner, flip.challenger, flip.target) == (0, 1, 1)
    assert flip.moved == pytest.approx(0.1 / 1.1)
    assert flip.sources == {0: flip.moved}
    assert flip.weights == pytest.approx([0.6 - 0.1 / 1.1, 0.2 + 0.1 / 1.1, 0.2])


@given(performances, weights, st.integers(0, 2), st.floats(0, 1))
def test_the_winner_stays_inside_and_only_there(
    table: np.ndarray, weight: np.ndarray, place: int, tried: float
) -> None:
    """Inside the interval the winner is first, beyond it another is ahead."""
    shares = weight / weight.sum()
    values = weighted_sum(table, shares)
    first = np.flatnonzero(values >= values.max() - 1e-9)
    low, high = weight_stability(table, shares)[place]
    assert low - 1e-9 <= shares[place] <= high + 1e-9
    assume(abs(tried - low) > 1e-6)
    assume(abs(tried - high) > 1e-6)
    there = weighted_sum(table, with_weight(shares, place, tried))
    stays = (there[first] >= there.max() - 1e-9).all()
    assert stays == (low < tried < high)


@given(performances, weights)
def test_a_flip_ends_in_a_draw(table: np.ndarray, weight: np.ndarray) -> None:
    """After the change the two are level, and the weights are still weights."""
    flip = smallest_flip(table, weight)
    assume(flip is not None)
    values = table @ flip.weights
    assert values[flip.winner] == pytest.approx(values[flip.challenger], abs=1e-9)
    assert flip.weights.sum() == pytest.approx(1)
    assert (flip.weights >= -1e-12).all()
    assert np.abs(flip.weights - weight / weight.sum()).sum() / 2 == pytest.approx(flip.moved)


@given(performances, weights, st.integers(0, 2**32 - 1))
def test_no_smaller_change_flips(table: np.ndarray, weight: np.ndarray, seed: int) -> None:
    """Whatever moves less weight leaves the winner in front."""
    flip = smallest_flip(table, weight)
    assume(flip is not None)
    shares = weight / weight.sum()
    others = np.random.default_rng(seed).dirichlet(np.ones(3), 300)
    steps = np.abs(others - shares).sum(axis=1) / 2
    shorter = np.minimum(1, 0.999 * flip.moved / steps)[:, None]
    values = weighted_sum(table, shares + shorter * (others - shares))
    assert (values.argmax(axis=1) == flip.winner).all()


@given(performances, weights, st.permutations(range(4)), st.permutations(range(3)))
def test_order_does_not_matter(
    table: np.ndarray, weight: np.ndarray, rows: list[int], columns: list[int]
) -> None:
    """Options and criteria may come in any order."""
    moved = weight_stability(table[np.ix_(rows, columns)], weight[columns])
    np.testing.assert_allclose(moved, weight_stability(table, weight)[columns], atol=1e-9)
    flips = smallest_flip(table, weight), smallest_flip(table[rows], weight)
    assert len({None if flip is None else round(flip.moved, 9) for flip in flips}) == 1


def test_nothing_flips_what_is_better_on_everything() -> None:
    """An option that dominates stays first under all weights."""
    assert smallest_flip([[0.9, 0.5], [0.4, 0.5]], [1, 1]) is None
    assert weight_stability([[0.9, 0.5], [0.4, 0.5]], [1, 1]).tolist() == [[0, 1], [0, 1]]


def test_a_tie_leaves_nothing_to_flip() -> None:
    """Two that are first already: no change, and no room to stay so."""
    assert smallest_flip([[1, 0], [0, 1]], [1, 1]) is None
    assert weight_stability([[1, 0], [0, 1]], [1, 1]).tolist() == [[0.5, 0.5], [0.5, 0.5]]


def test_all_weight_on_one_criterion() -> None:
    """What is left is shared equally when the others had none; one criterion has no others."""
    found = weight_stability([[1, 0, 0], [0, 1, 1]], [1, 0, 0])
    assert found == pytest.approx(np.array([[0.5, 1], [0, 0.5], [0, 0.5]]))
    assert weight_stability([[1], [0]], [5]).tolist() == [[0, 1]]


@pytest.mark.parametrize("function", [weight_stability, smallest_flip])
@pytest.mark.parametrize(
    ("table", "weight", "said"),
    [
        ([[0.5, 1.1]], [1, 1], "0 to 1"),
        ([[[0.5, 0.5]]], [1, 1], r"performance.*\(1, 1, 2\)"),
        ([[0.5, 0.5]], [1, 1, 1], r"\(1, 2\).*\(3,\)"),
        ([[0.5, 0.5]], [[1, 1]], r"weights.*\(1, 2\)"),
        ([[0.5, 0.5]], [0, 0], "weights.*0"),
    ],
)
def test_refusals(function: object, table: object, weight: object, said: str) -> None:
    """What has no winner is refused, with what was given."""
    with speaking("en"), pytest.raises(InputError, match=said):
        function(table, weight)
