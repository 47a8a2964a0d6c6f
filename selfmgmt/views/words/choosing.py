"""Why a role would choose what it chooses, and what divides it from another role."""

from collections.abc import Mapping

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.case.known import roles
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.scoring.criteria import Criterion, label_of
from selfmgmt.scoring.division import Division, division_between
from selfmgmt.scoring.ranking import Ranking, why
from selfmgmt.scoring.values import Scale
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.prose import small
from selfmgmt.views.words.voices import voices_sentences

Labels = Mapping[str, str]
_NAMED = 2
_SEEN = 0.005  # less is not seen in whole per cents


def first_sentences(weighing: Weighing, role: str, labels: Labels) -> list[str]:
    """What a role puts first, how sure that is, and why."""
    found = weighing.rankings.ranked.get(role)
    if found is None:
        return [
            gettext(
                "This role gives points only to what cannot be counted yet, so it has no ranking."
            )
        ]
    first, *tied = found.ranking.places[0]
    if tied:
        names = _all([labels[key] for key in (first, *tied)])
        return [
            gettext(
                "{options} come first together: on average they are equally good.", options=names
            ),
            *voices_sentences(weighing, role, labels),
        ]
    return [
        gettext(
            "{option} comes first: it is best on average, and best of all in {chance} of the "
            "possible futures.",
            option=labels[first],
            chance=percentage(found.ranking.chance_first[first]),
        ),
        *why_sentences(found.ranking, labels),
        *voices_sentences(weighing, role, labels),
    ]


def caution_sentences(weighing: Weighing, role: str, labels: Labels) -> list[str]:
    """With what care to read the order of a role."""
    found = weighing.rankings.ranked.get(role)
    missing = found.left_out if found else weighing.rankings.unranked.get(role, ())
    return [
        *(_often_another(found.ranking, labels) if found else ()),
        *plain_cut_sentences(weighing, labels),
        *_not_counted(missing),
    ]


def why_sentences(ranking: Ranking, labels: Labels) -> list[str]:
    """On what the first option wins from the second, and on what it loses."""
    if len(ranking.options) < 2 or len(ranking.places[0]) > 1:
        return []
    reason = why(ranking)
    parts = reason.contributions.items()
    better = _names([key for key, part in parts if part > 0])
    worse = _names([key for key, part in parts if part < 0])
    told = [
        gettext(
            "It wins from {second} mainly on {criteria}.",
            second=labels[reason.second],
            criteria=better,
        )
    ]
    return [*told, gettext("It does less well on {criteria}.", criteria=worse)] if worse else told


def plain_cut_sentences(weighing: Weighing, labels: Labels) -> list[str]:
    """The warning for options that cut without a new way of working."""
    ranked = [key for key in weighing.plain_cuts if key in weighing.performance.options]
    if not ranked:
        return []
    return [
        gettext(
            "{options}: this looks better than it is. What such a cut does to satisfaction, "
            "quality and leavers is not in the model.",
            options=_all([labels[key] for key in ranked]),
        )
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
        "{one}: {wanted} first; {other}: {other_wanted} first. Most of all because {criterion} "
        "counts for {share} with the one and for {other_share} with the other.",
        one=roles()[one],
        other=roles()[other],
        wanted=labels[division.wanted],
        other_wanted=labels[division.other_wanted],
        criterion=small(label_of(division.criterion)),
        share=percentage(mine),
        other_share=percentage(theirs),
    )


def swing_words(criterion: Criterion, scale: Scale | None) -> str:
    """The step that points are given for: from the worst to the best, in its own unit."""
    if criterion.kind == "judged" and criterion.better == "lower":
        return gettext("From 100 points (worst) to 0 points (best).")
    if criterion.kind == "judged":
        return gettext("From 0 points (worst) to 100 points (best).")
    if scale is None or criterion.outcome is None:
        return ""
    write = OUTCOMES[criterion.outcome].write
    if scale.flat:
        return gettext("All options are alike on this: {value}.", value=write(scale.best))
    return gettext(
        "From {worst} (worst) to {best} (best).", worst=write(scale.worst), best=write(scale.best)
    )


def _often_another(ranking: Ranking, labels: Labels) -> list[str]:
    """A caution when the best on average is not the one that is best most often."""
    chances = ranking.chance_first
    often = max(chances, key=lambda key: chances[key])
    if often in ranking.places[0] or chances[often] < chances[ranking.places[0][0]] + _SEEN:
        return []
    return [
        gettext(
            "It is a close call: {option} comes first more often, in {chance} of the possible "
            "futures, but is not best on average.",
            option=labels[often],
            chance=percentage(chances[often]),
        )
    ]


def _not_counted(missing: tuple[str, ...]) -> list[str]:
    if not missing:
        return []
    return [
        gettext(
            "Not counted, because nobody has judged the options on them yet: {criteria}.",
            criteria=", ".join(small(label_of(key)) for key in missing),
        )
    ]


def _names(keys: list[str]) -> str:
    return _all([small(label_of(key)) for key in keys[:_NAMED]])


def _all(names: list[str]) -> str:
    return gettext(" and ").join(names)
