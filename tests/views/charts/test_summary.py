"""Options side by side on a few outcomes."""

import pandas as pd

from selfmgmt.language import speaking
from selfmgmt.views.charts.summary import summary_chart

LABELS = {"a": "Wait", "b": "Go"}
FIGURES = {
    ("a", "capacity_low"): (98.0, 99.0, 100.0),
    ("b", "capacity_low"): (90.0, 93.0, 97.0),
    ("a", "absence_end"): (0.06, 0.065, 0.07),
    ("b", "absence_end"): (0.06, 0.07, 0.08),
}


def chart():
    """A picture of two options and two outcomes."""
    summary = pd.DataFrame.from_dict(FIGURES, orient="index", columns=["p10", "p50", "p90"])
    summary.index = pd.MultiIndex.from_tuples(FIGURES, names=["option", "outcome"])
    return summary_chart(
        summary,
        ["capacity_low", "absence_end"],
        LABELS,
        title="Two",
        baseline={"capacity_low": 100},
    )


def test_the_dots_are_the_middles_in_the_unit_of_the_reader():
    """Capacity as an index, absence in percentage points; one row for each option."""
    with speaking("en"):
        capacity, absence = chart().figure.axes
    assert capacity.collections[1].get_offsets().tolist() == [[99.0, 0.0], [93.0, 1.0]]
    assert absence.collections[1].get_offsets().round(6).tolist() == [[6.5, 0.0], [7.0, 1.0]]


def test_the_bars_run_from_low_to_high():
    """The range that is drawn is that of the frame."""
    with speaking("en"):
        bars = chart().figure.axes[0].collections[0].get_segments()
    assert [bar[:, 0].tolist() for bar in bars] == [[98.0, 100.0], [90.0, 97.0]]


def test_who_does_not_see_it_is_told_the_ends_and_the_numbers():
    """The alt text names the lowest and highest option; the table has every range."""
    with speaking("en"):
        found = chart()
    assert "lowest for Go, 93.0; highest for Wait, 99.0" in found.alt
    assert found.table.rows[1] == ("Go", "93.0 (90.0 to 97.0)", "7.0% (6.0% to 8.0%)")
