"""What one must believe, in words."""

import pytest

from selfmgmt.analysis.asked import requirements_of
from selfmgmt.analysis.beliefs import beliefs_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.language import speaking
from selfmgmt.views.words.required_beliefs import (
    belief_reasons,
    believe_sentences,
    believe_table,
    lag_sentences,
    lag_table,
    needed_words,
    requirement_sentences,
)
from tests.analysis.conftest import made_up

WORLD = {
    "cut_across_the_board": {"capacity_low": 97, "steerability_end": 100},
    "stepwise_programme": {"capacity_low": 94, "steerability_end": 104},
}
WEIGHTS = {"council": {"capacity_low": 40, "steerability": 40, "closeness": 20}}
LABELS = {"cut_across_the_board": "Cut", "stepwise_programme": "Steps"}


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


@pytest.fixture(scope="module")
def weighed():
    """A comparison with figures that are made up, and its weighing."""
    comparison = made_up(WORLD, weights=WEIGHTS)
    return comparison, weigh(comparison)


def test_the_row_of_the_council_worked_by_hand(weighed):
    """5 points behind; 45, 20 and 12 needed at 10, 20 and 30%, and 20 at its own 20%."""
    beliefs = beliefs_of(*weighed)
    first, council = believe_table(beliefs, LABELS).rows
    assert first[:2] == ("Example: balanced", "Steps")
    assert council == ("Council", "Steps", "45", "20", "12", "20")
    table = lag_table(beliefs, LABELS)
    assert (table.heads[-1], table.rows[0][0], table.rows[0][-1]) == ("Council", "Steps", "5.0")


def test_columns_that_are_equal_are_named_with_the_reason(unweighed, labels):
    """Two examples give 20 or 15 points to every group but money, which does not count here."""
    weighing = weigh(unweighed)
    table = lag_table(beliefs_of(unweighed, weighing), labels)
    columns = dict(zip(table.heads, zip(*table.rows, strict=True), strict=True))
    same = [head for head, one in columns.items() if one == columns["Example: money first"]]
    assert same == ["Example: balanced", "Example: money first"]
    (said,) = lag_sentences(weighing)
    assert said.startswith(f"These columns are equal: {', '.join(same)}. All options save")


def test_money_that_counts_makes_no_columns_equal(weighed):
    """As options are described, those who stress money have a column of their own."""
    assert lag_sentences(weighed[1]) == []


def test_what_people_judge_and_against_what_is_told(weighed):
    """The criteria that wait, and what a way is held against."""
    text = " ".join(believe_sentences(beliefs_of(*weighed), weighed[1]))
    assert "close to residents" in text
    assert "than today's" in text


def test_reasons_stand_on_both_sides(weighed):
    """What speaks for it and what against, in points of 100."""
    (text,) = belief_reasons(beliefs_of(*weighed)["council"]["stepwise_programme"], LABELS)
    assert text == (
        "Steps beside today's way of working. For it: steerability (+5.0). Against it: lowest "
        "capacity on the way (−10.0)."
    )


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (-0.1, "needs no belief"),
        (0, "0"),
        (100, "100"),
        (100.1, "no judgement can make up for it at these weights"),
    ],
)
def test_what_is_needed_has_two_ends(points, words):
    """Under 0 nothing, over 100 nothing is enough."""
    assert needed_words(points) == words


def test_without_ways_there_is_nothing_to_believe(weighed):
    """And nothing is told."""
    assert believe_sentences({}, weighed[1]) == []


def test_the_weight_of_tasks_is_asked_and_turns_the_order():
    """It has no weight; from 44% on the option that keeps all tasks is better."""
    world = {
        "fewer_tasks": {"capacity_low": 100, "tasks_dropped": 0.15},
        "hiring_first": {"capacity_low": 94, "tasks_dropped": 0},
    }
    weighing = weigh(made_up(world, weights={"council": {"capacity_low": 1}}))
    council = {"council": requirements_of(weighing)["council"]}
    labels = {"fewer_tasks": "Fewer", "hiring_first": "Hiring"}
    lead, turn = requirement_sentences(council, labels, ranked=["council"])
    assert "only you can say" in lead
    assert "With 30% or 50% of all weight something else comes first for 1 of 1" in turn
    assert "from 44% on Hiring is better" in turn
    assert requirement_sentences(council, labels, ranked=[]) == [lead]
