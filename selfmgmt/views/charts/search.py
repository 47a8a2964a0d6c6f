"""All designs that a search tried, on two outcomes, with those that are worth a look."""

from typing import Any

import numpy as np

from selfmgmt.analysis.search import Search
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.figures import (
    ACCENT,
    INK,
    PAPER,
    RULE,
    WARNING,
    Chart,
    count_axis,
    drawing,
    new_figure,
)
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.words.search import closest_table

_HEIGHT = 3.9  # inches
_DOTS = 3_000  # designs that are drawn; more only darken the cloud


def search_chart(found: Search) -> Chart:
    """Saving beside lowest capacity, at the middle of their ranges.

    Small dots are designs that were tried, rings those of the trade-off front, and numbers those
    that change least; their ranges are in the table.
    """
    money, capacity = found.ranges["net_saving_eur"][1] / 1e6, found.ranges["capacity_low"][1]
    with drawing():
        figure = new_figure(_HEIGHT)
        axes = figure.subplots()
        tried = np.linspace(0, len(money) - 1, min(len(money), _DOTS)).astype(int)
        axes.plot(money[tried], capacity[tried], ".", color=RULE, ms=2, alpha=0.5)
        axes.plot(
            money[found.front], capacity[found.front], "o",
            mfc="none", mec=ACCENT, ms=4, mew=0.9, zorder=2,
        )  # fmt: skip
        axes.axhline(found.goal.capacity_floor, color=INK, ls=(0, (4, 3)), lw=0.9)
        for place, row in enumerate(found.closest, start=1):
            _numbered(axes, money[row], capacity[row], place)
        axes.set_xlabel(gettext("net saving, million euros per year"), loc="left")
        axes.set_ylabel(gettext("lowest capacity, today is 100"))
        count_axis(axes.xaxis, digits=1)
        count_axis(axes.yaxis)
        _legend(axes, bool(found.fit.any()))
    return Chart(
        figure=figure,
        title=gettext("What was tried: saving beside capacity"),
        alt=_alt(found),
        table=closest_table(found),
    )


def _numbered(axes: Any, across: float, up: float, place: int) -> None:
    axes.plot(across, up, "o", color=WARNING, ms=11, mec=PAPER, zorder=4)
    axes.annotate(
        number(place), (across, up), ha="center", va="center", size=8, color=PAPER, zorder=5
    )


def _legend(axes: Any, any_fit: bool) -> None:
    front = (
        gettext("fit designs that no other beats")
        if any_fit
        else gettext("designs that no other beats")
    )
    closest = gettext("change least") if any_fit else gettext("come nearest to the goal")
    looks = (
        (".", {"color": RULE}, gettext("tried")),
        ("o", {"mfc": "none", "mec": ACCENT, "ms": 5}, front),
        ("o", {"color": WARNING, "ms": 8}, closest),
    )
    handles = [
        axes.plot([], [], sign, ls="none", label=words, **look)[0] for sign, look, words in looks
    ]
    axes.legend(
        handles=handles, loc="lower left", bbox_to_anchor=(0, 1), ncols=1, frameon=False,
        borderaxespad=0, handletextpad=0.2, labelspacing=0.25, labelcolor=INK,
    )  # fmt: skip


def _alt(found: Search) -> str:
    row = int(found.closest[0])
    return gettext(
        "{count} designs; {share} do all that is asked. Design 1 gives {saving} and a lowest "
        "capacity of {capacity}.",
        count=number(len(found.points)),
        share=percentage(float(found.fit.mean()), 1),
        saving=OUTCOMES["net_saving_eur"].write(float(found.ranges["net_saving_eur"][1, row])),
        capacity=OUTCOMES["capacity_low"].write(float(found.ranges["capacity_low"][1, row])),
    )
