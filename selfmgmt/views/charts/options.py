"""Options side by side, one outcome at a time."""

from collections.abc import Iterable, Sequence
from typing import Any

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.language import gettext
from selfmgmt.views.charts.rows import Row, make_room, reference_line, row_chart
from selfmgmt.views.figures import Chart, count_axis, drawing
from selfmgmt.views.outcomes import OUTCOMES, Outcome
from selfmgmt.views.tables import Table


def options_chart(
    comparison: Comparison, outcome_key: str, keys: Sequence[str] | None = None
) -> Chart:
    """One outcome of every option: its middle value and the range of eight in ten futures.

    Args:
        comparison: The options side by side.
        outcome_key: The outcome.
        keys: The options that are shown; all when left out.
    """
    options = [comparison.options[key] for key in (keys or comparison.options)]
    outcome = OUTCOMES[outcome_key]
    scale = 1e6 if outcome_key.endswith("_eur") else 1.0
    with drawing():
        figure, axes = row_chart(_rows(options, outcome, scale), unit=_unit(outcome_key))
        if outcome_key == "net_saving_eur" and comparison.saving_target.p50 > 0:
            reference_line(axes, comparison.saving_target.p50 / scale, gettext("target"))
        if outcome_key.startswith("capacity"):
            reference_line(axes, 100, gettext("now"))
        make_room(axes)
        count_axis(axes.xaxis, digits=_digits(axes))
    return Chart(
        figure=figure,
        title=gettext("{outcome}, for each option", outcome=outcome.title),
        alt=_alt(options, outcome),
        table=outcome_table(options, outcome),
    )


def outcome_table(options: Iterable[OptionResult], outcome: Outcome) -> Table:
    """The low, middle and high value of one outcome for every option."""
    return Table(
        caption=outcome.title,
        heads=(
            gettext("Option"),
            gettext("Low (10 in 100 are lower)"),
            gettext("Middle"),
            gettext("High (10 in 100 are higher)"),
        ),
        rows=tuple(
            (option.label, *(outcome.write(end) for end in (band.p10, band.p50, band.p90)))
            for option in options
            for band in (option.outcomes[outcome.key],)
        ),
    )


def _rows(options: Iterable[OptionResult], outcome: Outcome, scale: float) -> list[Row]:
    return [
        Row(
            label=option.label,
            low=band.p10 / scale,
            middle=band.p50 / scale,
            high=band.p90 / scale,
            words=outcome.write(band.p50),
        )
        for option in options
        for band in (option.outcomes[outcome.key],)
    ]


def _unit(outcome_key: str) -> str:
    if outcome_key.endswith("_eur"):
        return gettext("million euros per year")
    return gettext("index, today is 100")


def _digits(axes: Any) -> int:
    low, high = axes.get_xlim()
    return 1 if high - low < 8 else 0


def _alt(options: Iterable[OptionResult], outcome: Outcome) -> str:
    ranked = sorted(options, key=lambda one: one.outcomes[outcome.key].p50)
    low, high = ranked[0], ranked[-1]
    return gettext(
        "{outcome}: lowest for {low}, {low_range}; highest for {high}, {high_range}.",
        outcome=outcome.title,
        low=low.label,
        low_range=outcome.range(low.outcomes[outcome.key]),
        high=high.label,
        high_range=outcome.range(high.outcomes[outcome.key]),
    )
