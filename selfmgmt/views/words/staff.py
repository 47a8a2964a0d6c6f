"""Consequences for staff: for all options in one table, and for one as a request for advice."""

from collections.abc import Sequence

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import euro, long_date, percentage
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.calendar import Calendar, month_words
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.persons import people_words, persons, posts_words
from selfmgmt.views.tables import Table
from selfmgmt.views.words.cards import span_of

_MOTIVES = {
    "service": (_("better service"), ("service", "both")),
    "cut": (_("a budget cut"), ("cut", "both")),
}
_POSTS = OUTCOMES["posts_removed_fte"]
_GROUPS = {
    "managers_after": _("Managers"),
    "support_after": _("Staff departments"),
    "primary_fte_change": _("Work for residents"),
}


def staff_options(comparison: Comparison) -> list[OptionResult]:
    """The options that change something for staff."""
    return [
        one
        for one in comparison.options.values()
        if one.key != DO_NOTHING and (one.design.scope or one.outcomes["gross_saving_eur"].p50)
    ]


def staff_sentences(comparison: Comparison, calendar: Calendar) -> tuple[str, ...]:
    """How posts go, and by which day advice can still count."""
    if not staff_options(comparison):
        return (gettext("None, as long as nothing changes."),)
    return (
        gettext(
            "Posts go with people who leave anyway, as far as that goes. The others have no post "
            "and are guided to other work."
        ),
        date_sentence(calendar),
    )


def date_sentence(calendar: Calendar) -> str:
    """Until when the works council can still make a difference."""
    return gettext(
        "The works council has to be asked before the decision, when its advice can still make a "
        "difference: by {advice}, for a decision by {decision} and a start on {start}.",
        advice=long_date(calendar.advice),
        decision=long_date(calendar.decision),
        start=long_date(calendar.start),
    )


def staff_table(comparison: Comparison) -> Table | None:
    """For each option the posts that go, by whom, and the worst quarter of absence and leaving."""
    found = staff_options(comparison)
    if not found:
        return None
    return Table(
        caption=gettext(
            "Posts that go: of people who leave anyway, and of people who have no post any more; "
            "the middle and the range"
        ),
        heads=(
            gettext("Option"),
            gettext("Leave anyway, FTE"),
            gettext("Without a post, FTE"),
            gettext("Absence, worst quarter"),
        ),
        rows=tuple((one.label, *_row(comparison, one)) for one in found),
    )


def _row(comparison: Comparison, option: OptionResult) -> tuple[str, ...]:
    outcomes = option.outcomes
    return (
        _POSTS.range(leaving_anyway(comparison, option.key)),
        _POSTS.range(outcomes["displaced_fte"]),
        OUTCOMES["absence_worst"].range(outcomes["absence_worst"]),
    )


def leaving_anyway(comparison: Comparison, key: str) -> Quantiles:
    """Posts of people who leave anyway, FTE: those that go less those with someone in them."""
    row = tuple(comparison.options).index(key)
    gone = comparison.outcomes.values["posts_removed_fte"][row]
    displaced = comparison.outcomes.values["displaced_fte"][row]
    return band(np.maximum(gone - displaced, 0))


def reason_sentences(option: OptionResult) -> tuple[str, ...]:
    """The reasons that the option gives itself, beside the cut."""
    given = option.plan.levers.motive
    motives = [gettext(words) for words, keys in _MOTIVES.values() if given in keys]
    if not motives:
        return (gettext("No reason is given with this option."),)
    return (gettext("Reason given with this option: {motives}.", motives="; ".join(motives)),)


def positions_table(comparison: Comparison, option: OptionResult, calendar: Calendar) -> Table:
    """What one option does to posts: planned by group, realised, by whom, and when."""
    begin, end = span_of(option)
    return Table(
        caption=gettext("{option}: posts, planned and realised", option=option.label),
        heads=(gettext("What"), gettext("How many"), gettext("When")),
        words=(gettext("How many"), gettext("When")),
        rows=(
            *(
                (
                    gettext("Planned: {group}", group=gettext(words)),
                    _planned(fte),
                    _between(calendar, begin, end) if _seen(fte) else gettext("n.a."),
                )
                for words, fte in _groups(comparison, option)
            ),
            *_hired(option, calendar),
            (
                gettext("Realised: posts that go"),
                posts_words(option.outcomes["posts_removed_fte"]),
                _until(comparison, calendar),
            ),
            (
                gettext("Of these: people leave anyway"),
                posts_words(leaving_anyway(comparison, option.key)),
                _between(calendar, begin, end),
            ),
            (
                gettext("Of these: people without a post"),
                posts_words(option.outcomes["displaced_fte"]),
                _between(calendar, begin, end),
            ),
        ),
    )


