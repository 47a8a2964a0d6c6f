"""How firm a ranking is, what would flip it, and what other methods say."""

from collections.abc import Mapping

from selfmgmt.analysis.robustness import Change, Robustness, RoleRobustness
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, small
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.tables import Table

Labels = Mapping[str, str]
_CLOSE = 0.01  # of all weight: nobody can tell one point of 100 from none
_EXACT = 0.1  # of all weight: from here on whole points are enough
_SEEN = 0.005  # less is not seen in whole per cents
METHODS = {
    "weighted_sum": _("weighted sum"),
    "topsis": _("TOPSIS"),
    "promethee_ii": _("PROMETHEE II"),
}


def robustness_sentences(robustness: Robustness, weighing: Weighing, labels: Labels) -> list[str]:
    """How firm it is what comes first, for each role and all together; what to keep in mind.

    Args:
        robustness: How firm the rankings are.
        weighing: The same rankings.
        labels: Option to its name.
    """
    if not robustness.roles:
        return [gettext("No role has a ranking yet, so there is nothing to test.")]
    if len(robustness.options) < 2:
        return [gettext("There is only one option to rank, so there is nothing to choose yet.")]
    sentences = (
        gettext(
            "Nobody knows weights exactly, and the figures are ranges. So both were varied "
            "together. How far the weights vary is our assumption."
        ),
        *_most_and_least(robustness, weighing, labels),
        _together(robustness, weighing, labels),
        *_dominated(robustness, labels),
        gettext("A ranking is the start of a conversation, not the end of it."),
    )
    return [sentence for sentence in sentences if sentence]


def stays_first(robustness: Robustness, weighing: Weighing, role: str) -> float:
    """In which part of the cases what comes first for a role stays first; a tie as one."""
    firsts = weighing.rankings.ranked[role].ranking.first
    rows = [robustness.options.index(option) for option in firsts]
    return float(robustness.roles[role].acceptability[rows, 0].sum())


def least_robust(robustness: Robustness, weighing: Weighing) -> str:
    """The role for which what comes first stays first least often."""
    return min(robustness.roles, key=lambda role: stays_first(robustness, weighing, role))


def robustness_table(robustness: Robustness, weighing: Weighing, labels: Labels) -> Table:
    """For each role: what comes first, how firm that is, and what other methods say."""
    return Table(
        caption=gettext("How firm it is what comes first for each role"),
        heads=(
            gettext("Role"),
            gettext("Comes first"),
            gettext("Stays first"),
            gettext("Other ways to calculate"),
        ),
        words=(
            gettext("Comes first"),
            gettext("Stays first"),
            gettext("Other ways to calculate"),
        ),
        rows=tuple(
            (
                str(labels_of_all()[role]),
                _firsts(weighing, role, labels),
                _standing(robustness, weighing, role, labels),
                methods_words(found, labels),
            )
            for role, found in robustness.roles.items()
        ),
    )


def flip_table(robustness: Robustness, weighing: Weighing, labels: Labels) -> Table:
    """The smallest change of weights with which another option draws level, for each role."""
    return Table(
        caption=gettext("The smallest change of weights with which something else is as good"),
        heads=(
            gettext("Role"),
            gettext("Points of 100 that move"),
            gettext("Away from"),
            gettext("Over to"),
            gettext("Then as good"),
        ),
        words=(gettext("Away from"), gettext("Over to"), gettext("Then as good")),
        rows=tuple(
            (str(labels_of_all()[role]), *_flip(found.change, _is_tied(weighing, role), labels))
            for role, found in robustness.roles.items()
        ),
    )


def _is_tied(weighing: Weighing, role: str) -> bool:
    return len(weighing.rankings.ranked[role].ranking.first) > 1


def _flip(change: Change | None, tied: bool, labels: Labels) -> tuple[str, str, str, str]:
    if change is None:
        nothing = gettext("none: options tie") if tied else gettext("no weights do")
        return nothing, "–", "–", "–"
    points = number(100 * change.moved, 0 if change.moved >= _EXACT else 1)
    close = change.moved < _CLOSE
    return (
        gettext("{points}: as good as a tie", points=points) if close else points,
        gettext(" and ").join(map(_criterion, change.sources)),
        _criterion(change.target),
        labels[change.challenger],
    )


