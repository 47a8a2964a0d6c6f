"""The price of the target in a picture."""

import pytest

from selfmgmt.analysis.search import Goal, search
from selfmgmt.language import speaking
from selfmgmt.views.charts.search import frontiers_of_options, search_chart


@pytest.fixture(scope="module")
def found(study):
    """A small search."""
    return search(study, goal=Goal(), draws=100, seed=3)


def test_each_option_has_a_line_with_its_number(study, found):
    """In both pictures, as in the table below."""
    chart = search_chart(study, found)
    expected = frontiers_of_options(study, found)
    assert [one.pair.way_key for one in expected] == ["none", "within_frames"]
    for axes in chart.figure.axes:
        assert [text.get_text() for text in axes.texts] == ["1", "2"]
    assert [row[0] for row in chart.table.rows] == ["1", "2"]


def test_the_words_tell_how_many_reach_the_target(study, found):
    """And which keeps most capacity."""
    with speaking("en"):
        alt = search_chart(study, found).alt
    assert alt.startswith("2 of 2 options reach the target")
    assert "Fewer tasks" in alt
