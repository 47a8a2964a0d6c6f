"""The options: what they are, what they change, and how they compare."""

from collections.abc import Iterable
from html import escape

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plausibility import not_here
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.evidence.options import named_options
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.prose import Html, bullets, folded, paragraphs
from selfmgmt.views.words.design import changes_of
from selfmgmt.views.words.sizing import size_sentence


def options_html(comparison: Comparison, keys: Iterable[str]) -> Html:
    """Each option with what it is, its mix and size, and behind a line what it changes.

    Args:
        comparison: The options side by side.
        keys: Those that are shown.
    """
    return Html("".join(_entry(comparison, comparison.options[key]) for key in keys))


def _entry(comparison: Comparison, option: OptionResult) -> str:
    changes = bullets(changes_of(option.design))
    inside = folded(gettext("What changes"), changes) if changes.source else changes
    summary = paragraphs(
        _summary(comparison, option),
        size_sentence(comparison, option),
        *not_here(comparison.study, option.key),
    )
    return f"<h3>{escape(option.label)}</h3>{summary.source}{inside.source}"


def _summary(comparison: Comparison, option: OptionResult) -> str:
    """What the named option is about; for one of the user's own, on which it is based."""
    base = str(comparison.study.case.options[option.key].based_on)
    if base == DO_NOTHING == option.key:
        return str(named_options()[base].summary)
    if base == option.key:
        made = comparison.study.case.made_after(base)
        return f"{named_options()[base].summary} {gettext('Made after: {sources}.', sources=made)}"
    return gettext("Based on: {option}.", option=named_options()[base].label)


def leak_sentences(comparison: Comparison) -> list[str]:
    """How much of a planned saving is left, and where the rest goes."""
    outcomes = [option.outcomes for option in comparison.options.values()]
    planned = [one for one in outcomes if one["gross_saving_eur"].p50 > 0]
    if not planned:
        return [gettext("No option plans a saving.")]
    kept = [one["net_saving_eur"].p50 / one["gross_saving_eur"].p50 for one in planned]
    return [
        gettext(
            "A planned saving is not yet a saving. Part of the positions does not go, part of the "
            "work comes back as hired staff, and coaches and control cost money."
        ),
        gettext(
            "Of the planned saving {low} to {high} is left, depending on the option "
            "(middle of the range).",
            low=percentage(min(kept)),
            high=percentage(max(kept)),
        ),
        gettext(
            "Each figure is the middle of its own range. That is why the middles do not add up "
            "exactly."
        ),
    ]
