"""What the page of weighing shows of answers: the weights of a person, and how people differ."""

from typing import TypedDict

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import small
from selfmgmt.numbers import percentage
from selfmgmt.scoring.elicitation import weights_of
from selfmgmt.scoring.verdict import verdict_of
from selfmgmt.views.widgets.pictures import TableOnPage, table_on_page
from selfmgmt.views.widgets.respondent import Respondent
from selfmgmt.views.words.responses import responses_sentences, responses_table


class Weight(TypedDict):
    """The weight of one criterion: in words, and in per cents as the length of its bar."""

    key: str
    label: str
    share: str
    at: float
    counted: bool


class Result(TypedDict):
    """The weights of one person, what is to be said of the answers, and whether these changed."""

    stale: bool
    verdict: str
    contradicts: bool
    weights: list[Weight]


class Respondents(TypedDict):
    """How the people of a role differ."""

    sentences: list[str]
    table: TableOnPage | None


def result(view: Respondent, weighing: Weighing) -> Result | None:
    """The weights of one person, and whether the answers fit; None as long as there are none."""
    answers = view.answers
    if answers is None:
        return None
    verdict = verdict_of(
        answers, {key: small(str(one.label)) for key, one in weighing.criteria.items()}
    )
    weights = sorted(weights_of(answers).items(), key=lambda item: -item[1])
    return {
        "stale": view.draft.to_go() > 0,
        "verdict": verdict.words,
        "contradicts": verdict.consistent is False,
        "weights": [
            {
                "key": key,
                "label": str(weighing.criteria[key].label),
                "share": percentage(share),
                "at": 100 * share,
                "counted": key in weighing.performance.criteria,
            }
            for key, share in weights
            if share > 0
        ],
    }


def respondents(view: Respondent, weighing: Weighing, labels: dict[str, str]) -> Respondents:
    """How the people of the role differ; nothing when one of them answered, or none."""
    found = weighing.rankings.ranked.get(view.selected)
    several = found is not None and len(found.voices) > 1
    table = responses_table(weighing, view.selected, labels) if several else None
    return {
        "sentences": responses_sentences(weighing, view.selected, labels),
        "table": table_on_page(table) if table else None,
    }
