"""The gap to the target as planned and under each reverse, for a few options beside each other."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

from selfmgmt.analysis.stress import Stressed
from selfmgmt.language import gettext
from selfmgmt.views.charts.rows import row_axes, write_name
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, WARNING, Chart, count_axis, drawing
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table
from selfmgmt.views.words.stress import reverse_names

Labels = Mapping[str, str]
MOST = 3  # options in one picture
_SIGNS = (("o", ACCENT), ("D", WARNING), ("s", MUTED))
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
    told = {(one.option, one.reverses): one.outcomes["gap_eur"] for one in found}
    with drawing():
        figure, axes = row_axes(max(len(rows), 1))
        axes.axvline(0, color=INK, ls=(0, (4, 3)), lw=1, zorder=1)
        for place, reverses in enumerate(rows):
            write_name(axes, place, _name(found, reverses), bold=not reverses)
            for lane, option in enumerate(options[:MOST]):
                _draw(axes, place + _APART * lane, lane, told[option, reverses])
        axes.set_xlabel(
            gettext("gap to the target, million euros per year (0 is closed)"), loc="left"
        )
        count_axis(axes.xaxis, digits=1)
        _legend(figure, axes, [labels[option] for option in options[:MOST]])
    title = gettext("The gap to the target when something goes wrong")
    return Chart(
        figure=figure, title=title, alt=_alt(found, labels), table=_table(found, labels, title)
    )


def _draw(axes: Any, place: float, lane: int, band: Any) -> None:
    sign, colour = _SIGNS[lane]
    axes.plot([band.p10 / 1e6, band.p90 / 1e6], [place, place], color=BAND, lw=4, zorder=2)
    axes.plot(band.p50 / 1e6, place, sign, color=colour, ms=5.5, zorder=3)


def _legend(figure: Any, axes: Any, names: Sequence[str]) -> None:
    wide, high = figure.get_size_inches()
    figure.set_size_inches(wide, high + 0.2 * len(names))
    handles = [
        axes.plot(
            [], [], sign, color=colour, ms=6, label=shorten(name, _LETTERS, placeholder=" …")
        )[0]
        for name, (sign, colour) in zip(names, _SIGNS, strict=False)
    ]
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=1, frameon=False,
        borderaxespad=0, borderpad=0.1, handletextpad=0.2, labelspacing=0.25, labelcolor=INK,
    )  # fmt: skip


def _name(found: Sequence[Stressed], reverses: tuple[str, ...]) -> str:
    return reverse_names(next(one for one in found if one.reverses == reverses))


def _table(found: Sequence[Stressed], labels: Labels, caption: str) -> Table:
    options = list(dict.fromkeys(one.option for one in found))
    rows = list(dict.fromkeys(one.reverses for one in found if len(one.reverses) < 2))
    told = {(one.option, one.reverses): one.outcomes["gap_eur"] for one in found}
    gap = OUTCOMES["gap_eur"]
    return Table(
        caption=caption,
        heads=(gettext("What happens"), *(labels[option] for option in options)),
        rows=tuple(
            (_name(found, reverses), *(gap.range(told[option, reverses]) for option in options))
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
                reverse=reverse_names(worst),
                gap=gap.range(worst.outcomes["gap_eur"]),
            )
        )
    return gettext("The gap to the target under each reverse. {parts}.", parts="; ".join(parts))
