"""How coarse figures leave."""

from dataclasses import dataclass

import numpy as np
import pytest

from selfmgmt.fields import Estimate
from selfmgmt.language import speaking
from selfmgmt.readiness.rounding import answer_counts, decimals, group_count, how_many, rounded


@pytest.mark.parametrize("people", [7, 12, 99, 100, 250, 5_000])
def test_one_persons_score_is_never_told_within_a_point(people: int) -> None:
    """The sums before and after one more answer leave more than a point of the scale open."""
    steps = [10.0 ** -decimals(count) for count in (people, people + 1)]
    assert people * steps[0] + (people + 1) * steps[1] > 1


@pytest.mark.parametrize("people", [30, 99, 100, 500])
def test_rounding_is_smaller_than_the_error_of_the_mean(people: int) -> None:
    """With the usual spread of 0.8 the half step is well inside the standard error."""
    assert 10.0 ** -decimals(people) / 2 < 0.8 / np.sqrt(people)


def test_numbers_in_groups_are_at_least() -> None:
    """Rounded down, never under the floor, and exact from fifty on."""
    assert [group_count(count) for count in (5, 7, 9, 10, 14, 48, 50, 51)] == [
        *(5, 7, 7, 10, 10, 45, 50, 51)
    ]


def test_answers_are_counted_in_fives() -> None:
    """To the nearest; a half goes up."""
    assert answer_counts([0, 2, 3, 7, 8]) == (0, 0, 5, 5, 10)


def test_a_few_people_are_not_kept() -> None:
    """What is told of fewer than seven is that, and the number itself is gone."""
    with speaking("en"):
        assert [str(how_many(count)) for count in (1, 6, 7)] == ["fewer than 7"] * 2 + ["7"]
    assert how_many(1) == how_many(6)


def test_every_number_of_a_record_is_rounded() -> None:
    """In mappings, tuples and records within, but counts and texts stay; no minus before zero."""

    @dataclass(frozen=True)
    class Found:
        name: str
        count: int
        score: Estimate
        parts: dict[str, tuple[float, ...]]

    score = Estimate(low=1.234, central=2.345, high=3.456)
    found = rounded(Found("a", 1234, score, {"b": (0.126, -0.001)}))
    assert found == Found(
        "a", 1234, Estimate(low=1.23, central=2.35, high=3.46), {"b": (0.13, 0.0)}
    )
    assert str(found.parts["b"][1]) == "0.0"
