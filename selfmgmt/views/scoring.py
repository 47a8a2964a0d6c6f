"""The scoring on a page: sentences, tables and charts in the order in which they are read."""

from collections.abc import Mapping, Sequence
from typing import Any

from selfmgmt.analysis.choice import OpenChoice
from selfmgmt.analysis.compare import Comparison, SideBySide
from selfmgmt.analysis.questions import Question
from selfmgmt.analysis.robustness import Robustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.views.charts.acceptability import first_chart
from selfmgmt.views.charts.options import options_chart
from selfmgmt.views.charts.ranking import roles_chart
from selfmgmt.views.prose import Html, bullets, folded, paragraphs, subheading
from selfmgmt.views.tables import table_html
from selfmgmt.views.words.careful import careful_heading, careful_html
from selfmgmt.views.words.conflict import conflict_sentences
from selfmgmt.views.words.effects import (
    beside_sentences,
    goes_table,
    notice_table,
    price_table,
    ways_among,
)
from selfmgmt.views.words.knowing import knowing_sentences, knowing_table, turn_table
from selfmgmt.views.words.options import options_html
from selfmgmt.views.words.robustness import firmness_sentences, firmness_table, flip_table
from selfmgmt.views.words.scoring import Part, full_tables, told_parts

Labels = dict[str, str]


def choice_views(comparison: SideBySide, weighing: Weighing, labels: Labels) -> list[Any]:
    """What one question comes to; the chart of places only where somebody ranks.

    Args:
        comparison: The options side by side.
        weighing: Of one question.
        labels: Option to its name.
    """
    tables = [table_html(one).source for one in full_tables(comparison, weighing, labels)]
    return [
        *_on_page(told_parts(comparison, weighing, labels)),
        *([roles_chart(weighing, labels)] if weighing.rankings.ranked else []),
        folded(gettext("All that was computed of these options"), Html("".join(tables))),
    ]


def question_views(
    comparison: Comparison, weighings: Mapping[Question, Weighing], question: Question
) -> list[Any]:
    """One question in a report: its options, what they do, what they cost, and who wants what.

    Args:
        comparison: The options side by side.
        weighings: Of each question that several options answer.
        question: Which one; when it has no weighing, only a sentence tells so.
    """
    if question not in weighings:
        return [paragraphs(gettext("This case has no options to lay side by side for this."))]
    weighing, labels = weighings[question], {k: one.label for k, one in comparison.options.items()}
    keys = weighing.performance.options
    return [
        paragraphs(*(beside_sentences(comparison, keys) if question == "ways" else [])),
        goes_table(comparison, keys),
        notice_table(comparison, keys),
        options_chart(comparison, "capacity_low", keys),
        *(_price_views(comparison, keys) if question == "ways" else []),
        *choice_views(comparison, weighing, labels),
        options_html(comparison, keys),
    ]


def _price_views(comparison: Comparison, keys: Sequence[str]) -> list[Any]:
    """What ways of working cost at the same money, and behind a line in two steps."""
    if not ways_among(comparison, keys):
        return []
    steps = [table_html(price_table(comparison, keys, step)) for step in ("removals", "working")]
    return [
        price_table(comparison, keys),
        folded(gettext("The same in two steps"), steps[0] + steps[1]),
    ]


def firmness_views(weighing: Weighing, robustness: Robustness, labels: Labels) -> list[Any]:
    """How firm the order is; nothing when there is none."""
    if not robustness.roles:
        return []
    return [
        subheading(gettext("How sure is that order?")),
        bullets(firmness_sentences(robustness, weighing, labels)),
        first_chart(robustness, labels),
        firmness_table(robustness, weighing, labels),
        flip_table(robustness, weighing, labels),
    ]


def knowing_views(
    choices: Mapping[str, OpenChoice], comparison: Comparison, labels: Labels
) -> list[Any]:
    """Which figures could still change an order; nothing when there is none."""
    if not choices:
        return []
    return [
        subheading(gettext("Which figures can change the choice?")),
        bullets(knowing_sentences(choices, comparison)),
        knowing_table(choices),
        turn_table(choices, labels),
    ]


def apart_views(weighing: Weighing, robustness: Robustness, labels: Labels) -> list[Any]:
    """Where roles part, and careful ways to look at it; nothing when nobody ranks."""
    if not robustness.roles:
        return []
    return [
        subheading(gettext("Where do roles part?")),
        bullets(conflict_sentences(robustness, weighing, labels)),
        folded(careful_heading(), careful_html(robustness, labels)),
    ]


def _on_page(parts: list[Part]) -> list[Any]:
    """Sentences that follow each other as one list."""
    views: list[Any] = []
    waiting: list[str] = []
    for part in parts:
        if isinstance(part, str):
            waiting.append(part)
            continue
        views += [bullets(waiting), part]
        waiting = []
    return [*views, bullets(waiting)]
