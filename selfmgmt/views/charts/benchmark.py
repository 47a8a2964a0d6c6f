"""One figure of every option, for a group of municipalities: a line for each of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from selfmgmt.language import gettext
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.charts.rows import write_name, write_unit
from selfmgmt.views.figures import (
    BAND,
    MUTED,
    PAPER,
    RULE,
    WARNING,
    Chart,
    count_axis,
    drawing,
    new_figure,
)
from selfmgmt.views.outcomes import Outcome
from selfmgmt.views.tables import Table

_LINE = 0.105  # inches for one municipality
_HEAD = 0.42  # inches for the name of an option
_FRAME = 0.55  # inches for the axis below
_NARROW = 5  # of the unit: below this whole numbers are too coarse

Ranges = Mapping[str, Mapping[str, Quantiles]]


def group_chart(ranges: Ranges, outcome: Outcome, *, unit: str = "") -> Chart:
    """Each option with a line from low to high for every municipality.

    Args:
        ranges: Option to municipality to its range; the first municipality is the own one.
        outcome: What the figure is, and how it is written.
        unit: What the numbers on the axis are; euros per inhabitant when left out.
    """
    own = next(iter(next(iter(ranges.values()))))
    with drawing():
        figure = _strips(ranges, own, unit or gettext("euros per inhabitant"))
    return Chart(
        figure=figure,
        title=gettext("{outcome}: {name} (orange) and the others", outcome=outcome.title, name=own),
        alt=_alt(ranges, own, outcome),
        table=_table(ranges, outcome),
    )


def _strips(ranges: Ranges, own: str, unit: str) -> Any:
    """A strip of lines for each option, on one scale; heights are in inches from the top."""
    lines = max(map(len, ranges.values()))
    height = len(ranges) * (_HEAD + _LINE * lines)
    figure = new_figure(_FRAME + height)
    axes = figure.subplots()
    axes.set_ylim(height, 0)
    axes.yaxis.set_visible(False)
    axes.spines[["left", "right", "top"]].set_visible(False)
    for row, (label, bands) in enumerate(ranges.items()):
        end = (row + 1) * (_HEAD + _LINE * lines)
        _strip(axes, bands, own, end - _LINE)
        axes.axhline(end, color=RULE, lw=1)
        write_name(axes, end, label, above=_LINE * (lines + 0.5))
    write_unit(axes, unit)
    low, high = axes.get_xlim()
    count_axis(axes.xaxis, digits=1 if high - low < _NARROW else 0)
    return figure


def _strip(axes: Any, bands: Mapping[str, Quantiles], own: str, lowest: float) -> None:
    ordered = sorted(bands.items(), key=lambda item: item[1].p50)
    heights_by_name = {name: lowest - _LINE * row for row, (name, _) in enumerate(ordered)}
    for names, line, style in (
        (
            [name for name in heights_by_name if name != own],
            BAND,
            {"marker": "o", "ms": 3.5, "color": MUTED},
        ),
        ([own], WARNING, {"marker": "D", "ms": 5.5, "color": WARNING}),
    ):
        heights, found = [heights_by_name[name] for name in names], [bands[name] for name in names]
        low, high = [band.p10 for band in found], [band.p90 for band in found]
        axes.hlines(heights, low, high, colors=line, lw=3.2)
        middle = [band.p50 for band in found]
        axes.plot(middle, heights, ls="", mec=PAPER, mew=0.6, zorder=3, **style)


def _table(ranges: Ranges, outcome: Outcome) -> Table:
    names = list(next(iter(ranges.values())))
    return Table(
        caption=outcome.title,
        heads=(gettext("Municipality"), *ranges),
        rows=tuple(
            (name, *(outcome.range(bands[name]) for bands in ranges.values())) for name in names
        ),
    )


def _alt(ranges: Ranges, own: str, outcome: Outcome) -> str:
    parts = [
        gettext(
            "{option}: {own}, the others in the middle {low} to {high}",
            option=label,
            own=outcome.range(bands[own]),
            low=_end(bands, own, min, outcome),
            high=_end(bands, own, max, outcome),
        )
        for label, bands in ranges.items()
    ]
    return gettext("{outcome}. {parts}.", outcome=outcome.title, parts="; ".join(parts))


def _end(
    bands: Mapping[str, Quantiles],
    own: str,
    pick: Callable[[Sequence[float]], float],
    outcome: Outcome,
) -> str:
    return outcome.write(pick([band.p50 for name, band in bands.items() if name != own]))
