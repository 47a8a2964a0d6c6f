"""What the page of choosing shows of judged criteria: anchors, and points of each option."""

from typing import TypedDict

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.case import Case
from selfmgmt.case.ranges import text_of_range
from selfmgmt.scoring.criteria import criteria_of
from selfmgmt.views.widgets.order import Labels


class Anchor(TypedDict):
    """What a number of points means."""

    points: str
    words: str


class JudgedOption(TypedDict):
    """An option, and the points that it was given."""

    key: str
    label: str
    text: str


class Judgement(TypedDict):
    """A judged criterion: what was given to each option, and to how many of those that count."""

    key: str
    label: str
    own: dict[str, str] | None
    anchors: list[Anchor]
    options: list[JudgedOption]
    count: int
    all: int


def judgements(case: Case, weighing: Weighing, labels: Labels) -> list[Judgement]:
    """Each judged criterion with its anchors, and what was given to each option.

    Counted are the options that are weighed against each other: these must all be judged.
    """
    known, weighed = criteria_of(case), weighing.performance.options
    return [
        {
            "key": key,
            "label": str(known[key].label),
            "own": _filled_in(case, key),
            "anchors": [
                {"points": str(at), "words": str(words)}
                for at, words in (known[key].anchors or {}).items()
            ],
            "options": [
                {"key": option, "label": label, "text": text_of_range(given.get(option))}
                for option, label in labels.items()
            ],
            "count": len(given.keys() & set(weighed)),
            "all": len(weighed),
        }
        for key in case.judged_labels()
        for given in [case.judgements.get(key, {})]
    ]


def _filled_in(case: Case, key: str) -> dict[str, str] | None:
    """What was filled in of a criterion of one's own; nothing for one of selfmgmt."""
    own = case.criteria.get(key)
    return {name: value or "" for name, value in own} if own else None
