"""What options take away, what people notice of it, and what a way of working costs."""

from collections.abc import Iterable
from math import isfinite

from selfmgmt.analysis.compare import Comparison, OptionResult
from selfmgmt.case.known import NONE
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

_PRICED = (
    "posts_removed_fte",
    "capacity_low",
    "satisfaction_mean",
    "turnover_mean",
    "steerability_low",
    "net_term_eur",
)
_STEPS = {
    "together": _("What working this way changes, at the same money: all together"),
    "removals": _("Of that, since other posts go than with the mix alone"),
    "working": _("Of that, by working in another way itself, and by paying for it"),
}


def goes_table(comparison: Comparison, keys: Iterable[str]) -> Table:
    """How far each option gets and what goes for that.

    Args:
        comparison: The options side by side.
        keys: Those that are shown.
    """
    has_target = comparison.study.question.saving_target.value > 0
    head = gettext("Gets to this part of the target") if has_target else gettext("Saved when due")
    return Table(
        caption=gettext("How far it gets, and what goes: the middle and, in brackets, the range"),
        heads=(
            gettext("Option"),
            head,
            gettext("Posts that go, FTE"),
            gettext("Hired staff that goes, FTE"),
            gettext("Tasks that stop"),
            gettext("Saved over all years together"),
        ),
        rows=tuple(
            (
                option.label,
                _far(option),
                _posts(option),
                _range(option, "hired_removed_fte"),
                _range(option, "tasks_dropped"),
                _range(option, "net_term_eur"),
            )
            for option in _shown(comparison, keys)
        ),
    )


def notice_table(comparison: Comparison, keys: Iterable[str]) -> Table:
    """What residents and staff notice of each option, and what it does to grip.

    Args:
        comparison: The options side by side.
        keys: Those that are shown.
    """
    written = (
        "capacity_low",
        "satisfaction_mean",
        "absence_mean",
        "turnover_worst",
        "steerability_low",
    )
    return Table(
        caption=gettext("What residents, staff, council and executive notice of it"),
        heads=(
            gettext("Option"),
            gettext("Lowest capacity (today is 100)"),
            gettext("Satisfied, mean of all years"),
            gettext("Sickness absence, mean of all years"),
            gettext("Staff leaving, worst quarter"),
            gettext("Steerability, lowest point"),
            gettext("Chance that managers come back"),
        ),
        rows=tuple(
            (
                option.label,
                *(_range(option, key) for key in written),
                percentage(option.falls_back) if option.design.scope else gettext("n.a."),
            )
            for option in _shown(comparison, keys)
        ),
    )


def price_table(comparison: Comparison, keys: Iterable[str], step: str = "together") -> Table:
    """What each way of working changes beside today's way that finds the same money.

    Args:
        comparison: The options side by side.
        keys: Those that are shown; an option that works as today has no price.
        step: ``removals``, ``working`` or ``together``.
    """
    ways = ways_among(comparison, keys)
    return Table(
        caption=gettext(_STEPS[step]),
        heads=(gettext("Way of working"), *(OUTCOMES[key].title for key in _PRICED)),
        rows=tuple(
            (
                comparison.options[way].label,
                *(OUTCOMES[key].difference(changes[key]) for key in _PRICED),
            )
            for way in ways
            for changes in (getattr(comparison.price_of_way[way], step),)
        ),
    )


def beside_sentences(comparison: Comparison, keys: Iterable[str]) -> list[str]:
    """What ways of working are held beside.

    Args:
        comparison: The options side by side.
        keys: Those that are shown.
    """
    today = [one.label for one in _shown(comparison, keys) if one.way == NONE]
    price = gettext(
        "The price of a way of working is the difference with today's way that saves the same. A "
        "way that passes the target by itself is held beside a larger cut, that saves as much."
    )
    if not today:
        return [price]
    return [
        gettext(
            "Here everyone goes on working as today, with the same mix: {options}.",
            options=", ".join(today),
        ),
        price,
    ]


def ways_among(comparison: Comparison, keys: Iterable[str]) -> list[str]:
    """The options among ``keys`` that work in another way than today."""
    return [key for key in keys if comparison.options[key].way != NONE]


def _shown(comparison: Comparison, keys: Iterable[str]) -> list[OptionResult]:
    return [comparison.options[key] for key in keys]


def _far(option: OptionResult) -> str:
    if not isfinite(option.reach):
        return _range(option, "net_saving_due_eur")
    return percentage(option.reach)


def _posts(option: OptionResult) -> str:
    posts = _range(option, "posts_removed_fte")
    if not option.deep:
        return posts
    return gettext("{posts}; more than a fifth of all posts", posts=posts)


def _range(option: OptionResult, key: str) -> str:
    return OUTCOMES[key].range(option.outcomes[key])
