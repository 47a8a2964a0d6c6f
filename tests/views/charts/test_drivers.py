"""Shares of the spread."""

from selfmgmt.views.charts.drivers import drivers_chart

SHARES = {"eigen cijfers": 0.2, "aannames": 0.7, "onderzoek": 0.1}


def test_the_largest_share_comes_first():
    """In the chart, in the table and in the alt text."""
    chart = drivers_chart(SHARES, title="Waar de bandbreedte vandaan komt")
    assert [row[0] for row in chart.table.rows] == ["aannames", "eigen cijfers", "onderzoek"]
    widths = [bar.get_width() for bar in chart.figure.axes[0].patches]
    assert widths == sorted(widths, reverse=True) == [70, 20, 10]
    assert chart.alt.index("aannames") < chart.alt.index("eigen cijfers")
