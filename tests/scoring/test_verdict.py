"""Whether answers hang together is told in words, with the three that are furthest apart."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.known import criteria
from selfmgmt.case.response import Response
from selfmgmt.language import speaking
from selfmgmt.scoring.verdict import Verdict, verdict_of, worst_triple

NAMES = {key: key.replace("_", " ") for key in criteria()}
ENDS: dict[str, Any] = {"best": "net_saving", "worst": "closeness"}


def told(method: str, **said: Any) -> Verdict:
    """The verdict on what one person said, in English."""
    with speaking("en"):
        return verdict_of(Response.model_validate({"method": method, **said}), NAMES)


def test_points_are_read_back() -> None:
    """Nothing in points can contradict, so the ratio is asked about."""
    verdict = told("swing", points={"net_saving": 100, "absence": 40, "payback": 0})
    assert verdict.consistent is None
    assert "let net saving count 2.5 times as much as absence" in verdict.words
    assert "count the same" in told("points", points={"net_saving": 5, "absence": 5}).words


def test_an_order_cannot_contradict_itself() -> None:
    """It says what the weights are."""
    assert "an order only" in told("order", order="absence").words


def test_a_chain_that_does_not_close() -> None:
    """Twice and twice is four times, and not an eighth: that triple is told in full."""
    verdict = told(
        "pairs",
        pairs={
            "net_saving": {"closeness": 2, "absence": 4},
            "closeness": {"absence": 2, "payback": 4},
            "absence": {"payback": 2},
            "payback": {"net_saving": 8},
        },
    )
    assert verdict.consistent is False
    assert verdict.words == (
        "Your answers contradict each other here: net saving counts 2 times as much as closeness, "
        "and closeness counts 4 times as much as payback. Together that is: net saving counts 8 "
        "times as much as payback. But you said: payback counts 8 times as much as net saving."
    )


def test_best_and_worst_that_contradict() -> None:
    """Through one criterion the best is 64 times the worst, but directly 8."""
    verdict = told(
        "best_worst",
        **ENDS,
        best_to_others={"closeness": 8, "satisfaction": 8, "absence": 4},
        others_to_worst={"net_saving": 8, "satisfaction": 8, "absence": 2},
    )
    assert verdict.consistent is False
    assert "net saving counts 64 times as much as closeness" in verdict.words
    assert verdict.words.endswith("net saving counts 8 times as much as closeness.")


def test_small_differences_are_well_enough() -> None:
    """Within the published limit the words reassure, and still say where it is furthest off."""
    verdict = told(
        "best_worst",
        **ENDS,
        best_to_others={"closeness": 8, "satisfaction": 2},
        others_to_worst={"net_saving": 8, "satisfaction": 5},
    )
    assert verdict.consistent
    assert "fit together well enough" in verdict.words


def test_no_published_limit() -> None:
    """Without a limit the words say so and judge nothing."""
    verdict = told(
        "best_worst",
        **ENDS,
        best_to_others={"closeness": "2,5", "satisfaction": 2},
        others_to_worst={"net_saving": 2.5, "satisfaction": 2},
    )
    assert verdict.consistent is None
    assert "No limit was published" in verdict.words


@given(st.lists(st.integers(1, 9), min_size=3, max_size=3, unique=True), st.permutations(range(3)))
def test_ratios_of_weights_never_contradict(sizes: list[int], order: list[int]) -> None:
    """Answers made from weights fit, in whatever order they are asked."""
    keys = [tuple(criteria())[at] for at in order]
    ranked = sorted(zip(sizes, keys, strict=True), reverse=True)
    pairs = {
        more: {less: large / small for small, less in ranked[at + 1 :]}
        for at, (large, more) in enumerate(ranked[:-1])
    }
    response = Response.model_validate({"method": "pairs", "pairs": pairs})
    assert worst_triple(response) is None
    assert verdict_of(response, NAMES).consistent


@given(st.lists(st.floats(1, 9), min_size=3, max_size=3), st.booleans())
def test_the_triple_is_a_chain(times: list[float], turned: bool) -> None:
    """The first counts at least as much as the second, and the second as the third."""
    one, two, three = ("net_saving", "closeness", "absence")
    last = {three: {one: times[2]}} if turned else {}
    first = {two: times[0]} if turned else {two: times[0], three: times[2]}
    pairs = {one: first, two: {three: times[1]}, **last}
    found = worst_triple(Response.model_validate({"method": "pairs", "pairs": pairs}))
    if found is not None:
        assert found.first >= 1
        assert found.second >= 1
        assert found.first * found.second != pytest.approx(found.direct)
