"""The report in a few sentences, for a reader in a hurry."""

import math

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.plausibility import notices
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.prose import small
from selfmgmt.views.words.answers import gap_sentences, way_sentences
from selfmgmt.views.words.local import local_sentences
from selfmgmt.views.words.place import practice_case_sentences
from selfmgmt.views.words.question import closing_sentences, target_sentence
from selfmgmt.views.words.roles import is_example, most_wanted, no_ranking_sentences


def brief_heading() -> str:
    """What stands above these sentences."""
    return gettext("In short")


def brief_sentences(comparison: Comparison, weighing: Weighing) -> list[str]:
    """What it comes down to: the gap, another way of working, roles, and how sure it is."""
    found = [
        *notices(comparison.study),
        *practice_case_sentences(comparison.study),
        target_sentence(comparison),
        *closing_sentences(comparison),
        *gap_sentences(comparison),
        *way_sentences(comparison),
        *_roles(comparison, weighing),
        *local_sentences(comparison.study),
        _certainty(comparison),
    ]
    return list(dict.fromkeys(found))


def _roles(comparison: Comparison, weighing: Weighing) -> list[str]:
    labels = {key: option.label for key, option in comparison.options.items()}
    first = most_wanted(weighing, labels)
    if not first:
        return _not_ranked(weighing)
    example = gettext("Their weights are an example.") if is_example(weighing) else ""
    return [" ".join(filter(None, (first, example)))]


def _not_ranked(weighing: Weighing) -> list[str]:
    """That there is no order, and what it waits for."""
    if not weighing.not_judged:
        return no_ranking_sentences(weighing)
    return [
        gettext(
            "This report puts no option first. Nobody has judged them yet on {criteria}, and the "
            "model cannot compute that.",
            criteria=", ".join(
                small(str(weighing.criteria[key].label)) for key in weighing.not_judged
            ),
        )
    ]


def _certainty(comparison: Comparison) -> str:
    shares = [
        outcomes["net_saving_eur"]
        for outcomes in comparison.assumption_share.values()
        if math.isfinite(outcomes["net_saving_eur"])
    ]
    if not shares:
        return gettext("Nothing in this comparison is uncertain.")
    return gettext(
        "{share} of the spread in {outcome} rests on assumptions, or on a range that we assumed "
        "around a single case. So use this report to talk, not to calculate a decision.",
        share=percentage(min(sum(shares) / len(shares), 1)),
        outcome=small(OUTCOMES["net_saving_eur"].title),
    )
