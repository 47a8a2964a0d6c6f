"""The cut, in one sentence."""

from datetime import date

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.words.question import amount_sentence

DATES = calendar_of(date(2026, 11, 30))


def question_of(**question):
    """The sentence about a cut of Nijkerk."""
    case = {"name": "Nijkerk", "municipalities": "Nijkerk", "question": question}
    with speaking("en"):
        return amount_sentence(compare(Case.model_validate(case), draws=100, seed=1), DATES)


def test_a_cut_in_per_cent_says_of_what():
    """And what that comes to in euros, for each inhabitant, and from which day."""
    text = question_of(saving_target="5%")
    assert "a year (5% of staff cost: payroll and hired-in staff) from" in text
    assert "from 1 April 2029 on?" in text
    assert "for each inhabitant" in text


def test_a_cut_in_euros_is_just_that():
    """No percentage, and no range; a million for some 46,000 people is some 21 euros."""
    text = question_of(saving_target=1e6, due_quarter=4)
    assert text.startswith("How can Nijkerk save €\N{NO-BREAK SPACE}1.00")
    assert "staff cost" not in text
    assert "€\N{NO-BREAK SPACE}2" in text
    assert "from 1 April 2028 on?" in text


@pytest.mark.parametrize(("example", "words"), [(True, "is an example"), (False, "'s own")])
def test_whose_amount_it_is_is_said(example, words):
    """Nobody may take the example for a task."""
    assert words in question_of(saving_target="5%", example=example)
