"""How each who weighs would choose, why, and how far they agree."""

from collections.abc import Iterable

from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, ngettext, small
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.ranking import Ranking
from selfmgmt.scoring.reasons import why
from selfmgmt.scoring.role_rankings import RoleRanking
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.tables import Table
from selfmgmt.views.words.responses import responses_sentences

_REASONS = 2


def agreement_sentences(weighing: Weighing, labels: dict[str, str]) -> list[str]:
    """How far those who weigh agree, what is not ranked and why, and what is only an example.

    Args:
        weighing: The ranking of each who weighs.
        labels: Option to its name.
    """
    if not weighing.rankings.ranked:
        return no_ranking_sentences(weighing)
    sentences = (
        *no_ranking_sentences(weighing),
        _agreement(weighing),
        most_wanted(weighing, labels),
        *_responses(weighing, labels),
        _ties(weighing),
        *set_aside_sentences(weighing, labels),
        _money(weighing),
        _examples(weighing),
    )
    return [sentence for sentence in sentences if sentence]


def most_wanted(weighing: Weighing, labels: dict[str, str]) -> str:
    """The option that most who weigh put first; empty when nobody ranks anything."""
    wanted = weighing.rankings.agreement.wanted_by
    if not wanted:
        return ""
    option, who = max(wanted.items(), key=lambda item: len(item[1]))
    ranked = weighing.rankings.ranked
    alone = all(len(ranked[key].ranking.first) == 1 for key in who)
    words = {"option": labels[option], "count": len(who), "all": len(ranked)}
    if is_example(weighing):
        return (
            gettext("{count} of {all} example profiles put {option} first.", **words)
            if alone
            else gettext(
                "{count} of {all} example profiles put {option} first, alone or in a tie.", **words
            )
        )
    words.pop("count")
    if alone:
        return ngettext(
            "{count} of {all} roles puts {option} first.",
            "{count} of {all} roles put {option} first.",
            len(who),
            **words,
        )
    return ngettext(
        "{count} of {all} roles puts {option} first, alone or in a tie.",
        "{count} of {all} roles put {option} first, alone or in a tie.",
        len(who),
        **words,
    )


def is_example(weighing: Weighing) -> bool:
    """Whether the rankings are those of example profiles, since nobody gave weights."""
    return any(role.example for role in weighing.rankings.ranked.values())


def no_ranking_sentences(weighing: Weighing) -> list[str]:
    """Who has no ranking, and what it waits for."""
    unranked = weighing.rankings.unranked
    waiting = {key: at for key, at in unranked.items() if set(at) & set(weighing.not_judged)}
    rest = [key for key in unranked if key not in waiting]
    criteria = dict.fromkeys(key for keys in waiting.values() for key in keys)
    found = []
    if waiting:
        found.append(
            gettext(
                "There is no ranking for: {who}. They give weight to what nobody has judged yet: "
                "{criteria}. An order without that would hide it.",
                who=_names(waiting),
                criteria=", ".join(small(str(weighing.criteria[key].label)) for key in criteria),
            )
        )
    if rest:
        found.append(
            gettext(
                "There is no ranking for: {who}. What they give weight to does not set these "
                "options apart, or cannot be computed.",
                who=_names(rest),
            )
        )
    return found


def reasons_table(weighing: Weighing, labels: dict[str, str]) -> Table:
    """What comes first for each who weighs, how sure it is, and what speaks for it and against."""
    return Table(
        caption=gettext("What comes first for whom, and why"),
        heads=(
            gettext("Weights"),
            gettext("Comes first"),
            gettext("In how many futures"),
            gettext("Speaks for it, beside the second"),
            gettext("Speaks against it"),
        ),
        rows=tuple(_reasons_row(role, labels) for role in weighing.rankings.ranked.values()),
        words=(
            gettext("Comes first"),
            gettext("Speaks for it, beside the second"),
            gettext("Speaks against it"),
        ),
    )


def first_words(ranking: Ranking, labels: dict[str, str]) -> str:
    """What comes first: one option, or those that nobody can tell apart, called a tie."""
    names = gettext(" and ").join(labels[key] for key in ranking.first)
    return names if len(ranking.first) == 1 else gettext("a tie: {options}", options=names)


def first_chance(ranking: Ranking) -> float:
    """In which part of the futures what comes first is first; in a tie all of it together."""
    return sum(ranking.chance_first[key] for key in ranking.first)


def set_aside_sentences(weighing: Weighing, labels: dict[str, str]) -> list[str]:
    """What is not in the order, and why."""
    other = [key for key in weighing.set_aside if key not in weighing.nothing]
    found = []
    if weighing.nothing:
        found.append(
            gettext(
                "Not ranked: {options}. That closes no gap; it is the line that the others are "
                "held against.",
                options=", ".join(labels[key] for key in weighing.nothing),
            )
        )
    if other:
        found.append(
            gettext(
                "Not in this order, since it answers another question: {options}.",
                options=", ".join(labels[key] for key in other),
            )
        )
    return found


def _reasons_row(role: RoleRanking, labels: dict[str, str]) -> tuple[str, ...]:
    ranking = role.ranking
    found = why(ranking) if len(ranking.options) > 1 else None
    none = gettext("no difference")
    return (
        str(role.label),
        first_words(ranking, labels),
        percentage(first_chance(ranking)),
        (_criteria(found.speaks_for) if found else "") or none,
        (_criteria(found.speaks_against) if found else "") or none,
    )


def _criteria(parts: dict[str, float]) -> str:
    return ", ".join(small(label_of(key)) for key in list(parts)[:_REASONS])


def _agreement(weighing: Weighing) -> str:
    concordance = weighing.rankings.agreement.kendall_w
    if concordance is None or is_example(weighing):
        return ""
    return gettext(
        "How far the roles agree on the order: {agreement} of 100. With 100 all have the same "
        "order, with 0 there is no agreement at all.",
        agreement=number(100 * concordance),
    )


def _responses(weighing: Weighing, labels: dict[str, str]) -> list[str]:
    """How far the people within each role agree."""
    return [
        sentence
        for role in weighing.rankings.ranked
        for sentence in responses_sentences(weighing, role, labels)
    ]


def _ties(weighing: Weighing) -> str:
    """When options are called a tie, if any are."""
    ranked = weighing.rankings.ranked.values()
    if all(len(role.ranking.first) == 1 for role in ranked):
        return ""
    constants = load_constants()
    points = round(100 * constants.near_tie.value)
    return ngettext(
        "Options that differ less than {count} point of 100 are a tie, and so are those of which "
        "none comes first in {share} of the futures.",
        "Options that differ less than {count} points of 100 are a tie, and so are those of which "
        "none comes first in {share} of the futures.",
        points,
        share=percentage(constants.clear_first.value),
    )


def _money(weighing: Weighing) -> str:
    if not weighing.equal_money:
        return ""
    return gettext(
        "Every option is as large as it takes to close the gap, as far as it can, so money does "
        "not count in this order. How far each gets and what it costs stands beside it."
    )


def _examples(weighing: Weighing) -> str:
    if not is_example(weighing):
        return ""
    return gettext(
        "These weights are an example, named for what they stress. No source supports them and "
        "nobody gave them. Let each role give its own weights before you use this ranking."
    )


def _names(keys: Iterable[str]) -> str:
    return ", ".join(small(str(labels_of_all()[key])) for key in keys)