def methods_words(found: RoleRobustness, labels: Labels) -> str:
    """Whether other methods put the same option first, and if not, which one."""
    standard, *others = found.first_by_method
    first = found.first_by_method[standard]
    differing = [key for key in others if not set(first) & set(found.first_by_method[key])]
    if not differing:
        return gettext("the same comes first")
    return "; ".join(
        gettext(
            "{method}: {option}",
            method=gettext(METHODS[key]),
            option=_all(found.first_by_method[key], labels),
        )
        for key in differing
    )


def _most_and_least(robustness: Robustness, weighing: Weighing, labels: Labels) -> list[str]:
    found = {role: stays_first(robustness, weighing, role) for role in robustness.roles}
    most, least = max(found, key=lambda role: found[role]), least_robust(robustness, weighing)
    if found[most] == found[least]:
        return []
    return [
        gettext(
            "Firmest: {role}, with {option}, in {share} of the cases. Least firm: {other}, with "
            "{other_option}, in {other_share}{often}.",
            role=_role(most),
            option=_firsts(weighing, most, labels),
            share=percentage(found[most]),
            other=_role(least),
            other_option=_firsts(weighing, least, labels),
            other_share=percentage(found[least]),
            often=_more_often(robustness, weighing, least, labels),
        )
    ]


def _standing(robustness: Robustness, weighing: Weighing, role: str, labels: Labels) -> str:
    standing = stays_first(robustness, weighing, role)
    more = _more_often(robustness, weighing, role, labels)
    if standing < load_constants().clear_first.value:
        return gettext("{share}: nothing is clearly first", share=percentage(standing)) + more
    return percentage(standing) + more


def _more_often(robustness: Robustness, weighing: Weighing, role: str, labels: Labels) -> str:
    """Another option that comes first more often than the one that is best on average, if any."""
    shares = robustness.roles[role].acceptability[:, 0]
    if shares.max() < stays_first(robustness, weighing, role) + _SEEN:
        return ""
    return gettext(
        "; more often it is {option}, in {share}",
        option=labels[robustness.options[int(shares.argmax())]],
        share=percentage(float(shares.max())),
    )


def _together(robustness: Robustness, weighing: Weighing, labels: Labels) -> str:
    """All roles pooled, in one breath with how far they disagree."""
    agreement = weighing.rankings.agreement.kendall_w
    if robustness.pooled is None or agreement is None or not robustness.conflicts:
        return ""
    shares = dict(zip(robustness.options, robustness.pooled[:, 0].tolist(), strict=True))
    first, second, *_rest = sorted(shares, key=lambda option: -shares[option])
    most = robustness.conflicts[0]
    return gettext(
        "If every role has an equal say, {first} comes first in {share} of the cases and {second} "
        "in {other_share}. But do not read that without this: the roles agree on the order for "
        "{agreement} of 100, and {one} and {other} choose differently in {chance} of the cases.",
        first=labels[first],
        share=percentage(shares[first]),
        second=labels[second],
        other_share=percentage(shares[second]),
        agreement=number(100 * agreement),
        one=_role(most.roles[0]),
        other=_role(most.roles[1]),
        chance=percentage(most.chance),
    )


def _dominated(robustness: Robustness, labels: Labels) -> list[str]:
    return [
        gettext(
            "{option} need not be weighed: {better} is as good on all that is counted, in every "
            "future, and better on some of it.",
            option=labels[option],
            better=_all(better, labels),
        )
        for option, better in robustness.dominated.items()
    ]


def _firsts(weighing: Weighing, role: str, labels: Labels) -> str:
    first = weighing.rankings.ranked[role].ranking.first
    names = _all(first, labels)
    return names if len(first) == 1 else gettext("a tie: {options}", options=names)


def _criterion(key: str) -> str:
    return small(label_of(key))


def _role(key: str) -> str:
    return small(str(labels_of_all()[key]))


def _all(options: tuple[str, ...], labels: Labels) -> str:
    return gettext(" and ").join(labels[option] for option in options)
