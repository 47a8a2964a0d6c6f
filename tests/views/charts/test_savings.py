"""From planned to net saving."""

from datetime import date

from selfmgmt.views.charts.savings import savings_chart
from selfmgmt.views.outcomes import money

DUE = date(2029, 4, 1)


def signs(chart, marker):
    """Where the signs of one form stand, from left to right."""
    lines = chart.figure.axes[0].lines
    return [list(line.get_xdata()) for line in lines if line.get_marker() == marker]


def test_only_options_that_plan_a_saving_are_drawn(comparison):
    """Each has its three signs, and a row in the table."""
    chart = savings_chart(comparison, DUE)
    planned = [o for o in comparison.options.values() if o.outcomes["gross_saving_eur"].p50 > 0]
    assert [len(drawn) for drawn in signs(chart, "D")] == [len(planned), 1]  # and one in the key
    assert len(chart.table.rows) == len(planned)


def test_the_signs_stand_where_the_figures_are(comparison):
    """In millions, planned right of net, all of the day on which the saving is due."""
    option = comparison.options["stepwise_programme"]
    chart = savings_chart(comparison, DUE)
    net, gross = option.outcomes["net_saving_due_eur"].p50, option.paths["gross_saving_eur"][1][8]
    assert net / 1e6 in signs(chart, "D")[0]
    assert gross / 1e6 in signs(chart, "o")[0]
    rows = {row[0]: row[1:] for row in chart.table.rows}
    assert (rows[option.label][0], rows[option.label][2]) == (money(gross), money(net))
