"""Options under reverses."""

import pytest

from selfmgmt.analysis.stress import reverses_for, stress
from selfmgmt.language import speaking
from selfmgmt.views.charts.stress import MOST, stress_chart


@pytest.fixture(scope="module")
def found(comparison):
    """Two options under everything."""
    keys = ("stepwise_programme", "fewer_managers_only")
    plans = {key: comparison.plans[key] for key in keys}
    return stress(comparison.study, plans, draws=100, seed=1)


def test_every_reverse_has_a_row_and_every_option_a_sign(found, labels, comparison):
    """The signs differ in form, not in colour alone."""
    axes = stress_chart(found, labels).figure.axes[0]
    drawn = [(line.get_marker(), len(line.get_xdata())) for line in axes.lines]
    rows = 1 + len(reverses_for(comparison.study))
    for sign in ("o", "D"):
        assert {(sign, rows), (sign, 1)} <= set(drawn)  # the rows, and one in the key


def test_the_table_has_ranges(found, labels):
    """For every option, the plan first."""
    with speaking("en"):
        table = stress_chart(found, labels).table
    assert table.rows[0][0] == "As planned"
    assert all(" to " in cell for row in table.rows for cell in row[1:])
    assert len(table.heads) == 3 <= MOST


def test_no_options_is_an_empty_chart(labels):
    """A report counts its pictures."""
    assert stress_chart([], labels).table.rows == ()
