"""The municipality among its peers."""

import pytest

from selfmgmt.reference.indicators import INDICATORS
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.reference.peers import peer_group
from selfmgmt.views.charts.peers import peers_chart


def chart_of(name):
    """The chart of one municipality beside those most alike."""
    members = (find_municipality(name),)
    return peers_chart(peer_group(members, "nearest"), members, name)


def test_the_band_in_the_table_is_that_of_the_group():
    """Own figure, middle and eight in ten, from the same year."""
    members = (find_municipality("Nijkerk"),)
    indicator = INDICATORS["overhead_share"]
    band = peer_group(members, "nearest").band(indicator)
    row = chart_of("Nijkerk").table.rows[0]
    assert row[1] == indicator.shown(indicator.value(members))
    assert row[2] == indicator.shown(band.p50)
    assert indicator.shown(band.p10) in row[3]


def test_a_figure_of_another_year_says_so():
    """Loon op Zand has accounts of 2023 only, its peers of 2024; the budget is of the same year."""
    rows = chart_of("Loon op Zand").table.rows
    assert rows[0][0].endswith("(2024)")
    assert rows[0][1].endswith("(2023)")
    assert not rows[3][1].endswith(")")


@pytest.mark.parametrize("name", ["Vlieland", "Amsterdam", "Loon op Zand", "Boxtel"])
def test_unusual_municipalities_can_be_drawn(name):
    """The smallest, the largest, one without accounts, one without own staff."""
    assert chart_of(name).table.rows
