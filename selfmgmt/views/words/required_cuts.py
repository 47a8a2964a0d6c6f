"""What it takes to find the money: what has to go at an even chance, and to be surer of it."""

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plans import EQUAL_MONEY
from selfmgmt.case.known import DO_NOTHING, NONE
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.tables import Table
from selfmgmt.views.words.sizing import gone_words

_ALL = 100


def takes_sentences(comparison: Comparison) -> tuple[str, ...]:
    """How the options were sized, and which cannot get there."""
    if comparison.size != EQUAL_MONEY:
        return (
            gettext(
                "Every option is as large as it was written down. So they do not save the same."
            ),
        )
    short = [
        f"{one.label} ({percentage(one.reach)})"
        for one in _changing(comparison)
        if round(_ALL * one.reach) < _ALL
    ]
    sized = gettext(
        "Every option is as large as it takes to have the money in time in {certainty} of 100 "
        "futures. So they differ in what they do to people and work, not in what they save then.",
        certainty=comparison.sizing.certainty,
    )
    if not short:
        return (sized,)
    return (
        sized,
        gettext("Not far enough, however much goes: {options}.", options=", ".join(short)),
    )


def takes_table(comparison: Comparison) -> Table | None:
    """For each saving mix what goes now, and how much more to have the money in 80 of 100 futures.

    Nothing when sizes were not computed, or nobody goes on working as today.
    """
    found = [one for one in _changing(comparison) if one.way == NONE]
    if comparison.size != EQUAL_MONEY or not found:
        return None
    heads = (
        gettext("For {count} of 100 futures", count=comparison.sizing.certainty),
        gettext("To be surer: for 80 of 100 futures"),
    )
    return Table(
        caption=gettext("What has to go of today's, while everyone works as today"),
        heads=(
            gettext("Saving mix"),
            *heads,
        ),
        words=heads,
        rows=tuple(
            (
                one.label,
                gone_words(comparison.sized[one.key].gone) or gettext("nothing"),
                _surer(comparison, one),
            )
            for one in found
        ),
    )


def _changing(comparison: Comparison) -> list[OptionResult]:
    return [one for one in comparison.options.values() if one.key != DO_NOTHING]


def _surer(comparison: Comparison, option: OptionResult) -> str:
    factor = comparison.surer.get(option.key, 0.0)
    if not factor:
        return gettext("cannot be reached")
    if not option.factor or factor <= option.factor:
        return gettext("the same")
    return gettext("{more} more of this", more=percentage(factor / option.factor - 1))
