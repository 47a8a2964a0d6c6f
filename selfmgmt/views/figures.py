"""How every chart looks, and how it reaches the page: picture, alt text and numbers together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import matplotlib as mpl
import numpy as np
import seaborn as sns
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.layout_engine import ConstrainedLayoutEngine
from matplotlib.ticker import FuncFormatter, MaxNLocator
from PIL import Image

from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.views.prose import Html, folded
from selfmgmt.views.tables import Table, table_html

WIDTH = 4.2  # inches; narrow, so that letters stay readable when a phone shrinks the picture
SHOWN = 128  # CSS pixels for an inch on a wide screen
SHARPNESS = 220  # dots for an inch
INK, MUTED, RULE, BAND = "#1d2b36", "#51606c", "#8b98a3", "#c9dbe4"
ACCENT, WARNING, PAPER = "#14607a", "#9a4a00", "#ffffff"
_STYLE = {
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.labelsize": 9,
    "axes.titlelocation": "left",
    "axes.titlesize": 9,
    "figure.facecolor": PAPER,
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # travels with matplotlib: the same picture everywhere
    "font.size": 9,
    "grid.color": "#e1e7eb",
    "hatch.linewidth": 0.8,
    "text.color": INK,
    "text.hinting": "none",  # letters this sharp do not need it
    "xtick.color": MUTED,
    "xtick.labelsize": 8.5,
    "ytick.color": MUTED,
    "ytick.labelsize": 8.5,
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
    with mpl.rc_context(), sns.axes_style("whitegrid", rc=_STYLE):
        mpl.rcParams.update(_STYLE)
        yield


def new_figure(height: float) -> Figure:
    """An empty figure of the usual width, ``height`` inches high, free of any global state."""
    layout = ConstrainedLayoutEngine(w_pad=0.04, h_pad=0.04, wspace=0.04, hspace=0.04)
    figure = Figure(figsize=(WIDTH, height), dpi=SHARPNESS, layout=layout)
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
            metadata={"image/png": _about(view)},
            raw=True,
        )
        display(numbers_html(view))


def picture(chart: Chart) -> bytes:
    """The chart as PNG: laid out once and rendered once, where ``savefig`` does each twice."""
    figure = chart.figure
    with drawing(), BytesIO() as file:
        layout = figure.get_layout_engine()
        if layout is not None:
            layout.execute(figure)
            figure.set_layout_engine(None)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        drawn = Image.fromarray(np.asarray(canvas.buffer_rgba()))
        drawn.convert("RGB").save(file, "png", compress_level=3, dpi=(SHARPNESS, SHARPNESS))
        return file.getvalue()


def numbers_html(chart: Chart) -> Html:
    """The numbers of the chart, to be unfolded."""
    return folded(gettext("The numbers of this chart"), table_html(chart.table))


def _about(chart: Chart) -> dict[str, Any]:
    wide, high = chart.figure.get_size_inches()
    return {
        "alt": chart.alt,
        "title": chart.title,
        "width": round(wide * SHOWN),
        "height": round(high * SHOWN),
    }


def count_axis(axis: Any, *, ticks: int = 5, digits: int = 0) -> None:
    """Write the numbers on an axis as the reader does."""
    axis.set_major_locator(MaxNLocator(ticks, steps=[1, 2, 5, 10]))
    axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, digits)))
