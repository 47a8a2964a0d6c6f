"""Pictures of symbols: what is drawn, said and put in the table is the same."""

import numpy as np
import pytest

from selfmgmt.language import speaking
from selfmgmt.views.charts.teaching import against, cloud, dot_plot, over_quarters, spreads

DRAWS = np.arange(1, 12.0)  # P10, P50 and P90 are 2, 6 and 10


@pytest.fixture(autouse=True)
def _english():
    """The words below are English."""
    with speaking("en"):
        yield


def test_a_path_is_drawn_with_its_middle_and_its_band():
    """The middle as a line, the band from P10 to P90; one value is a level line."""
    chart = over_quarters(M=np.array([np.zeros(11), DRAWS]), u=3.0)
    axes = chart.figure.axes[0]
    middle, level = (line.get_ydata().tolist() for line in axes.lines[:2])
    assert middle == [0, 6]
    assert level == [3, 3]
    assert axes.collections[0].get_paths()[0].vertices[:, 1].max() == 10
    assert "M: share of staff in mature teams: from 0.00 to 6.00" in chart.alt
    assert chart.table.heads == ("Symbol", "t: 0.00", "t: 1.00")
    assert chart.table.rows[0][1:] == ("0.00", "6.00 (2.00 … 10.00)")


def test_places_along_the_axis_are_those_given():
    """The table shows both ends; what is changed is called so."""
    chart = against("m", [0.0, 0.5, 2.0], net_new=[1.0, 2.0, 400.0])
    assert chart.figure.axes[0].lines[0].get_xdata().tolist() == [0, 0.5, 2]
    assert chart.table.heads[1::2] == ("m: 0.00", "m: 2.00")
    assert chart.table.rows[0][0].endswith("(changed)")
    assert chart.table.rows[0][-1] == "400"


def test_numbers_at_an_axis_have_the_decimals_that_they_need():
    """In the notation of the reader, on both axes; no 20,00 where 20 says it."""
    with speaking("nl"):
        axes = against("m", [0.0, 0.5, 1.5], net=[10.0, 20.0, 40.0]).figure.axes[0]
        across, up = (axis.get_major_formatter() for axis in (axes.xaxis, axes.yaxis))
        assert across.format_ticks([0, 0.25, 0.5]) == ["0,00", "0,25", "0,50"]
        assert up.format_ticks([10, 20]) == ["10", "20"]


def test_draws_become_a_histogram_in_per_cents():
    """Each symbol adds up to 100, and the table has its range."""
    chart = spreads(r=DRAWS, r_new=DRAWS + 1)
    assert len(chart.figure.axes[0].collections) == 2
    assert [row[1] for row in chart.table.rows] == ["6.00 (2.00 … 10.00)", "7.00 (3.00 … 11.00)"]


def test_points_stand_where_they_are():
    """All points of all symbols."""
    points = np.array([[0.1, 0.2], [0.3, 0.4]])
    drawn = cloud(lattice=points, chance=points[::-1]).figure.axes[0].collections[0].get_offsets()
    assert np.asarray(drawn).tolist() == [[0.1, 0.3], [0.2, 0.4], [0.3, 0.1], [0.4, 0.2]]


def test_names_stand_in_rows_with_a_dot_and_a_range():
    """One dot for each name and symbol; who does not see it hears who is highest."""
    chart = dot_plot(["One", "Two"], V=np.array([DRAWS, DRAWS + 5]), w=[0.7, 0.3])
    axes = chart.figure.axes[0]
    dots = [found.get_offsets()[:, 0].tolist() for found in axes.collections[1::2]]
    assert dots == [[6, 11], [0.7, 0.3]]
    assert [label.get_text() for label in axes.get_yticklabels()] == ["One", "Two"]
    assert "lowest for One, highest for Two. w: weight: lowest for Two" in chart.alt
    assert chart.table.rows[1] == ("Two", "11.00 (7.00 … 15.00)", "0.30")
