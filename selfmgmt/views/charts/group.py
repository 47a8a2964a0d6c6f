"""One figure of every option, for a group of municipalities: a line for each of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from selfmgmt.analysis.bands import Band
from selfmgmt.language import gettext
from selfmgmt.views.charts.rows import fitted
from selfmgmt.views.figures import BAND, INK, MUTED, WARNING, Chart, count_axis, drawing, new_figure
from selfmgmt.views.outcomes import Outcome
from selfmgmt.views.tables import Table

_LINE = 0.105  # inches for one municipality
_HEAD = 0.42  # inches for the name of an option
_FRAME = 0.55  # inches for the axis below

Ranges = Mapping[str, Mapping[str, Band]]


def group_chart(ranges: Ranges, outcome: Outcome) -> Chart:
    """Each option with a line from low to high for every municipality, in euros.

    Args:
        ranges: Option to municipality to its range; the first municipality is the own one.
        outcome: What the figure is, and how it is written.
    """
    own = next(iter(next(iter(ranges.values()))))
    with drawing():
        figure = _strips(ranges, own)
    return Chart(
        figure=figure,
        title=gettext("{outcome}: {name} (orange) and the others", outcome=outcome.title, name=own),
        alt=_alt(ranges, own, outcome),
        table=_table(ranges, outcome),
    )


def _strips(ranges: Ranges, own: str) -> Any:
    lines = max(map(len, ranges.values()))
    figure = new_figure(_FRAME + len(ranges) * (_HEAD + _LINE * lines))
    panels = figure.subplots(len(ranges), 1, sharex=True, squeeze=False)[:, 0]
    for axes, (label, bands) in zip(panels, ranges.items(), strict=True):
        _strip(axes, bands, own)
        axes.set_title(fitted(label), size=9, pad=3, color=INK)
    panels[-1].set_xlabel(gettext("euros per inhabitant"), loc="left")
    count_axis(panels[-1].xaxis)
    return figure


def _strip(axes: Any, bands: Mapping[str, Band], own: str) -> None:
    ordered = sorted(bands.items(), key=lambda item: item[1].p50)
    for place, (name, band) in enumerate(ordered):
        line, sign, size = (WARNING, "D", 5.5) if name == own else (BAND, "o", 3.5)
        axes.plot([band.p10, band.p90], [place, place], color=line, lw=3.2, solid_capstyle="butt")
        colour = WARNING if name == own else MUTED
        axes.plot(band.p50, place, sign, color=colour, ms=size, mec="white", mew=0.6, zorder=3)
    axes.set_ylim(-1, len(ordered))
    axes.set_yticks([])
    axes.grid(visible=True, axis="x")
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)


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
    bands: Mapping[str, Band],
    own: str,
    pick: Callable[[Sequence[float]], float],
    outcome: Outcome,
) -> str:
    return outcome.write(pick([band.p50 for name, band in bands.items() if name != own]))
