import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.analysis import regret
from selfmgmt.analysis.regret import satisficing_shares, worst_case
from selfmgmt.errors import InputError
from selfmgmt.language import speaking

PAYOFF = [[10, 4, -2, 6], [7, 6, 3, 5], [2, 3, 4, 4]]
payoffs = arrays(float, (4, 5), elements=st.integers(-100, 100).map(float))


def test_worked_by_hand() -> None:
    """Regret maxima 6, 3 and 8; the worst cases -2, 3 and 2; at least 4 in .75, .75 and .5."""
    assert regret(PAYOFF).max(axis=1).tolist() == [6, 3, 8]
    assert regret(PAYOFF)[0].tolist() == [0, 2, 6, 0]
    assert worst_case(PAYOFF).tolist() == [-2, 3, 2]
    assert satisficing_shares(PAYOFF, 4).tolist() == [0.75, 0.75, 0.5]


@given(payoffs, arrays(float, 5, elements=st.integers(-100, 100).map(float)))
def test_luck_for_all_is_no_regret(payoff: np.ndarray, luck: np.ndarray) -> None:
    """What every option gains in a future changes no regret; the best of each future has none."""
    assert regret(payoff + luck) == pytest.approx(regret(payoff))
    assert (regret(payoff).min(axis=0) == 0).all()


@given(payoffs, st.permutations(range(4)), st.permutations(range(5)))
def test_order_does_not_matter(payoff: np.ndarray, rows: list[int], columns: list[int]) -> None:
    """Options and futures may come in any order."""
    moved = payoff[np.ix_(rows, columns)]
    assert (regret(moved) == regret(payoff)[np.ix_(rows, columns)]).all()
    assert (worst_case(moved) == worst_case(payoff)[rows]).all()


@given(payoffs, st.integers(-100, 100), st.integers(0, 50))
def test_asking_more_is_met_less(payoff: np.ndarray, least: int, more: int) -> None:
    """A higher demand is met no more often, and the worst case is always met."""
    assert (satisficing_shares(payoff, least + more) <= satisficing_shares(payoff, least)).all()
    assert satisficing_shares(payoff, payoff.min()).tolist() == [1] * 4


@pytest.mark.parametrize("payoff", [[1, 2], [[1, np.nan]], [[1, np.inf]], [[]], [["x"]]])
@pytest.mark.parametrize(
    "function", [regret, worst_case, lambda table: satisficing_shares(table, 1)]
)
def test_refusals(payoff: object, function: object) -> None:
    """A table with another shape or with gaps is refused."""
    with speaking("en"), pytest.raises(InputError, match="payoff"):
        function(payoff)


def test_enough_must_be_known() -> None:
    """Nobody knows how often no figure is met."""
    with speaking("en"), pytest.raises(InputError, match="least is missing"):
        satisficing_shares(PAYOFF, np.nan)
