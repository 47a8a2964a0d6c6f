"""Options side by side."""

from selfmgmt.language import speaking
from selfmgmt.numbers import number
from selfmgmt.views.charts.options import options_chart


def test_the_table_holds_the_range_of_each_option(comparison):
    """Low, middle and high as they were computed."""
    with speaking("en"):
        rows = options_chart(comparison, "capacity_low").table.rows
        bands = [option.outcomes["capacity_low"] for option in comparison.options.values()]
        assert [row[1:] for row in rows] == [
            tuple(number(end, 1) for end in (band.p10, band.p50, band.p90)) for band in bands
        ]


def test_the_alt_text_names_lowest_and_highest(comparison):
    """Who does not see the chart hears its point: which option costs most capacity."""
    alt = options_chart(comparison, "capacity_low").alt
    lowest, highest = alt.split(";")
    options = comparison.options.values()
    worst = min(options, key=lambda option: option.outcomes["capacity_low"].p50)
    assert worst.label in lowest
    assert comparison.options["do_nothing"].label in highest
