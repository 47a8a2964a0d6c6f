"""Charts: picture, alt text and numbers together."""

import io

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.image import imread

from selfmgmt.reference.peers import peer_group
from selfmgmt.views.charts.options import options_chart
from selfmgmt.views.charts.paths import capacity_chart
from selfmgmt.views.charts.peers import peers_chart
from selfmgmt.views.figures import SHARPNESS, WIDTH, picture, show


@pytest.fixture(scope="module")
def chart(comparison):
    """A chart of the options."""
    return options_chart(comparison, "net_saving_eur")


def test_a_chart_brings_its_words_and_numbers(chart, monkeypatch):
    """The picture has its own alt text; its numbers follow as a folded table."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda *a, **k: shown.append((a[0], k)))
    show(chart)
    (image, options), (numbers, _) = shown
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


def test_the_same_figures_give_the_same_picture(comparison):
    """No chance enters a chart: not in the lines, nor in where dots are put."""
    group = peer_group(comparison.study.members, "nearest")

    def drawn():
        return picture(peers_chart(group, comparison.study.members, "Nijkerk"))

    np.random.seed(1)  # noqa: NPY002  seaborn takes jitter from this generator
    first = drawn()
    np.random.seed(2)  # noqa: NPY002
    assert drawn() == first


def test_drawing_leaves_no_trace(comparison):
    """Settings of matplotlib stay as they were, and no figure stays open."""
    before = dict(mpl.rcParams)
    picture(capacity_chart(comparison))
    assert dict(mpl.rcParams) == before
    assert plt.get_fignums() == []