def consequence_sentences(option: OptionResult) -> tuple[str, ...]:
    """The worst quarter for those who stay: absence, leaving and satisfaction."""
    outcomes = option.outcomes
    return (
        gettext(
            "In the worst quarter sickness absence is {absence}, and {turnover} of staff leaves, "
            "as a share in a year.",
            absence=OUTCOMES["absence_worst"].range(outcomes["absence_worst"]),
            turnover=OUTCOMES["turnover_worst"].range(outcomes["turnover_worst"]),
        ),
        gettext(
            "Satisfied with the organisation, mean of all years: {satisfied}.",
            satisfied=OUTCOMES["satisfaction_mean"].range(outcomes["satisfaction_mean"]),
        ),
    )


def common_safeguards() -> tuple[str, ...]:
    """The safeguards that hold for each option."""
    return (
        gettext("Posts go with people who leave anyway first; the others are guided to work."),
        gettext(
            "Agree on when to stop and repair: for example when absence or leaving gets above the "
            "upper end of its range."
        ),
    )


def safeguard_sentences(option: OptionResult) -> tuple[str, ...]:
    """Which safeguards are in the option, and which are not yet."""
    design = option.design
    return (
        gettext("Coaches help the teams.")
        if design.coaches.value > 0
        else gettext("There are no coaches in this option."),
        gettext("Training: {amount} for each full post.", amount=euro(design.training))
        if design.training
        else gettext("There is no training budget in this option yet."),
        gettext(
            "How far it is imposed: {share}. The less, the better people go along with it.",
            share=percentage(design.imposed if design.scope else option.plan.mix.imposed),
        ),
    )


def planned_fte(comparison: Comparison, option: OptionResult, lever: str) -> float:
    """The posts of a group that are planned to go, FTE; negative when some are added."""
    whole = comparison.study.organisation.wholes()[lever]
    amount = getattr(option.plan.levers, lever).of(whole)
    return float(-amount if lever == "primary_fte_change" else whole - amount)


def _groups(comparison: Comparison, option: OptionResult) -> list[tuple[str, float]]:
    return [(words, planned_fte(comparison, option, lever)) for lever, words in _GROUPS.items()]


def _hired(option: OptionResult, calendar: Calendar) -> tuple[tuple[str, str, str], ...]:
    """Hired staff that goes, where some does: the posts say nothing of it."""
    hired = option.outcomes["hired_removed_fte"]
    if not _seen(hired.p90):
        return ()
    words = gettext("{posts} FTE", posts=_POSTS.range(hired))
    return ((gettext("Hired staff that goes"), words, _between(calendar, *span_of(option))),)


def _seen(fte: float) -> bool:
    """Whether so many posts are written as more than none."""
    return bool(round(persons(abs(fte)), 1))


def _planned(fte: float) -> str:
    if not _seen(fte):
        return gettext("none")
    words = gettext("{posts} FTE", posts=_POSTS.write(abs(fte)))
    if fte < 0:
        return gettext("{posts} added", posts=words)
    return gettext("{posts}, about {people} people", posts=words, people=people_words(fte))


def _between(calendar: Calendar, begin: int, end: int) -> str:
    return gettext(
        "{begin} to {end}",
        begin=month_words(calendar.at(begin)),
        end=month_words(calendar.at(end)),
    )


def _until(comparison: Comparison, calendar: Calendar) -> str:
    end = comparison.study.case.question.horizon
    return gettext("by {end}", end=month_words(calendar.at(end)))


def decision_sentence(options: Sequence[OptionResult]) -> str:
    """That nothing is decided, and what is explored."""
    return gettext(
        "There is no intended decision yet. These options are explored: {options}.",
        options="; ".join(one.label for one in options) or gettext("none"),
    )
