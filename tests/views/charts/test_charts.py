"""What holds for every chart."""

from datetime import date

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.peers import peer_group
from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.charts.drivers import drivers_chart
from selfmgmt.views.charts.options import options_chart
from selfmgmt.views.charts.paths import capacity_chart, cash_chart
from selfmgmt.views.charts.peers import peers_chart
from selfmgmt.views.charts.ranking import roles_chart
from selfmgmt.views.charts.readiness import readiness_chart
from selfmgmt.views.charts.savings import savings_chart
from selfmgmt.views.figures import picture
from selfmgmt.views.words.uncertainty import spread_shares
from tests.views.conftest import World

DATES = calendar_of(date(2026, 11, 30))

CHARTS = {
    "net saving": lambda world: options_chart(world.comparison, "net_saving_eur"),
    "lowest capacity": lambda world: options_chart(world.comparison, "capacity_low"),
    "capacity": lambda world: capacity_chart(world.comparison, DATES),
    "cash": lambda world: cash_chart(world.comparison, DATES),
    "savings": lambda world: savings_chart(world.comparison, DATES.at(8)),
    "readiness": lambda world: readiness_chart(world.comparison.study.profile),
    "roles": lambda world: roles_chart(world.weighing, world.labels),
    "drivers": lambda world: drivers_chart(
        spread_shares(world.comparison, "net_saving_eur"), title="t"
    ),
    "peers": lambda world: peers_chart(
        peer_group(world.comparison.study.members, "nearest"),
        world.comparison.study.members,
        "Nijkerk",
    ),
}


@pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_chart_says_what_it_shows(make, language, world):
    """Title, alt text with figures, and a table; the picture can be drawn."""
    with speaking(language):
        chart = make(world)
    assert chart.title
    assert chart.alt.endswith(".")
    assert len(chart.alt) > len(chart.title)
    assert chart.table.rows
    assert picture(chart).startswith(b"\x89PNG")


def test_no_two_charts_say_the_same(world):
    """Each alt text is its own."""
    alts = [make(world).alt for make in CHARTS.values()]
    assert len(set(alts)) == len(alts)


@pytest.mark.parametrize("name", ["net saving", "lowest capacity", "capacity", "cash", "savings"])
def test_a_case_in_which_nothing_happens_can_be_drawn(name, quiet):
    """An empty chart is no error."""
    assert picture(CHARTS[name](World(quiet, None, {}))).startswith(b"\x89PNG")
