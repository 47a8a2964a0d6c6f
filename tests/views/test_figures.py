"""Charts: picture, alt text and numbers together."""

import io
from datetime import date

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
import seaborn as sns
from matplotlib.image import imread
from PIL import Image

from selfmgmt.reference.peers import peer_group
from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.charts.options import options_chart
from selfmgmt.views.charts.paths import capacity_chart
from selfmgmt.views.charts.peers import peers_chart
from selfmgmt.views.figures import (
    ACCENT,
    BAND,
    GRID,
    INK,
    PAPER,
    RULE,
    SHARPNESS,
    WIDTH,
    drawing,
    picture,
    show,
)

DATES = calendar_of(date(2026, 11, 30))


@pytest.fixture(scope="module")
def chart(comparison):
    """A chart of the options."""
    return options_chart(comparison, "net_saving_eur")


def test_a_chart_brings_its_words_and_numbers(chart, monkeypatch):
    """The picture has its own alt text; its numbers follow as a folded table."""
    displayed = []
    monkeypatch.setattr("IPython.display.display", lambda *a, **k: displayed.append((a[0], k)))
    show(chart)
    (image, options), (numbers, _) = displayed
    about = options["metadata"]["image/png"]
    assert (about["alt"], about["title"]) == (chart.alt, chart.title)
    assert image["text/plain"] == chart.title
    assert image["image/png"].startswith(b"\x89PNG")
    assert "<details" in numbers.source
    assert "<caption>" in numbers.source


def test_a_picture_is_sharp_and_as_wide_as_the_others(chart):
    """All charts have one width, so that letters are equally large."""
    pixels = imread(io.BytesIO(picture(chart)))
    assert pixels.shape[1] == round(WIDTH * SHARPNESS)


def test_surfaces_keep_their_colour(comparison, chart):
    """A palette makes a file small; white stays white, and the colours of the product stay."""
    for one, colours in (
        (chart, (PAPER, BAND, ACCENT)),
        (capacity_chart(comparison, DATES), (PAPER, BAND, ACCENT, INK, GRID, RULE)),
    ):
        with Image.open(io.BytesIO(picture(one))) as image:
            assert {*colours} <= {*_colours(image)}


def _colours(image):
    pixels = np.asarray(image.convert("RGB")).reshape(-1, 3)
    return ("#{:02x}{:02x}{:02x}".format(*pixel) for pixel in np.unique(pixels, axis=0))


def test_a_picture_can_be_made_again(comparison):
    """The same one: what is measured does not add up."""
    chart = capacity_chart(comparison, DATES)
    assert picture(chart) == picture(chart)


def test_the_words_around_the_axes_just_fit(chart):
    """None is cut off, and none leaves room unused."""
    pixels = imread(io.BytesIO(picture(chart)))[..., :3].min(axis=2)
    for edge in (pixels, pixels[::-1], pixels.T, pixels.T[::-1]):
        assert edge[:3].min() == 1
        assert edge[:40].min() < 1


def test_the_same_figures_give_the_same_picture(comparison):
    """No chance enters a chart: not in the lines, nor in where dots are put."""
    group = peer_group(comparison.study.members, "nearest")

    def drawn():
        return picture(peers_chart(group, comparison.study.members, "Nijkerk"))

    np.random.seed(1)  # noqa: NPY002  seaborn takes jitter from this generator
    first = drawn()
    np.random.seed(2)  # noqa: NPY002
    assert drawn() == first


def test_the_look_is_that_of_seaborn_in_our_colours():
    """Its white grid, so that what seaborn draws and what we draw look the same."""
    grid = sns.axes_style("whitegrid")
    with drawing():
        ours = {key for key, value in grid.items() if mpl.rcParams[key] != value}
    assert {key for key in ours if "color" not in key} == {"font.sans-serif", "image.cmap"}


def test_drawing_leaves_no_trace(comparison):
    """Settings of matplotlib stay as they were, and no figure stays open."""
    before = dict(mpl.rcParams)
    picture(capacity_chart(comparison, DATES))
    assert dict(mpl.rcParams) == before
    assert plt.get_fignums() == []
