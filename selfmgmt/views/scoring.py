"""The scoring on a page: sentences, tables and charts in the order in which they are read."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.analysis.choice import OpenChoice
from selfmgmt.analysis.compare import Comparison, SideBySide
from selfmgmt.analysis.robustness import Robustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.views.charts.acceptability import first_chart
from selfmgmt.views.charts.ranking import roles_chart
from selfmgmt.views.prose import bullets, folded
from selfmgmt.views.words.careful import careful_heading, careful_html
from selfmgmt.views.words.conflict import conflict_sentences
from selfmgmt.views.words.knowing import knowing_sentences, knowing_table, turn_table
from selfmgmt.views.words.robustness import firmness_sentences, firmness_table, flip_table
from selfmgmt.views.words.scoring import Part, scoring_parts

Labels = dict[str, str]


def choice_views(comparison: SideBySide, weighing: Weighing, labels: Labels) -> list[Any]:
    """What one question comes to; the chart of places only where somebody ranks.

    Args:
        comparison: The options side by side.
        weighing: Of one question.
        labels: Option to its name.
    """
    views = _on_page(scoring_parts(comparison, weighing, labels))
    return [*views, roles_chart(weighing, labels)] if weighing.rankings.ranked else views


def firmness_views(weighing: Weighing, robustness: Robustness, labels: Labels) -> list[Any]:
    """How firm the order is; one sentence when there is none."""
    told = bullets(firmness_sentences(robustness, weighing, labels))
    if not robustness.roles:
        return [told]
    return [
        told,
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
        bullets(knowing_sentences(choices, comparison)),
        knowing_table(choices),
        turn_table(choices, labels),
    ]


def apart_views(weighing: Weighing, robustness: Robustness, labels: Labels) -> list[Any]:
    """Where roles part, and careful ways to look at it; nothing when nobody ranks."""
    if not robustness.roles:
        return []
    return [
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
