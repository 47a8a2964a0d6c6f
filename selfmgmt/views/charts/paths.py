"""Outcomes over time: one small panel for each option, all on the same scale."""

from collections.abc import Sequence
from textwrap import fill
from typing import Any

import numpy as np
from matplotlib.collections import PolyCollection

from selfmgmt.analysis.compare import Comparison
from selfmgmt.language import gettext
from selfmgmt.numbers import long_date, number
from selfmgmt.scoring.arrays import Floats
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.calendar import Calendar, month_words
from selfmgmt.views.charts.panels import (
    Panel,
    columns_for,
    frames,
    lines,
    number_below,
    number_left,
    ticks,
    tiles,
    units,
)
from selfmgmt.views.figures import ACCENT, BAND, INK, Chart, drawing
from selfmgmt.views.outcomes import OUTCOMES, range_words
from selfmgmt.views.tables import Table

Bands = dict[str, Floats]
_APART, _BELOW = 0.07, 0.36  # inches under a panel, and for the words under all
_LETTERS = {2: 25, 3: 16}  # of a label on one line above a panel, in so many columns
_YEAR = 4  # quarters
_FEW, _LINES = 2, 3  # columns with room for a year in the middle, and lines of a title
_ROOM = 0.16  # part of the height above and below the lines, for the words at a mark


def capacity_chart(comparison: Comparison, calendar: Calendar) -> Chart:
    """Capacity for residents in every quarter, with the range of eight in ten futures."""
    bands = _bands(comparison, "capacity")
    return Chart(
        figure=_panels(
            comparison,
            bands,
            calendar,
            today=100,
            mark=_mark_lowest,
            unit=gettext("index, today is 100"),
        ),
        title=gettext("Capacity for residents in each quarter"),
        alt=_capacity_alt(comparison, bands, calendar),
        table=_table(
            comparison, bands, calendar, gettext("Capacity for residents, middle (range)"), 0
        ),
    )


def cash_chart(comparison: Comparison, calendar: Calendar) -> Chart:
    """What an option has cost or brought in since the start, quarter by quarter."""
    bands = {key: band / 1e6 for key, band in _bands(comparison, "cumulative_cash_eur").items()}
    return Chart(
        figure=_panels(
            comparison,
            bands,
            calendar,
            today=0,
            mark=_mark_end,
            unit=gettext("million euros since the start"),
        ),
        title=gettext("Costs and savings together, since the start"),
        alt=_cash_alt(comparison, bands, calendar),
        table=_table(
            comparison,
            bands,
            calendar,
            gettext("Million euros since the start, middle (range)"),
            1,
        ),
    )


def _bands(comparison: Comparison, path: str) -> Bands:
    """Low, middle and high in each quarter, shape (3, quarters + 1), of options that change."""
    found = {key: np.asarray(one.paths[path]) for key, one in comparison.options.items()}
    return {key: band for key, band in found.items() if np.ptp(band) > 0}


def _panels(  # noqa: PLR0913  all but three by keyword
    comparison: Comparison,
    bands: Bands,
    calendar: Calendar,
    *,
    today: float,
    mark: Any,
    unit: str,
) -> Any:
    """A panel for each option: its range, its middle, where it started, and one mark."""
    columns = columns_for(len(bands))
    titles = [_wrapped(comparison.options[key].label, columns) for key in bands]
    end = comparison.study.case.question.horizon
    found = np.array(list(bands.values())).reshape(len(bands), 3, end + 1)
    span = _span(found, today)
    with drawing():
        figure, axes, panels = tiles(
            titles, [(0, end)] * len(bands), y=span, apart=_APART, below=_BELOW, columns=columns
        )
        _frame(axes, panels, end, ticks(span, 4), calendar)
        _draw(axes, panels, found, today)
        for panel, (_, middle, _) in zip(panels, found, strict=True):
            mark(axes, panel, middle)
        units(axes, unit, gettext("each year on {day}", day=_day(calendar)))
    return figure


def _span(found: Floats, today: float) -> tuple[float, float]:
    low, high = min(today, found.min(initial=today)), max(today, found.max(initial=today))
    room = _ROOM * (high - low) or 1.0
    return low - room, high + room


def _day(calendar: Calendar) -> str:
    """Day and month of the start, which come back each year."""
    return long_date(calendar.start).removesuffix(f" {calendar.start.year}")


def _frame(
    axes: Any, panels: Sequence[Panel], end: int, levels: Floats, calendar: Calendar
) -> None:
    frames(axes, panels, [range(0, end + 1, _YEAR)] * len(panels), levels)
    columns = columns_for(len(panels))
    for panel in panels[-columns:]:
        for year, side in _years(end, columns):
            number_below(axes, panel, year, str(calendar.at(year).year), ha=side)
    digits = next((each for each in range(3) if np.allclose(levels, levels.round(each))), 3)
    for panel in panels[::columns]:
        for level in levels:
            number_left(axes, panel, level, number(level, digits))


