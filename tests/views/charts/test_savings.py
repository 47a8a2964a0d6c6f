"""From planned to net saving."""

from selfmgmt.views.charts.savings import savings_chart


def signs(chart, marker):
    """Where the signs of one form stand, from left to right."""
    lines = chart.figure.axes[0].lines
    return [list(line.get_xdata()) for line in lines if line.get_marker() == marker]


def test_only_options_that_plan_a_saving_are_drawn(comparison):
    """Each has its three signs; the table has every option."""
    chart = savings_chart(comparison)
    planned = [o for o in comparison.options.values() if o.outcomes["gross_saving_eur"].p50 > 0]
    assert [len(drawn) for drawn in signs(chart, "D")] == [len(planned), 1]  # and one in the key
    assert len(chart.table.rows) == len(comparison.options)


def test_the_signs_stand_where_the_figures_are(comparison):
    """In millions, planned right of net."""
    option = comparison.options["stepwise_programme"].outcomes
    chart = savings_chart(comparison)
    assert option["net_saving_eur"].p50 / 1e6 in signs(chart, "D")[0]
    assert option["gross_saving_eur"].p50 / 1e6 in signs(chart, "o")[0]
