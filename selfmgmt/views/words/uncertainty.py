"""What the spread rests on, and which figures to fill in first."""

import math
from collections.abc import Mapping

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.width import keeps_wide
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.words.quantities import quantity_title

_GROUPS = {
    "assumption": _("Assumptions, and ranges that we assumed"),
    "evidence": _("Evidence from research and from other municipalities"),
    "organisation": _("Figures of your own organisation"),
    "readiness": _("Readiness of your organisation"),
}
_FIRST = 3
_SEEN = 0.005  # of the spread: less is 0% in whole per cents
_NOTICEABLE = 0.05  # of the spread: what is open and takes away less is not seen in a picture


def spread_shares(comparison: Comparison, outcome: str) -> dict[str, float]:
    """Source of the spread, in words, to its share in an outcome, the mean over the options."""
    found: dict[str, list[float]] = {key: [] for key in _GROUPS}
    for outcomes in comparison.drivers.values():
        for key, share in outcomes[outcome].items():
            if math.isfinite(share):
                found[key].append(share)
    return {
        gettext(_GROUPS[key]): min(sum(shares) / len(shares), 1.0)
        for key, shares in found.items()
        if shares
    }


def spread_title(outcome: str) -> str:
    """What a chart of the shares is called."""
    return gettext(
        "Where the range of {outcome} comes from", outcome=small(OUTCOMES[outcome].title)
    )


def spread_sentences(shares: Mapping[str, float], outcome: str) -> list[str]:
    """What matters most for the spread of an outcome."""
    if not shares:
        return [gettext("Nothing makes this outcome uncertain.")]
    name, share = max(shares.items(), key=lambda item: item[1])
    return [
        gettext(
            "{name}: these matter most, for {share} of the range of {outcome}.",
            outcome=small(OUTCOMES[outcome].title),
            share=percentage(share),
            name=name,
        ),
        gettext(
            "The shares together can be more than 100%, because causes strengthen each other. "
            "They are the mean over the options."
        ),
    ]


def fill_in_steps(comparison: Comparison) -> list[str]:
    """The figures of one's own that can change the choice most, the best first."""
    facts = fields_of(OwnFigures)
    ranked = [item for item in comparison.fill_in_first.items() if item[1] >= _SEEN][:_FIRST]
    return [
        gettext(
            "{figure}. If it turns out otherwise, another option is best in {share} of cases. "
            "{description}",
            figure=facts[key].title,
            share=percentage(share),
            description=facts[key].description,
        )
        for key, share in ranked
    ]


def _stays_wide(comparison: Comparison) -> list[str]:
    """Why the range of the net saving stays wide, when that is not for figures of one's own."""
    shares = keeps_wide(comparison)
    own = sum(shares.get(key, 0.0) for key in comparison.study.organisation.missing)
    most = [(key, share) for key, share in shares.items() if share >= _NOTICEABLE][:_FIRST]
    if own >= _NOTICEABLE or not most:
        return []
    names = [
        gettext(
            "“{name}” ({share} of the range)", name=quantity_title(key), share=percentage(share)
        )
        for key, share in most
    ]
    return [
        gettext(
            "That the range of the net saving stays wide is not for want of figures of your own. "
            "It rests most on what nobody can look up beforehand: {names}.",
            names=", ".join(names),
        )
    ]


def fill_in_sentence(comparison: Comparison) -> str:
    """Why to fill in figures, or that nothing is left to fill in."""
    missing = len(comparison.study.organisation.missing)
    if not missing:
        filled = gettext("All figures of your own organisation are filled in.")
        return " ".join((filled, *_stays_wide(comparison)))
    if not fill_in_steps(comparison):
        few = ngettext(
            "{count} figure is not yet your own. It hardly ever changes which option is best.",
            "{count} figures are not yet your own. None of them changes which option is best.",
            missing,
        )
        return " ".join((few, *_stays_wide(comparison)))
    return ngettext(
        "{count} figure is not yet your own. It can change which option is best:",
        "{count} figures are not yet your own. These can most often change which option is best:",
        missing,
    )
