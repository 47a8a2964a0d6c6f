"""Weighing: how each who weighs would rank the options that answer one question."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.analysis.compare import OptionComparison
from selfmgmt.analysis.questions import (
    QUESTIONS,
    Question,
    asks_for_saving,
    candidates,
    same_as_nothing,
)
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.criteria import Criterion, weighed_criteria
from selfmgmt.scoring.elicitation import points_of_roles, weights_of_responses
from selfmgmt.scoring.judgements import judged_draws
from selfmgmt.scoring.role_agreement import Agreement
from selfmgmt.scoring.role_rankings import RoleRanking, RoleRankings, rank_for_roles, rank_on
from selfmgmt.scoring.values import Performance, Yardstick, performance_of

_NOBODY = RoleRankings(ranked={}, unranked={}, agreement=Agreement(kendall_w=None, wanted_by={}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The options on every criterion that can be used, and the ranking of each who weighs.

    Attributes:
        question: Which question the options answer: ways of working, or saving mixes.
        performance: Of the options that are ranked, on the fixed scales.
        rankings: Role to its ranking, and how far roles agree.
        computed: Profile or body to what its ranking would be on what the model computes alone;
            never shown as a ranking.
        set_aside: Options that are not ranked: those in ``nothing``, and those that answer the
            other question.
        nothing: Options that change nothing when there is a cut to make: the line that the others
            are held against.
        equal_money: Whether every option saves the same, so that money is not weighed.
        criteria: Every criterion that the case weighs, its own ones too.
    """

    question: Question
    performance: Performance
    rankings: RoleRankings
    computed: dict[str, RoleRanking]
    set_aside: tuple[str, ...]
    nothing: tuple[str, ...]
    equal_money: bool
    criteria: dict[str, Criterion]

    @property
    def not_judged(self) -> tuple[str, ...]:
        """The criteria that wait for the judgement of people."""
        left_out = self.performance.left_out
        return tuple(key for key, reason in left_out.items() if reason == "not judged")

    @property
    def leading(self) -> tuple[str, ...]:
        """The options worth a closer look, those that most who weigh put first at the head."""
        rankings = self.rankings.ranked or self.computed
        counts = dict.fromkeys(self.performance.options, 0)
        for role in rankings.values():
            for option in role.ranking.first:
                counts[option] += 1
        return tuple(key for key in sorted(counts, key=lambda key: -counts[key]) if counts[key])


def weigh(comparison: OptionComparison, question: Question | None = None) -> Weighing:
    """Rank the options of ``comparison`` that answer one question, with the weights of the case.

    Who gives weight to what nobody judged yet has no ranking. The bodies that gave weights rank,
    or the example profiles as long as none did. A body with voices has the mean of their weights.

    Args:
        comparison: The options side by side.
        question: Which question; that of the ways of working when left out, unless fewer than two
            options answer it and more answer the other.

    Raises:
        InputError: The case weighs a criterion that does not exist.
    """
    found = candidates(comparison)
    chosen = question or _main_question(found)
    case, equal = comparison.study.case, has_equal_money(comparison)
    criteria = weighed_criteria(case)
    options = found[chosen] or (DO_NOTHING,)
    performance = _performance(comparison, criteria, options, equal_money=equal)
    points = points_of_roles(case)
    computed = [key for key, one in criteria.items() if one.kind == "computed"]
    is_choice = bool(found[chosen])
    return Weighing(
        question=chosen,
        performance=performance,
        rankings=(
            rank_for_roles(performance, points, weights_of_responses(case))
            if is_choice
            else _NOBODY
        ),
        computed=rank_on(performance, computed, points) if is_choice else {},
        set_aside=tuple(key for key in comparison.options if key not in found[chosen]),
        nothing=same_as_nothing(comparison) if asks_for_saving(comparison) else (),
        equal_money=equal,
        criteria=criteria,
    )


def weigh_each(comparison: OptionComparison) -> dict[Question, Weighing]:
    """The weighing of each question that two options or more answer; one of them at least.

    Without a saving target there is one question only: every option is a candidate.
    """
    if not asks_for_saving(comparison):
        return {"ways": weigh(comparison, "ways")}
    found = candidates(comparison)
    several = [one for one in QUESTIONS if len(found[one]) > 1] or [_main_question(found)]
    return {one: weigh(comparison, one) for one in several}


def _main_question(found: Mapping[Question, tuple[str, ...]]) -> Question:
    """The question of the ways, unless fewer than two options answer it and more the other."""
    counts = [min(len(found[one]), 2) for one in QUESTIONS]
    return QUESTIONS[counts.index(max(counts))]


def has_equal_money(comparison: OptionComparison) -> bool:
    """Whether the options were made to save the same."""
    return asks_for_saving(comparison) and comparison.size == "equal_money"


def measured(
    comparison: OptionComparison, options: tuple[str, ...]
) -> tuple[Mapping[str, ArrayLike], Yardstick]:
    """The outcomes and judgements of some options, and what they are held against."""
    case, keys = comparison.study.case, tuple(comparison.options)
    rows = [keys.index(key) for key in options]
    judged = judged_draws(
        case.judgements,
        options=keys,
        draws=comparison.draws,
        rng=np.random.default_rng(comparison.seed),
    )
    given: dict[str, Floats] = {**comparison.outcomes.values, **judged}
    return {key: values[rows] for key, values in given.items()}, yardstick_of(comparison)


def yardstick_of(comparison: OptionComparison) -> Yardstick:
    """What the figures of a comparison are held against: doing nothing, target and horizon."""
    nothing = tuple(comparison.options).index(DO_NOTHING)
    return Yardstick(
        nothing={key: at[nothing] for key, at in comparison.outcomes.values.items()},
        target=comparison.outcomes.target[: comparison.draws],
        horizon=comparison.study.case.question.horizon,
    )


def _performance(
    comparison: OptionComparison,
    criteria: Mapping[str, Criterion],
    options: tuple[str, ...],
    *,
    equal_money: bool,
) -> Performance:
    outcomes, against = measured(comparison, options)
    money = [key for key, one in criteria.items() if equal_money and one.group == "money"]
    counted = {key: one for key, one in criteria.items() if key not in money}
    found = performance_of(outcomes, counted, options=options, against=against)
    return found.leaving_out(money, "equal money")
