"""What the organisation has cost over the years: own staff and hired-in staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.ticker import MaxNLocator

from selfmgmt.language import gettext
from selfmgmt.numbers import euro, percentage
from selfmgmt.reference.finance import FinanceYear, finance_history
from selfmgmt.reference.municipalities import Municipality
from selfmgmt.views.figures import ACCENT, MUTED, PAPER, Chart, count_axis, drawing, new_figure
from selfmgmt.views.tables import Table

_HEIGHT = 2.6  # inches
_CLEAR = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.2}  # no line runs through words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Year:
    """Annual accounts of the members together, in euros per inhabitant."""

    year: int
    own: float
    hired: float


def finance_chart(members: Sequence[Municipality], name: str) -> Chart | None:
    """Own payroll and hired-in staff per inhabitant, by the annual accounts.

    Args:
        members: The municipality, or those that share one organisation.
        name: What it is called.

    Returns:
        None when there are fewer than two years to lay side by side.
    """
    years = _years([finance_history(member.code) for member in members])
    if len(years) < 2:
        return None
    return Chart(
        figure=_lines(years),
        title=gettext("{name}: own payroll and hired-in staff over the years", name=name),
        alt=_alt(years, name),
        table=_table(years),
    )


def _years(histories: Sequence[Sequence[FinanceYear]]) -> list[_Year]:
    """The years of which every member filed accounts."""
    accounts = [{one.year: one for one in history if _counts(one)} for history in histories]
    shared = set.intersection(*(set(one) for one in accounts)) if accounts else set()
    return [_together(year, [one[year] for one in accounts]) for year in sorted(shared)]


def _counts(one: FinanceYear) -> bool:
    return one.report == "accounts" and bool(one.inhabitants)


def _together(year: int, filed: Sequence[FinanceYear]) -> _Year:
    inhabitants = sum(one.inhabitants or 0 for one in filed)
    return _Year(
        year=year,
        own=sum(one.own_payroll_eur for one in filed) / inhabitants,
        hired=sum(one.external_staff_eur for one in filed) / inhabitants,
    )


def _lines(years: Sequence[_Year]) -> Any:
    import seaborn as sns

    with drawing():
        figure = new_figure(_HEIGHT)
        axes = figure.subplots()
        at = [one.year for one in years]
        for words, values, colour in (
            (gettext("own payroll"), [one.own for one in years], ACCENT),
            (gettext("hired-in staff"), [one.hired for one in years], MUTED),
        ):
            sns.lineplot(x=at, y=values, ax=axes, color=colour, marker="o", legend=False)
            axes.annotate(
                words, (at[-1], values[-1]), xytext=(0, 9), textcoords="offset points",
                color=colour, ha="right", bbox=_CLEAR, zorder=4,
            )  # fmt: skip
        axes.set_ylim(0, 1.15 * max(max(one.own, one.hired) for one in years))
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_ylabel(gettext("euros per inhabitant, of that year"))
        count_axis(axes.yaxis)
    return figure


def _table(years: Sequence[_Year]) -> Table:
    return Table(
        caption=gettext("Staff in the annual accounts, per inhabitant"),
        heads=(
            gettext("Year"),
            gettext("Own payroll"),
            gettext("Hired-in staff"),
            gettext("Share hired in"),
        ),
        rows=tuple(
            (
                str(one.year),
                euro(one.own),
                euro(one.hired),
                percentage(one.hired / (one.own + one.hired)) if one.own + one.hired else "0%",
            )
            for one in years
        ),
    )


def _alt(years: Sequence[_Year], name: str) -> str:
    first, last = years[0], years[-1]
    return gettext(
        "{name}, per inhabitant, from {first} to {last}: own payroll from {own} to {own_last}, "
        "hired-in staff from {hired} to {hired_last}. Not corrected for rising prices.",
        name=name,
        first=first.year,
        last=last.year,
        own=euro(first.own),
        own_last=euro(last.own),
        hired=euro(first.hired),
        hired_last=euro(last.hired),
    )
