"""Answers become a voice once they are whole, and come back as they were given."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case import Case
from selfmgmt.case.edit.weights import Draft, draft_of, pair_of
from selfmgmt.case.response import Response
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.scoring.elicitation import weights_of

CASE = Case(name="Urk", municipalities="Urk")
KEYS = ("net_saving", "closeness", "absence")


def answered(draft: Draft, **answers: str) -> Draft:
    """The draft after some answers; ``__`` stands for a point."""
    for path, written in answers.items():
        draft = draft.answered(path.split("__"), written)
    return draft


def test_nothing_answered_is_no_voice() -> None:
    """Each method says how many answers are missing."""
    for method, count in (("swing", 1), ("order", 1), ("best_worst", 5), ("pairs", 3)):
        draft = Draft(method=method, counts=KEYS)
        assert draft.response(CASE) is None
        assert draft.to_go() == count


def test_points_as_people_write_them() -> None:
    """A comma is fine; what is left open counts for nothing."""
    response = answered(Draft(counts=KEYS), points__net_saving="12,5").response(CASE)
    assert response is not None
    assert response.points == {"net_saving": 12.5}


def test_an_order_by_moving() -> None:
    """One place up or down, and no further than the ends; it counts once it is confirmed."""
    draft = Draft(method="order", counts=KEYS).moved("absence", -1).moved("net_saving", -1)
    assert draft.response(CASE) is None
    response = replace(draft, given=True).response(CASE)
    assert response is not None
    assert response.order == ("net_saving", "absence", "closeness")


def test_best_and_worst_are_compared_once() -> None:
    """The comparison of the two ends is asked once and stands in both rows."""
    draft = answered(
        Draft(method="best_worst", counts=KEYS),
        best="net_saving",
        worst="closeness",
        from_best__closeness="8",
        from_best__absence="2",
        to_worst__absence="5",
    )
    response = draft.response(CASE)
    assert response is not None
    assert response.others_to_worst == {"net_saving": 8, "absence": 5}
    with speaking("en"), pytest.raises(InputError, match="No comparison can be larger"):
        answered(draft, to_worst__absence="9").response(CASE)
    with speaking("en"), pytest.raises(InputError, match="choose two"):
        answered(draft, worst="net_saving")


def test_a_pair_either_way() -> None:
    """A minus says that the second matters more; the order in which a pair is asked is free."""
    draft = answered(
        Draft(method="pairs", counts=KEYS),
        pairs__net_saving__closeness="-3",
        pairs__net_saving__absence="1",
        pairs__closeness__absence="2",
    )
    response = draft.response(CASE)
    assert response is not None
    assert response.pairs["closeness"] == {"net_saving": 3, "absence": 2}
    assert pair_of(draft, "closeness", "net_saving") == "3"
    assert pair_of(draft, "absence", "net_saving") == "1"


@given(st.permutations(KEYS), st.lists(st.integers(1, 9), min_size=3, max_size=3))
def test_a_voice_comes_back_as_it_was(keys: list[str], times: list[int]) -> None:
    """What is on the page for a voice gives that voice again."""
    one, two, three = keys
    pairs = {one: {two: times[0]}, three: {one: times[1], two: times[2]}}
    for said in (
        {"method": "pairs", "pairs": pairs},
        {"method": "order", "order": keys},
        {"method": "points", "points": dict(zip(keys, times, strict=True))},
    ):
        response = Response.model_validate(said)
        again = draft_of(response, KEYS).response(CASE)
        assert again is not None
        assert again.method == response.method
        assert weights_of(again) == pytest.approx(weights_of(response))


def test_what_counts() -> None:
    """At least two criteria; one that comes back stands where it stood, but last in an order."""
    draft = Draft(counts=KEYS).counting("net_saving", KEYS)
    assert draft.counts == ("closeness", "absence")
    assert draft.counting("net_saving", KEYS).counts == KEYS
    ordered = Draft(method="order", counts=KEYS).counting("net_saving", KEYS)
    assert ordered.counting("net_saving", KEYS).counts == ("closeness", "absence", "net_saving")
    with speaking("en"), pytest.raises(InputError, match="At least two"):
        draft.counting("closeness", KEYS)


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("points.net_saving", "many"),
        ("points.net_saving", "-1"),
        ("points.mood", "1"),
        ("best", "mood"),
        ("from_best.absence", "12"),
        ("pairs.absence.mood", "2"),
        ("pairs.absence.closeness", "--2"),
        ("", "2"),
    ],
)
def test_what_is_no_answer(path: str, written: str) -> None:
    """It is refused in words."""
    with pytest.raises(InputError, match=r"\w"):
        Draft(counts=KEYS).answered(path.split("."), written)
