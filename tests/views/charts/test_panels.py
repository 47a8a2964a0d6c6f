"""Panels in inches."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.views.charts.panels import Panel, number_below, sheet, ticks, tiles
from selfmgmt.views.figures import WIDTH, drawing

SPANS = st.tuples(st.floats(-1e6, 1e6), st.floats(0.01, 1e6)).map(lambda at: (at[0], at[0] + at[1]))


def test_the_ends_of_a_span_stand_at_the_edges():
    """And what is halfway stands halfway."""
    panel = Panel(left=1, right=3, bottom=0.5, top=1.5, x=(0, 16), y=(90, 110))
    assert panel.line([0, 8, 16], [90, 100, 110]).tolist() == [[1, 0.5], [2, 1], [3, 1.5]]
    assert panel.line(panel.x, 110).tolist() == [[1, 1.5], [3, 1.5]]


@given(SPANS, st.integers(3, 6))
def test_ticks_are_round_and_within(span, count):
    """All of one size, at least two, and no more steps than asked where that leaves two."""
    found = ticks(span, count)
    assert ((found >= span[0]) & (found <= span[1])).all()
    assert 2 <= len(found) <= max(count + 1, 5)
    assert np.diff(found) == pytest.approx(np.diff(found)[:1].repeat(len(found) - 1))


@pytest.mark.parametrize("count", range(7))
def test_panels_do_not_touch(count):
    """Nor do they leave the picture, however many lines a title has."""
    titles = ["one line", "two\nlines", "three\nlines\nhere"] * 2
    with drawing():
        _, axes, panels = tiles(titles[:count], [(0, 1)] * count, y=(0, 1), apart=0.1, below=0.4)
    assert len(panels) == len(axes.texts) == count
    high = axes.get_ylim()[1]
    for one in panels:
        assert one.top - one.bottom > 0.5
        assert 0 < one.left < one.right < WIDTH
        assert 0.4 < one.bottom < one.top < high
    for left, right in zip(panels[::2], panels[1::2], strict=False):
        assert (left.bottom, left.top) == (right.bottom, right.top)
        assert left.right < right.left
    for upper, lower in zip(panels, panels[2:], strict=False):
        assert lower.top < upper.bottom


def test_no_number_is_cut_off():
    """Half a number tells another number: at the side of the picture it moves inwards."""
    panel = Panel(left=0.05, right=WIDTH - 0.05, bottom=0.5, top=1, x=(0, 100))
    with drawing():
        figure, axes = sheet(2)
        for value in (0, 50, 100):
            number_below(axes, panel, value, f"{value}.000")
        boxes = [text.get_window_extent() for text in axes.texts]
    assert all(0 <= box.x0 < box.x1 <= figure.bbox.width for box in boxes)
    assert (boxes[1].x0 + boxes[1].x1) / 2 == pytest.approx(figure.bbox.width / 2, abs=1)
