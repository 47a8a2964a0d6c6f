"""Which roles want different options, and why."""

from collections.abc import Mapping

from selfmgmt.analysis.conflict import Conflict
from selfmgmt.analysis.robustness import Robustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, small
from selfmgmt.numbers import percentage
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.words.choosing import division_sentence

Labels = Mapping[str, str]


def conflict_sentences(robustness: Robustness, weighing: Weighing, labels: Labels) -> list[str]:
    """Who wants what, and for each two options that divide roles one sentence that tells why.

    Args:
        robustness: How firm the rankings are.
        weighing: The same rankings.
        labels: Option to its name.
    """
    if not robustness.conflicts:
        return []
    if not robustness.causes:
        return [gettext("Something comes first for all roles, so no two roles are divided.")]
    wanted = weighing.rankings.agreement.wanted_by.items()
    return [
        *(_wish(labels[option], who) for option, who in wanted),
        *(_why(conflict, labels) for conflict in _widest(robustness)),
        _most_often(robustness),
    ]


def _wish(option: str, who: tuple[str, ...]) -> str:
    return gettext(
        "{option} comes first, alone or in a tie, for: {roles}.",
        option=option,
        roles=", ".join(small(str(labels_of_all()[role])) for role in who),
    )


def _widest(robustness: Robustness) -> list[Conflict]:
    """For each two options that divide roles, the two roles that are furthest apart."""
    found: dict[frozenset[str], Conflict] = {}
    for conflict in robustness.conflicts:
        if conflict.division:
            options = frozenset((conflict.division.wanted, conflict.division.other_wanted))
            found.setdefault(options, conflict)
    return list(found.values())


def _why(conflict: Conflict, labels: Labels) -> str:
    if conflict.division is None:
        return ""
    return gettext(
        "{why} When weights and futures vary, these two choose differently in {chance} of the "
        "cases.",
        why=division_sentence(*conflict.roles, conflict.division, labels),
        chance=percentage(conflict.chance),
    )


def _most_often(robustness: Robustness) -> str:
    criterion, count = next(iter(robustness.causes.items()))
    return gettext(
        "Of all {pairs} pairs of roles {divided} want something else. What divides most often is "
        "{criterion}, in {count} of them.",
        pairs=len(robustness.conflicts),
        divided=sum(robustness.causes.values()),
        criterion=small(label_of(criterion)),
        count=count,
    )
