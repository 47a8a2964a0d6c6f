"""Who decides what now, and by which day: team, directorate, executive, works council, council."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.numbers import long_date
from selfmgmt.views.calendar import Calendar

_FIRST = 3  # figures that are named
_SEEN = 0.005  # of the choices that change; less is 0% in whole per cents
_REVIEW_AFTER = 4  # quarters after the start


def decide_sentences(
    comparison: Comparison, weighing: Weighing, calendar: Calendar
) -> tuple[str, ...]:
    """A sentence for each body, in the order of the days.

    Args:
        comparison: The options side by side.
        weighing: What people still have to judge.
        calendar: The dates of the case.
    """
    advice = long_date(calendar.advice)
    return (
        gettext(
            "Directorate and controller, by {day}: fill in your own figures{figures}.",
            day=advice,
            figures=_figures(comparison),
        ),
        gettext("Teams, by {day}: say what each way of working would ask of you.", day=advice),
        _executive(comparison, advice),
        gettext(
            "Works council, asked by {day}, before the decision: the last day on which advice can "
            "still count.",
            day=advice,
        ),
        council_sentence(weighing, calendar),
        gettext(
            "All, on {day}: look back, and stop or go on. The change starts on {start}.",
            day=long_date(calendar.at(_REVIEW_AFTER)),
            start=long_date(calendar.start),
        ),
    )


def council_sentence(weighing: Weighing, calendar: Calendar) -> str:
    """What is asked of the council, and by which day."""
    return gettext(
        "Council, by {day}: set amount, frames and what must stay good for residents{judge}.",
        day=long_date(calendar.decision),
        judge=_judge(weighing),
    )


def figures_to_look_up(comparison: Comparison) -> list[str]:
    """The figures of one's own that can change the choice most, by name, the best first."""
    facts = fields_of(OwnFigures)
    found = comparison.fill_in_first.items()
    return [facts[key].title for key, share in found if share >= _SEEN][:_FIRST]


def _figures(comparison: Comparison) -> str:
    named = [small(title) for title in figures_to_look_up(comparison)]
    return gettext(", first {figures}", figures=", ".join(named)) if named else ""


def _executive(comparison: Comparison, day: str) -> str:
    if comparison.study.case.question.example:
        return gettext(
            "Executive, by {day}: replace the example by your own amount and day, and choose the "
            "options to go on with.",
            day=day,
        )
    return gettext("Executive, by {day}: choose the options to go on with.", day=day)


def _judge(weighing: Weighing) -> str:
    if not weighing.not_judged:
        return ""
    names = [small(str(weighing.criteria[key].label)) for key in weighing.not_judged]
    return gettext("; judge {criteria}", criteria=", ".join(names))
