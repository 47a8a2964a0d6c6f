import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring import best_worst_method
from selfmgmt.scoring.best_worst import largest_xi

TRANSPORT = ([8, 2, 1], [1, 5, 8])


@st.composite
def answers(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Comparisons of three to six criteria, the best first and the worst last."""
    most = draw(st.integers(2, 9))
    pair = st.tuples(*[st.integers(1, most)] * 2).filter(lambda given: given != (most, 1))
    middle = draw(st.lists(pair, min_size=1, max_size=4))
    first, last = (list(row) for row in zip(*middle, strict=True))
    return [1, *first, most], [most, *last, 1]


def worst_miss(weights: np.ndarray, first: list[float], last: list[float]) -> float:
    """How far ratios of weights are from the comparisons, at most; best first, worst last."""
    to_others, to_worst = weights[0] / weights - first, weights / weights[-1] - last
    return np.abs([*to_others, *to_worst]).max()


def test_transport_nonlinear() -> None:
    """Rezaei (2015): choosing a mode of transport, by its closed form."""
    found = best_worst_method(*TRANSPORT)
    assert found.xi == pytest.approx(4 - np.sqrt(14), abs=1e-12)
    assert found.weights == pytest.approx([1 / 14, 0.33869, 0.58988], abs=1e-5)
    assert found.consistency_ratio == pytest.approx(0.058, abs=5e-4)
    assert found.intervals == pytest.approx(np.stack([found.weights] * 2, axis=1), abs=1e-9)


def test_transport_linear() -> None:
    """Rezaei (2016): the same comparisons in the linear form."""
    found = best_worst_method(*TRANSPORT, form="linear")
    assert found.weights.round(6).tolist() == [0.071429, 0.321429, 0.607143]
    assert found.xi == pytest.approx(0.035714, abs=1e-6)
    assert found.intervals == pytest.approx(np.stack([found.weights] * 2, axis=1), abs=1e-6)


def test_consistency_index() -> None:
    """The table of Rezaei (2015) is the closed form, rounded."""
    published = [0.00, 0.44, 1.00, 1.63, 2.30, 3.00, 3.73, 4.47, 5.23]
    assert [round(largest_xi(most), 2) for most in range(1, 10)] == published


@given(st.lists(st.sampled_from([1, 2, 3, 4, 6]), min_size=1, max_size=5), st.booleans())
def test_consistent_comparisons_give_their_ratios(ratios: list[int], linear: bool) -> None:
    """When best over each times each over worst is best over worst, weights follow exactly."""
    first = np.array([1, *ratios, 12 / 2], dtype=float)
    last = first[-1] / first
    found = best_worst_method(first, last, form="linear" if linear else "nonlinear")
    assert found.weights == pytest.approx((1 / first) / (1 / first).sum(), abs=1e-6)
    assert (found.xi, found.consistency_ratio, found.input_ratio) == (0, 0, 0)
    assert found.acceptable
    assert found.revisit is None


@given(answers())
def test_weights_are_among_the_best(rows: tuple[list[int], list[int]]) -> None:
    """The weights are as far off as ``xi`` says, lie in their intervals, and add up to 1."""
    found = best_worst_method(*rows)
    assert found.weights.sum() == pytest.approx(1)
    assert worst_miss(found.weights, *rows) == pytest.approx(found.xi, abs=1e-9)
    assert (found.intervals[:, 0] <= found.weights + 1e-9).all()
    assert (found.weights <= found.intervals[:, 1] + 1e-9).all()
    assert 0 <= found.xi <= rows[0][-1]


@given(answers(), st.integers(0, 2**32 - 1))
def test_no_other_weights_are_closer(rows: tuple[list[int], list[int]], seed: int) -> None:
    """Weights nearby miss the comparisons by as much or more."""
    found = best_worst_method(*rows)
    nudge = np.exp(np.random.default_rng(seed).normal(0, 0.05, (200, len(rows[0]))))
    others = found.weights * nudge
    assert min(worst_miss(other, *rows) for other in others) >= found.xi - 1e-9


def extreme(place: int, sign: int, rows: tuple[list[int], list[int]], xi: float) -> float:
    """The lowest (1) or highest (-1) weight at ``xi``, which makes the problem a linear one."""
    first, last = np.array(rows, dtype=float)
    size = len(first)
    best, worst = np.eye(size)[0], np.eye(size)[-1]
    sides = [
        side
        for j, unit in enumerate(np.eye(size))
        for side in (
            best - (first[j] + xi) * unit,
            (first[j] - xi) * unit - best,
            unit - (last[j] + xi) * worst,
            (last[j] - xi) * worst - unit,
        )
    ]
    cost = sign * np.eye(size)[place]
    found = linprog(cost, A_ub=sides, b_ub=np.zeros(len(sides)), A_eq=[np.ones(size)], b_eq=[1])
    return sign * found.fun


def test_intervals_are_those_of_linear_programmes() -> None:
    """The lowest and highest weight in any best set, against an independent way to find them."""
    rows = ([1, 2, 3, 4, 8], [8, 4, 4, 2, 1])
    found = best_worst_method(*rows)
    expected = [[extreme(j, sign, rows, found.xi + 1e-9) for sign in (1, -1)] for j in range(5)]
    assert found.intervals == pytest.approx(np.array(expected), abs=1e-6)
    assert (np.diff(found.intervals) > 0.004).all()


def test_the_worst_contradiction_is_named() -> None:
    """The published limit judges, and the criterion to look at again is the one that is off."""
    good, bad = (best_worst_method([1, 2, 4, 8], [8, 4, row, 1]) for row in (2, 8))
    assert good.acceptable
    assert (bad.acceptable, bad.revisit) == (False, 2)
    assert bad.input_ratio == pytest.approx((4 * 8 - 8) / (64 - 8))


def test_no_limit_for_more_than_nine() -> None:
    """Where nothing was published nothing is judged."""
    found = best_worst_method([1, *[3] * 9, 9], [9, *[2] * 9, 1])
    assert found.acceptable is None
    assert best_worst_method([1, 1.5, 2.5], [2.5, 1.5, 1]).acceptable is None


def test_two_alike() -> None:
    """Criteria that all count the same get the same weight."""
    assert best_worst_method([1, 1, 1], [1, 1, 1]).weights == pytest.approx([1 / 3] * 3)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ([1, 2, 8], [8, 2], r"\(3,\).*\(2,\)"),
        ([1], [1], r"\(1,\)"),
        ([[1, 2]], [[2, 1]], r"\(1, 2\)"),
        ([1, 2, 10], [10, 2, 1], "best_to_others.*10"),
        ([1, 0.5, 8], [8, 2, 1], "best_to_others.*0.5"),
        ([2, 2, 8], [8, 2, 1], "best_to_others.*1 for at least one"),
        ([1, 2, 8], [8, 2, 2], "others_to_worst.*1 for at least one"),
        ([1, np.nan, 8], [8, 2, 1], "best_to_others.*nan"),
        ([1, 2, 8], [7, 2, 1], "is 8 .* 7 "),
        ([1, 9, 8], [8, 2, 1], "largest"),
        ([1, "much", 8], [8, 2, 1], "best_to_others"),
    ],
)
def test_refusals(first: object, last: object, said: str) -> None:
    """Comparisons that name no best and worst, or contradict each other on those, are refused."""
    with speaking("en"), pytest.raises(InputError, match=said):
        best_worst_method(first, last)


def test_unknown_form() -> None:
    """A form that does not exist is refused."""
    with speaking("en"), pytest.raises(InputError, match=r"form.*'cubic'.*linear"):
        best_worst_method([1, 2], [2, 1], form="cubic")


def test_criteria_that_are_all_alike_are_fully_consistent() -> None:
    """Nothing can contradict there: the ratio is 0 of 0, and told as none."""
    found = best_worst_method([1, 1, 1], [1, 1, 1])
    assert (found.xi, found.consistency_ratio) == (0, 0)
    assert found.weights == pytest.approx([1 / 3] * 3)
