"""What options do on each criterion, in words and figures, before anyone weighs."""

from collections.abc import Mapping

from selfmgmt.analysis.consequences import Consequences
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, small
from selfmgmt.scoring.criteria import load_groups
from selfmgmt.views.criteria import band_words
from selfmgmt.views.outcomes import money, range_words
from selfmgmt.views.tables import Table

Labels = Mapping[str, str]


def question_words(weighing: Weighing) -> str:
    """Which question the options answer; never both in one order."""
    if weighing.question == "mixes":
        return gettext("How can the gap be closed, and at what price? Saving mixes side by side.")
    return gettext("Is another way of working worth its price? Ways of working side by side.")


def consequence_table(consequences: Consequences, weighing: Weighing, labels: Labels) -> Table:
    """Every criterion in its own unit, for each option; what is not known is left out."""
    options = list(consequences.cells)
    return Table(
        caption=gettext(
            "What each option does: the middle and, in brackets, the range. Changes are against "
            "doing nothing."
        ),
        heads=(gettext("Criterion"), *(labels[key] for key in options)),
        rows=(
            *_rows(consequences, weighing, options),
            *_euros(consequences, options),
        ),
    )


def not_known_sentences(consequences: Consequences, weighing: Weighing) -> list[str]:
    """Which criteria wait for the judgement of people."""
    waiting = [key for key, reason in consequences.missing.items() if reason == "not judged"]
    if not waiting:
        return []
    return [
        gettext(
            "Nobody has judged the options yet on {criteria}. The model cannot compute that.",
            criteria=", ".join(small(str(weighing.criteria[key].label)) for key in waiting),
        )
    ]


def _rows(
    consequences: Consequences, weighing: Weighing, options: list[str]
) -> list[tuple[str, ...]]:
    """One row for each criterion, group by group."""
    rank = {group: index for index, group in enumerate(load_groups())}
    known = [key for key in weighing.criteria if key not in consequences.missing]
    keys = sorted(known, key=lambda key: rank[weighing.criteria[key].group])
    rows = []
    for key in keys:
        criterion = weighing.criteria[key]
        words = (band_words(criterion, consequences.cells[option][key]) for option in options)
        rows.append((str(criterion.label), *words))
    return rows


def _euros(consequences: Consequences, options: list[str]) -> list[tuple[str, ...]]:
    names = {
        "net_saving_due_eur": gettext("Saved per year when it is due"),
        "one_off_peak_eur": gettext("Most that is spent before it is earned back"),
        "transition_cost_eur": gettext("One-off costs"),
        "net_term_eur": gettext("Net over the whole period"),
    }
    known = consequences.euros[options[0]] if options else {}
    return [
        (names[key], *(range_words(consequences.euros[option][key], money) for option in options))
        for key in known
    ]
