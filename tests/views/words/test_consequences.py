"""The consequence table in words."""

import pytest

from selfmgmt.analysis.consequences import consequences_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.language import speaking
from selfmgmt.scoring import load_criteria
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.criteria import band_words
from selfmgmt.views.words.consequences import (
    consequence_table,
    not_known_sentences,
    question_words,
)
from tests.analysis.conftest import made_up

WORLD = {
    "cut_across_the_board": {"net_saving_due_eur": 50, "satisfaction_mean": 0.68},
    "stepwise_programme": {"one_off_peak_eur": 120, "steerability_end": 104},
}


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_every_cell_is_in_its_own_unit():
    """A share of the gap, percentage points, times the target and points of grip."""
    comparison = made_up(WORLD)
    weighing = weigh(comparison)
    found = consequences_of(comparison, weighing)
    table = consequence_table(found, weighing, dict(zip(WORLD, ("Cut", "Steps"), strict=True)))
    assert table.heads == ("Criterion", "Cut", "Steps")
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Net saving"] == ("50%", "0%")
    assert rows["Satisfaction of staff"][0] == "−2.0 percentage points"
    assert rows["Cost of the change"] == ("0.0 times", "1.2 times")
    assert rows["Steerability"] == ("0.0", "+4.0")
    assert "Close to residents and businesses" not in rows
    (text,) = not_known_sentences(found, weighing)
    assert "close to residents" in text


def test_a_range_has_its_unit_once():
    """Behind the middle, not behind each end."""
    satisfaction = load_criteria()["satisfaction"]
    assert band_words(satisfaction, Quantiles(p10=-0.03, p50=-0.01, p90=0.02)) == (
        "−1.0 percentage points (−3.0 to +2.0)"
    )


def test_each_question_has_its_own_words():
    """Ways and mixes are never told as one choice."""
    comparison = made_up({**WORLD, "hiring_first": {"capacity_low": 97}})
    ways, mixes = (question_words(weigh(comparison, one)) for one in ("ways", "mixes"))
    assert "worth its price" in ways
    assert "gap be closed" in mixes
