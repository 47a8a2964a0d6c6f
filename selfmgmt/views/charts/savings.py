"""What is left of a planned saving: from gross, to realised, to net."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.language import gettext
from selfmgmt.numbers import long_date, number
from selfmgmt.views.charts.rows import (
    make_room,
    row_axes,
    write_end,
    write_key,
    write_name,
    write_unit,
    zero_line,
)
from selfmgmt.views.figures import ACCENT, BAND, MUTED, PAPER, Chart, count_axis, drawing
from selfmgmt.views.outcomes import money
from selfmgmt.views.tables import Table
from selfmgmt.views.words.options import saving_steps

_SIGNS = {
    "gross_saving_eur": {"marker": "o", "mfc": PAPER, "mec": MUTED, "mew": 1.6, "ms": 8},
    "realised_saving_eur": {"marker": "s", "mfc": PAPER, "mec": ACCENT, "mew": 1.6, "ms": 7},
    "net_saving_eur": {"marker": "D", "color": ACCENT, "ms": 7},
}


def savings_chart(comparison: Comparison, day: date) -> Chart:
    """For each option the planned, the realised and the net saving per year, at the middle.

    Args:
        comparison: The options side by side.
        day: On which the saving is due; all three are of that day.
    """
    options = [one for one in comparison.options.values() if _planned(one) > 0]
    with drawing():
        figure, axes = row_axes(max(len(options), 1))
        zero_line(axes)
        _melt(axes, options)
        make_room(axes)
        count_axis(axes.xaxis, digits=1)
        write_unit(axes, gettext("million euros per year"))
        words = gettext("planned"), gettext("realised"), gettext("net")
        write_key(axes, list(zip(_SIGNS.values(), words, strict=True)), columns=3)
    return Chart(
        figure=figure,
        title=gettext("What is left of the planned saving on {day}", day=long_date(day)),
        alt=_alt(options),
        table=_table(options, day),
    )


def _planned(option: OptionResult) -> float:
    return saving_steps(option)["gross_saving_eur"]


def _melt(axes: Any, options: Sequence[OptionResult]) -> None:
    """From planned to net in one line for each option, with its three signs."""
    rows = range(len(options))
    found = {key: [saving_steps(option)[key] / 1e6 for option in options] for key in _SIGNS}
    gross, net = found["gross_saving_eur"], found["net_saving_eur"]
    axes.hlines(rows, net, gross, colors=BAND, lw=5, zorder=1)
    for key, style in _SIGNS.items():
        axes.plot(found[key], rows, ls="", **style)
    for row, option in enumerate(options):
        words = gettext("{net} of {gross}", net=number(net[row], 1), gross=number(gross[row], 1))
        write_name(axes, row, option.label)
        write_end(axes, row, max(gross[row], net[row]), words)


def _table(options: Sequence[OptionResult], day: date) -> Table:
    return Table(
        caption=gettext("Saving per year on {day}, middle of the range", day=long_date(day)),
        heads=(gettext("Option"), gettext("Planned"), gettext("Realised"), gettext("Net")),
        rows=tuple(
            (option.label, *(money(saving_steps(option)[step]) for step in _SIGNS))
            for option in options
        ),
    )


def _alt(options: list[OptionResult]) -> str:
    if not options:
        return gettext("No option plans a saving.")
    parts = [
        gettext(
            "{option}: planned {gross}, net {net}",
            option=option.label,
            gross=money(_planned(option)),
            net=money(saving_steps(option)["net_saving_eur"]),
        )
        for option in options
    ]
    return gettext("Planned and net saving per year. {parts}.", parts="; ".join(parts))
