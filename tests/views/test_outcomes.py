"""Outcomes in words."""

import math

from selfmgmt.language import speaking
from selfmgmt.simulation.outcomes import OUTCOMES as COMPUTED
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import OUTCOMES, money, quarters


def test_every_computed_outcome_has_words():
    """No outcome reaches the reader by its key."""
    assert set(OUTCOMES) == set(COMPUTED)


def test_money_is_no_more_precise_than_it_is_sure():
    """Two or three figures, and zero without a minus."""
    with speaking("en"):
        found = [money(amount).replace("\N{NO-BREAK SPACE}", " ") for amount in (372_974, -400, 0)]
    assert found == ["€ 370,000", "€ 0", "€ 0"]


def test_a_range_names_its_middle_first():
    """The reader sees the middle, then how far it may be off."""
    with speaking("en"):
        words = OUTCOMES["absence_end"].range(Quantiles(p10=0.05, p50=0.065, p90=0.08))
    assert words == "6.5% (5.0% to 8.0%)"


def test_what_never_happens_is_said_so():
    """A payback beyond the horizon has no number."""
    assert quarters(7.0) == "7"
    assert not any(letter.isdigit() for letter in quarters(math.inf))
