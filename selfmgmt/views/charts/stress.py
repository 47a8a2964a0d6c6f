"""The gap to the target as planned and under each reverse, for a few options beside each other."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

from selfmgmt.analysis.stress import Stressed
from selfmgmt.language import gettext
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.charts.rows import row_axes, write_key, write_name, write_unit
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, WARNING, Chart, count_axis, drawing
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table
from selfmgmt.views.words.stress import shock_names

Labels = Mapping[str, str]
MOST = 3  # options in one picture
_SIGNS = (
    {"marker": "o", "color": ACCENT},
    {"marker": "D", "color": WARNING},
    {"marker": "s", "color": MUTED},
)
_APART = 0.2  # rows between the lines of two options
_LETTERS = 52


def stress_chart(found: Sequence[Stressed], labels: Labels) -> Chart:
    """A row for each reverse, a sign with its range for each option; at zero the cut is closed.

    Args:
        found: Stress on some options; the first few are drawn, all are in the table.
        labels: Option to its name.
    """
    options = list(dict.fromkeys(one.option for one in found))
    rows = list(dict.fromkeys(one.reverses for one in found if len(one.reverses) < 2))
    gaps = {(one.option, one.reverses): one.outcomes["gap_eur"] for one in found}
    with drawing():
        figure, axes = row_axes(max(len(rows), 1))
        axes.axvline(0, color=INK, ls=(0, (4, 3)), lw=1, zorder=1)
        for row, reverses in enumerate(rows):
            write_name(axes, row, _name(found, reverses), bold=not reverses)
        write_unit(axes, gettext("gap to the target, million euros per year (0 is closed)"))
        count_axis(axes.xaxis, digits=1)
        for lane, option in enumerate(options[:MOST]):
            _draw(axes, lane, [gaps[option, reverses] for reverses in rows])
        _key(figure, axes, [labels[option] for option in options[:MOST]])
    title = gettext("The gap to the target when something goes wrong")
    return Chart(
        figure=figure, title=title, alt=_alt(found, labels), table=_table(found, labels, title)
    )


def _draw(axes: Any, lane: int, bands: Sequence[Quantiles]) -> None:
    """The ranges and signs of one option, in all rows."""
    heights = [row + _APART * lane for row in range(len(bands))]
    low, middle, high = (
        [end / 1e6 for end in quantiles] for quantiles in zip(*map(_quantiles, bands), strict=True)
    )
    axes.hlines(heights, low, high, colors=BAND, lw=4, capstyle="round", zorder=2)
    axes.plot(middle, heights, ls="", ms=5.5, zorder=3, **_SIGNS[lane])


def _quantiles(band: Quantiles) -> tuple[float, float, float]:
    return band.p10, band.p50, band.p90


def _key(figure: Any, axes: Any, names: Sequence[str]) -> None:
    """Which sign is which option, with room of its own."""
    wide, high = figure.get_size_inches()
    figure.set_size_inches(wide, high + 0.2 * len(names))
    words = [shorten(name, _LETTERS, placeholder=" …") for name in names]
    write_key(
        axes, [({"ms": 6, **style}, name) for style, name in zip(_SIGNS, words, strict=False)]
    )


def _name(found: Sequence[Stressed], reverses: tuple[str, ...]) -> str:
    return shock_names(next(one for one in found if one.reverses == reverses))


def _table(found: Sequence[Stressed], labels: Labels, caption: str) -> Table:
    options = list(dict.fromkeys(one.option for one in found))
    rows = list(dict.fromkeys(one.reverses for one in found if len(one.reverses) < 2))
    gaps = {(one.option, one.reverses): one.outcomes["gap_eur"] for one in found}
    gap = OUTCOMES["gap_eur"]
    return Table(
        caption=caption,
        heads=(gettext("What happens"), *(labels[option] for option in options)),
        rows=tuple(
            (_name(found, reverses), *(gap.range(gaps[option, reverses]) for option in options))
            for reverses in rows
        ),
    )


def _alt(found: Sequence[Stressed], labels: Labels) -> str:
    gap = OUTCOMES["gap_eur"]
    parts = []
    for option in dict.fromkeys(one.option for one in found):
        own = [one for one in found if one.option == option and len(one.reverses) < 2]
        worst = max(own, key=lambda one: one.outcomes["gap_eur"].p50)
        parts.append(
            gettext(
                "{option}: widest with “{reverse}”, {gap}",
                option=labels[option],
                reverse=shock_names(worst),
                gap=gap.range(worst.outcomes["gap_eur"]),
            )
        )
    return gettext("The gap to the target under each reverse. {parts}.", parts="; ".join(parts))
