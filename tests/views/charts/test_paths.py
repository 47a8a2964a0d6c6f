"""Outcomes over time."""

from selfmgmt.views.charts.paths import capacity_chart, cash_chart


def test_only_options_that_change_have_a_panel(comparison):
    """Doing nothing is the dashed line, not a panel."""
    rows = capacity_chart(comparison).table.rows
    assert len(rows) == len(comparison.options) - 1
    assert comparison.options["do_nothing"].label not in [row[0] for row in rows]


def test_the_table_gives_each_year(comparison):
    """Every fourth quarter, up to the horizon."""
    heads = cash_chart(comparison).table.heads[1:]
    assert [head.split()[-1] for head in heads] == ["4", "8", "12", "16"]


def test_the_panels_share_one_scale(comparison):
    """Otherwise a small dip looks like a deep one."""
    axes = [one for one in capacity_chart(comparison).figure.axes if one.axison]
    assert len({one.get_ylim() for one in axes}) == 1
