"""The row chart."""

import pytest

from selfmgmt.views.charts.rows import Row, make_room, reference_line, row_chart, zero_line
from selfmgmt.views.figures import Chart, drawing, picture
from selfmgmt.views.tables import Table

ROWS = [
    Row(label="Niets doen", low=0, middle=0, high=0, words="€ 0"),
    Row(label="Kopgroep " * 20, low=-1, middle=0.4, high=1.2, words="€ 0,4 mln", marked=True),
]


@pytest.fixture
def drawn():
    """Two rows with a target and a line at zero."""
    with drawing():
        figure, axes = row_chart(ROWS, unit="miljoen euro")
        reference_line(axes, 1.5, "doel")
        zero_line(axes)
        make_room(axes)
    return figure, axes


def test_all_words_are_inside_the_picture(drawn):
    """Long names are cut short, and the figure at the end of a bar has room."""
    figure, axes = drawn
    table = Table(caption="t", heads=("a",), rows=())
    picture(Chart(figure=figure, title="t", alt="a.", table=table))
    width = figure.bbox.width
    assert all(text.get_window_extent().x1 <= width for text in axes.texts)


def test_the_first_row_is_on_top(drawn):
    """As in the table beneath."""
    _, axes = drawn
    low, high = axes.get_ylim()
    assert low > high
