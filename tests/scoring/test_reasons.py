"""Why one option has a higher value than another."""

import numpy as np
import pytest
from hypothesis import given

from selfmgmt.errors import InputError
from selfmgmt.scoring import rank_options
from selfmgmt.scoring.reasons import reasons_of, why
from tests.scoring.test_ranking import FIRST_TIES_SECOND, futures, ranked, weights


def test_published_tie_is_a_tie() -> None:
    """Contributions of 0.20, -0.18 and -0.02 leave nothing, though rounding leaves -7e-18."""
    reason = why(ranked(FIRST_TIES_SECOND), "a", "b")
    assert reason.tie
    assert reason.contributions == pytest.approx(
        {"saving": 0.2, "service": -0.18, "absence": -0.02}
    )
    assert list(reason.contributions) == ["saving", "service", "absence"]


def test_reasons_go_both_ways() -> None:
    """What speaks for the first and what against add up to the difference."""
    reason = why(ranked(FIRST_TIES_SECOND), "a", "b")
    assert list(reason.speaks_for) == ["saving"]
    assert list(reason.speaks_against) == ["service", "absence"]
    both = sum(reason.speaks_for.values()) + sum(reason.speaks_against.values())
    assert both == pytest.approx(reason.difference)


def test_why_of_the_first_two() -> None:
    """Without names the first is explained against the second."""
    reason = why(ranked(FIRST_TIES_SECOND))
    assert (reason.first, reason.second) == ("d", "a")
    assert reason.difference == pytest.approx(0.41)
    assert not reason.tie


@given(futures, weights)
def test_contributions_are_the_difference(future: np.ndarray, weight: np.ndarray) -> None:
    """The parts add up to the whole, between any two options."""
    ranking = ranked(future, weight)
    for second in ranking.order[1:]:
        reason = why(ranking, ranking.order[0], second)
        bands = ranking.bands
        assert sum(reason.contributions.values()) == pytest.approx(reason.difference, abs=1e-12)
        assert reason.difference == pytest.approx(
            bands[reason.first].mean - bands[second].mean, abs=1e-12
        )


def test_why_needs_two_options_that_are_there() -> None:
    """An unknown option is named, and a single option has nothing to be held against."""
    with pytest.raises(InputError, match=r"'x'.*a, b, c, d"):
        why(ranked(FIRST_TIES_SECOND), "a", "x")
    alone = rank_options([[[0.5]]], [1], options=["a"], criteria=["saving"])
    with pytest.raises(InputError, match="a"):
        why(alone)


def test_parts_are_told_largest_first_whichever_way_they_point() -> None:
    """Calm adds .4, cost takes .45, grip adds .02 and rounding nothing: .03 behind."""
    found = reasons_of({"grip": 0.02, "calm": 0.4, "cost": -0.45, "rounding": 1e-12}, "one", "two")
    assert (found.first, found.second) == ("one", "two")
    assert found.difference == pytest.approx(-0.03)
    assert list(found.contributions) == ["cost", "calm", "grip", "rounding"]
    assert found.speaks_for == {"calm": 0.4, "grip": 0.02}
    assert found.speaks_against == {"cost": -0.45}


@pytest.mark.parametrize(
    ("part", "tie"), [(0.0099, True), (0.01, False), (-0.0099, True), (-0.01, False)]
)
def test_neither_is_preferred_under_a_point_of_100(part: float, tie: bool) -> None:
    """A whole point is a difference, on either side."""
    assert reasons_of({"calm": part}, "one", "two").tie is tie
