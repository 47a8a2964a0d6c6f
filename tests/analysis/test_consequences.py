"""The consequence table."""

import pytest

from selfmgmt.analysis.consequences import consequences_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.uncertainty import Quantiles
from tests.analysis.conftest import made_up

WORLD = {
    "cut_across_the_board": {"net_saving_due_eur": 50, "satisfaction_mean": 0.68},
    "stepwise_programme": {"one_off_peak_eur": 120, "absence_mean": 0.07},
}


def flat(value: float) -> Quantiles:
    """A figure without a range."""
    return Quantiles(p10=value, p50=value, p90=value)


def test_every_figure_stands_in_its_own_unit():
    """Shares of the gap, times the target, and changes beside doing nothing."""
    comparison = made_up(WORLD, judgements={"closeness": dict.fromkeys(WORLD, 40)})
    found = consequences_of(comparison, weigh(comparison))
    assert list(found.cells) == list(WORLD)
    assert found.cells["cut_across_the_board"]["net_saving"] == flat(0.5)
    assert found.cells["cut_across_the_board"]["satisfaction"].p50 == pytest.approx(-0.02)
    assert found.cells["stepwise_programme"]["transition_cost"] == flat(1.2)
    assert found.cells["stepwise_programme"]["absence"].p50 == pytest.approx(0.01)
    assert found.cells["stepwise_programme"]["closeness"] == flat(40)


def test_what_is_not_known_is_named():
    """A judged criterion that waits for people has no figures."""
    comparison = made_up(WORLD)
    found = consequences_of(comparison, weigh(comparison))
    assert found.missing["closeness"] == "not judged"
    assert all("closeness" not in cells for cells in found.cells.values())
