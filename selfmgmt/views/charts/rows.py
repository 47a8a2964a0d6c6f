"""The row chart: words on a line of their own and the drawing under it, for narrow screens too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import shorten
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.transforms import ScaledTranslation, offset_copy

from selfmgmt.views.figures import ACCENT, BAND, INK, PAPER, RULE, WARNING, WIDTH, new_figure

_ROW = 0.5  # inches for one row: a line of words and a line of drawing
_FRAME = 0.55  # inches for the axis below
_WORDS = 0.30  # rows that the words stand above their drawing
_CLEAR = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2}  # no line runs through words
_WIDEST = 72 * (WIDTH - 0.2)  # points that a name may take
_UNIT = 0.27  # inches from the axis to the unit below its numbers
_KEY_LEFT, _KEY_LINE, _KEY_SIGN = 0.1, 0.19, 0.12  # inches: its left side, a line, a sign
_ROOM = 0.24  # part of the axis kept free for the figure at the end of a bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a row chart: who it is about, its range, and that in words."""

    label: str
    low: float
    middle: float
    high: float
    words: str
    marked: bool = False


def row_chart(rows: Sequence[Row], *, unit: str) -> tuple[Figure, Any]:
    """Draw each row as a bar from low to high with its middle; a marked row has another sign.

    Returns:
        The figure and its axes; rows stand at y = 0, 1, 2, ... from above.
    """
    figure, axes = row_axes(len(rows))
    axes.hlines(
        range(len(rows)), [row.low for row in rows], [row.high for row in rows], colors=BAND, lw=7
    )
    for marked, sign, colour in ((False, "o", ACCENT), (True, "D", WARNING)):
        _signs(axes, {at: row for at, row in enumerate(rows) if row.marked == marked}, sign, colour)
    for height, row in enumerate(rows):
        write_name(axes, height, row.label, bold=row.marked)
        write_end(axes, height, row.high, row.words)
    write_unit(axes, unit)
    return figure, axes


def _signs(axes: Any, rows: Mapping[int, Row], sign: str, colour: str) -> None:
    """The ends and the middle of rows, by their place."""
    if not rows:
        return
    for end in ([row.low for row in rows.values()], [row.high for row in rows.values()]):
        axes.plot(end, [*rows], ls="", marker="|", color=colour, ms=9, mew=1.4)
    middle = [row.middle for row in rows.values()]
    axes.plot(middle, [*rows], ls="", marker=sign, color=colour, ms=7, zorder=3)


def row_axes(count: int) -> tuple[Figure, Any]:
    """Empty axes with room for ``count`` rows."""
    figure = new_figure(_FRAME + _ROW * count)
    axes = figure.subplots()
    axes.set_ylim(count - 0.55, -0.75)
    axes.yaxis.set_visible(False)
    axes.margins(x=0.03)
    axes.spines[["left", "right", "top"]].set_visible(False)
    return figure, axes


@cache
def fitted(label: str, *, bold: bool = False) -> str:
    """As much of ``label`` as fits beside nothing else on one line of a chart.

    >>> fitted("Niets doen")
    'Niets doen'
    """
    font = _font("bold" if bold else "normal")
    for letters in range(len(label), 0, -2):
        words = shorten(label, letters, placeholder=" …")
        font.set_text(words, 0, flags=LoadFlags.NO_HINTING)
        if font.get_width_height()[0] / 64 <= _WIDEST:
            return words
    return "…"


def _font(weight: str) -> FT2Font:
    """The font of a name, in which one pixel is one point; it counts in 64ths of them."""
    font = get_font(findfont(FontProperties(family="DejaVu Sans", weight=weight)))
    font.set_size(9, 72)
    return font


def write_name(
    axes: Any, height: float, label: str, *, bold: bool = False, above: float = _WORDS
) -> None:
    """The name of a row, ``above`` the middle of its drawing."""
    axes.text(
        0, height - above, fitted(label, bold=bold), color=INK,
        transform=axes.get_yaxis_transform(), va="bottom", zorder=5, in_layout=False,
        weight="bold" if bold else "normal", bbox=_CLEAR,
    )  # fmt: skip


def write_end(axes: Any, height: float, end: float, words: str) -> None:
    """The figure of a row, just after the end of its bar."""
    after_bar = offset_copy(axes.transData, axes.figure, x=7, units="points")
    axes.text(
        end, height, words, transform=after_bar, va="center",
        color=INK, zorder=4, in_layout=False, bbox=_CLEAR,
    )  # fmt: skip


def make_room(axes: Any) -> None:
    """Keep the right of the axis free, for the figures at the ends of the bars."""
    low, high = axes.get_xlim()
    axes.set_xlim(low, high + _ROOM / (1 - _ROOM) * (high - low))


def reference_line(axes: Any, value: float, words: str) -> None:
    """A dashed line at ``value`` with its name at the top."""
    axes.axvline(value, color=INK, ls=(0, (4, 3)), lw=1, zorder=1)
    axes.annotate(
        words, (value, 1), xycoords=("data", "axes fraction"), xytext=(0, 2),
        textcoords="offset points", ha="center", va="bottom", color=INK,
    )  # fmt: skip


def write_unit(axes: Any, words: str) -> None:
    """What the numbers below are; its place is fixed, so that nothing has to be measured."""
    axes.set_xlabel(words, loc="left")
    below = ScaledTranslation(0, -_UNIT, axes.figure.dpi_scale_trans)
    axes.xaxis.set_label_coords(0, 0, transform=axes.transAxes + below)


def write_key(axes: Any, key: Sequence[tuple[Mapping[str, Any], str]], *, columns: int = 1) -> None:
    """What signs mean, above the rows.

    Args:
        axes: Of the rows.
        key: How a sign looks, and its words.
        columns: That stand beside each other.
    """
    for index, (style, words) in enumerate(key):
        left = _KEY_LEFT + index % columns * (WIDTH - _KEY_LEFT) / (columns + 1)
        up = _KEY_LINE * (-(-len(key) // columns) - index // columns - 0.5)
        sign, text = (
            axes.transAxes + ScaledTranslation(across, up, axes.figure.dpi_scale_trans)
            for across in (left, left + _KEY_SIGN)
        )
        axes.plot(0, 1, ls="", clip_on=False, transform=sign, **style)
        axes.text(0, 1, words, va="center_baseline", color=INK, transform=text)


def zero_line(axes: Any) -> None:
    """A quiet line at zero."""
    axes.axvline(0, color=RULE, lw=1, zorder=1)
