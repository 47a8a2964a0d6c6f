"""What the range of one outcome rests on, by the grade of the evidence."""

from collections.abc import Sequence

from selfmgmt.analysis.shares import GroupShare
from selfmgmt.language import gettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import percentage
from selfmgmt.uncertainty import Interval
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.tables import Table

GROUPS = {
    "organisation": _("Your own figures, and public ones"),
    "readiness": _("Readiness of your organisation"),
    "A": _("Evidence of grade A (strong)"),
    "B": _("Evidence of grade B (good)"),
    "C": _("Evidence of grade C (thin)"),
    "D": _("Grade D: assumptions, and ranges that we assumed"),
}
_SEEN = 0.005  # less is 0% in whole per cents


def shares_title(option: str, outcome: str) -> str:
    """What a chart of these shares is called.

    Args:
        option: Its name.
        outcome: Key of the outcome.
    """
    return gettext(
        "{option}: what the range of {outcome} rests on",
        option=option,
        outcome=small(OUTCOMES[outcome].title),
    )


def shares_sentences(shares: Sequence[GroupShare]) -> list[str]:
    """What the range rests on most, and how to read the shares."""
    if not shares:
        return [gettext("Nothing makes this outcome uncertain.")]
    most = shares[0]
    hardly = [gettext(GROUPS[one.group]) for one in shares if is_no_more_than_chance(one.shapley)]
    return [
        gettext(
            "Most of the range, {share}, rests on: {group}. Only knowing more of that makes it "
            "much smaller.",
            share=interval_words(most.shapley),
            group=small(gettext(GROUPS[most.group])),
        ),
        gettext(
            "No part in it, as far as can be seen: {groups}.", groups="; ".join(map(small, hardly))
        )
        if hardly
        else "",
        gettext(
            "The shares add up to 100%. Each is an estimate, so it comes with a range: of 100 "
            "estimates 95 fall within it."
        ),
    ]


def is_no_more_than_chance(found: Interval) -> bool:
    """Whether an estimate cannot be told from none at all in whole per cents."""
    return found.high < _SEEN or found.low <= 0


def interval_words(found: Interval) -> str:
    """An estimate with its range, never bare; what may be zero is told so.

    >>> from selfmgmt.language import speaking
    >>> with speaking("en"):
    ...     interval_words(Interval(central=0.5, low=0.45, high=0.55))
    ...     interval_words(Interval(central=-0.001, low=-0.02, high=0.018))
    '50% (45% to 55%)'
    'no more than chance (at most 2%)'
    """
    if is_no_more_than_chance(found):
        return gettext("no more than chance (at most {high})", high=percentage(max(found.high, 0)))
    return gettext(
        "{middle} ({low} to {high})",
        middle=percentage(found.central),
        low=percentage(found.low),
        high=percentage(found.high),
    )


def shares_table(shares: Sequence[GroupShare], *, caption: str) -> Table:
    """The share of each group, what goes when only it is known, and what stays when the rest is."""
    return Table(
        caption=caption,
        heads=(
            gettext("What it rests on"),
            gettext("Fair share"),
            gettext("Goes away when this is known"),
            gettext("Stays when all else is known"),
        ),
        rows=tuple(
            (
                gettext(GROUPS[one.group]),
                *(interval_words(found) for found in (one.shapley, one.first, one.total)),
            )
            for one in shares
        ),
    )
