"""What is left of a planned saving: from gross, to realised, to net."""

from typing import Any

from selfmgmt.analysis.compare import Comparison, OptionResult
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.views.charts.rows import make_room, row_axes, write_end, write_name, zero_line
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, Chart, count_axis, drawing
from selfmgmt.views.outcomes import OUTCOMES, money
from selfmgmt.views.tables import Table

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
        for place, option in enumerate(options):
            _melt(axes, place, option)
        make_room(axes)
        count_axis(axes.xaxis, digits=1)
        axes.set_xlabel(gettext("million euros per year"), loc="left")
        _legend(axes)
    return Chart(
        figure=figure,
        title=gettext("What is left of the planned saving"),
        alt=_alt(options),
        table=_table(comparison),
    )


def _planned(option: OptionResult) -> float:
    return float(option.outcomes["gross_saving_eur"].p50)


def _melt(axes: Any, place: int, option: OptionResult) -> None:
    gross, realised, net = (
        option.outcomes[key].p50 / 1e6
        for key in ("gross_saving_eur", "realised_saving_eur", "net_saving_eur")
    )
    axes.plot([net, gross], [place, place], color=BAND, lw=5, solid_capstyle="butt", zorder=1)
    axes.plot(gross, place, "o", mfc="white", mec=MUTED, mew=1.6, ms=8)
    axes.plot(realised, place, "s", mfc="white", mec=ACCENT, mew=1.6, ms=7)
    axes.plot(net, place, "D", color=ACCENT, ms=7)
    words = gettext("{net} of {gross}", net=number(net, 1), gross=number(gross, 1))
    write_name(axes, place, option.label)
    write_end(axes, place, max(gross, net), words)


def _legend(axes: Any) -> None:
    signs = (
        ("o", {"mfc": "white", "mec": MUTED, "mew": 1.6}, gettext("planned")),
        ("s", {"mfc": "white", "mec": ACCENT, "mew": 1.6}, gettext("realised")),
        ("D", {"color": ACCENT}, gettext("net")),
    )
    handles = [
        axes.plot([], [], marker, ls="none", ms=7, label=words, **look)[0]
        for marker, look, words in signs
    ]
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=3, frameon=False,
        borderaxespad=0, handletextpad=0.2, columnspacing=1.2, labelcolor=INK,
    )  # fmt: skip


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
