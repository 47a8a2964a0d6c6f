"""What several people of one role said, and how far they differ; never a mean without it."""

from collections.abc import Mapping

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, small
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.views.tables import Table

Labels = Mapping[str, str]


def responses_sentences(weighing: Weighing, role: str, labels: Labels) -> list[str]:
    """How far the people of a role agree; nothing when one of them weighed or none.

    Args:
        weighing: The ranking of each role.
        role: Which role.
        labels: Option to its name.
    """
    found = weighing.rankings.ranked.get(role)
    if found is None or len(found.voices) < 2:
        return []
    return [
        gettext(
            "{role}: {count} people gave their weights. The order is by the mean of these.",
            count=len(found.voices),
            role=str(found.label),
        ),
        *_first_choices(found.within.wanted_by, len(found.voices), labels),
        *_concordance(found.within.kendall_w),
        _widest(found.voices, weighing),
    ]


def responses_table(weighing: Weighing, role: str, labels: Labels) -> Table | None:
    """What each person of a role lets count, in whole per cents, and what each puts first."""
    found = weighing.rankings.ranked.get(role)
    if found is None or not found.voices:
        return None
    letters = list(found.voices)
    rows = [
        (
            str(weighing.criteria[key].label),
            *(percentage(_weight(found.voices[letter], key)) for letter in letters),
            percentage(_weight(found.ranking, key)),
        )
        for key in found.ranking.criteria
        if any(_weight(found.voices[letter], key) for letter in letters)
    ]
    firsts = [_first(ranking, labels) for ranking in [*found.voices.values(), found.ranking]]
    return Table(
        caption=gettext(
            "{role}: what counts for each person, and on average", role=str(found.label)
        ),
        heads=(gettext("Criterion"), *letters, gettext("On average")),
        rows=((gettext("Comes first"), *firsts), *rows),
        words=(*letters, gettext("On average")),
    )


def _first_choices(
    wanted_by: Mapping[str, tuple[str, ...]], count: int, labels: Labels
) -> list[str]:
    if len(wanted_by) == 1:
        return [gettext("All put {option} first.", option=labels[next(iter(wanted_by))])]
    ranked = sorted(wanted_by.items(), key=lambda item: -len(item[1]))
    option, letters = ranked[0]
    if len(letters) == count:
        ties = [
            gettext(
                "with {letters} {other} is as good", letters=", ".join(who), other=labels[other]
            )
            for other, who in ranked[1:]
        ]
        return [
            gettext("All put {option} first; {ties}.", option=labels[option], ties="; ".join(ties))
        ]
    choices = [
        gettext(
            "{option} comes first with {count} of {all} ({letters})",
            option=labels[option],
            count=len(letters),
            all=count,
            letters=", ".join(letters),
        )
        for option, letters in ranked
    ]
    return [gettext("They do not agree: {choices}.", choices="; ".join(choices))]


def _concordance(agreement: float | None) -> list[str]:
    if agreement is None:
        return []
    return [
        gettext(
            "How far they agree on the order: {agreement} of 100.",
            agreement=number(100 * agreement),
        )
    ]


def _widest(responses: Mapping[str, Ranking], weighing: Weighing) -> str:
    """The criterion on which they differ most."""
    weights = {
        key: {letter: _weight(ranking, key) for letter, ranking in responses.items()}
        for key in next(iter(responses.values())).criteria
    }
    widest = max(weights, key=lambda key: max(weights[key].values()) - min(weights[key].values()))
    given = weights[widest]
    least, most = min(given, key=given.__getitem__), max(given, key=given.__getitem__)
    return gettext(
        "They differ most over {criterion}: it counts for {low} with {least} and for {high} with "
        "{most}.",
        criterion=small(str(weighing.criteria[widest].label)),
        low=percentage(given[least]),
        least=least,
        high=percentage(given[most]),
        most=most,
    )


def _weight(ranking: Ranking, key: str) -> float:
    return float(ranking.weights[ranking.criteria.index(key)])


def _first(ranking: Ranking, labels: Labels) -> str:
    names = gettext(" and ").join(labels[key] for key in ranking.first)
    return names if len(ranking.first) == 1 else gettext("a tie: {options}", options=names)
