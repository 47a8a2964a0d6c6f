"""Outcomes over time: one small panel for each option, all on the same scale."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from selfmgmt.analysis.compare import Comparison
from selfmgmt.language import gettext
from selfmgmt.numbers import number
from selfmgmt.views.figures import ACCENT, BAND, INK, Chart, count_axis, drawing, new_figure
from selfmgmt.views.tables import Table

Bands = dict[str, NDArray[np.float64]]
_PANEL = 1.35  # inches high
_LETTERS = 25  # of a label on one line above a panel


def capacity_chart(comparison: Comparison) -> Chart:
    """Capacity for residents in every quarter, with the range of eight in ten futures."""
    bands = _bands(comparison, "capacity")
    return Chart(
        figure=_panels(comparison, bands, _mark_lowest, unit=gettext("index, today is 100")),
        title=gettext("Capacity for residents in each quarter"),
        alt=_capacity_alt(comparison, bands),
        table=_table(comparison, bands, gettext("Capacity for residents, middle (range)"), 0),
    )


def cash_chart(comparison: Comparison) -> Chart:
    """What an option has cost or brought in since the start, quarter by quarter."""
    bands = {key: band / 1e6 for key, band in _bands(comparison, "cumulative_cash_eur").items()}
    return Chart(
        figure=_panels(comparison, bands, _mark_end, unit=gettext("million euros since the start")),
        title=gettext("Costs and savings together, since the start"),
        alt=_cash_alt(comparison, bands),
        table=_table(
            comparison, bands, gettext("Million euros since the start, middle (range)"), 1
        ),
    )


def _bands(comparison: Comparison, path: str) -> Bands:
    """Low, middle and high in each quarter, shape (3, quarters + 1), of options that change."""
    found = {key: np.asarray(one.paths[path]) for key, one in comparison.options.items()}
    return {key: band for key, band in found.items() if np.ptp(band) > 0}


def _panels(comparison: Comparison, bands: Bands, mark: Any, *, unit: str) -> Any:
    rows = -(-len(bands) // 2)
    with drawing():
        figure = new_figure(0.45 + _PANEL * max(rows, 1))
        grid = figure.subplots(max(rows, 1), 2, sharex=True, sharey=True, squeeze=False)
        for axes in grid.flat[len(bands) :]:
            axes.set_axis_off()
        for axes, (key, band) in zip(grid.flat, bands.items(), strict=False):
            _panel(axes, band, comparison.options[key].label)
            mark(axes, band)
        grid[0, 0].margins(y=0.16)
        count_axis(grid[0, 0].yaxis, ticks=4)
        figure.supxlabel(gettext("quarters from the start"), x=0.02, ha="left", size=9)
        figure.supylabel(unit, size=9)
    return figure


def _panel(axes: Any, band: NDArray[np.float64], label: str) -> None:
    low, middle, high = band
    quarter = np.arange(band.shape[1])
    axes.fill_between(quarter, low, high, color=BAND, lw=0)
    axes.plot(quarter, middle, color=ACCENT, lw=2)
    axes.set_title(_wrapped(label), size=9, pad=4)
    axes.set_xticks(range(0, band.shape[1], 4))
    axes.set_xlim(0, band.shape[1] - 1)
    axes.label_outer()


def _mark_lowest(axes: Any, band: NDArray[np.float64]) -> None:
    quarter = int(band[1].argmin())
    axes.axhline(100, color=INK, ls=(0, (4, 3)), lw=0.8)
    _mark(axes, quarter, band[1, quarter], number(band[1, quarter], 1), below=True)


def _mark_end(axes: Any, band: NDArray[np.float64]) -> None:
    last = band.shape[1] - 1
    axes.axhline(0, color=INK, ls=(0, (4, 3)), lw=0.8)
    _mark(axes, last, band[1, last], number(band[1, last], 1), below=False)


def _mark(axes: Any, quarter: int, value: float, words: str, *, below: bool) -> None:
    axes.plot(quarter, value, "o", color=ACCENT, ms=5, clip_on=False, zorder=4)
    axes.annotate(
        words, (quarter, value), xytext=(-4 if not below else 0, -4 if below else 5),
        textcoords="offset points", ha="center" if below else "right",
        va="top" if below else "bottom", size=9, zorder=5, in_layout=False,
    )  # fmt: skip


def _wrapped(label: str) -> str:
    from textwrap import fill, shorten

    return fill(shorten(label, 3 * _LETTERS, placeholder=" …"), _LETTERS)


def _table(comparison: Comparison, bands: Bands, caption: str, digits: int) -> Table:
    moments = _moments(comparison.study.case.question.horizon)
    return Table(
        caption=caption,
        heads=(
            gettext("Option"),
            *(gettext("quarter {quarter}", quarter=moment) for moment in moments),
        ),
        rows=tuple(
            (comparison.options[key].label, *(_cell(band[:, at], digits) for at in moments))
            for key, band in bands.items()
        ),
    )


def _moments(horizon: int) -> Sequence[int]:
    return range(4, horizon + 1, 4)


def _cell(band: NDArray[np.float64], digits: int) -> str:
    low, middle, high = (number(float(end), digits) for end in band)
    return gettext("{middle} ({low} to {high})", low=low, middle=middle, high=high)


def _capacity_alt(comparison: Comparison, bands: Bands) -> str:
    if not bands:
        return gettext("No option changes the capacity.")
    deepest = min(bands, key=lambda key: float(bands[key][1].min()))
    mildest = max(bands, key=lambda key: float(bands[key][1].min()))
    return gettext(
        "Lines of the capacity over {quarters} quarters. The lowest point of all is for {deepest}: "
        "{low} in quarter {when}. For {mildest} it does not come below {high}.",
        quarters=comparison.study.case.question.horizon,
        deepest=comparison.options[deepest].label,
        low=number(float(bands[deepest][1].min()), 1),
        when=int(bands[deepest][1].argmin()),
        mildest=comparison.options[mildest].label,
        high=number(float(bands[mildest][1].min()), 1),
    )


def _cash_alt(comparison: Comparison, bands: Bands) -> str:
    ends = [
        gettext(
            "{option} {amount} million",
            option=comparison.options[key].label,
            amount=number(float(band[1, -1]), 1),
        )
        for key, band in bands.items()
    ]
    return gettext(
        "Lines of costs and savings together. After {quarters} quarters: {ends}.",
        quarters=comparison.study.case.question.horizon,
        ends="; ".join(ends),
    )
