"""Scores of people, and means of people drawn again."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.people import interval, people_scores, resampled_means

scores = arrays(float, (9, 2), elements=st.floats(1, 5))


def drawn(values: np.ndarray, seed: int = 1, draws: int = 4000) -> np.ndarray:
    """Means of these people drawn again."""
    return resampled_means(values, np.random.default_rng(seed), draws)


def test_a_score_is_the_mean_of_what_was_answered() -> None:
    """Reversed items are turned round, open ones do not count, other items neither."""
    answers = Answers(items=("T1", "T3", "X1"), values=[[4, 1, 1], [np.nan, 5, 5], [np.nan] * 3])
    found = people_scores(answers, {"trust": ("T1", "T3"), "change": ("X1",)})
    np.testing.assert_array_equal(found["trust"], [4.5, 1, np.nan])
    np.testing.assert_array_equal(found["change"], [1, 5, np.nan])
    assert people_scores(answers, {"trust": ()})["trust"].tolist() == pytest.approx(
        [np.nan] * 3, nan_ok=True
    )


def test_spread_of_the_means_is_the_standard_error() -> None:
    """It is s / sqrt(n) with the usual n - 1, also for six people."""
    values = np.array([[1.0], [2], [2], [3], [4], [5]])
    expected = values.std(ddof=1) / np.sqrt(6)
    assert drawn(values, draws=40_000).std() == pytest.approx(expected, rel=0.02)


def test_fewer_people_are_less_certain() -> None:
    """A tenth of the people with the same answers: about three times the range."""
    few = np.tile([1.0, 2, 3, 4, 5], 2)[:, None]
    low, high = interval(drawn(few))
    lower, higher = interval(drawn(np.tile(few, (10, 1))))
    assert (high - low) / (higher - lower) == pytest.approx(np.sqrt(10), rel=0.1)


def test_a_whole_person_is_drawn() -> None:
    """Two equal columns stay equal in every draw."""
    values = np.repeat(np.array([[1.0], [3], [4], [5]]), 2, axis=1)
    found = drawn(values)
    np.testing.assert_allclose(found[:, 0], found[:, 1])


def test_open_scores_do_not_count() -> None:
    """The mean of who has a score; a draw without any has no figure and does not count."""
    values = np.array([[np.nan], [np.nan], [np.nan], [2], [4]])
    found = drawn(values)
    assert np.isnan(found).any()
    assert np.nanmean(found) == pytest.approx(3, abs=0.05)
    assert interval(found[:, 0]) == (pytest.approx(3 - np.sqrt(2)), pytest.approx(3 + np.sqrt(2)))


def test_the_same_seed_gives_the_same_draws_in_any_room(monkeypatch) -> None:
    """How much fits in memory changes nothing."""
    values = np.arange(1.0, 6)[:, None]
    whole = drawn(values, draws=100)
    monkeypatch.setattr("selfmgmt.readiness.people._BLOCK", 7)
    np.testing.assert_allclose(drawn(values, draws=100), whole, rtol=1e-12)


@given(scores)
def test_draws_lie_round_the_mean(values) -> None:
    """The mean of the draws is the mean of the people, within what chance allows."""
    found = drawn(values, draws=2000)
    error = values.std(axis=0, ddof=1) / 3
    assert (np.abs(found.mean(axis=0) - values.mean(axis=0)) <= 0.15 * error + 1e-9).all()
