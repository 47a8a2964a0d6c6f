"""What must be in place: the weakest condition of each option and what to do about it."""

from collections import Counter, defaultdict

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.language import gettext, ngettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.profile import ReadinessProfile
from selfmgmt.simulation.conditions import CONDITIONS as BY_INDEX
from selfmgmt.views.tables import Table

CONDITIONS = {
    "work_redesign": _("the redesign of the work"),
    "interdependence": _("the need that team members have for each other"),
    "frames": _("clear frames for the teams"),
    "readiness": _("the readiness of the organisation"),
}
_ADVICE = {
    "work_redesign": _("Regroup tasks first, so that a team owns a whole piece of work."),
    "interdependence": _("Start with work in which people need each other for the result."),
    "frames": _("Write down with the teams, before the start, what they decide themselves."),
    "readiness": _("Work on the weakest side of readiness first."),
}
_SURE = 0.6  # of the futures: below this another condition is weakest about as often


def condition_sentences(comparison: Comparison) -> list[str]:
    """Which condition holds the options back most, and what to do first."""
    options_by_condition = defaultdict(list)
    for option in comparison.options.values():
        if option.weakest_condition:
            options_by_condition[option.weakest_condition].append(option.label)
    ranked = sorted(options_by_condition.items(), key=lambda item: -len(item[1]))
    return [
        *(_condition_sentence(condition, len(labels)) for condition, labels in ranked),
        *_not_sure(comparison),
    ]


def _not_sure(comparison: Comparison) -> list[str]:
    """For which options another condition is weakest in many futures too."""
    return [
        gettext(
            "With {option} this is not certain: another condition is weakest in {share} of the "
            "futures, mostly {second}.",
            option=option.label,
            share=percentage(1 - option.weakest_share),
            second=gettext(CONDITIONS[_second(comparison, option)]),
        )
        for option in comparison.options.values()
        if option.weakest_condition and option.weakest_share < _SURE
    ]


def _second(comparison: Comparison, option: OptionResult) -> str:
    """The condition that is weakest most often but one."""
    row = list(comparison.options).index(option.key)
    found = Counter(comparison.outcomes.weakest_condition[row].tolist()).most_common(2)
    return BY_INDEX[found[-1][0]]


def _condition_sentence(key: str, count: int) -> str:
    condition = gettext(CONDITIONS[key])
    advice = gettext(_ADVICE[key])
    return ngettext(
        "{condition} is the weakest condition in {count} option. {advice}",
        "{condition} is the weakest condition in {count} options. {advice}",
        count,
        condition=condition[:1].upper() + condition[1:],
        advice=advice,
    )


def condition_table(comparison: Comparison) -> Table:
    """The weakest condition of each option that changes how teams work."""
    return Table(
        caption=gettext("The weakest condition of each option"),
        heads=(
            gettext("Option"),
            gettext("Weakest condition"),
            gettext("In how many futures"),
        ),
        rows=tuple(
            (
                option.label,
                _weakest(comparison, option),
                percentage(option.weakest_share),
            )
            for option in comparison.options.values()
            if option.weakest_condition
        ),
        words=(gettext("Weakest condition"),),
    )


def _weakest(comparison: Comparison, option: OptionResult) -> str:
    first = gettext(CONDITIONS[str(option.weakest_condition)])
    if option.weakest_share >= _SURE:
        return first
    second = gettext(CONDITIONS[_second(comparison, option)])
    return gettext("{first}; {second} about as often", first=first, second=second)


def readiness_sentences(profile: ReadinessProfile) -> list[str]:
    """How ready the organisation is, what is weakest, and the first step."""
    overall = gettext(
        "Readiness as a whole lies between {low} and {high}, on a scale of 0 to 100.",
        low=number(100 * profile.rho.low),
        high=number(100 * profile.rho.high),
    )
    if not profile.weakest:
        return [overall, _nothing_filled_in(len(profile.dimensions))]
    return [overall, *map(_weakest_sentence, profile.weakest), *_open_sentence(profile)]


def _nothing_filled_in(count: int) -> str:
    return gettext(
        "This is a wide default: nobody has filled in the readiness scan yet. "
        "Fill in the {count} dimensions in the case file.",
        count=count,
    )


def _weakest_sentence(key: str) -> str:
    found = load_instrument().dimensions[key]
    return gettext(
        "The weakest is {dimension}. {meaning} First step: {step}",
        dimension=found.label,
        meaning=found.when_low,
        step=found.next_step,
    )


def _open_sentence(profile: ReadinessProfile) -> list[str]:
    if not profile.unfilled:
        return []
    labels = [str(load_instrument().dimensions[key].label) for key in profile.unfilled]
    return [gettext("Not filled in yet: {dimensions}.", dimensions=", ".join(labels))]
