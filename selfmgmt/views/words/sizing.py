"""How options were sized, what goes beside a way of working, and what that way costs."""

from collections.abc import Mapping

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plans import EQUAL_MONEY
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.case.mix import Mix
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, small
from selfmgmt.numbers import percentage
from selfmgmt.views.calendar import Calendar, month_words
from selfmgmt.views.outcomes import OUTCOMES, money

PRICED = ("capacity_low", "satisfaction_mean", "transition_cost_eur", "net_term_eur")


def sizing_sentences(comparison: Comparison, calendar: Calendar) -> list[str]:
    """How large the options are, and how to read that."""
    question, sizing = comparison.study.question, comparison.sizing
    if sizing.size != EQUAL_MONEY:
        return [
            gettext(
                "Every option is as large as it was written down. So they do not save the same: "
                "look at that too when you compare them."
            )
        ]
    return [
        gettext(
            "Every option is made so large that in {certainty} of 100 possible futures the "
            "saving of {target} is there in {month}. So they differ in what they do to "
            "people and work, not in what they save then.",
            certainty=sizing.certainty,
            target=money(question.saving_target.value),
            month=month_words(calendar.at(question.due_quarter)),
        ),
        gettext(
            "In the middle, net saving and gap in that month add up to the target. The ends of "
            "two ranges do not add up."
        ),
    ]


def sizing_sentence(comparison: Comparison, option: OptionResult) -> str:
    """What goes beside the way of working of one option, how far that gets, and its price."""
    if option.key == DO_NOTHING:
        return ""
    parts = (size_sentence(comparison, option), _price(comparison, option))
    return " ".join(filter(None, parts))


def size_sentence(comparison: Comparison, option: OptionResult) -> str:
    """The mix of one option and its size, and how far that gets."""
    if option.key == DO_NOTHING:
        return ""
    parts = [_accompanying(comparison, option)]
    if comparison.size == EQUAL_MONEY:
        parts += [_reach(option), _surer(comparison, option)]
    return " ".join(filter(None, [*parts, _deep(option)]))


def _accompanying(comparison: Comparison, option: OptionResult) -> str:
    gone = comparison.sized[option.key].gone
    if not gone:
        return gettext("Nothing goes beside what belongs to this way of working.")
    shares = gone_words(gone)
    if option.way == NONE:
        return gettext("What goes: {shares}.", shares=shares)
    return gettext("What goes beside this way of working: {shares}.", shares=shares)


def gone_words(gone: Mapping[str, float]) -> str:
    """The groups that lose something, with the share of today's that goes.

    Args:
        gone: Group to the share of today's that goes.
    """
    facts = fields_of(Mix)
    return ", ".join(
        gettext("{group} {share}", group=small(facts[group].title), share=percentage(share))
        for group, share in gone.items()
    )


def _reach(option: OptionResult) -> str:
    percent = round(100 * option.reach)
    if percent < 100:
        return gettext(
            "That gets to {share} of the target; then nothing more may go, here or without this "
            "way of working.",
            share=percentage(option.reach),
        )
    if percent > 100:
        return gettext(
            "By itself it already passes the target: it gets to {share}.",
            share=percentage(option.reach),
        )
    return ""


def _surer(comparison: Comparison, option: OptionResult) -> str:
    """How much larger the cut is when the money must be there in more futures."""
    factor = comparison.surer.get(option.key, 0.0)
    if not option.factor or factor <= option.factor:
        return ""
    return gettext(
        "To have the money in 80 of 100 futures it takes {more} more of this.",
        more=percentage(factor / option.factor - 1),
    )


def _deep(option: OptionResult) -> str:
    return gettext("More posts go than anyone ever measured.") if option.deep else ""


def _price(comparison: Comparison, option: OptionResult) -> str:
    if option.way == NONE:
        return ""
    price = comparison.price_of_way[option.key]
    return gettext(
        "The price of working this way, at the same money: {changes}.",
        changes="; ".join(
            f"{small(OUTCOMES[key].title)} {OUTCOMES[key].difference(price.working[key])}"
            for key in PRICED
            if key in price.working
        ),
    )
