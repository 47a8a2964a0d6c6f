"""Shares with their intervals."""

from selfmgmt.analysis.shares import GroupShare
from selfmgmt.language import speaking
from selfmgmt.uncertainty import Interval
from selfmgmt.views.charts.shares import shares_chart


def share(group, middle, low, high):
    """A group with the same estimate three times."""
    found = Interval(central=middle, low=low, high=high)
    return GroupShare(group=group, first=found, total=found, shapley=found)


def test_every_share_is_drawn_with_its_interval():
    """From low to high; one that may be none says so."""
    with speaking("en"):
        chart = shares_chart([share("D", 0.8, 0.7, 0.9), share("A", -0.01, -0.03, 0.02)], title="x")
    axes = chart.figure.axes[0]
    (ranges,) = axes.collections
    assert [[70, 0], [90, 0]] in [part.tolist() for part in ranges.get_segments()]
    words = [text.get_text() for text in axes.texts]
    assert "70% to 90%" in words
    assert "no more than chance" in words
    assert "80% (70% to 90%)" in chart.alt


def test_nothing_uncertain_is_a_chart_too():
    """An empty one that says so: a report counts its pictures."""
    with speaking("en"):
        assert shares_chart([], title="x").alt == "Nothing makes this outcome uncertain."
