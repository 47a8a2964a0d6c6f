"""Why a role would choose what it chooses, and what divides it from another role."""

from collections.abc import Mapping
from typing import TypedDict

from selfmgmt.analysis.asked import requirements_of
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, small
from selfmgmt.numbers import percentage
from selfmgmt.scoring.criteria import Criterion, label_of
from selfmgmt.scoring.division import Division, division_between
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.reasons import why
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.criteria import bare_words, figure_words
from selfmgmt.views.words.required_beliefs import requirement_sentences

Labels = Mapping[str, str]
_NAMED = 2


def first_sentences(weighing: Weighing, role: str, labels: Labels) -> list[str]:
    """What a role puts first, how sure that is, and why; or why it has no ranking."""
    found = weighing.rankings.ranked.get(role)
    if found is None:
        return [_no_ranking(weighing, role)]
    ranking = found.ranking
    chance = percentage(sum(ranking.chance_first[key] for key in ranking.first))
    names = _all([labels[key] for key in ranking.first])
    first = (
        gettext(
            "{option} comes first: it is best on average, and best of all in {chance} of the "
            "possible futures.",
            option=names,
            chance=chance,
        )
        if len(ranking.first) == 1
        else gettext(
            "A tie: {options}. Nobody can tell which of these is best; one of them is in {chance} "
            "of the possible futures.",
            options=names,
            chance=chance,
        )
    )
    return [first, *why_sentences(ranking, labels)]


def caution_sentences(weighing: Weighing, role: str, labels: Labels) -> list[str]:
    """With what care to read the order of a role."""
    found = weighing.rankings.ranked.get(role)
    missing = found.left_out if found else ()
    reasons = weighing.performance.left_out
    return [
        *_not_computed([key for key in missing if reasons.get(key) != "equal money"], weighing),
        *requirement_sentences(
            {role: requirements_of(weighing).get(role, ())}, labels, weighing.rankings.ranked
        ),
    ]


def why_sentences(ranking: Ranking, labels: Labels) -> list[str]:
    """What speaks for the first option, held against the second, and what against it."""
    if len(ranking.options) < 2:
        return []
    reason = why(ranking)
    words = {"first": labels[reason.first], "second": labels[reason.second]}
    good, bad = _names([*reason.speaks_for]), _names([*reason.speaks_against])
    return [
        *(
            [gettext("{first} beside {second}: for it speaks {criteria}.", criteria=good, **words)]
            if good
            else []
        ),
        *([gettext("Against it speaks {criteria}.", criteria=bad)] if good and bad else []),
    ]


def divisions(weighing: Weighing, role: str) -> dict[str, Division]:
    """Each role that wants another option than ``role``, the one furthest off first."""
    ranked = weighing.rankings.ranked
    if role not in ranked:
        return {}
    found = {
        other: division
        for other, one in ranked.items()
        if (division := division_between(ranked[role].ranking, one.ranking))
    }
    return dict(sorted(found.items(), key=lambda item: -item[1].size))


def division_sentence(one: str, other: str, division: Division, labels: Labels) -> str:
    """In one sentence why two roles want different options."""
    mine, theirs = division.weights[division.criterion]
    return gettext(
        "{one} sets {wanted} above {other_wanted}; {other} does the reverse. Most of all because "
        "{criterion} counts for {share} with the one and for {other_share} with the other.",
        one=labels_of_all()[one],
        other=small(str(labels_of_all()[other])),
        wanted=labels[division.wanted],
        other_wanted=labels[division.other_wanted],
        criterion=small(label_of(division.criterion)),
        share=percentage(mine),
        other_share=percentage(theirs),
    )


class ScaleWords(TypedDict):
    """The scale of a criterion in words."""

    worst: str
    best: str
    unit: str


def scale_words(criterion: Criterion) -> ScaleWords:
    """The two ends of the scale, and the unit in which they are.

    >>> from selfmgmt.language import speaking
    >>> from selfmgmt.scoring.criteria import load_criteria
    >>> with speaking("en"):
    ...     scale_words(load_criteria()["capacity_low"])
    {'worst': '85.0', 'best': '100.0', 'unit': 'index (today is 100)'}
    """
    scale, change = criterion.ends, criterion.ends.measure == "change"
    return {
        "worst": bare_words(criterion, scale.worst),
        "best": figure_words(criterion, scale.best),
        "unit": gettext("beside doing nothing") if change else str(criterion.unit),
    }


def swing_words(criterion: Criterion) -> str:
    """The step that points are given for: from the worst to the best, in its own unit."""
    worst, best = (
        figure_words(criterion, at) for at in (criterion.ends.worst, criterion.ends.best)
    )
    if criterion.kind == "judged":
        return gettext(
            "From {worst} points (worst) to {best} points (best).", worst=worst, best=best
        )
    if criterion.ends.measure == "change":
        return gettext(
            "From {worst} (worst) to {best} (best), beside doing nothing.", worst=worst, best=best
        )
    return gettext("From {worst} (worst) to {best} (best).", worst=worst, best=best)


def _no_ranking(weighing: Weighing, role: str) -> str:
    waiting = weighing.rankings.unranked.get(role)
    if waiting is None:
        return gettext("This role has not given weights of its own, so it has no ranking.")
    if not set(waiting) & set(weighing.not_judged):
        return gettext(
            "This role gives points only to what cannot be counted here, so it has no ranking."
        )
    return gettext(
        "This role has no ranking yet: nobody has judged the options on {criteria}, and an order "
        "without that would hide it. Judge them at step 1, or leave out there what does not count.",
        criteria=", ".join(small(str(weighing.criteria[key].label)) for key in waiting),
    )


def _not_computed(missing: list[str], weighing: Weighing) -> list[str]:
    if not missing:
        return []
    return [
        gettext(
            "Not counted, because it is not known here: {criteria}.",
            criteria=", ".join(small(str(weighing.criteria[key].label)) for key in missing),
        )
    ]


def _names(keys: list[str]) -> str:
    return _all([small(label_of(key)) for key in keys[:_NAMED]])


def _all(names: list[str]) -> str:
    return gettext(" and ").join(names)
