"""Shares of a range, each with how sure it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.analysis.shares import GroupShare, group_shares, groups_by_grade
from selfmgmt.language import speaking
from selfmgmt.uncertainty import Interval
from selfmgmt.views.words.shares import (
    GROUPS,
    interval_words,
    shares_sentences,
    shares_table,
    shares_title,
)


@pytest.fixture(scope="module")
def shares(comparison):
    """What the saving of one option rests on."""
    study = comparison.study
    return group_shares(
        study,
        comparison.plans["stepwise_programme"],
        outcome="net_saving_eur",
        groups=groups_by_grade(study),
        draws=256,
        seed=1,
    )


def test_every_grade_has_words(comparison):
    """Whatever the figures of a case rest on."""
    assert set(groups_by_grade(comparison.study)) <= set(GROUPS)


def test_the_largest_share_is_told_with_its_range(shares):
    """And how to read it."""
    with speaking("en"):
        text = shares_sentences(shares)
        assert interval_words(shares[0].shapley) in text[0]
    assert "add up to 100%" in text[-1]


def test_a_range_on_nothing_is_told():
    """Where nothing varies."""
    with speaking("en"):
        assert shares_sentences([]) == ["Nothing makes this outcome uncertain."]


@given(
    st.floats(-0.05, 1),
    st.floats(0, 0.05),
    st.floats(0, 0.05),
)
def test_no_estimate_stands_bare_and_none_is_negative(middle, below, above):
    """An estimate below zero is chance; every other one has its range beside it."""
    found = Interval(central=middle, low=middle - below, high=middle + above)
    with speaking("en"):
        words = interval_words(found)
    assert "−" not in words
    assert "-" not in words
    assert ("(" in words) is True
    if found.low <= 0:
        assert "chance" in words


def test_the_table_has_all_three_measures(shares):
    """Fair share, first and total, by group."""
    with speaking("en"):
        table = shares_table(shares, caption=shares_title("X", "net_saving_eur"))
    assert table.caption == "X: what the range of net saving per year rests on"
    assert [len(row) for row in table.rows] == [4] * len(shares)


def test_what_plays_no_part_is_named():
    """A group whose share cannot be told from none."""
    some, none = Interval(central=1, low=0.9, high=1), Interval(central=0, low=-0.1, high=0.1)
    found = [
        GroupShare(group="D", first=some, total=some, shapley=some),
        GroupShare(group="A", first=none, total=none, shapley=none),
    ]
    with speaking("en"):
        assert "evidence of grade A (strong)" in " ".join(shares_sentences(found))
