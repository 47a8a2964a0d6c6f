"""Which figures are worth knowing, for whom."""

from dataclasses import replace

import pytest

from selfmgmt.analysis.choice import OpenChoice, open_choices
from selfmgmt.analysis.turning import FigureTurn
from selfmgmt.language import speaking
from selfmgmt.views.words.value_of_information import (
    information_sentences,
    information_table,
    turn_table,
)

LABELS = {"a": "Option A", "b": "Option B"}


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


@pytest.fixture
def choices():
    """One role that is clear and two that are not; readiness is worth most to the teams."""
    turn = FigureTurn(figure="readiness", value=0.58, below="a", above="b")
    return {
        "council": OpenChoice(all_known=0.001, worth={}, turns=()),
        "teams": OpenChoice(
            all_known=0.04, worth={"readiness": 0.02, "fte": 0.0001}, turns=(turn,)
        ),
        "works_council": OpenChoice(all_known=0.02, worth={"readiness": 0.01}, turns=()),
    }


def test_clear_choices_are_told_apart(choices, comparison):
    """For them no figure is worth waiting for; for the others there is a most."""
    text = information_sentences(choices, comparison)
    assert "hardly depends" in text[0]
    assert "council" in text[0]
    assert text[1].startswith("Teams: knowing everything would make the choice about 4 of 100")


def test_own_figures_that_can_change_a_choice_come_first(choices, comparison):
    """The list of the comparison, in its order; those that hardly ever do are not named."""
    moves = {"manager_share": 0.04, "turnover": 0.02, "absence": 0.001}
    known = replace(comparison, fill_in_first=moves)
    (text,) = [text for text in information_sentences(choices, known) if "Begin with" in text]
    assert text.index("managers") < text.index("leaving")
    assert "absence" not in text


def test_nothing_to_fill_in_is_told(comparison):
    """When no figure of one's own changes a choice."""
    found = {"teams": OpenChoice(all_known=0.04, worth={"hire_premium": 0.02}, turns=())}
    text = " ".join(information_sentences(found, replace(comparison, fill_in_first={})))
    assert "None of the figures that you can still fill in" in text
    assert "no figure on which a choice turns" in text
    assert information_sentences({}, comparison) == []


def test_a_figure_stands_with_the_role_that_gains_most(choices):
    """Once, with what it is worth in points of a hundred."""
    assert information_table(choices).rows == (("Readiness", "Teams", "2"),)


def test_a_turn_tells_what_is_best_on_either_side(choices):
    """With the value in the unit of the figure."""
    assert turn_table(choices, LABELS).rows == (
        ("Teams", "Readiness", "58%", "Option A", "Option B"),
    )


def test_real_choices_have_words(comparison, weighing, labels):
    """Every figure that comes up has a name and a way to be written."""
    found = open_choices(comparison, weighing, draws=200)
    assert information_sentences(found, comparison)
    turns = sum(min(len(choice.turns), 3) for choice in found.values())
    assert len(turn_table(found, labels).rows) == turns
