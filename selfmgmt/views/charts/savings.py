"""What is left of a planned saving: from gross, to realised, to net."""

from collections.abc import Sequence
from typing import Any

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.language import gettext
from selfmgmt.numbers import number
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
from selfmgmt.views.outcomes import OUTCOMES, money
from selfmgmt.views.tables import Table

_SIGNS = {
    "gross_saving_eur": {"marker": "o", "mfc": PAPER, "mec": MUTED, "mew": 1.6, "ms": 8},
    "realised_saving_eur": {"marker": "s", "mfc": PAPER, "mec": ACCENT, "mew": 1.6, "ms": 7},
    "net_saving_eur": {"marker": "D", "color": ACCENT, "ms": 7},
}
_STEPS = (
    "gross_saving_eur",
    "realised_saving_eur",
    "leaked_eur",
    "running_cost_eur",
    "net_saving_eur",
)


def savings_chart(comparison: Comparison) -> Chart:
    """For each option the planned, the realised and the net saving per year, at the middle."""
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
        title=gettext("What is left of the planned saving"),
        alt=_alt(options),
        table=_table(comparison),
    )


def _planned(option: OptionResult) -> float:
    return float(option.outcomes["gross_saving_eur"].p50)


def _melt(axes: Any, options: Sequence[OptionResult]) -> None:
    """From planned to net in one line for each option, with its three signs."""
    places = range(len(options))
    found = {key: [option.outcomes[key].p50 / 1e6 for option in options] for key in _SIGNS}
    gross, net = found["gross_saving_eur"], found["net_saving_eur"]
    axes.hlines(places, net, gross, colors=BAND, lw=5, zorder=1)
    for key, look in _SIGNS.items():
        axes.plot(found[key], places, ls="", **look)
    for place, option in enumerate(options):
        words = gettext(
            "{net} of {gross}", net=number(net[place], 1), gross=number(gross[place], 1)
        )
        write_name(axes, place, option.label)
        write_end(axes, place, max(gross[place], net[place]), words)


def _table(comparison: Comparison) -> Table:
    return Table(
        caption=gettext("Per year at the end of the horizon, middle of the range"),
        heads=(gettext("Option"), *(OUTCOMES[step].title for step in _STEPS)),
        rows=tuple(
            (option.label, *(money(option.outcomes[step].p50) for step in _STEPS))
            for option in comparison.options.values()
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
            net=money(option.outcomes["net_saving_eur"].p50),
        )
        for option in options
    ]
    return gettext("Planned and net saving per year. {parts}.", parts="; ".join(parts))
