"""Pictures for the notebooks that teach: the symbols of an equation, with their ranges.

What is drawn is named by its symbol (see ``symbols``), so that a cell needs no words.
"""

from collections.abc import Mapping, Sequence
from textwrap import fill
from typing import Any

import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.figure import Figure
from matplotlib.ticker import Formatter
from matplotlib.transforms import blended_transform_factory
from numpy.typing import ArrayLike

from selfmgmt.analysis.bands import quantiles_of
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.views.charts.symbols import symbol
from selfmgmt.views.figures import (
    ACCENT,
    INK,
    MUTED,
    WARNING,
    Chart,
    count_axis,
    drawing,
    new_figure,
)
from selfmgmt.views.tables import Table

_COLOURS = (ACCENT, WARNING, MUTED, INK)
_DASHES = ((1, 0), (5, 2), (2, 2), (6, 2, 1, 2))
_MARKS = ("o", "s", "D", "^")
_HIGH, _KEY, _ROW = 1.9, 0.2, 0.36  # inches: a picture, one line of its key, a row with a name
_LINE, _GAP = 0.118, 0.06  # inches: a line of a name, and what stays free between two names
_MOST_DIGITS = 3  # decimals at an axis
_APART = 0.24  # of a row, between symbols
_LETTERS = 24  # of a name on one line
_TABLE_COLUMNS = 5  # places on the axis that the table has
_QUANTILES = ("p10", "p50", "p90")


def over_quarters(**paths: ArrayLike) -> Chart:
    """Paths over time.

    Args:
        paths: Symbol to path, shape (quarters,) or (quarters, draws).
    """
    quarters = max(np.shape(path)[0] for path in paths.values() if np.ndim(path))
    return against("t", np.arange(quarters), **paths)


def against(along: str, positions: ArrayLike, **values: ArrayLike) -> Chart:
    """The middle of each symbol, and a band in which 80 of 100 draws fall.

    Args:
        along: Symbol on the axis.
        positions: Where on it, shape (places,).
        values: Symbol to values, shape (places,) or (places, draws), or one value.
    """
    frame = _frame(np.asarray(positions, dtype=float), values)
    with drawing():
        figure, axes = _axes(len(values))
        for row, (name, part) in enumerate(frame.groupby("symbol", sort=False)):
            sns.lineplot(
                part,
                x="position",
                y="p50",
                label=symbol(str(name)),
                errorbar=None,
                color=_COLOURS[row],
                ax=axes,
            )
            axes.lines[-1].set_dashes(_DASHES[row])
            axes.fill_between(
                part["position"], part["p10"], part["p90"], color=_COLOURS[row], alpha=0.15
            )
        _finish(axes, symbol(along))
    return Chart(figure=figure, title=_title(values), alt=_alt(frame), table=_table(frame, along))


def dot_plot(names: Sequence[str], **values: ArrayLike) -> Chart:
    """Things side by side, each a row: the middle of each symbol as a dot, its range as a bar.

    Args:
        names: What they are called, from top to bottom.
        values: Symbol to values, shape (names,) or (names, draws).
    """
    frame = _frame(np.arange(len(names)), values)
    with drawing():
        words = [fill(name, _LETTERS) for name in names]
        most = max((name.count("\n") + 1 for name in words), default=1)
        figure, axes = _axes(len(values), max(_ROW, _LINE * most + _GAP) * len(names))
        for row, (name, part) in enumerate(frame.groupby("symbol", sort=False)):
            heights = part["position"] + _APART * (row - (len(values) - 1) / 2)
            axes.hlines(heights, part["p10"], part["p90"], colors=_COLOURS[row], lw=3, alpha=0.3)
            sns.scatterplot(
                x=part["p50"], y=heights, label=symbol(str(name)), marker=_MARKS[row],
                color=_COLOURS[row], s=28, ax=axes,
            )  # fmt: skip
        axes.set(xlabel="", ylabel="", ylim=(len(names) - 0.5, -0.5))
        axes.set_yticks(range(len(names)), words, size=7)
        axes.xaxis.set_major_formatter(_AsNeeded())
        _key(axes)
    return Chart(
        figure=figure,
        title=_title(values),
        alt=_extremes(frame, names),
        table=_table_of(names, frame, list(values)),
    )


def spreads(**draws: ArrayLike) -> Chart:
    """How draws are spread: a histogram of each symbol.

    Args:
        draws: Symbol to draws, shape (draws,).
    """
    tidy = pd.DataFrame({name: np.asarray(values) for name, values in draws.items()})
    frame = _frame(np.zeros(1), {name: tidy[[name]].T.to_numpy() for name in draws})
    with drawing():
        figure, axes = _axes(len(draws))
        sns.histplot(
            tidy.rename(columns=symbol),
            element="step",
            stat="percent",
            common_norm=False,
            palette=_COLOURS[: len(draws)],
            alpha=0.3,
            ax=axes,
        )
        axes.set(xlabel="", ylabel=gettext("per cent of the draws"))
        axes.xaxis.set_major_formatter(_AsNeeded())
        _key(axes)
    return Chart(figure=figure, title=_title(draws), alt=_alt(frame), table=_table(frame))


