"""From what people said to weights: those of each person, and the mean of a role."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case import Case
from selfmgmt.case.known import criteria
from selfmgmt.case.response import Response
from selfmgmt.scoring.elicitation import (
    best_and_worst,
    hierarchy,
    mean_weights,
    points_of_roles,
    table_of_pairs,
    weights_of,
    weights_of_responses,
)

keys = st.lists(st.sampled_from(tuple(criteria())), min_size=1, unique=True)
shares = st.dictionaries(st.sampled_from(tuple(criteria())), st.floats(0.1, 1), min_size=1)


def response(method: str, **said: Any) -> Response:
    """What one person said."""
    return Response.model_validate({"method": method, **said})


@given(st.dictionaries(st.sampled_from(tuple(criteria())), st.integers(1, 100), min_size=1))
def test_points_become_weights(points: dict[str, int]) -> None:
    """Weights keep the ratios of the points and add up to 1, for swings and for direct points."""
    total = sum(points.values())
    expected = pytest.approx({key: given / total for key, given in points.items()})
    assert weights_of(response("swing", points=points)) == expected
    assert weights_of(response("points", points=points)) == expected


@given(keys)
def test_an_order_becomes_weights(order: list[str]) -> None:
    """Who stands first weighs most."""
    weights = weights_of(response("order", order=order))
    assert list(weights) == order
    assert sorted(weights.values(), reverse=True) == list(weights.values())


def test_an_order_of_three() -> None:
    """Rank order centroid: 11, 5 and 2 of 18."""
    found = weights_of(response("order", order="net_saving, closeness, absence"))
    assert list(found.values()) == pytest.approx([11 / 18, 5 / 18, 2 / 18])


def test_best_and_worst() -> None:
    """The transport case of Rezaei (2015), said as a person would say it."""
    found = weights_of(
        response(
            "best_worst",
            best="net_saving",
            worst="closeness",
            best_to_others={"closeness": 8, "satisfaction": 2},
            others_to_worst={"net_saving": 8, "satisfaction": 5},
        )
    )
    expected = {"net_saving": 0.58988, "closeness": 1 / 14, "satisfaction": 0.33869}
    assert found == pytest.approx(expected, abs=1e-5)


def test_pairs() -> None:
    """Comparisons that fit give their ratios: 4 to 2 to 1."""
    pairs = {"net_saving": {"closeness": 2, "absence": 4}, "closeness": {"absence": 2}}
    expected = {"net_saving": 4 / 7, "closeness": 2 / 7, "absence": 1 / 7}
    assert weights_of(response("pairs", pairs=pairs)) == pytest.approx(expected)


@given(st.lists(shares, min_size=1, max_size=4))
def test_a_mean_of_weights_is_weights(people: list[dict[str, float]]) -> None:
    """It adds up to 1, and lies within what people said."""
    voices = {str(at): weights_of(response("swing", points=one)) for at, one in enumerate(people)}
    mean = mean_weights(voices)
    assert sum(mean.values()) == pytest.approx(1)
    for key, weight in mean.items():
        said = [one.get(key, 0.0) for one in voices.values()]
        assert min(said) - 1e-12 <= weight <= max(said) + 1e-12


def test_voices_go_before_points() -> None:
    """A role with voices has their mean; a role without has the points that it gave."""
    case = Case.model_validate(
        {
            "name": "Urk",
            "municipalities": "Urk",
            "weights": {"council": {"absence": 100}, "teams": {"closeness": 7}},
            "voices": {
                "council": {
                    "A": {"method": "swing", "points": {"net_saving": 10}},
                    "B": {"method": "order", "order": "net_saving, closeness"},
                }
            },
        }
    )
    found = points_of_roles(case)
    assert found["teams"] == {"closeness": 7}
    assert found["council"] == pytest.approx({"net_saving": 0.875, "closeness": 0.125})
    assert weights_of_responses(case)["council"]["A"] == {"net_saving": 1}


def test_a_pair_that_was_compared_once_stands_twice_in_the_table() -> None:
    """Saving is 4 times absence, so absence a quarter of saving; all are as important as they are.

    4 to 2 to 1 fit together, so the ratios are those of the table and nothing contradicts.
    """
    pairs = {"net_saving": {"closeness": 2, "absence": 4}, "closeness": {"absence": 2}}
    said = response("pairs", pairs=pairs)
    assert said.compared() == ("net_saving", "closeness", "absence")
    assert table_of_pairs(said).tolist() == [[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]]
    found = hierarchy(said)
    assert found.weights == pytest.approx([4 / 7, 2 / 7, 1 / 7])
    assert found.consistency_ratio == pytest.approx(0, abs=1e-9)


def test_the_answers_to_best_and_worst_are_solved_in_the_order_of_the_criteria() -> None:
    """Saving is 4 times closeness and 2 times content staff: 4, 1 and 2 of 7, nothing off."""
    said = response(
        "best_worst",
        best="net_saving",
        worst="closeness",
        best_to_others={"closeness": 4, "satisfaction": 2},
        others_to_worst={"net_saving": 4, "satisfaction": 2},
    )
    expected = {"net_saving": 4 / 7, "closeness": 1 / 7, "satisfaction": 2 / 7}
    found = best_and_worst(said)
    assert dict(zip(said.compared(), found.weights, strict=True)) == pytest.approx(expected)
    assert found.xi == pytest.approx(0, abs=1e-9)
