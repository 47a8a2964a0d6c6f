"""What options take away, what people notice of it, and what a way of working costs."""

from collections.abc import Iterable, Sequence
from math import isfinite

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.case.known import NONE
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

_PRICED = {
    "posts_removed_fte": _("Posts that go, FTE"),
    "capacity_low": _("Lowest capacity"),
    "satisfaction_mean": _("Satisfied"),
    "turnover_mean": _("Leaving"),
    "steerability_low": _("Grip"),
    "net_term_eur": _("Saved over all years together"),
}
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
    options = _selected(comparison, keys)
    has_target = comparison.study.question.saving_target.value > 0
    head = gettext("Gets to this part of the target") if has_target else gettext("Saved when due")
    columns = {
        gettext("Option"): [option.label for option in options],
        head: list(map(_far, options)),
        gettext("Posts that go, FTE"): list(map(_posts, options)),
        **_if_any(gettext("Hired staff that goes, FTE"), options, "hired_removed_fte"),
        **_if_any(gettext("Tasks that stop"), options, "tasks_dropped"),
        gettext("Saved over all years together"): [_range(one, "net_term_eur") for one in options],
    }
    return Table(
        caption=gettext("How far it gets, and what goes: the middle and, in brackets, the range"),
        heads=tuple(columns),
        rows=tuple(zip(*columns.values(), strict=True)),
    )


def _if_any(head: str, options: Sequence[OptionResult], key: str) -> dict[str, list[str]]:
    """A column, unless the outcome is nothing for every option."""
    if not any(option.outcomes[key].p90 for option in options):
        return {}
    return {head: [_range(option, key) for option in options]}


def notice_table(comparison: Comparison, keys: Iterable[str]) -> Table:
    """What residents and staff notice of each option, and what it does to grip.

    Args:
        comparison: The options side by side.
        keys: Those that are shown.
    """
    options = _selected(comparison, keys)
    columns = {
        gettext("Option"): [option.label for option in options],
        gettext("Lowest capacity"): [_range(one, "capacity_low") for one in options],
        gettext("Satisfied"): [_range(one, "satisfaction_mean") for one in options],
        gettext("Absence"): [_range(one, "absence_mean") for one in options],
        gettext("Leaving"): [_range(one, "turnover_worst") for one in options],
        gettext("Grip"): [_range(one, "steerability_low") for one in options],
    }
    if any(option.design.scope for option in options):
        columns[gettext("Falls back")] = [_falls_back(option) for option in options]
    return Table(
        caption=gettext(
            "What is noticed of it. Capacity for residents at its lowest, today is 100. Satisfied "
            "and absence: mean of all years. Leaving in a year: worst quarter. Grip: steerability "
            "at its lowest. Falls back: the chance that managers come back"
        ),
        heads=tuple(columns),
        rows=tuple(zip(*columns.values(), strict=True)),
    )


def _falls_back(option: OptionResult) -> str:
    return percentage(option.falls_back) if option.design.scope else gettext("n.a.")


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
        heads=(gettext("Way of working"), *map(gettext, _PRICED.values())),
        rows=tuple(
            (
                comparison.options[way].label,
                *(OUTCOMES[key].difference(changes[key]) for key in _PRICED),
            )
            for way in ways
            for changes in (getattr(comparison.price_of_way[way], step),)
        ),
    )


def ways_among(comparison: Comparison, keys: Iterable[str]) -> list[str]:
    """The options among ``keys`` that work in another way than today."""
    return [key for key in keys if comparison.options[key].way != NONE]


def _selected(comparison: Comparison, keys: Iterable[str]) -> list[OptionResult]:
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
