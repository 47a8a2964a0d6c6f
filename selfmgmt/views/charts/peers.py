"""The municipality among its peers: a comparison, not a norm."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

from matplotlib.ticker import FuncFormatter, MaxNLocator

from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.reference.indicators import INDICATORS, Indicator
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.peers import PeerGroup
from selfmgmt.views.figures import ACCENT, BAND, INK, MUTED, RULE, Chart, drawing, new_figure
from selfmgmt.views.tables import Table

_ROW = 0.98  # inches for one figure
_HEIGHTS = (0.0, 0.13, -0.13)  # of the dots, so that neighbours do not hide each other


def peers_chart(group: PeerGroup, members: Sequence[Municipality], name: str) -> Chart:
    """Each figure of the municipality beside those of its peers.

    Args:
        group: Whom to compare with.
        members: The municipality, or those that share one organisation.
        name: What it is called.
    """
    shown = [one for one in INDICATORS.values() if group.band(one) is not None]
    return Chart(
        figure=_strips(group, members, shown),
        title=gettext("{name} and comparable municipalities", name=name),
        alt=_alt(group, members, name, shown),
        table=_table(group, members, name, shown),
    )


def _strips(group: PeerGroup, members: Sequence[Municipality], shown: list[Indicator]) -> Any:
    with drawing():
        figure = new_figure(0.3 + _ROW * max(len(shown), 1))
        rows = figure.subplots(max(len(shown), 1), 1, squeeze=False)[:, 0]
        for axes, indicator in zip(rows, shown, strict=False):
            _strip(axes, indicator, group, members)
        figure.supxlabel(fill(_legend(), 56), x=0.02, ha="left", size=9, color=MUTED)
    return figure


def _legend() -> str:
    return gettext("bar: 8 in 10 municipalities; line: the middle; dots: municipalities; ◆ own")


def _strip(
    axes: Any, indicator: Indicator, group: PeerGroup, members: Sequence[Municipality]
) -> None:
    band, own = group.band(indicator), indicator.value(members)
    if band is None:
        return
    axes.axvspan(band.p10, band.p90, ymin=0.2, ymax=0.8, color=BAND, lw=0)
    axes.plot([band.p50, band.p50], [-0.3, 0.3], color=INK, lw=1.4)
    values = sorted(value for one in group.members if (value := indicator.value([one])) is not None)
    heights = [_HEIGHTS[place % len(_HEIGHTS)] for place in range(len(values))]
    axes.plot(values, heights, "o", color=MUTED, ms=3.5, mec="white", mew=0.3, alpha=0.6)
    if own is not None:
        axes.plot(own, 0, "D", color=ACCENT, ms=8, mec="white", mew=1, zorder=5)
    words = _shown(indicator, members, band.year)
    # one line has room for one year; the table tells both
    year = "" if words.endswith(")") else f" ({band.year})"
    _dress(axes, f"{indicator.label}{year}", words, indicator)


def _dress(axes: Any, title: str, words: str, indicator: Indicator) -> None:
    axes.set_title(title, size=9, pad=3)
    axes.set_title(words, loc="right", size=9, pad=3, weight="bold", color=ACCENT)
    axes.set_ylim(0.5, -0.5)
    axes.set_yticks([])
    axes.xaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: _tick(indicator, value)))
    for side in ("left", "right", "top"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(RULE)


def _tick(indicator: Indicator, value: float) -> str:
    return percentage(value) if indicator.is_share else number(value)


def _table(
    group: PeerGroup, members: Sequence[Municipality], name: str, shown: list[Indicator]
) -> Table:
    return Table(
        caption=group.description,
        heads=(
            gettext("Figure"),
            name,
            gettext("Middle of the peers"),
            gettext("8 in 10 peers"),
            gettext("Number of peers"),
        ),
        rows=tuple(
            (
                f"{one.label} ({band.year})",
                _shown(one, members, band.year),
                one.shown(band.p50),
                gettext("{low} to {high}", low=one.shown(band.p10), high=one.shown(band.p90)),
                str(band.n),
            )
            for one in shown
            if (band := group.band(one)) is not None
        ),
    )


def _shown(indicator: Indicator, members: Sequence[Municipality], peers_year: int) -> str:
    """The own figure, with its year when that is not the year of the peers."""
    value, year = indicator.value(members), indicator.year(members)
    if value is None:
        return gettext("not known")
    words = indicator.shown(value)
    return words if year == peers_year else f"{words} ({year})"


def _alt(
    group: PeerGroup, members: Sequence[Municipality], name: str, shown: list[Indicator]
) -> str:
    parts = [
        gettext(
            "{figure}: {own}, peers {low} to {high}",
            figure=one.label,
            own=_shown(one, members, band.year),
            low=one.shown(band.p10),
            high=one.shown(band.p90),
        )
        for one in shown
        if (band := group.band(one)) is not None
    ]
    return gettext(
        "{name} and its peers, figure by figure. {parts}.", name=name, parts="; ".join(parts)
    )
