"""What stays of the differences when people are equally involved everywhere."""

from collections.abc import Callable, Mapping

from selfmgmt.analysis.involvement import Involved
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.tables import Table


def involvement_table(found: Mapping[str, Involved], labels: Mapping[str, str]) -> Table:
    """Each option as it is, and at one and the same involvement, by its middle figures."""
    imposed = next(iter(found.values())).imposed
    return Table(
        caption=gettext(
            "The same options when each is imposed for {share}: a sensitivity, no options of their "
            "own",
            share=percentage(imposed),
        ),
        heads=(
            gettext("Option"),
            gettext("Lowest capacity"),
            gettext("Satisfied, on average"),
            gettext("Leaving per year"),
            gettext("Chance of falling back"),
        ),
        rows=tuple(
            (
                labels[key],
                _change(one, "capacity_low", lambda value: number(value, 1)),
                _change(one, "satisfaction_mean", lambda value: percentage(value, 1)),
                _change(one, "turnover_mean", lambda value: percentage(value, 1)),
                _change(one, "falls_back", percentage),
            )
            for key, one in found.items()
        ),
    )


def _change(one: Involved, outcome: str, write: Callable[[float], str]) -> str:
    before, after = write(one.before[outcome].p50), write(one.after[outcome].p50)
    if before == after:
        return before
    return gettext("{before} becomes {after}", before=before, after=after)
