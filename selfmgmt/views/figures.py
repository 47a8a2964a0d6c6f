"""How every chart looks, and how it reaches the page: picture, alt text and numbers together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, TypedDict

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import Bbox
from numpy.typing import NDArray
from PIL import Image

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.views.lettering import Lettering
from selfmgmt.views.prose import Html, folded
from selfmgmt.views.tables import Table, table_html

WIDTH = 4.2  # inches; narrow, so that letters stay readable when a phone shrinks the picture
SCREEN_DPI = 128  # CSS pixels for an inch on a wide screen
SHARPNESS = 220  # dots for an inch
_EDGE = 0.04  # inches around what is drawn
_COLOURS = 256  # that a palette has
_STEP = 13  # pixels; no part of the width, so that a sample meets every row and column
INK, MUTED, RULE, BAND = "#1d2b36", "#51606c", "#8b98a3", "#c9dbe4"
ACCENT, WARNING, PAPER, GRID = "#14607a", "#9a4a00", "#ffffff", "#e1e7eb"
_STYLE = {  # seaborn's "whitegrid" in our colours and letters; seaborn itself takes long to import
    "axes.axisbelow": True,
    "axes.edgecolor": RULE,
    "axes.facecolor": PAPER,
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.labelsize": 9,
    "axes.titlelocation": "left",
    "axes.titlesize": 9,
    "axes.titley": 1.0,  # fixed: nothing has to be measured for it
    "figure.facecolor": PAPER,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # travels with matplotlib: the same picture everywhere
    "font.size": 9,
    "grid.color": GRID,
    "grid.linestyle": "-",
    "hatch.linewidth": 0.8,
    "lines.solid_capstyle": "round",
    "patch.edgecolor": "w",
    "patch.force_edgecolor": True,
    "text.color": INK,
    "text.parse_math": False,  # what people wrote is text, also with a $ or a backslash in it
    "text.hinting": "none",  # letters this sharp do not need it
    "xtick.bottom": False,
    "xtick.color": MUTED,
    "xtick.labelsize": 8.5,
    "ytick.color": MUTED,
    "ytick.labelsize": 8.5,
    "ytick.left": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture with all that those who do not see it need.

    Args:
        figure: Drawn once, when it is shown.
        title: What the reader sees in it, in one line.
        alt: What the picture says, in one or two sentences.
        table: Its numbers.
    """

    figure: Figure = field(repr=False)
    title: str
    alt: str
    table: Table = field(repr=False)


@contextmanager
def drawing() -> Iterator[None]:
    """The look of the product, inside the ``with`` block only."""
    with mpl.rc_context(_STYLE):
        yield


def new_figure(height: float, width: float = WIDTH) -> Figure:
    """An empty figure, ``height`` inches high and of the usual width, free of any global state."""
    figure = Figure(figsize=(width, height), dpi=SHARPNESS)
    figure.subplots_adjust(left=_EDGE / width, right=1 - _EDGE / width)
    FigureCanvasAgg(figure)
    return figure


def show(*views: Any) -> None:
    """Put views on the page, one after the other.

    A chart comes as its picture with alt text, and its numbers folded beneath; everything else
    as it shows itself.
    """
    from IPython.display import display

    for view in views:
        if not isinstance(view, Chart):
            display(view)
            continue
        display(
            {"image/png": picture(view), "text/plain": view.title},
            metadata={"image/png": about_chart(view)},
            raw=True,
        )
        display(numbers_html(view))


def picture(chart: Chart) -> bytes:
    """The chart as PNG: measured once and drawn once, where ``savefig`` does each twice."""
    figure = chart.figure
    with drawing(), BytesIO() as file:
        pen = Lettering(*map(int, figure.bbox.size), figure.dpi)
        _fit(figure, pen)
        figure.draw(pen)
        image = _with_palette(np.asarray(pen.buffer_rgba()))
        image.save(file, "png", compress_level=3, dpi=(SHARPNESS, SHARPNESS))
        return file.getvalue()


def _fit(figure: Figure, pen: Lettering) -> None:
    """Use the whole figure: the words around the axes just fit."""
    drawn = [axes for axes in figure.axes if axes.axison]
    if not drawn:
        return
    around = (axes.get_tightbbox(pen, for_layout_only=True) for axes in drawn)
    taken = Bbox.union([box for box in around if box is not None])
    inside = Bbox.union([axes.bbox for axes in drawn])
    wide, high = figure.bbox.size
    edge = _EDGE * figure.dpi
    figure.subplots_adjust(
        left=(edge + inside.x0 - taken.x0) / wide,
        right=1 - (edge + taken.x1 - inside.x1) / wide,
        bottom=(edge + inside.y0 - taken.y0) / high,
        top=1 - (edge + taken.y1 - inside.y1) / high,
    )


def _with_palette(pixels: NDArray[np.uint8]) -> Image.Image:
    """The picture in its own commonest colours: half the size, and every surface stays exact.

    Args:
        pixels: Shape (high, wide, 4).
    """
    sample = pixels.reshape(-1, 4)[::_STEP]
    _, first, counts = np.unique(sample.view(np.uint32), return_index=True, return_counts=True)
    common = first[counts.argsort(kind="stable")[-_COLOURS:]]  # the commonest last
    palette = Image.new("P", (1, 1))
    palette.putpalette(sample[common, :3].tobytes())
    image = Image.frombytes("RGB", pixels.shape[1::-1], pixels, "raw", "RGBX")
    image = image.quantize(palette=palette, dither=Image.Dither.NONE)
    # Pillow looks up neighbouring colours together: where they met, the commonest has its way
    exact = np.array(image.getpalette(), dtype=np.uint8).reshape(-1, 3)
    exact[np.asarray(image).ravel()[::_STEP][common]] = sample[common, :3]
    image.putpalette(exact.tobytes())
    return image


def numbers_html(chart: Chart) -> Html:
    """The numbers of the chart, to be unfolded."""
    return folded(gettext("The numbers of this chart"), table_html(chart.table))


class ChartAbout(TypedDict):
    """What a page says with a picture: title, words, and its size in CSS pixels."""

    alt: str
    title: str
    width: int
    height: int


def about_chart(chart: Chart) -> ChartAbout:
    """What to say with a chart."""
    wide, high = chart.figure.get_size_inches()
    return {
        "alt": chart.alt,
        "title": chart.title,
        "width": round(wide * SCREEN_DPI),
        "height": round(high * SCREEN_DPI),
    }


def count_axis(axis: Any, *, ticks: int = 5, digits: int = 0) -> None:
    """Write the numbers on an axis as the reader does."""
    axis.set_major_locator(MaxNLocator(ticks, steps=[1, 2, 5, 10]))
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, digits)))
