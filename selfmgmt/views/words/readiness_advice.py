"""How ready the organisation is: the two weakest sides, the next step, and what a point brings."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.readiness_value import one_point_more, readiness_value
from selfmgmt.analysis.study import Study
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.language import gettext, small
from selfmgmt.numbers import long_date
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import ReadinessProfile
from selfmgmt.views.calendar import Calendar
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.words.conditions import condition_sentences
from selfmgmt.views.words.readiness_gain import is_filled_in, known_sentences

_WEAKEST = 2
_REPORTED = ("capacity_low", "satisfaction_mean")


def ready_sentences(study: Study, comparison: Comparison, calendar: Calendar) -> tuple[str, ...]:
    """What holds a new way of working back, and what to do first.

    Args:
        study: The case with everything looked up.
        comparison: The options side by side.
        calendar: The dates of the case.
    """
    conditions = tuple(condition_sentences(comparison)[:1])
    if not is_filled_in(study.case.readiness):
        return (
            gettext(
                "Nobody has filled in how ready the organisation is, so the report counts with a "
                "wide range; eight scores from 1 to 5 on the page Readiness are enough to start."
            ),
            *conditions,
        )
    weakest = weakest_of(study.profile)
    return (
        *known_sentences(study.case.readiness)[:1],
        *(_step(key, calendar) for key in weakest),
        *_value_of_a_point(study, comparison, weakest),
        *conditions,
    )


def weakest_of(profile: ReadinessProfile) -> tuple[str, ...]:
    """The two weakest sides that were filled in, the weakest first."""
    filled = profile.filled
    return tuple(sorted(filled, key=lambda key: filled[key].central)[:_WEAKEST])


def _step(key: str, calendar: Calendar) -> str:
    found = load_instrument().dimensions[key]
    return gettext(
        "Weak: {dimension}. {meaning} Next step, by {day}: {step} Name one owner. Sign that it "
        "worked: a next measurement gives a point more.",
        dimension=found.label,
        meaning=found.when_low,
        day=long_date(calendar.start),
        step=found.next_step,
    )


def _value_of_a_point(study: Study, comparison: Comparison, weakest: tuple[str, ...]) -> list[str]:
    """What a point more on the weakest sides changes, in the option in which it does most."""
    plans = {key: plan for key, plan in comparison.plans.items() if key != DO_NOTHING}
    if not plans or not weakest:
        return []
    values = readiness_value(
        study,
        plans,
        one_point_more(study, weakest),
        draws=comparison.draws,
        seed=comparison.seed,
    )
    most = max(values, key=lambda key: values[key].differences[_REPORTED[0]].p50)
    changes = "; ".join(
        f"{small(OUTCOMES[key].title)} {OUTCOMES[key].difference(values[most].differences[key])}"
        for key in _REPORTED
    )
    return [
        gettext(
            "One point more on these does most in {option}: {changes}.",
            option=comparison.options[most].label,
            changes=changes,
        )
    ]
