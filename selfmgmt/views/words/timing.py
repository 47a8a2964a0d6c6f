"""The pair of pictures over time in words: when service is lowest, and when money is over."""

from collections.abc import Sequence

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.calendar import Calendar, month_words
from selfmgmt.views.outcomes import OUTCOMES

_MIDDLE = 1  # row of a path
_NAMED = 4


def service_sentences(comparison: Comparison, calendar: Calendar) -> tuple[str, ...]:
    """When service is lowest, and which ways may be given up again.

    Args:
        comparison: The options side by side.
        calendar: The dates of the case.
    """
    found = _changing(comparison)
    if not found:
        return (gettext("No option changes anything."),)
    lowest = {one.key: int(one.paths["capacity"][_MIDDLE].argmin()) for one in found}
    first, last = min(lowest.values()), max(lowest.values())
    least = min(found, key=_low)
    furthest = gettext(
        "It goes furthest down with {option}: to {low}, where today is 100.",
        option=least.label,
        low=OUTCOMES["capacity_low"].range(least.outcomes["capacity_low"]),
    )
    return (" ".join((_lowest(first, last, calendar), furthest)), *_reversal(found))


def _lowest(first: int, last: int, calendar: Calendar) -> str:
    """In which month, or between which two, the middle of an option is lowest."""
    begin, end = (month_words(calendar.at(quarter)) for quarter in (first, last))
    if begin == end:
        return gettext("Capacity for residents is lowest in {month}.", month=begin)
    return gettext(
        "Capacity for residents is lowest between {begin} and {end}.", begin=begin, end=end
    )


def cash_sentences(comparison: Comparison, calendar: Calendar) -> tuple[str, ...]:
    """By when all options have brought in more than they cost, and which have not by the end."""
    found = _changing(comparison)
    if not found:
        return (gettext("No option costs or saves anything."),)
    never = [one.label for one in found if one.paths["cumulative_cash_eur"][_MIDDLE][-1] <= 0]
    paid = [_paid(one) for one in found if one.label not in never]
    sentences = [gettext("The line is the middle, the area is the range.")]
    if paid:
        sentences.append(
            gettext(
                "In the middle the first option has brought in more than it cost from {first} on, "
                "the last from {last} on.",
                first=month_words(calendar.at(min(paid))),
                last=month_words(calendar.at(max(paid))),
            )
        )
    if never:
        sentences.append(
            gettext(
                "Not by {end}: {options}.",
                end=month_words(calendar.at(comparison.study.case.question.horizon)),
                options=", ".join(never[:_NAMED]),
            )
        )
    return tuple(sentences)


def _reversal(found: Sequence[OptionResult]) -> list[str]:
    """How often managers come back, over the ways of working that can fall back."""
    back = [one.falls_back for one in found if one.design.scope]
    if not back:
        return []
    return [
        gettext(
            "Another way of working can be given up again: in {low} to {high} of the futures "
            "managers come back within these years. That is in the area too.",
            low=percentage(min(back)),
            high=percentage(max(back)),
        )
    ]


def _changing(comparison: Comparison) -> list[OptionResult]:
    return [one for one in comparison.options.values() if one.paths["cumulative_cash_eur"].any()]


def _low(option: OptionResult) -> float:
    return float(option.outcomes["capacity_low"].p50)


def _paid(option: OptionResult) -> int:
    """The quarter from which on the middle stays above what was spent."""
    below = (option.paths["cumulative_cash_eur"][_MIDDLE] <= 0).nonzero()[0]
    return int(below.max()) + 1
