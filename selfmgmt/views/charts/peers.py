"""The municipality among its peers: a comparison, not a norm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import Any

import numpy as np

from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.reference.indicators import INDICATORS, Indicator
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.reference.peers import PeerGroup, PeerQuantiles
from selfmgmt.views.charts.panels import GAP, Panel, heading, lines, number_below, sheet, ticks
from selfmgmt.views.figures import (
    ACCENT,
    BAND,
    GRID,
    INK,
    MUTED,
    PAPER,
    RULE,
    WIDTH,
    Chart,
    drawing,
)
from selfmgmt.views.tables import Table

_ROW = 0.98  # inches for one figure
_LEGEND = 0.4  # inches for what the signs mean
_EDGE = 0.08  # inches at the sides
_HIGH = 0.48  # inches for the strip itself
_TITLE = 0.23  # inches above it
_HEIGHTS = (0.0, 0.13, -0.13)  # of the dots, so that neighbours do not hide each other
_ROOM = 0.05  # part of the width that stays free at both ends

Bands = Mapping[Indicator, PeerQuantiles]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Strip:
    """One figure: where it is drawn, and what is drawn."""

    panel: Panel
    indicator: Indicator
    band: PeerQuantiles
    peers: list[float]
    own: float | None


def peers_chart(group: PeerGroup, members: Sequence[Municipality], name: str) -> Chart:
    """Each figure of the municipality beside those of its peers.

    Args:
        group: Whom to compare with.
        members: The municipality, or those that share one organisation.
        name: What it is called.
    """
    found = ((one, group.band(one)) for one in INDICATORS.values())
    bands = {one: band for one, band in found if band is not None}
    return Chart(
        figure=_picture(group, members, bands),
        title=gettext("{name} and comparable municipalities", name=name),
        alt=_alt(bands, members, name),
        table=_table(group, bands, members, name),
    )


def _picture(group: PeerGroup, members: Sequence[Municipality], bands: Bands) -> Any:
    height = _LEGEND + _ROW * max(len(bands), 1)
    strips = [
        _strip(height - _ROW * row - _TITLE, indicator, band, group, members)
        for row, (indicator, band) in enumerate(bands.items())
    ]
    with drawing():
        figure, axes = sheet(height)
        _scales(axes, strips)
        _signs(axes, strips)
        for strip in strips:
            words = _own_value(strip.indicator, members, strip.band.year)
            _title(axes, strip, words)
        axes.text(_EDGE, 0.06, fill(_legend(), 56), va="bottom", color=MUTED)
    return figure


def _strip(
    top: float, indicator: Indicator, band: PeerQuantiles, group: PeerGroup,
    members: Sequence[Municipality],
) -> _Strip:  # fmt: skip
    own = indicator.value(members)
    peers = sorted(value for one in group.members if (value := indicator.value([one])) is not None)
    drawn = [*peers, band.p10, band.p90, *([] if own is None else [own])]
    room = _ROOM * (max(drawn) - min(drawn)) or 1.0
    panel = Panel(
        left=_EDGE, right=WIDTH - _EDGE, bottom=top - _HIGH, top=top,
        x=(min(drawn) - room, max(drawn) + room), y=(-0.5, 0.5),
    )  # fmt: skip
    return _Strip(panel=panel, indicator=indicator, band=band, peers=peers, own=own)


def _legend() -> str:
    return gettext("bar: 8 in 10 municipalities; line: the middle; dots: municipalities; ◆ own")


def _scales(axes: Any, strips: Sequence[_Strip]) -> None:
    """The line under each strip, with its numbers and quiet lines up."""
    quiet = []
    for strip in strips:
        panel = strip.panel
        for value in ticks(panel.x, 5):
            quiet.append(panel.line([value, value], panel.y))
            number_below(axes, panel, value, _tick(strip.indicator, value))
    lines(axes, quiet, colors=GRID, linewidths=0.8, zorder=0.5)
    edges = [strip.panel.line(strip.panel.x, strip.panel.y[0]) for strip in strips]
    lines(axes, edges, colors=RULE, linewidths=0.8)


def _signs(axes: Any, strips: Sequence[_Strip]) -> None:
    """What most peers have, their middle, each of them, and the own figure."""
    bands = [one.panel.line([one.band.p10, one.band.p90], 0) for one in strips]
    lines(axes, bands, colors=BAND, linewidths=72 * 0.6 * _HIGH, zorder=1)
    middles = [one.panel.line([one.band.p50] * 2, [-0.3, 0.3]) for one in strips]
    lines(axes, middles, colors=INK, linewidths=1.4)
    dots = [one.panel.line(one.peers, np.resize(_HEIGHTS, len(one.peers))) for one in strips]
    own = [one.panel.line(one.own, 0) for one in strips if one.own is not None]
    for points, style in (
        (dots, {"marker": "o", "color": MUTED, "ms": 3.5, "mew": 0.3, "alpha": 0.6}),
        (own, {"marker": "D", "color": ACCENT, "ms": 8, "mew": 1, "zorder": 5}),
    ):
        axes.plot(*np.concatenate([np.empty((0, 2)), *points]).T, ls="", mec=PAPER, **style)


def _title(axes: Any, strip: _Strip, words: str) -> None:
    # one line has room for one year; the table tells both
    year = "" if words.endswith(")") else f" ({strip.band.year})"
    heading(axes, strip.panel, f"{strip.indicator.label}{year}")
    axes.text(
        strip.panel.right, strip.panel.top + GAP, words,
        ha="right", va="bottom", weight="bold", color=ACCENT,
    )  # fmt: skip


def _tick(indicator: Indicator, value: float) -> str:
    return percentage(value) if indicator.is_share else number(value)


def _table(group: PeerGroup, bands: Bands, members: Sequence[Municipality], name: str) -> Table:
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
                _own_value(one, members, band.year),
                one.shown(band.p50),
                gettext("{low} to {high}", low=one.shown(band.p10), high=one.shown(band.p90)),
                str(band.n),
            )
            for one, band in bands.items()
        ),
    )


def _own_value(indicator: Indicator, members: Sequence[Municipality], peers_year: int) -> str:
    """The own figure, with its year when that is not the year of the peers."""
    value, year = indicator.value(members), indicator.year(members)
    if value is None:
        return gettext("not known")
    words = indicator.shown(value)
    return words if year == peers_year else f"{words} ({year})"


def _alt(bands: Bands, members: Sequence[Municipality], name: str) -> str:
    parts = [
        gettext(
            "{figure}: {own}, peers {low} to {high}",
            figure=one.label,
            own=_own_value(one, members, band.year),
            low=one.shown(band.p10),
            high=one.shown(band.p90),
        )
        for one, band in bands.items()
    ]
    return gettext(
        "{name} and its peers, figure by figure. {parts}.", name=name, parts="; ".join(parts)
    )
