"""What a search tried."""

import pytest

from selfmgmt.analysis.search import Goal, search
from selfmgmt.language import speaking
from selfmgmt.views.charts.search import search_chart


@pytest.fixture(scope="module")
def found(comparison):
    """A small search with an easy goal."""
    goal = Goal(certainty=0.3, capacity_floor=80, satisfaction_drop=0.05)
    return search(comparison.study, goal=goal, designs=200, draws=100, seed=3, processes=1)


def test_the_closest_designs_carry_their_number(found):
    """As in the table below the picture."""
    axes = search_chart(found).figure.axes[0]
    numbers = [text.get_text() for text in axes.texts]
    assert numbers == [str(place + 1) for place in range(len(found.closest))]


def test_the_words_tell_how_many_are_fit(found):
    """And that without any, the numbers only come near."""
    with speaking("en"):
        chart = search_chart(found)
    assert chart.alt.startswith("200 designs")
    assert len(chart.table.rows) == len(found.closest)
