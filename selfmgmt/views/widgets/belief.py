"""What one must believe of each way of working, on the page of choosing."""

from collections.abc import Mapping
from typing import TypedDict

from selfmgmt.analysis.beliefs import beliefs_of
from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.words.required_beliefs import believe_sentences, believe_table


class Believed(TypedDict):
    """Sentences, and a table of what is believed; without rows there is nothing to believe."""

    sentences: list[str]
    caption: str
    heads: list[str]
    rows: list[list[str]]


NOTHING: Believed = {"sentences": [], "caption": "", "heads": [], "rows": []}


def believed(
    comparison: OptionComparison, weighing: Weighing, role: str, labels: Mapping[str, str]
) -> Believed:
    """What a role must believe, with its own weights or else those of the first example.

    Nothing when saving mixes are compared: people judge ways of working.

    Args:
        comparison: The options side by side.
        weighing: Of these.
        role: Who weighs.
        labels: Option to its name.
    """
    beliefs = beliefs_of(comparison, weighing) if weighing.question == "ways" else {}
    if not any(beliefs.values()):
        return NOTHING
    who = role if role in beliefs else next(iter(beliefs))
    table = believe_table({who: beliefs[who]}, labels)
    return {
        "sentences": believe_sentences({who: beliefs[who]}, weighing),
        "caption": f"{table.caption} ({labels_of_all()[who]})",
        "heads": list(table.heads[1:]),  # whose weights these are stands above it
        "rows": [list(row[1:]) for row in table.rows],
    }
