"""What happens when a stop rule applies: three courses in sentences and a table."""

from collections.abc import Sequence

from selfmgmt.analysis.stop_and_repair import Course
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import money
from selfmgmt.views.tables import Table

_COURSES = {
    "planned": _("As planned"),
    "repaired": _("Halt, repair and go on"),
    "stopped": _("Stop for good"),
}


def course_sentences(courses: Sequence[Course], *, quarter: int, pause: int) -> list[str]:
    """What a halt costs, and what it does to the chance to be in time.

    Args:
        courses: As planned, repaired and stopped.
        quarter: The quarter after the start in which the rule applies.
        pause: How many quarters nobody new starts.
    """
    planned, repaired, stopped = courses
    return [
        gettext(
            "Say a stop rule applies {quarter} quarters after the start, and nobody new starts for "
            "{pause} quarters. The chance to reach the saving in time then goes from {before} to "
            "{after}; stopping for good makes it {stopped}.",
            quarter=quarter,
            pause=pause,
            before=percentage(planned.target_met),
            after=percentage(repaired.target_met),
            stopped=percentage(stopped.target_met),
        ),
        gettext(
            "Repair brings one-off cost from {before} to {after} (middle of the range).",
            before=money(planned.outcomes["transition_cost_eur"].p50),
            after=money(repaired.outcomes["transition_cost_eur"].p50),
        ),
    ]


def course_caution() -> str:
    """Where the cost of repair comes from."""
    return gettext(
        "The cost of repair is that of the stress test: some EUR 40 per inhabitant, as reported "
        "by MijnGemeenteDichtbij. Two boards and a tight budget played a part there. That a pause "
        "costs as much with you is an assumption; what repair brings is not in it."
    )


def course_table(courses: Sequence[Course]) -> Table:
    """The three courses side by side, as ranges."""
    return Table(
        caption=gettext("What happens after a halt"),
        heads=(
            gettext("Course"),
            gettext("Net saving when due"),
            gettext("One-off cost"),
            gettext("Lowest capacity (today is 100)"),
            gettext("Absence in the end"),
        ),
        rows=tuple(
            (
                gettext(_COURSES[course.key]),
                _euros(course.outcomes["net_saving_due_eur"]),
                _euros(course.outcomes["transition_cost_eur"]),
                _range(*(number(end) for end in _interval(course.outcomes["capacity_low"]))),
                _range(*(percentage(end, 1) for end in _interval(course.outcomes["absence_end"]))),
            )
            for course in courses
        ),
    )


def _euros(found: Quantiles) -> str:
    return _range(*(money(end) for end in _interval(found)))


def _interval(found: Quantiles) -> tuple[float, float]:
    return found.p10, found.p90


def _range(low: str, high: str) -> str:
    return low if low == high else gettext("{low} to {high}", low=low, high=high)
