"""Outcomes over time."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.collections import LineCollection

from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.charts.panels import SMALL
from selfmgmt.views.charts.paths import capacity_chart, cash_chart

DATES = calendar_of(date(2026, 11, 30))


def test_only_options_that_change_have_a_panel(comparison):
    """Doing nothing is the dashed line, not a panel."""
    rows = capacity_chart(comparison, DATES).table.rows
    assert len(rows) == len(comparison.options) - 1
    assert comparison.options["do_nothing"].label not in [row[0] for row in rows]


def test_the_table_gives_each_year(comparison):
    """Every fourth quarter, up to the horizon, as a date."""
    heads = cash_chart(comparison, DATES).table.heads[1:]
    assert [head.split()[-1] for head in heads] == ["2028", "2029", "2030", "2031"]


def test_the_panels_share_one_scale(comparison):
    """Otherwise a small dip looks like a deep one: today is as high in every panel."""
    axes = capacity_chart(comparison, DATES).figure.axes[0]
    edges, today = (
        [each.get_segments() for each in axes.collections if found(each)]
        for found in (_are_edges, _is_dashed)
    )
    bottoms = [edge[:, 1].min() for edge in edges[0]]
    heights = [line[0, 1] - bottom for line, bottom in zip(today[0], bottoms, strict=True)]
    assert len(heights) == len(comparison.options) - 1
    assert heights == pytest.approx([heights[0]] * len(heights))


def test_no_two_numbers_at_an_axis_are_the_same(comparison):
    """A small organisation has amounts far below a million: its axis needs decimals."""
    texts = cash_chart(comparison, DATES).figure.axes[0].texts
    levels = [
        text.get_text()
        for text in texts
        if (text.get_ha(), text.get_size()) == ("right", SMALL) and text.get_va() != "top"
    ]
    rows = -(-(len(comparison.options) - 1) // 2)
    assert len(set(levels)) == len(levels) / rows > 1


def test_a_range_that_reads_as_one_figure_is_one(comparison):
    """“100 (100 tot 100)” tells nothing more than 100."""
    still = replace(
        comparison.options["vanguard_first"],
        paths=comparison.options["vanguard_first"].paths
        | {"capacity": np.array([[100.0, *[99.9] * 16]] * 3)},
    )
    held = replace(comparison, options=comparison.options | {"vanguard_first": still})
    rows = {row[0]: row[1:] for row in capacity_chart(held, DATES).table.rows}
    assert set(rows[still.label]) == {"100"}


def test_years_of_two_panels_do_not_touch(comparison):
    """Two columns or three: the last year of a panel and the first of the next stay apart."""
    many = {f"{key}{copy}": one for copy in range(3) for key, one in comparison.options.items()}
    for options in (comparison.options, many):
        figure = capacity_chart(replace(comparison, options=options), DATES).figure
        years = [text for text in figure.axes[0].texts if text.get_text().startswith("20")]
        boxes = sorted((text.get_window_extent() for text in years), key=lambda box: box.x0)
        assert len(boxes) > 3
        assert all(left.x1 < right.x0 for left, right in pairwise(boxes))


def _are_edges(drawn):
    return isinstance(drawn, LineCollection) and all(len(one) == 5 for one in drawn.get_segments())


def _is_dashed(drawn):
    return isinstance(drawn, LineCollection) and drawn.get_linestyle()[0][1] is not None
