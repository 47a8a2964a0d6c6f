"""The options as cards of four figures: managers, staff departments, work for residents, pace."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.evidence.options import named_options
from selfmgmt.fields import Amount
from selfmgmt.language import gettext
from selfmgmt.numbers import MINUS, percentage
from selfmgmt.views.calendar import Calendar, month_words
from selfmgmt.views.tables import Table


def cards_table(comparison: Comparison, calendar: Calendar) -> Table:
    """Four figures of each option: what is left of leading and staff, the work, and the pace.

    Args:
        comparison: The options side by side.
        calendar: The dates of the case.
    """
    found = [one for one in comparison.options.values() if one.key != DO_NOTHING]
    return Table(
        caption=gettext("The options: way of working and saving mix together, in four figures"),
        heads=(
            gettext("Option"),
            gettext("Managers left"),
            gettext("Staff departments left"),
            gettext("Work for residents"),
            gettext("All has changed by"),
        ),
        rows=tuple(_card(one, comparison, calendar) for one in found),
    )


def left_out_sentences(comparison: Comparison) -> tuple[str, ...]:
    """Which named options are not in this case."""
    named = named_options()
    used = {str(option.based_on) for option in comparison.study.case.options.values()}
    left = [str(option.label) for key, option in named.items() if key not in {*used, DO_NOTHING}]
    if not left:
        return (gettext("All options that this product knows are in this case."),)
    return (gettext("Known, but not in this case: {options}.", options="; ".join(left)),)


def _card(option: OptionResult, comparison: Comparison, calendar: Calendar) -> tuple[str, ...]:
    levers, wholes = option.plan.levers, comparison.study.organisation.wholes()
    _begin, end = span_of(option)
    return (
        option.label,
        _left(levers.managers_after, wholes["managers_after"]),
        _left(levers.support_after, wholes["support_after"]),
        _change(levers.primary_fte_change, wholes["primary_fte_change"]),
        month_words(calendar.at(end)),
    )


def span_of(option: OptionResult) -> tuple[int, int]:
    """The quarters in which something changes: the first, and the one in which all has."""
    way, mix = option.plan.way, option.plan.mix
    finished = [mix.rollout_quarters] if option.factor else []
    starts = [0] if option.factor else []
    if option.design.scope or not option.factor:
        starts.append(0)
        finished.append(way.start_quarters + way.rollout_quarters)
    return min(starts), max(finished)


def _left(amount: Amount, whole: float) -> str:
    return percentage(amount.of(whole) / whole if whole else 1)


def _change(amount: Amount, whole: float) -> str:
    share = amount.of(whole) / whole if whole else 0.0
    words = percentage(share)
    return f"+{words}" if share > 0 and not words.startswith((MINUS, "0")) else words
