"""Stacked bars that can be read without colour."""

import numpy as np
import pytest

from selfmgmt.analysis.robustness import robustness_of
from selfmgmt.language import speaking
from selfmgmt.views.charts.acceptability import first_chart, ranks_chart


@pytest.fixture(scope="module")
def robustness(comparison, weighing):
    """How firm the rankings of the shared comparison are."""
    return robustness_of(comparison, weighing)


def widths(chart):
    """How wide each part of each bar is."""
    bars = [bar.get_paths() for bar in chart.figure.axes[0].collections]
    return np.array([[np.ptp(part.vertices[:, 0]) for part in parts] for parts in bars])


def test_bars_are_full(robustness, labels):
    """The parts of every bar add up to all cases; roles and all together have a bar."""
    bars = widths(first_chart(robustness, labels))
    assert bars.shape == (len(robustness.roles) + 1, len(robustness.options))
    assert bars.sum(axis=1) == pytest.approx(100)


def test_parts_carry_a_letter_that_the_key_explains(robustness, labels):
    """Large parts have their letter and share; no colour is needed."""
    chart = first_chart(robustness, labels)
    words = [text.get_text() for text in chart.figure.axes[0].texts]
    (key,) = [text for text in words if "A = " in text]
    assert len(key.splitlines()) == len(robustness.options)
    large = (widths(chart) >= 8).sum()
    letters = [text for text in words if text[:1] in "ABC" and text[1:2] in ("", ":")]
    assert len(letters) == large


def test_the_table_has_every_share(robustness, labels):
    """The alternative text names the first of each role."""
    with speaking("en"):
        chart = first_chart(robustness, labels)
    assert len(chart.table.rows) == len(robustness.options)
    assert len(chart.table.heads) == len(robustness.roles) + 2
    assert "in the cases" not in chart.alt
    assert chart.alt.count("of the cases") == len(robustness.roles)


def test_ranks_of_one_role(robustness, labels):
    """Every option a bar, every rank a part."""
    shares = robustness.roles["teams"].acceptability
    chart = ranks_chart(shares, robustness.options, labels, who="Teams")
    assert widths(chart) == pytest.approx(100 * shares)
    assert chart.title.startswith("Teams")
