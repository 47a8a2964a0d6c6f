"""All that is told of the scoring of one question, sentence by sentence and table by table."""

from collections.abc import Mapping

from selfmgmt.analysis.asked import asked_of
from selfmgmt.analysis.beliefs import beliefs_of
from selfmgmt.analysis.compare import SideBySide
from selfmgmt.analysis.consequences import consequences_of
from selfmgmt.analysis.involvement import at_common_imposed
from selfmgmt.analysis.robustness import Robustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.views.tables import Table
from selfmgmt.views.words.believe import (
    asked_sentences,
    belief_reasons,
    believe_sentences,
    believe_table,
    lag_table,
)
from selfmgmt.views.words.careful import demands_table, regret_table, supporters_table
from selfmgmt.views.words.conflict import conflict_sentences
from selfmgmt.views.words.consequences import (
    consequence_table,
    not_known_sentences,
    question_words,
)
from selfmgmt.views.words.involvement import involvement_table
from selfmgmt.views.words.robustness import firmness_sentences, firmness_table, flip_table
from selfmgmt.views.words.roles import agreement_sentences, reasons_table

Part = str | Table


def scoring_parts(comparison: SideBySide, weighing: Weighing, labels: dict[str, str]) -> list[Part]:
    """What the options do, what one must believe of them, and who would choose what.

    Args:
        comparison: The options side by side.
        weighing: Of one question.
        labels: Option to its name.
    """
    table, *rest = full_tables(comparison, weighing, labels)
    return [question_words(weighing), table, *told_parts(comparison, weighing, labels), *rest]


def told_parts(comparison: SideBySide, weighing: Weighing, labels: dict[str, str]) -> list[Part]:
    """What people have still to judge, what one must believe, and who would choose what.

    Takes what :func:`scoring_parts` does.
    """
    ranked = weighing.rankings.ranked
    return [
        *not_known_sentences(consequences_of(comparison, weighing), weighing),
        *asked_sentences(asked_of(weighing), labels, ranked),
        *_believe(comparison, weighing, labels),
        *([reasons_table(weighing, labels)] if ranked else []),
        *(_no_order(weighing) or agreement_sentences(weighing, labels)),
    ]


def _no_order(weighing: Weighing) -> list[str]:
    """Why nobody has an order, when it waits for judgements."""
    if weighing.rankings.ranked or not weighing.not_judged:
        return []
    return [gettext("An order without these judgements would hide them. So there is none here.")]


def full_tables(comparison: SideBySide, weighing: Weighing, labels: dict[str, str]) -> list[Table]:
    """Every option on every criterion, and the same at one involvement where that differs.

    Takes what :func:`scoring_parts` does.
    """
    consequences = consequences_of(comparison, weighing)
    found = at_common_imposed(comparison, load_constants().common_imposed.value)
    shown = {key: one for key, one in found.items() if key in weighing.performance.options}
    return [
        consequence_table(consequences, weighing, labels),
        *([involvement_table(shown, labels)] if shown else []),
    ]


def _believe(comparison: SideBySide, weighing: Weighing, labels: Mapping[str, str]) -> list[Part]:
    """What one must believe of each way, and for the first profile what speaks for and against."""
    beliefs = beliefs_of(comparison, weighing) if weighing.question == "ways" else {}
    if not any(beliefs.values()):
        return []
    some = next(iter(load_profiles()))
    return [
        lag_table(beliefs, labels),
        *believe_sentences(beliefs, weighing),
        believe_table(beliefs, labels),
        *(words for one in beliefs[some].values() for words in belief_reasons(one, labels)),
    ]


def firm_parts(weighing: Weighing, robustness: Robustness, labels: Mapping[str, str]) -> list[Part]:
    """How firm the rankings of one question are; nothing when there are none."""
    if not robustness.roles:
        return []
    return [
        firmness_table(robustness, weighing, labels),
        flip_table(robustness, weighing, labels),
        *firmness_sentences(robustness, weighing, labels),
        *conflict_sentences(robustness, weighing, labels),
        supporters_table(robustness, labels),
        demands_table(robustness, labels),
        regret_table(robustness, labels),
    ]
