"""Reverses in one table: what each changes beside the plan, for a few options."""

from collections.abc import Mapping, Sequence

from selfmgmt.analysis.stress import Stressed
from selfmgmt.evidence.stress import reverses
from selfmgmt.language import gettext
from selfmgmt.numbers import number, percentage
from selfmgmt.views.outcomes import money
from selfmgmt.views.tables import Table

Labels = Mapping[str, str]
_SEEN = 1_000  # EUR; a smaller change is written as none


def setbacks_table(found: Sequence[Stressed], labels: Labels) -> Table | None:
    """Each reverse in a row, each option in a column; only what changes against the plan.

    Args:
        found: Of each option the plan and its reverses.
        labels: Option to its name.
    """
    options = list(dict.fromkeys(one.option for one in found))
    if not options:
        return None
    alone = {(one.option, one.reverses): one for one in found if len(one.reverses) < 2}
    return Table(
        caption=gettext(
            "What a reverse changes beside the plan, at the middle: money missing a year, lowest "
            "capacity, and the chance that the money is there in time ({chances} as planned)",
            chances=_planned(found),
        ),
        heads=(gettext("What happens"), *(labels[key] for key in options)),
        words=tuple(labels[key] for key in options),
        rows=tuple(
            (
                str(shock.label),
                *(_change(alone[option, ()], alone[option, (key,)]) for option in options),
            )
            for key, shock in reverses().items()
            if (options[0], (key,)) in alone
        ),
    )


def setbacks_sentences(found: Sequence[Stressed], labels: Labels) -> tuple[str, ...]:
    """For each option the reverse that makes most of the saving go missing."""
    sentences = []
    for option in dict.fromkeys(one.option for one in found):
        own = [one for one in found if one.option == option and len(one.reverses) < 2]
        plan = next(one for one in own if not one.reverses)
        worst = max(own, key=_gap)
        if _gap(worst) - _gap(plan) < _SEEN:
            continue
        sentences.append(
            gettext(
                "{option}: “{reverse}” hits hardest; {amount} a year more is then missing.",
                option=labels[option],
                reverse=reverses()[worst.reverses[0]].label,
                amount=money(_gap(worst) - _gap(plan)),
            )
        )
    return tuple(sentences) or (gettext("No reverse widens the gap to the target."),)


def _change(plan: Stressed, after: Stressed) -> str:
    gap = _gap(after) - _gap(plan)
    low = after.outcomes["capacity_low"].p50 - plan.outcomes["capacity_low"].p50
    parts = []
    if abs(gap) >= _SEEN:
        parts.append(_signed(gap, money(gap)))
    if abs(low) >= 0.05:
        parts.append(gettext("capacity {change}", change=_signed(low, number(low, 1))))
    if round(100 * plan.certainty) != round(100 * after.certainty):
        parts.append(gettext("chance {after}", after=percentage(after.certainty)))
    return "; ".join(parts) or gettext("no change")


def _planned(found: Sequence[Stressed]) -> str:
    """The chance as planned; from the lowest to the highest where options differ."""
    chances = sorted({percentage(one.certainty) for one in found if not one.reverses})
    return gettext(" to ").join(dict.fromkeys((chances[0], chances[-1])))


def _gap(one: Stressed) -> float:
    return one.outcomes["gap_eur"].p50


def _signed(value: float, words: str) -> str:
    return f"+{words}" if value > 0 else words
