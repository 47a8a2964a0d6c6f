"""Small panels in one picture.

They stand in one axes that is measured in inches: an axes for each panel would take most of the
time of a report.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from numpy.typing import ArrayLike, NDArray

from selfmgmt.views.figures import GRID, INK, MUTED, RULE, WIDTH, new_figure

SMALL = 8.5  # points; the numbers at an axis
_TILE = 1.36  # inches high, for a panel with its title
_MOST_IN_PAIRS = 8  # panels in two columns
_LEFT, _RIGHT = 0.56, 0.13  # inches for the numbers and the unit, and for half a number
_COLUMN_GAP = 0.16  # inches between two columns
_HEAD = 0.24  # inches for a title of one line
_LINE = 0.15  # inches for a line more
_DIGIT = 0.075  # inches wide
GAP = 0.06  # inches from a panel to its title, and to the numbers beside it
_BELOW = 0.08  # inches from a panel to the numbers below it


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rectangle in inches, from the lower left of the picture, and the figures at its edges."""

    left: float
    right: float
    bottom: float
    top: float
    x: tuple[float, float]
    y: tuple[float, float] = (0.0, 1.0)

    def across(self, values: ArrayLike) -> NDArray[np.float64]:
        """Where values stand from left to right, in inches.

        >>> Panel(left=1, right=3, bottom=0, top=1, x=(0, 100)).across([0, 50]).tolist()
        [1.0, 2.0]
        """
        return _between(self.left, self.right, self.x, values)

    def up(self, values: ArrayLike) -> NDArray[np.float64]:
        """Where values stand from bottom to top, in inches."""
        return _between(self.bottom, self.top, self.y, values)

    def line(self, x: ArrayLike, y: ArrayLike) -> NDArray[np.float64]:
        """Points in inches, shape (points, 2); a single value counts for all."""
        return np.column_stack(np.broadcast_arrays(self.across(x), self.up(y)))


def _between(
    start: float, stop: float, span: tuple[float, float], values: ArrayLike
) -> NDArray[np.float64]:
    low, high = span
    return start + (np.asarray(values) - low) / (high - low) * (stop - start)


def sheet(height: float) -> tuple[Figure, Any]:
    """A figure with one axes over all of it, in inches, without anything in it."""
    figure = new_figure(height)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(0, height))
    axes.set_axis_off()
    axes.set_autoscale_on(False)
    return figure, axes


def tiles(  # noqa: PLR0913  four by keyword
    titles: Sequence[str],
    spans: Sequence[tuple[float, float]],
    *,
    y: tuple[float, float],
    apart: float,
    below: float,
    columns: int = 2,
) -> tuple[Figure, Any, list[Panel]]:
    """A sheet with panels of one size in columns, each with its title above it.

    Args:
        titles: One for each panel, already in lines.
        spans: From where to where each panel runs, from left to right.
        y: From where to where all run, from bottom to top.
        apart: Inches from a panel to the titles of the next row.
        below: Inches that stay free below the last row.
        columns: How many panels stand beside each other.
    """
    rows = [titles[at : at + columns] for at in range(0, len(titles), columns)]
    height = below + _TILE * max(len(rows), 1)
    heads = [_HEAD + _LINE * max(title.count("\n") for title in row) for row in rows]
    high = (height - below - sum(heads)) / max(len(rows), 1) - apart
    wide = (WIDTH - _LEFT - _RIGHT - _COLUMN_GAP * (columns - 1)) / columns
    tops = height - np.cumsum(heads) - (high + apart) * np.arange(len(rows))
    panels = [
        Panel(left=left, right=left + wide, bottom=top - high, top=top, x=span, y=y)
        for index, span in enumerate(spans)
        for row, column in [divmod(index, columns)]
        for left, top in [(_LEFT + column * (wide + _COLUMN_GAP), float(tops[row]))]
    ]
    figure, axes = sheet(height)
    for panel, title in zip(panels, titles, strict=True):
        heading(axes, panel, title)
    return figure, axes, panels


def columns_for(count: int) -> int:
    """How many columns so many panels need, so that the sheet does not get too high.

    >>> columns_for(8), columns_for(9)
    (2, 3)
    """
    return 2 if count <= _MOST_IN_PAIRS else 3


def ticks(span: tuple[float, float], count: int) -> NDArray[np.float64]:
    """About so many round values within a span; more where else fewer than two would be left.

    >>> ticks((88.0, 101.0), 4).tolist()
    [90.0, 95.0, 100.0]
    >>> ticks((-400_000.0, 400_000.0), 3).tolist()
    [-400000.0, -200000.0, 0.0, 200000.0, 400000.0]
    """
    found = np.asarray(MaxNLocator(count, steps=[1, 2, 5, 10]).tick_values(*span))
    return found[(found >= span[0]) & (found <= span[1])]


def lines(axes: Any, found: Sequence[NDArray[np.float64]], **style: Any) -> None:
    """Draw lines of points in inches, all with one look."""
    axes.add_collection(LineCollection(found, **style), autolim=False)


def frames(axes: Any, panels: Sequence[Panel], across: Sequence[ArrayLike], up: ArrayLike) -> None:
    """The edges of panels, with quiet lines through them.

    Args:
        axes: Of the sheet.
        panels: Where they stand.
        across: For each panel the values of the upright lines.
        up: The values of the level lines, in all panels.
    """
    upright = [
        panel.line([value, value], panel.y)
        for panel, values in zip(panels, across, strict=True)
        for value in np.asarray(values)
    ]
    level = [panel.line(panel.x, value) for panel in panels for value in np.asarray(up)]
    lines(axes, [*upright, *level], colors=GRID, linewidths=0.8, zorder=0.5)
    edges = [
        panel.line(np.take(panel.x, [0, 1, 1, 0, 0]), np.take(panel.y, [0, 0, 1, 1, 0]))
        for panel in panels
    ]
    lines(axes, edges, colors=RULE, linewidths=0.8, zorder=2.5)


def number_below(axes: Any, panel: Panel, value: float, words: str, *, ha: str = "center") -> None:
    """A number at the lower edge of a panel, whole: never partly outside the picture."""
    across = float(panel.across(value))
    if ha == "center":
        half = _DIGIT * len(words) / 2
        across = min(max(across, half), WIDTH - half)
    axes.text(
        across, panel.bottom - _BELOW, words,
        ha=ha, va="top", size=SMALL, color=MUTED,
    )  # fmt: skip


def number_left(axes: Any, panel: Panel, value: float, words: str) -> None:
    """A number at the left edge of a panel."""
    axes.text(
        panel.left - GAP, panel.up(value), words,
        ha="right", va="center_baseline", size=SMALL, color=MUTED,
    )  # fmt: skip


def heading(axes: Any, panel: Panel, words: str) -> None:
    """What a panel is about, above it."""
    axes.text(panel.left, panel.top + GAP, words, va="bottom", color=INK)


def units(axes: Any, left: str, below: str = "") -> None:
    """What the numbers beside all panels are, and those below."""
    middle = sum(axes.get_ylim()) / 2
    axes.text(0.06, middle, left, rotation=90, ha="left", va="center", color=INK)
    axes.text(0.08, 0.06, below, va="bottom", color=INK)
