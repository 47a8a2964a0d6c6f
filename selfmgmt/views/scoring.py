"""The scoring on a page: sentences, tables and charts in the order in which they are read."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.analysis.choice import OpenChoice
from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.robustness import Robustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.views.charts.acceptability import first_chart
from selfmgmt.views.prose import bullets, folded, subheading
from selfmgmt.views.words.conflict import conflict_sentences
from selfmgmt.views.words.decision_rules import careful_heading, careful_html
from selfmgmt.views.words.robustness import flip_table, robustness_sentences, robustness_table
from selfmgmt.views.words.value_of_information import (
    information_sentences,
    information_table,
    turn_table,
)

Labels = dict[str, str]


def robustness_views(weighing: Weighing, robustness: Robustness, labels: Labels) -> list[Any]:
    """How firm the order is; nothing when there is none."""
    if not robustness.roles:
        return []
    return [
        subheading(gettext("How sure is that order?")),
        bullets(robustness_sentences(robustness, weighing, labels)),
        first_chart(robustness, labels),
        robustness_table(robustness, weighing, labels),
        flip_table(robustness, weighing, labels),
    ]


def information_views(
    choices: Mapping[str, OpenChoice], comparison: Comparison, labels: Labels
) -> list[Any]:
    """Which figures could still change an order; nothing when there is none."""
    if not choices:
        return []
    return [
        subheading(gettext("Which figures can change the choice?")),
        bullets(information_sentences(choices, comparison)),
        information_table(choices),
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
