"""The price of the target: how far each option gets as more goes, and what that does."""

from typing import Any

from selfmgmt.analysis.frontier import Frontier, FrontierPoint
from selfmgmt.analysis.pairs import pairs_of
from selfmgmt.analysis.search import Search
from selfmgmt.analysis.study import Study
from selfmgmt.case.known import NONE
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.figures import ACCENT, INK, RULE, Chart, count_axis, drawing, new_figure
from selfmgmt.views.tables import Table
from selfmgmt.views.words.search import pair_label

_HEIGHT = 6.2  # inches


def search_chart(study: Study, found: Search) -> Chart:
    """Share of the target beside lowest capacity and satisfaction, a line for each option.

    A line ends where nothing more may go, where posts would go deeper than was ever measured, or
    at one and a half times the target. The numbers are those of the table.
    """
    frontiers = frontiers_of_options(study, found)
    with drawing():
        figure = new_figure(_HEIGHT)
        capacity, staff = figure.subplots(2, 1, sharex=True)
        for position, frontier in enumerate(frontiers, start=1):
            reach = [100 * point.reach for point in frontier.points]
            style = {"color": INK if frontier.pair.way_key == NONE else ACCENT, "lw": 1.1}
            for axes, heights in (
                (capacity, [_capacity(point) for point in frontier.points]),
                (staff, [100 * point.staff.p50 for point in frontier.points]),
            ):
                axes.plot(reach, heights, **style)
                axes.annotate(
                    number(position), (reach[-1], heights[-1]), color=style["color"], size=8
                )
        _frame(capacity, found.goal.capacity_floor, gettext("lowest capacity, today is 100"))
        _frame(staff, -100 * found.goal.satisfaction_drop, gettext("satisfaction, points"))
        staff.set_xlabel(gettext("share of the target that is reached, %"), loc="left")
        count_axis(staff.xaxis)
    return Chart(
        figure=figure,
        title=gettext("The price of the target: black works as today, blue works differently"),
        alt=_alt(study, frontiers),
        table=frontier_table(study, frontiers),
    )


def frontiers_of_options(study: Study, found: Search) -> list[Frontier]:
    """The frontiers of the options of the case, in their order; those without points left out."""
    pairs = pairs_of(study.case).values()
    wanted = list(dict.fromkeys((pair.way_key, pair.mix_key) for pair in pairs))
    known = {(one.pair.way_key, one.pair.mix_key): one for one in found.frontiers}
    return [known[key] for key in wanted if key in known and known[key].points]


def _capacity(point: FrontierPoint) -> float:
    return point.outcomes["capacity_low"].p50


def _frame(axes: Any, target: float, words: str) -> None:
    axes.axhline(target, color=INK, ls=(0, (4, 3)), lw=0.8)
    axes.axvline(100, color=RULE, lw=0.8)
    axes.set_ylabel(words)
    count_axis(axes.yaxis)


def frontier_table(study: Study, frontiers: list[Frontier]) -> Table:
    """For each option how far it gets, and what it does where it meets the target or ends."""
    return Table(
        caption=gettext("How far each option gets, and what it does there"),
        heads=(
            gettext("Number"),
            gettext("Option"),
            gettext("Of the target"),
            gettext("Lowest capacity (today is 100)"),
            gettext("Change in satisfaction"),
        ),
        words=(gettext("Option"),),
        rows=tuple(
            (
                number(position),
                pair_label(study, frontier.pair),
                percentage(point.reach),
                number(_capacity(point), 1),
                percentage(point.staff.p50, 1),
            )
            for position, frontier in enumerate(frontiers, start=1)
            for point in [_at_target(frontier)]
        ),
    )


def _at_target(frontier: Frontier) -> FrontierPoint:
    """The smallest size that meets the target, else the largest that there is."""
    meets = (point for point in frontier.points if round(point.reach, 4) >= 1)
    return next(meets, frontier.points[-1])


def _alt(study: Study, frontiers: list[Frontier]) -> str:
    meet = [one for one in frontiers if round(_at_target(one).reach, 4) >= 1]
    if not meet:
        return gettext("None of {count} options reaches the target.", count=number(len(frontiers)))
    best = max(meet, key=lambda one: _capacity(_at_target(one)))
    return gettext(
        "{meet} of {count} options reach the target; most capacity is kept by {pair}: {capacity}.",
        meet=number(len(meet)),
        count=number(len(frontiers)),
        pair=pair_label(study, best.pair),
        capacity=number(_capacity(_at_target(best)), 1),
    )
