"""What each role would choose and why; without own weights what only people can judge."""

from collections.abc import Mapping

from selfmgmt.analysis.beliefs import Belief
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.language import gettext, small
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.reasons import why
from selfmgmt.scoring.role_rankings import RoleRanking
from selfmgmt.views.tables import Table
from selfmgmt.views.words.consequence_table import believe_weight
from selfmgmt.views.words.roles import first_chance

Labels = Mapping[str, str]
LEAST_FIRST = 0.6  # of the futures: below this nothing is called a first choice
_REASONS = 2
_ALL = 100


def choice_table(weighing: Weighing, labels: Labels) -> Table | None:
    """Each role with its first choice, its reasons both ways and its weights; none when none ranks.

    Args:
        weighing: The ranking of each who weighs.
        labels: Option to its name.
    """
    ranked = weighing.rankings.ranked
    if not ranked:
        return None
    return Table(
        caption=gettext("What each role would choose, and why"),
        heads=(
            gettext("Role"),
            gettext("First choice"),
            gettext("Speaks for it, beside the second"),
            gettext("Speaks against it"),
            gettext("Counts most"),
        ),
        words=(
            gettext("First choice"),
            gettext("Speaks for it, beside the second"),
            gettext("Speaks against it"),
            gettext("Counts most"),
        ),
        rows=tuple(_row(role, labels) for role in ranked.values()),
    )


def choice_sentences(
    weighing: Weighing, labels: Labels, believe: Mapping[str, Belief]
) -> tuple[str, ...]:
    """That a ranking is no decision; or, without one, what must be believed of a way of working."""
    if weighing.rankings.ranked:
        return (gettext("A ranking is no decision, but the start of a conversation."),)
    if not believe:
        return (gettext("No role has an order of the options yet."),)
    at = believe_weight()
    ranked = sorted(believe, key=lambda key: believe[key].needed[at])
    least, most = (believe[key].needed[at] for key in (ranked[0], ranked[-1]))
    return (
        gettext(
            "No role has given weights and judgements, so there is no order here. What counts is "
            "what you believe: with {weight} of all weight for what people judge, a way of working "
            "needs {low} to {high} points of 100 more than today. Least is needed for {option}.",
            weight=percentage(at),
            low=number(max(least, 0)),
            high=number(min(most, _ALL)),
            option=labels[ranked[0]],
        ),
    )


def first_choice(role: RoleRanking, labels: Labels) -> str:
    """The first choice of a role, or that there is no clear one."""
    ranking = role.ranking
    if len(ranking.first) == 1 and first_chance(ranking) >= LEAST_FIRST:
        return gettext(
            "{option}, in {share} of the futures",
            option=labels[ranking.first[0]],
            share=percentage(first_chance(ranking)),
        )
    names = [labels[key] for key in dict.fromkeys((*ranking.first, *ranking.order[:_REASONS]))]
    return gettext("no clear first: {options}", options=gettext(" or ").join(names))


def _row(role: RoleRanking, labels: Labels) -> tuple[str, ...]:
    ranking = role.ranking
    found = why(ranking) if len(ranking.options) > 1 else None
    none = gettext("no difference")
    weights = dict(zip(ranking.criteria, ranking.weights.tolist(), strict=True))
    return (
        str(role.label),
        first_choice(role, labels),
        (_criteria(found.speaks_for) if found else "") or none,
        (_criteria(found.speaks_against) if found else "") or none,
        ", ".join(
            f"{small(label_of(key))} {percentage(at)}"
            for key, at in sorted(weights.items(), key=lambda item: -item[1])[:_REASONS]
        ),
    )


def _criteria(parts: Mapping[str, float]) -> str:
    return ", ".join(small(label_of(key)) for key in list(parts)[:_REASONS])
