"""The two pictures of page 1 show just what the frames hold."""

import pytest

from selfmgmt.language import speaking
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.charts.trade_off import MIXES, WAYS, mixes_chart, ways_chart
from selfmgmt.views.outcomes import OUTCOMES

TODAY = {"capacity_low": 100.0, "satisfaction_mean": 0.66}


@pytest.fixture
def labels(comparison):
    """The options that change something."""
    return {key: one.label for key, one in comparison.options.items() if key != "do_nothing"}


def test_every_number_of_the_mixes_is_that_of_the_frame(comparison, labels):
    """In the drawing and in the table."""
    frame = comparison.summary()
    with speaking("en"):
        chart = mixes_chart(frame, labels, TODAY)
        rows = {row[0]: row[1:] for row in chart.table.rows}
        for key, label in labels.items():
            expected = [OUTCOMES[one].range(band(frame, key, one)) for one in MIXES]
            assert list(rows[label]) == expected
    lowest = drawn(chart.figure.axes[1])
    assert lowest == pytest.approx([frame.loc[(key, "capacity_low"), "p50"] for key in labels])
    satisfied = drawn(chart.figure.axes[2])
    middles = [100 * frame.loc[(key, "satisfaction_mean"), "p50"] for key in labels]
    assert satisfied == pytest.approx(middles)


def test_every_number_of_the_ways_is_that_of_the_price(comparison, labels):
    """Differences have their sign; falling back stands beside."""
    frame = comparison.price().xs("together", level="step")
    back = {key: comparison.options[key].falls_back for key in labels}
    with speaking("en"):
        chart = ways_chart(frame, labels, back)
        rows = {row[0]: row[1:] for row in chart.table.rows}
        for key, label in labels.items():
            expected = [OUTCOMES[one].difference(band(frame, key, one)) for one in WAYS]
            assert list(rows[label][:-1]) == expected
            assert rows[label][-1] == f"{100 * back[key]:.0f}%"
    assert len(chart.figure.axes) == len(WAYS)
    grip = drawn(chart.figure.axes[3])
    assert grip == pytest.approx([frame.loc[(key, "steerability_low"), "p50"] for key in labels])


def band(frame, option, outcome):
    """A row of a frame as a range."""
    low, middle, high = frame.loc[(option, outcome), ["p10", "p50", "p90"]]
    return Quantiles(p10=low, p50=middle, p90=high)


def drawn(axes):
    """Where the middles stand in a panel, from above."""
    (line,) = (line for line in axes.lines if line.get_marker() == "o")
    return list(line.get_xdata())
