"""How people answered: bars that lean to the right where more people say that it is in place.

A bar shows the five answers always in the same order, with their share in it, and the middle
answer lies across the line in the middle: nothing has to be told by colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

import numpy as np
from matplotlib.figure import Figure

from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.instrument import HIGHEST, LOWEST, Item, load_instrument
from selfmgmt.readiness.published import Published
from selfmgmt.views.charts.rows import write_name
from selfmgmt.views.figures import INK, PAPER, Chart, drawing, new_figure
from selfmgmt.views.tables import Table

_TONES = ("#d9a066", "#f3e3d3", PAPER, "#d5e4ea", "#8fb9c9")
_LINE = 0.17  # inches for a line of words
_BAR = 0.4  # inches for a bar and the room below it
_FRAME = 0.55  # inches for the axis below, with two lines of words
_LETTERS = 62  # on a line of words
_ROOM = 9  # per cent of a bar that a share in figures needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """What a bar is about, and how many gave each answer, from 1 (not ready) to 5 (ready)."""

    label: str
    counts: tuple[int, ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """The part of the answers that each is, 0 to 1."""
        return tuple(count / sum(self.counts) for count in self.counts)


def answers_chart(published: Published) -> Chart | None:
    """All answers to the questions of each dimension, or nothing when none may be shown."""
    instrument = load_instrument()
    dimension_of = {item.key: item.dimension for item in instrument.items}
    sums = dict[str, np.ndarray]()
    for item, counts in _turned(published).items():
        key = dimension_of[item]
        sums[key] = sums.get(key, np.zeros(len(counts), dtype=int)) + counts
    rows = [
        Leaning(label=str(facts.label), counts=tuple(sums[key].tolist()))
        for key, facts in instrument.dimensions.items()
        if key in sums
    ]
    return _chart(rows, gettext("How people answered, for each subject")) if rows else None


def items_chart(published: Published, dimension: str) -> Chart | None:
    """The answers to each question of one dimension, or nothing when they may not be shown."""
    turned = _turned(published)
    rows = [
        Leaning(label=_question(item), counts=turned[item.key])
        for item in load_instrument().items_of(dimension)
        if item.key in turned
    ]
    title = gettext(
        "How people answered: {subject}", subject=load_instrument().dimensions[dimension].label
    )
    return _chart(rows, title) if rows else None


def _question(item: Item) -> str:
    if not item.reversed:
        return str(item.text)
    return gettext("{question} (turned round: disagree is 5)", question=item.text)


def _turned(published: Published) -> dict[str, tuple[int, ...]]:
    """The counts of everyone for each item that was answered, the ready answer last."""
    backwards = {item.key for item in load_instrument().items if item.reversed}
    return {
        found.item: found.counts[::-1] if found.item in backwards else found.counts
        for found in published.distributions
        if found.group == TOTAL and any(found.counts)
    }


def _chart(rows: Sequence[Leaning], title: str) -> Chart:
    with drawing():
        figure = _drawn(rows)
    return Chart(figure=figure, title=title, alt=_alt(rows, title), table=_table(rows, title))


def _drawn(rows: Sequence[Leaning]) -> Figure:
    words = [wrap(row.label, _LETTERS) for row in rows]
    heights = [_BAR + _LINE * len(lines) for lines in words]
    figure = new_figure(_FRAME + sum(heights))
    axes = figure.subplots()
    for row, lines, end in zip(rows, words, np.cumsum(heights), strict=True):
        height = end - _BAR / 2
        _bar(axes, height, row.shares)
        for at, line in enumerate(reversed(lines)):
            write_name(axes, height, line, above=_BAR / 2 + at * _LINE)
    _frame(axes, rows, sum(heights))
    return figure


def _bar(axes: Any, height: float, shares: Sequence[float]) -> None:
    left = -100 * (shares[0] + shares[1] + shares[2] / 2)
    for share, tone in zip(shares, _TONES, strict=True):
        wide = 100 * share
        axes.barh(height, wide, left=left, height=0.24, facecolor=tone, edgecolor=INK, lw=0.7)
        if wide >= _ROOM:
            axes.text(
                left + wide / 2, height, number(wide), ha="center", va="center", size=8, color=INK,
                zorder=4, bbox={"facecolor": tone, "edgecolor": "none", "pad": 0.8},
            )  # fmt: skip
        left += wide


def _frame(axes: Any, rows: Sequence[Leaning], bottom: float) -> None:
    reach = max(
        max(row.shares[0] + row.shares[1], row.shares[3] + row.shares[4]) + row.shares[2] / 2
        for row in rows
    )
    axes.set_xlim(-100 * reach - 2, 100 * reach + 2)
    axes.set_ylim(bottom, 0)
    axes.set_yticks([])
    axes.set_xticks([])
    axes.axvline(0, color=INK, lw=1, zorder=3)
    axes.grid(visible=False)
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.set_xlabel(
        gettext(
            "Per cent of the answers, from 1 (not at all) on the left\nto 5 (fully) on the right; "
            "the line runs through the middle of 3"
        ),
        loc="left",
    )


def _table(rows: Sequence[Leaning], title: str) -> Table:
    steps = range(LOWEST, HIGHEST + 1)
    return Table(
        caption=title,
        heads=(
            gettext("What it is about"),
            *(gettext("Answer {step}", step=step) for step in steps),
            gettext("Answers"),
        ),
        rows=tuple(
            (row.label, *map(percentage, row.shares), number(sum(row.counts))) for row in rows
        ),
    )


def _alt(rows: Sequence[Leaning], title: str) -> str:
    parts = [
        gettext(
            "{label}: {ready} give 4 or 5, {not_ready} give 1 or 2",
            label=row.label.rstrip("."),
            ready=percentage(sum(row.shares[-2:])),
            not_ready=percentage(sum(row.shares[:2])),
        )
        for row in rows
    ]
    return gettext("{title}. {parts}.", title=title, parts="; ".join(parts))
