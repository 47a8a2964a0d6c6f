"""Whether a difference is for better or worse: a sign and a word, never a point alone."""

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.simulation.outcomes import LESS_IS_BETTER
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.outcomes import OUTCOMES

SIGNS = {
    "better": ("▲", _("better")),
    "worse": ("▼", _("worse")),
    "either": ("◆", _("open")),
    "same": ("=", _("the same")),
}
_SEEN_SHARE, _SEEN = 0.0005, 0.05  # what is less is written as nothing


def verdict_of(outcome: str, difference: Quantiles) -> str:
    """What a difference in an outcome comes down to over eight in ten futures.

    Args:
        outcome: Its key.
        difference: Beside what it is held against.

    Returns:
        A key of :data:`SIGNS`.

    >>> verdict_of("capacity_low", Quantiles(p10=-4, p50=-2, p90=-1))
    'worse'
    >>> verdict_of("absence_mean", Quantiles(p10=-0.004, p50=-0.002, p90=-0.001))
    'better'
    >>> verdict_of("capacity_low", Quantiles(p10=-4, p50=1, p90=5))
    'either'
    """
    least = _SEEN_SHARE if OUTCOMES[outcome].is_share else _SEEN
    interval = [difference.p10, difference.p90]
    if outcome in LESS_IS_BETTER:
        interval = [-difference.p90, -difference.p10]
    if max(map(abs, interval)) < least:
        return "same"
    if interval[0] > -least:
        return "better"
    return "worse" if interval[1] < least else "either"


def verdict_words(verdict: str) -> str:
    """The sign and the word of a verdict."""
    sign, word = SIGNS[verdict]
    return f"{sign} {gettext(word)}"


def legend_sentence() -> str:
    """What the signs in a table mean."""
    return gettext(
        "Beside today's way at the same money: ▲ better and ▼ worse in at least 9 of 10 futures, "
        "◆ open: it can go either way, = the same."
    )
