"""The two questions in a few sentences, kept apart: closing the gap, and working in another way."""

from collections.abc import Sequence

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plans import EQUAL_MONEY
from selfmgmt.analysis.questions import candidates
from selfmgmt.case.known import NONE
from selfmgmt.language import gettext, ngettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.outcomes import OUTCOMES, money
from selfmgmt.views.prose import small
from selfmgmt.views.words.effects import ways_among
from selfmgmt.views.words.sizing import gone_words

_NAMED = 3
_NOTICED = {"capacity_low": 1.0, "satisfaction_mean": 0.005}  # less is no difference


def gap_sentences(comparison: Comparison) -> list[str]:
    """How the gap can be closed: each saving mix with what goes, and what residents notice."""
    keys = candidates(comparison)["mixes"]
    found = [comparison.options[key] for key in keys if comparison.options[key].way == NONE]
    if comparison.size != EQUAL_MONEY:
        return []
    mixes = [one for one in found if round(100 * one.reach) >= 100]
    if not mixes:
        return []
    told = "; ".join(f"{one.label} ({gone_words(comparison.sized[one.key].gone)})" for one in mixes)
    if len(mixes) == 1:
        return [
            gettext("Without working differently the gap can be closed like this: {mix}.", mix=told)
        ]
    return [
        gettext(
            "The gap can be closed in several ways without working differently. What goes then: "
            "{mixes}.",
            mixes=told,
        ),
        *_residents(mixes),
    ]


def _residents(mixes: Sequence[OptionResult]) -> list[str]:
    ranked = sorted(mixes, key=_lowest)
    least, most = ranked[0], ranked[-1]
    if _lowest(most) - _lowest(least) < _NOTICED["capacity_low"]:
        return []
    return [
        gettext(
            "With {least} most is lost of what can be done for residents: from 100 to about {low}. "
            "With {most} it goes to about {high}{tasks}.",
            least=least.label,
            low=number(_lowest(least)),
            most=most.label,
            high=number(_lowest(most)),
            tasks=_tasks(most),
        )
    ]


def _tasks(option: OptionResult) -> str:
    stops = option.outcomes["tasks_dropped"].p50
    if not stops:
        return ""
    return gettext(", but then {share} of the tasks stops", share=percentage(stops))


def way_sentences(comparison: Comparison) -> list[str]:
    """What another way of working is worth as a saving, and what one may want it for."""
    ways = ways_among(comparison, candidates(comparison)["ways"])
    if not ways or comparison.size != EQUAL_MONEY:
        return []
    term = {key: comparison.price_of_way[key].together["net_term_eur"].p50 for key in ways}
    paying = [key for key in ways if term[key] > 0]
    low, high = (money(abs(end)) for end in (max(term.values()), min(term.values())))
    if paying:
        return [
            ngettext(
                "As a saving, {count} of {all} other ways of working brings in more over all years "
                "than today's way, that saves the same when it is due: {options}.",
                "As a saving, {count} of {all} other ways of working bring in more over all years "
                "than today's way, that saves the same when it is due: {options}.",
                len(paying),
                all=len(ways),
                options=", ".join(comparison.options[key].label for key in paying[:_NAMED]),
            ),
            _other_reasons(comparison, ways),
        ]
    return [
        gettext(
            "As a saving alone no other way of working pays for itself. At the same saving when it "
            "is due, it brings in {low} to {high} less over all years together (middle of the "
            "range).",
            low=low,
            high=high,
        )
        if low != high
        else gettext(
            "As a saving alone no other way of working pays for itself. At the same saving when it "
            "is due, it brings in about {amount} less over all years together.",
            amount=low,
        ),
        _other_reasons(comparison, ways),
    ]


def _other_reasons(comparison: Comparison, ways: Sequence[str]) -> str:
    better = [
        small(OUTCOMES[key].title)
        for key, seen in _NOTICED.items()
        if any(comparison.price_of_way[way].together[key].p50 >= seen for way in ways)
    ]
    if better:
        return gettext(
            "Who wants to work differently, wants it for other reasons. In the middle of the "
            "range one or more ways do better on: {outcomes}.",
            outcomes=gettext(" and ").join(better),
        )
    return gettext(
        "Who wants to work differently, wants it for other reasons: what people must judge, and "
        "the model cannot compute."
    )


def _lowest(option: OptionResult) -> float:
    return option.outcomes["capacity_low"].p50
