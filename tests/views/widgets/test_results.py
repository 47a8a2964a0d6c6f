"""Results: one option at a time gives what all of them together give."""

import pytest

from selfmgmt.analysis.compare import Comparison, compare
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.fields import Amount
from selfmgmt.views.document import comparison_document
from selfmgmt.views.widgets.results import DRAWN, PRICED, Results

DRAWS = 400


@pytest.fixture(scope="module")
def whole(case: Case) -> dict[str, object]:
    """What ``compare --json`` gives for the same case, draws and seed."""
    comparison: Comparison = compare(case, draws=DRAWS, seed=1)
    document: dict[str, object] = comparison_document(comparison, dict.fromkeys(case.options, ""))
    return document


def test_alone_or_together_the_figures_are_the_same(case: Case, whole: dict[str, object]) -> None:
    """Common random numbers: doing nothing and each option come out to the last digit."""
    keys = [key for key in case.options if key != "do_nothing"]
    found = Results(study_of(case), draws=DRAWS, seed=1).document(case, keys, draws=DRAWS)
    for name in found.keys() - {"options"}:
        assert found[name] == whole[name]
    for key, option in whole["options"].items():  # type: ignore[attr-defined]
        shown = found["options"][key]
        for name in option.keys() - {"changed", "paths", "price_of_way", "m_80"}:
            assert shown[name] == option[name]
        price = option["price_of_way"]["together"]
        assert shown["price_of_way"] == {"together": {name: price[name] for name in PRICED}}
        for name in DRAWN:
            assert found["options"][key]["paths"][name] == option["paths"][name]


def test_doing_nothing_is_always_there(case: Case) -> None:
    """It is the dashed line in every picture."""
    found = Results(study_of(case), draws=DRAWS, seed=1).document(case, [], draws=DRAWS)
    assert list(found["options"]) == ["do_nothing"]


def test_an_option_says_what_it_changes(case: Case) -> None:
    """In words, and its conditions as figures."""
    found = Results(study_of(case), draws=DRAWS, seed=1).document(
        case, ["stepwise_programme"], draws=DRAWS
    )
    option = found["options"]["stepwise_programme"]
    assert "70%" in option["changed"]
    assert option["conditions"] == {
        "work_redesign": 0.7,
        "interdependence": 0.6,
        "frames": 0.8,
    }


def test_a_hand_that_moves_sees_the_same_to_the_euro(case: Case) -> None:
    """The quick way of sizing finds the sizes and prices of the slow one on the same draws."""
    quick = Results(study_of(case), draws=2 * DRAWS, seed=1)
    slow = Results(study_of(case), draws=DRAWS, seed=1)
    keys = [key for key in case.options if key != "do_nothing"]
    for key in keys:
        one, other = (
            results.document(case, keys, draws=DRAWS)["options"][key] for results in (quick, slow)
        )
        assert one["m"] == other["m"]
        for name in PRICED:
            ends = one["price_of_way"]["together"][name], other["price_of_way"]["together"][name]
            assert ends[0] == pytest.approx(ends[1], rel=1e-4, abs=1e-4)


def test_what_was_computed_whole_stays_while_another_moves(case: Case) -> None:
    """No figure of an option that nobody touches changes when fewer draws are made for another."""
    results = Results(study_of(case), draws=DRAWS, seed=1)
    keys = ["stepwise_programme", "vanguard_first"]
    before = results.document(case, keys, draws=DRAWS)["options"]
    changed = case.options["vanguard_first"].model_copy(update={"frames": 0.9})
    moved = case.model_copy(update={"options": {**case.options, "vanguard_first": changed}})
    while_moving = results.document(moved, keys, draws=100)["options"]
    assert while_moving["stepwise_programme"].items() <= before["stepwise_programme"].items()
    assert while_moving["vanguard_first"]["gap_eur"] != before["vanguard_first"]["gap_eur"]


def test_more_of_the_mix_finds_more_and_leaves_less_service(case: Case) -> None:
    """The curve passes through the option itself: the target at its own size."""
    results = Results(study_of(case), draws=DRAWS, seed=1)
    option = results.document(case, ["vanguard_first"], draws=DRAWS)["options"]["vanguard_first"]
    points = option["frontier"]
    assert [point["m"] for point in points] == sorted(point["m"] for point in points)
    reaches = [point["reach"] for point in points]
    assert reaches == sorted(reaches)
    assert reaches[0] < option["reach"] < reaches[-1]
    assert points[-1]["m"] == pytest.approx(1.5 * option["m"], rel=1e-5)
    assert points[0]["capacity_low"]["p50"] > points[-1]["capacity_low"]["p50"]


def test_without_a_target_there_is_no_curve(case: Case) -> None:
    """Then there is no gap to close."""
    question = case.question.model_copy(update={"saving_target": Amount(value=0)})
    free = case.model_copy(update={"question": question})
    found = Results(study_of(free), draws=DRAWS, seed=1).document(
        free, ["vanguard_first"], draws=DRAWS
    )
    assert found["options"]["vanguard_first"]["frontier"] == []
