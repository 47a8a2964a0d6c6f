"""From planned to net saving."""

from selfmgmt.views.charts.savings import savings_chart


def test_only_options_that_plan_a_saving_are_drawn(comparison):
    """Each has its three signs; the table has every option."""
    chart = savings_chart(comparison)
    planned = [o for o in comparison.options.values() if o.outcomes["gross_saving_eur"].p50 > 0]
    signs = [line.get_marker() for line in chart.figure.axes[0].lines if len(line.get_xdata()) == 1]
    assert signs.count("D") == len(planned)
    assert len(chart.table.rows) == len(comparison.options)


def test_the_signs_stand_where_the_figures_are(comparison):
    """In millions, planned right of net."""
    option = comparison.options["stepwise_programme"].outcomes
    chart = savings_chart(comparison)
    diamonds = [
        line.get_xdata()[0]
        for line in chart.figure.axes[0].lines
        if line.get_marker() == "D" and len(line.get_xdata()) == 1
    ]
    assert option["net_saving_eur"].p50 / 1e6 in diamonds
