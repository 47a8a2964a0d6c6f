"""Scenario discovery finds boxes that were hidden on purpose, and says when there is none."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.analysis.discovery import discover


@settings(max_examples=15, deadline=None)
@given(st.floats(0.3, 0.7), st.floats(0.3, 0.7), st.integers(0, 2**32 - 1))
def test_a_hidden_corner_is_found(first, second, seed):
    """Bounds within a slice, unrelated dimensions left alone, and rules that come back."""
    rng = np.random.default_rng(seed)
    points = rng.random((3000, 4))
    box = discover(points, (points[:, 1] > first) & (points[:, 3] < second), rng)
    assert box is not None
    assert box.low[1] == pytest.approx(first, abs=0.06)
    assert box.high[3] == pytest.approx(second, abs=0.06)
    assert box.density > 0.9
    assert box.coverage > 0.9
    assert box.support[[1, 3]].min() > 0.9


def test_density_and_coverage_are_counted_in_the_box():
    """What is told of a box is what a count of its points gives."""
    rng = np.random.default_rng(5)
    points = rng.random((2000, 3))
    wanted = (points[:, 0] + 0.2 * rng.normal(size=2000)) > 0.6
    box = discover(points, wanted, rng)
    inside = box.holds(points)
    assert box.density == wanted[inside].mean()
    assert box.coverage == wanted[inside].sum() / wanted.sum()
    assert box.restricted.tolist() == [True, False, False]


def test_no_box_where_all_or_nothing_is_interesting():
    """Then there is nothing to tell apart."""
    rng = np.random.default_rng(6)
    points = rng.random((100, 2))
    assert discover(points, np.zeros(100, dtype=bool), rng) is None
    assert discover(points, np.ones(100, dtype=bool), rng) is None


def test_noise_makes_no_rule():
    """In pure chance no dimension keeps coming back."""
    rng = np.random.default_rng(7)
    points = rng.random((2000, 6))
    box = discover(points, rng.random(2000) < 0.3, rng)
    assert box is None or box.support[box.restricted].max(initial=0) < 0.9


def test_steps_in_a_dimension_do_no_harm():
    """A dimension with two values is cut between them."""
    rng = np.random.default_rng(8)
    points = np.column_stack([rng.integers(0, 2, 1000).astype(float), rng.random(1000)])
    box = discover(points, points[:, 0] == 1, rng)
    assert (box.low[0], box.density, box.coverage) == (1, 1, 1)
