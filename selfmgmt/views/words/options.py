"""The options: what they are, what they change, and how they compare."""

from collections.abc import Iterable
from datetime import date
from html import escape

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.option_result import OptionResult
from selfmgmt.analysis.plausibility import not_here
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.evidence.options import named_options
from selfmgmt.language import gettext
from selfmgmt.numbers import long_date, percentage
from selfmgmt.views.prose import Html, bullets, folded, paragraphs
from selfmgmt.views.words.design import changes_of
from selfmgmt.views.words.sizing import size_sentence

_MIDDLE = 1  # row of a path
_STEPS = ("gross_saving_eur", "realised_saving_eur")


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
        sources = comparison.study.case.made_after(base)
        return (
            f"{named_options()[base].summary} {gettext('Made after: {sources}.', sources=sources)}"
        )
    return gettext("Based on: {option}.", option=named_options()[base].label)


def leak_sentences(comparison: Comparison, day: date) -> list[str]:
    """How much of a planned saving is left on the day that it is due, and where the rest goes.

    Args:
        comparison: The options side by side.
        day: On which the saving is due.
    """
    kept = [
        steps["net_saving_eur"] / steps["gross_saving_eur"]
        for steps in map(saving_steps, comparison.options.values())
        if steps["gross_saving_eur"] > 0
    ]
    if not kept:
        return [gettext("No option plans a saving.")]
    low, high = percentage(min(kept)), percentage(max(kept))
    return [
        gettext(
            "A planned saving is not yet a saving. Some positions do not go, some "
            "work comes back as hired staff, and coaches and control cost money."
        ),
        gettext(
            "On {day} {share} of the planned saving is left, depending on the option (middle of "
            "the range).",
            day=long_date(day),
            share=low if low == high else gettext("{low} to {high}", low=low, high=high),
        ),
    ]


def saving_steps(option: OptionResult) -> dict[str, float]:
    """Planned, realised and net saving in the quarter in which it is due, EUR per year, middles."""
    at = option.due_quarter
    steps = {key: float(option.paths[key][_MIDDLE][at]) for key in _STEPS}
    return {**steps, "net_saving_eur": option.outcomes["net_saving_due_eur"].p50}