def _years(end: int, columns: int) -> list[tuple[int, str]]:
    """The years with their number below a panel, and which side of it stands at the year.

    The first and the last stand within the panel: the next panel has its own numbers.
    """
    last = end - end % _YEAR
    between = [last // 2] if columns == _FEW and last % (2 * _YEAR) == 0 else []
    return [(0, "left"), *((year, "center") for year in between if year), (last, "right")]


def _draw(axes: Any, panels: Sequence[Panel], found: Floats, today: float) -> None:
    quarters = np.arange(found.shape[-1])
    around = np.concatenate([quarters, quarters[::-1]])
    areas = [
        panel.line(around, np.concatenate([low, high[::-1]]))
        for panel, (low, _, high) in zip(panels, found, strict=True)
    ]
    axes.add_collection(PolyCollection(areas, facecolors=BAND, linewidths=0), autolim=False)
    middles = [panel.line(quarters, one[1]) for panel, one in zip(panels, found, strict=True)]
    lines(axes, middles, colors=ACCENT, linewidths=2, joinstyle="round")
    level = [panel.line(panel.x, today) for panel in panels]
    lines(axes, level, colors=INK, linestyles=(0, (4, 3)), linewidths=0.8)


def _mark_lowest(axes: Any, panel: Panel, middle: Floats) -> None:
    """Where the middle line is lowest; how low each future gets stands in the tables."""
    quarter = int(middle.argmin())
    _mark(axes, panel.line(quarter, middle[quarter])[0])


def _mark_end(axes: Any, panel: Panel, middle: Floats) -> None:
    end = len(middle) - 1
    _mark(axes, panel.line(end, middle[end])[0], number(middle[end], 1))


def _mark(axes: Any, point: Floats, words: str = "") -> None:
    across, up = point
    axes.plot(across, up, ls="", marker="o", color=ACCENT, ms=5, zorder=4)
    if words:
        axes.text(across - 0.055, up + 0.07, words, ha="right", va="bottom", zorder=5)


def _wrapped(label: str, columns: int) -> str:
    """A label in lines; what stands in brackets goes first when they would be too many."""
    lines = fill(label, _LETTERS[columns])
    plain = label if lines.count("\n") < _LINES else label.split(" (")[0]
    return fill(plain, _LETTERS[columns], max_lines=_LINES + 1, placeholder=" …")


def _table(
    comparison: Comparison, bands: Bands, calendar: Calendar, caption: str, digits: int
) -> Table:
    moments = _moments(comparison.study.case.question.horizon)
    return Table(
        caption=caption,
        heads=(
            gettext("Option"),
            *(month_words(calendar.at(moment)) for moment in moments),
        ),
        rows=tuple(
            (comparison.options[key].label, *(_cell(band[:, at], digits) for at in moments))
            for key, band in bands.items()
        ),
    )


def _moments(horizon: int) -> Sequence[int]:
    return range(4, horizon + 1, 4)


def _cell(band: Floats, digits: int) -> str:
    low, middle, high = map(float, band)
    return range_words(
        Quantiles(p10=low, p50=middle, p90=high), lambda value: number(value, digits)
    )


def _capacity_alt(comparison: Comparison, bands: Bands, calendar: Calendar) -> str:
    if not bands:
        return gettext("No option changes the capacity.")
    outcome = OUTCOMES["capacity_low"]
    ranked = sorted(bands, key=lambda key: comparison.options[key].outcomes["capacity_low"].p50)
    low, high = (comparison.options[key] for key in (ranked[0], ranked[-1]))
    return gettext(
        "Lines of the capacity until {end}. The lowest point of all is for {low}: {low_range}. The "
        "mildest is {high}: {high_range}.",
        end=month_words(calendar.at(comparison.study.case.question.horizon)),
        low=low.label,
        low_range=outcome.range(low.outcomes["capacity_low"]),
        high=high.label,
        high_range=outcome.range(high.outcomes["capacity_low"]),
    )


def _cash_alt(comparison: Comparison, bands: Bands, calendar: Calendar) -> str:
    last = [
        gettext(
            "{option} {amount} million",
            option=comparison.options[key].label,
            amount=number(float(band[1, -1]), 1),
        )
        for key, band in bands.items()
    ]
    return gettext(
        "Lines of costs and savings together. By {end}: {ends}.",
        end=month_words(calendar.at(comparison.study.case.question.horizon)),
        ends="; ".join(last),
    )
