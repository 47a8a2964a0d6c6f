"""What one must believe of each way of working, and what only the reader can weigh."""

from collections.abc import Collection, Mapping

from selfmgmt.analysis.asked import Requirement
from selfmgmt.analysis.beliefs import Belief
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.case.known import roles
from selfmgmt.language import gettext, small
from selfmgmt.numbers import number, percentage
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.criteria import label_of
from selfmgmt.scoring.roles import labels_of_all
from selfmgmt.views.tables import Table

Labels = Mapping[str, str]
Beliefs = Mapping[str, Mapping[str, Belief]]
_ALL = 100  # points between the worst and the best judgement
_NAMED = 2
_DIGITS = 6  # of weights; beyond lies rounding
_SEEN = 0.0005  # of all; less is written as nothing


def believe_sentences(beliefs: Beliefs, weighing: Weighing) -> list[str]:
    """How to read the table of what one must believe; nothing when there is none."""
    if not any(beliefs.values()):
        return []
    judged = [key for key, one in weighing.criteria.items() if one.kind == "judged"]
    return [
        gettext(
            "What the model cannot compute, people judge: {criteria}. The table tells how many "
            "points of 100 better they must judge a way of working than today's, that saves the "
            "same with the same mix, on all of these, before the two are equally good.",
            criteria=", ".join(small(str(weighing.criteria[key].label)) for key in judged),
        ),
        gettext(
            "50 points is as it is today. So when what stays as it is gets 50 points, nothing can "
            "be judged more than 50 points better."
        ),
    ]


def lag_sentences(weighing: Weighing) -> list[str]:
    """Whose columns in the table of what is behind must be equal, now that money does not count."""
    alike: dict[tuple[float, ...], list[str]] = {}
    for who, role in weighing.computed.items():
        weights = tuple(round(float(one), _DIGITS) for one in role.ranking.weights)
        alike.setdefault(weights, []).append(str(labels_of_all()[who]))
    return [
        gettext(
            "These columns are equal: {who}. All options save the same, so money does not count "
            "here, and what does count has the same weight in each.",
            who=", ".join(names),
        )
        for names in alike.values()
        if weighing.equal_money and len(names) > 1
    ]


def lag_table(beliefs: Beliefs, labels: Labels) -> Table:
    """For each way of working how far it is behind on what is computed, with whose weights."""
    ways = next(iter(beliefs.values()))
    return Table(
        caption=gettext(
            "How many points of 100 a way of working is behind today's, on what is computed"
        ),
        heads=(gettext("Way of working"), *(str(labels_of_all()[who]) for who in beliefs)),
        rows=tuple(
            (labels[key], *(number(found[key].lag, 1) for found in beliefs.values()))
            for key in ways
        ),
    )


def believe_table(beliefs: Beliefs, labels: Labels) -> Table:
    """What would make up for it: for the first example, and for each body that gave weights."""
    weights = load_constants().judged_weights.values
    return Table(
        caption=gettext("What you must believe: how many points of 100 better people judge it"),
        heads=(
            gettext("Weights"),
            gettext("Way of working"),
            *(gettext("Needed at {weight} weight", weight=percentage(at)) for at in weights),
            gettext("Needed at these weights"),
        ),
        words=(gettext("Way of working"),),
        rows=tuple(
            (str(labels_of_all()[who]), labels[key], *_cells(found))
            for who, options in beliefs.items()
            if who == next(iter(beliefs)) or who in roles()
            for key, found in options.items()
        ),
    )


def belief_reasons(belief: Belief, labels: Labels) -> list[str]:
    """What speaks for a way of working and what against, on what is computed."""
    return [
        gettext(
            "{option} beside today's way of working. For it: {good}. Against it: {bad}.",
            option=labels[belief.reasons.first],
            good=_parts(belief.reasons.speaks_for),
            bad=_parts(belief.reasons.speaks_against),
        )
    ]


def requirement_sentences(
    requirements: Mapping[str, tuple[Requirement, ...]], labels: Labels, ranked: Collection[str]
) -> list[str]:
    """That only the reader can weigh some criteria, and what their weight does to the order.

    Args:
        requirements: What those weights would do, for each who weighs.
        labels: Option to its name.
        ranked: Who have an order at all; of the others nothing is told of one.
    """
    by_criterion: dict[str, dict[str, Requirement]] = {}
    for who, found in requirements.items():
        for one in found:
            by_criterion.setdefault(one.criterion, {})[who] = one
    return [
        sentence
        for criterion, each in by_criterion.items()
        for sentence in _requirement(criterion, each, labels, ranked)
    ]


def _requirement(
    criterion: str, requirements: Mapping[str, Requirement], labels: Labels, ranked: Collection[str]
) -> list[str]:
    tried = [at for at in next(iter(requirements.values())).first if at > 0]
    lead = gettext(
        "{criterion} has no weight yet: how much that counts only you can say. Give it points.",
        criterion=label_of(criterion),
    )
    turning = [who for who, one in requirements.items() if one.turns and who in ranked]
    if not turning:
        return [lead]
    least = min(turning, key=lambda who: requirements[who].turns_at or 0)
    return [
        lead,
        gettext(
            "Its weight turns the order. With {weights} of all weight something else comes first "
            "for {count} of {all}. Earliest with {who}: from {at} on {option} is better.",
            weights=gettext(" or ").join(percentage(at) for at in tried),
            count=len(turning),
            all=sum(who in ranked for who in requirements),
            who=small(str(labels_of_all()[least])),
            at=percentage(requirements[least].turns_at or 0),
            option=labels[str(requirements[least].turns_to)],
        ),
    ]


def _cells(belief: Belief) -> list[str]:
    own = gettext("no weight") if belief.own_needed is None else needed_words(belief.own_needed)
    return [*map(needed_words, belief.needed.values()), own]


def needed_words(points: float) -> str:
    """What is needed: points, or that none are, or that no judgement is enough."""
    if points < 0:
        return gettext("needs no belief")
    if points > _ALL:
        return gettext("no judgement can make up for it at these weights")
    return number(points)


def _parts(parts: Mapping[str, float]) -> str:
    named = [
        gettext("{criterion} ({points})", criterion=small(label_of(key)), points=_signed(part))
        for key, part in list(parts.items())[:_NAMED]
        if abs(part) >= _SEEN
    ]
    return ", ".join(named) or gettext("nothing")


def _signed(part: float) -> str:
    words = number(100 * part, 1)
    return f"+{words}" if part > 0 else words