def cloud(**points: ArrayLike) -> Chart:
    """Points in a square, to see how even they lie.

    Args:
        points: Symbol to points, shape (2, points).
    """
    names = ["first", "second"]
    tidy = pd.concat(
        pd.DataFrame(np.asarray(pair).T, columns=names).assign(symbol=symbol(name))
        for name, pair in points.items()
    )
    frame = _frame(np.zeros(1), {name: np.asarray(pair)[:1] for name, pair in points.items()})
    with drawing():
        figure, axes = _axes(len(points))
        sns.scatterplot(
            tidy, x="first", y="second", hue="symbol", style="symbol", s=12, ax=axes,
            palette=_COLOURS[: len(points)],
        )  # fmt: skip
        _finish(axes, symbol("first"), symbol("second"))
    return Chart(figure=figure, title=_title(points), alt=_alt(frame), table=_table(frame))


def _frame(positions: Any, values: Mapping[str, ArrayLike]) -> pd.DataFrame:
    """One row for each symbol and place: the range of its draws."""
    parts = []
    for name, given in values.items():
        table = np.asarray(given, dtype=float)
        table = table[:, np.newaxis] if table.ndim == 1 else table
        rows = np.broadcast_to(table, (len(positions), table.shape[-1] if table.ndim else 1))
        quantiles = pd.DataFrame(
            np.asarray(quantiles_of(rows)).reshape(3, -1).T, columns=list(_QUANTILES)
        )
        parts.append(quantiles.assign(symbol=name, position=positions))
    return pd.concat(parts, ignore_index=True)


def _axes(lines: int, high: float = _HIGH) -> tuple[Figure, Any]:
    figure = new_figure(high + _KEY * lines + _KEY)
    return figure, figure.add_subplot()


def _finish(axes: Any, along: str, up: str = "") -> None:
    axes.set(xlabel=along, ylabel=up)
    count_axis(axes.yaxis)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(_AsNeeded())
    _key(axes)


class _AsNeeded(Formatter):
    """Numbers at an axis as the reader writes them, with as many decimals as they need."""

    _digits = 0

    def set_locs(self, locs: Any) -> None:
        """Find the decimals that tell all numbers at the axis apart."""
        places = np.asarray(locs, dtype=float)
        exact = (
            at for at in range(_MOST_DIGITS) if np.allclose(places, places.round(at), atol=1e-9)
        )
        self._digits = next(exact, _MOST_DIGITS)

    def __call__(self, value: float, pos: int | None = None) -> str:  # noqa: ARG002  matplotlib gives it
        """One number, at whatever place of the axis."""
        return number(value, self._digits)


def _key(axes: Any) -> None:
    """The key stands above the picture, from the edge of the paper, so that it covers no line."""
    across = blended_transform_factory(axes.figure.transFigure, axes.transAxes)
    sns.move_legend(
        axes, "lower left", bbox_to_anchor=(0, 1), bbox_transform=across,
        title=None, frameon=False, fontsize=8,
    )  # fmt: skip


def _title(values: Mapping[str, Any]) -> str:
    return "; ".join(symbol(name) for name in values)


def _alt(frame: pd.DataFrame) -> str:
    """Of each symbol where its middle starts, ends, and how far it goes."""
    return " ".join(
        gettext(
            "{symbol}: from {first} to {last}, at least {low} and at most {high}.",
            symbol=symbol(str(name)),
            first=_written(part["p50"].iloc[0]),
            last=_written(part["p50"].iloc[-1]),
            low=_written(part["p50"].min()),
            high=_written(part["p50"].max()),
        )
        for name, part in frame.groupby("symbol", sort=False)
    )


def _extremes(frame: pd.DataFrame, names: Sequence[str]) -> str:
    """Of each symbol who has the lowest and the highest middle."""
    return " ".join(
        gettext(
            "{symbol}: lowest for {low}, highest for {high}.",
            symbol=symbol(str(name)),
            low=names[int(part["p50"].to_numpy().argmin())],
            high=names[int(part["p50"].to_numpy().argmax())],
        )
        for name, part in frame.groupby("symbol", sort=False)
    )


def _table_of(names: Sequence[str], frame: pd.DataFrame, symbols: Sequence[str]) -> Table:
    """Names down, symbols across."""
    columns = [
        list(map(_range, frame.loc[frame["symbol"] == one, list(_QUANTILES)].to_numpy()))
        for one in symbols
    ]
    return Table(
        caption=_caption(),
        heads=(gettext("Name"), *map(symbol, symbols)),
        rows=tuple(zip(names, *columns, strict=True)),
    )


def _table(frame: pd.DataFrame, along: str | None = None) -> Table:
    """The ranges at some places along the axis."""
    positions = np.unique(frame["position"])
    kept = positions[
        np.unique(np.linspace(0, len(positions) - 1, _TABLE_COLUMNS).round().astype(int))
    ]
    heads = [f"{along}: {_written(position)}" if along else gettext("Range") for position in kept]
    rows = frame[frame["position"].isin(kept)].groupby("symbol", sort=False)
    return Table(
        caption=_caption(),
        heads=(gettext("Symbol"), *heads),
        rows=tuple(
            (symbol(str(name)), *map(_range, part[list(_QUANTILES)].to_numpy()))
            for name, part in rows
        ),
    )


def _caption() -> str:
    return gettext("The middle, and in brackets the range of 80 in 100 draws")


def _range(quantiles: Any) -> str:
    low, middle, high = map(_written, quantiles)
    return middle if low == high else f"{middle} ({low} … {high})"


def _written(value: float) -> str:
    return number(float(value), 0 if abs(value) >= 100 else 2)
