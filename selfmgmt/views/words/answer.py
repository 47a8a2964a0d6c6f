"""The answer in three sentences: what closes the gap, at what price, and what is not known."""

import math
from collections.abc import Callable, Sequence

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plans import EQUAL_MONEY
from selfmgmt.analysis.questions import candidates
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.numbers import number, percentage
from selfmgmt.simulation.outcomes import LESS_IS_BETTER
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import OUTCOMES, money
from selfmgmt.views.words.effects import ways_among
from selfmgmt.views.words.verdict import verdict_of

_REACHED = 100  # per cent of the target, as it is written
_GAINS = ("capacity_low", "satisfaction_mean", "turnover_worst", "absence_mean", "steerability_low")


def closes_sentence(comparison: Comparison) -> str:
    """Which saving mixes close the gap, and what goes with each."""
    found = _mixes(comparison)
    if not found:
        return gettext("In no option of this comparison everyone works as today.")
    if not comparison.study.question.saving_target.value:
        return gettext("There is no saving target, so no gap has to be closed.")
    closing = [one for one in found if round(_REACHED * one.reach) >= _REACHED]
    goes = "; ".join(f"{one.label} ({goes_words(one)})" for one in closing or found)
    if not closing:
        return gettext(
            "No saving mix closes the gap with as much certainty as asked. Nearest come: {mixes}.",
            mixes=goes,
        )
    ways = ngettext(
        "The gap can be closed in {count} way while everyone works as today: {mixes}.",
        "The gap can be closed in {count} ways while everyone works as today: {mixes}.",
        len(closing),
        mixes=goes,
    )
    return " ".join(filter(None, (ways, _how_sure(comparison))))


def _how_sure(comparison: Comparison) -> str:
    """In how many futures sized mixes find the money; as written each has its own chance."""
    if comparison.size != EQUAL_MONEY:
        return ""
    return gettext(
        "Each finds the money in time in {certainty} of 100 possible futures.",
        certainty=comparison.sizing.certainty,
    )


def goes_words(option: OptionResult) -> str:
    """What goes with an option, at the middle: posts, hired staff and tasks that are not none."""
    outcomes = option.outcomes
    parts = [
        gettext("{fte} FTE of posts", fte=_fte(outcomes["posts_removed_fte"])),
        gettext("{fte} FTE of hired staff", fte=_fte(outcomes["hired_removed_fte"])),
        gettext("{share} of the tasks", share=percentage(outcomes["tasks_dropped"].p50)),
    ]
    keys = ("posts_removed_fte", "hired_removed_fte", "tasks_dropped")
    some = [part for part, key in zip(parts, keys, strict=True) if outcomes[key].p50]
    return ", ".join(some) or gettext("nothing")


def price_sentence(comparison: Comparison) -> str:
    """What the mixes cost residents and staff, and what another way of working does to money."""
    return " ".join(filter(None, (_mixes_price(comparison), _ways_price(comparison))))


def unknown_sentence(comparison: Comparison, weighing: Weighing) -> str:
    """How much rests on assumptions, and what people still have to judge."""
    shares = [
        found["net_saving_eur"]
        for found in comparison.assumption_share.values()
        if math.isfinite(found["net_saving_eur"])
    ]
    if not shares:
        return gettext("Nothing in this comparison is uncertain.")
    rests = gettext(
        "{share} of the range of the saving rests on assumptions, so use this to start a "
        "conversation and not to calculate a decision.",
        share=percentage(min(sum(shares) / len(shares), 1)),
    )
    if not weighing.not_judged:
        return rests
    names = [small(str(weighing.criteria[key].label)) for key in weighing.not_judged]
    return " ".join(
        (rests, gettext("Nobody has judged yet: {criteria}.", criteria=", ".join(names)))
    )


def _mixes(comparison: Comparison) -> list[OptionResult]:
    keys = candidates(comparison)["mixes"]
    found = [comparison.options[key] for key in keys if key != DO_NOTHING]
    return [one for one in found if one.way == NONE]


def _mixes_price(comparison: Comparison) -> str:
    found = _mixes(comparison)
    if not found:
        return ""
    nothing = comparison.options[DO_NOTHING].outcomes
    return gettext(
        "At its lowest point the capacity for residents is {service}, where today is 100; "
        "{satisfied} of staff are satisfied, now {now}.",
        service=_span(found, "capacity_low", number),
        satisfied=_span(found, "satisfaction_mean", percentage),
        now=percentage(nothing["satisfaction_mean"].p50),
    )


def _ways_price(comparison: Comparison) -> str:
    """That another way does not pay for itself as a saving, or which does, and why to want it."""
    ways = ways_among(comparison, candidates(comparison)["ways"])
    if not ways or not comparison.study.question.saving_target.value:
        return ""
    term = {key: comparison.price_of_way[key].together["net_term_eur"].p50 for key in ways}
    paying = [comparison.options[key].label for key in ways if term[key] > 0]
    reasons = _reasons(comparison, ways)
    if paying:
        return gettext(
            "As a saving these other ways of working pay for themselves: {options}. {reasons}",
            options=", ".join(paying),
            reasons=reasons,
        )
    low, high = (money(abs(end)) for end in (max(term.values()), min(term.values())))
    less = low if low == high else gettext("{low} to {high}", low=low, high=high)
    return gettext(
        "As a saving alone, no other way of working pays for itself: {less} less over all years. "
        "{reasons}",
        less=less,
        reasons=reasons,
    )


def _reasons(comparison: Comparison, ways: Sequence[str]) -> str:
    """On what some way does better at the middle; else only what people judge is left."""
    better = [
        small(OUTCOMES[key].title)
        for key in _GAINS
        if any(_gains(comparison.price_of_way[way].together[key], key) for way in ways)
    ]
    if not better:
        return gettext("Anyone who wants one has reasons that only people can judge.")
    return gettext(
        "Anyone who wants one has other reasons. In 9 of 10 futures at least one way does better "
        "on: {outcomes}.",
        outcomes="; ".join(better),
    )


def _gains(difference: Quantiles, outcome: str) -> bool:
    sign = -1 if outcome in LESS_IS_BETTER else 1
    return sign * difference.p50 > 0 and verdict_of(outcome, difference) == "better"


def _span(found: Sequence[OptionResult], outcome: str, write: Callable[[float], str]) -> str:
    """From the lowest to the highest middle."""
    middles = [one.outcomes[outcome].p50 for one in found]
    low, high = write(min(middles)), write(max(middles))
    return low if low == high else gettext("{low} to {high}", low=low, high=high)


def _fte(posts: Quantiles) -> str:
    return OUTCOMES["posts_removed_fte"].write(posts.p50)
