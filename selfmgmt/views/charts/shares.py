"""What the range of an outcome rests on, with how sure each share is."""

from collections.abc import Sequence

from selfmgmt.analysis.shares import GroupShare
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.charts.rows import Row, make_room, row_chart, zero_line
from selfmgmt.views.figures import Chart, drawing
from selfmgmt.views.words.shares import GROUPS, interval_words, is_no_more_than_chance, shares_table


def shares_chart(shares: Sequence[GroupShare], *, title: str) -> Chart:
    """The fair share of each group of figures, with the interval of the estimate.

    Args:
        shares: One for each group, largest first.
        title: Of which option and outcome.
    """
    with drawing():
        figure, axes = row_chart(
            [_row(one) for one in shares], unit=gettext("percentage of the range")
        )
        zero_line(axes)
        low, _high = axes.get_xlim()
        axes.set_xlim(min(low, -2), 100)
        make_room(axes)
        axes.set_xticks(range(0, 101, 20))
    parts = [f"{gettext(GROUPS[one.group])}: {interval_words(one.shapley)}" for one in shares]
    return Chart(
        figure=figure,
        title=title,
        alt=gettext("What the range rests on. {parts}.", parts="; ".join(parts))
        if parts
        else gettext("Nothing makes this outcome uncertain."),
        table=shares_table(shares, caption=title),
    )


def _row(one: GroupShare) -> Row:
    found = one.shapley
    words = (
        gettext("no more than chance")
        if is_no_more_than_chance(found)
        else gettext("{low} to {high}", low=percentage(found.low), high=percentage(found.high))
    )
    return Row(
        label=gettext(GROUPS[one.group]),
        low=100 * found.low,
        middle=100 * found.central,
        high=100 * found.high,
        words=words,
    )
