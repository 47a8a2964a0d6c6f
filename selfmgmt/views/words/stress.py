"""What is left of an option when a reverse strikes, or two at once."""

from collections.abc import Mapping, Sequence

from selfmgmt.analysis.stress import Stressed
from selfmgmt.evidence.stress import reverses
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.prose import Html, folded, terms
from selfmgmt.views.tables import Table, table_html

Labels = Mapping[str, str]
REPORTED = ("gap_eur", "transition_cost_eur", "capacity_low", "absence_end", "vulnerability_end")
PAIRS = 5  # of reverses, those that leave the widest gap


def stress_sentences(found: Sequence[Stressed], labels: Labels) -> list[str]:
    """For each option the reverse, and the pair, that leave the widest gap to the target."""
    return [
        line
        for option in dict.fromkeys(one.option for one in found)
        for line in _heaviest([one for one in found if one.option == option], labels[option])
    ]


def _heaviest(found: Sequence[Stressed], label: str) -> list[str]:
    planned = next(one for one in found if not one.reverses)
    alone = max(_with_shocks(found, 1), key=_gap)
    together = max(_with_shocks(found, 2), key=_gap)
    gap = OUTCOMES["gap_eur"]
    if _gap(alone) <= _gap(planned):
        return [gettext("{option}: no reverse widens the gap to the target.", option=label)]
    return [
        gettext(
            "{option}: as planned the gap to the target is {planned}. Heaviest is “{reverse}”: "
            "{alone}. Heaviest together are “{one}” and “{other}”: {together}.",
            option=label,
            planned=gap.range(planned.outcomes["gap_eur"]),
            reverse=shock_names(alone),
            alone=gap.range(alone.outcomes["gap_eur"]),
            one=reverses()[together.reverses[0]].label,
            other=reverses()[together.reverses[1]].label,
            together=gap.range(together.outcomes["gap_eur"]),
        )
    ]


def stress_table(found: Sequence[Stressed], option: str, labels: Labels) -> Table:
    """One option as planned and under each reverse."""
    own = [one for one in found if one.option == option and len(one.reverses) < 2]
    return _table(own, gettext("{option}, when something goes wrong", option=labels[option]))


def pairs_table(found: Sequence[Stressed], option: str, labels: Labels) -> Table:
    """The pairs of reverses that leave the widest gap to the target."""
    own = [one for one in found if one.option == option]
    widest = sorted(_with_shocks(own, 2), key=_gap, reverse=True)[:PAIRS]
    caption = gettext("{option}, when two things go wrong at once", option=labels[option])
    return _table(widest, caption)


def reverses_html(found: Sequence[Stressed] = ()) -> Html:
    """Every reverse: what it does, where it happened, and how firm that is.

    Args:
        found: With these only the reverses that strike in them.
    """
    covered = {key for one in found for key in one.reverses}
    return terms(
        (
            str(one.label),
            gettext(
                "{text} {note} Strength of the evidence: {grade}.",
                text=one.text,
                note=one.note,
                grade=one.grade,
            ),
        )
        for key, one in reverses().items()
        if not found or key in covered
    )


def stress_html(found: Sequence[Stressed], labels: Labels) -> Html:
    """The tables of each option, behind a line for each."""
    parts = [
        folded(
            gettext("{option}: all outcomes when something goes wrong", option=labels[option]),
            table_html(stress_table(found, option, labels))
            + table_html(pairs_table(found, option, labels)),
        )
        for option in dict.fromkeys(one.option for one in found)
    ]
    return Html("".join(part.source for part in parts))


def stress_caution() -> str:
    """What this is, and what not."""
    return gettext(
        "This shows what a reverse would do, not how likely it is: nobody knows that. "
        "The size of each reverse is an assumption, in part after what happened elsewhere. "
        "Reverses of a new way of working do not touch an option without one; that does not make "
        "it safer."
    )


def shock_names(one: Stressed) -> str:
    """What strikes, in words."""
    if not one.reverses:
        return gettext("As planned")
    return " + ".join(str(reverses()[key].label) for key in one.reverses)


def _table(rows: Sequence[Stressed], caption: str) -> Table:
    return Table(
        caption=caption,
        heads=(
            gettext("What happens"),
            *(OUTCOMES[key].title for key in REPORTED),
            gettext("Chance to reach the target"),
        ),
        rows=tuple(
            (
                shock_names(one),
                *(OUTCOMES[key].range(one.outcomes[key]) for key in REPORTED),
                percentage(one.certainty),
            )
            for one in rows
        ),
    )


def _with_shocks(found: Sequence[Stressed], count: int) -> list[Stressed]:
    return [one for one in found if len(one.reverses) == count]


def _gap(one: Stressed) -> float:
    return one.outcomes["gap_eur"].p50
