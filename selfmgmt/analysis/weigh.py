"""Weighing: how each role would rank the options of a comparison."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selfmgmt.analysis.compare import SideBySide
from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.scoring.arrays import Floats
from selfmgmt.scoring.criteria import Criterion, weighed_criteria
from selfmgmt.scoring.elicitation import points_of_roles, weights_of_voices
from selfmgmt.scoring.judgements import judged_draws
from selfmgmt.scoring.roles import RoleRankings, rank_for_roles
from selfmgmt.scoring.values import Performance, performance_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The options on every criterion that can be used, and the ranking of each role.

    Attributes:
        performance: Of the options that are ranked, on scales that span all options.
        rankings: Role to its ranking, and how far roles agree.
        set_aside: Options that are not ranked, since they do not answer the question: "do
            nothing" when there is a cut to make.
        plain_cuts: Options that cut without a new way of working; what that does to satisfaction,
            quality and leavers is not in the model, so they look better than they are.
        criteria: Every criterion that the case weighs, its own ones too.
    """

    performance: Performance
    rankings: RoleRankings
    set_aside: tuple[str, ...]
    plain_cuts: tuple[str, ...]
    criteria: dict[str, Criterion]


def _ranked(case: Case, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options that answer the question: what changes nothing does not close a cut."""
    changing = tuple(key for key in options if case.design(key) != Design())
    return changing if changing and case.question.saving_target.value > 0 else options


def _without_gaps(judged: Floats, rows: NDArray[np.bool_]) -> Floats:
    """``judged`` with any figure where nobody judged ``rows``, which are not ranked."""
    return np.where(np.isnan(judged) & rows[:, None], 0.0, judged)


def weigh(comparison: SideBySide) -> Weighing:
    """Rank the options of ``comparison`` for each role, with the weights of the case.

    Criteria that nobody judged yet are left out and named; a role without weights of its own
    gets the example weights and is marked so. A role with voices has the mean of their weights.

    Raises:
        InputError: The case weighs a criterion that does not exist.
    """
    case, options = comparison.study.case, tuple(comparison.options)
    judged = judged_draws(
        case.judgements,
        options=options,
        draws=comparison.draws,
        rng=np.random.default_rng(comparison.seed),
    )
    criteria = weighed_criteria(case)
    ranked = _ranked(case, options)
    rows = np.array([key in ranked for key in options])
    judged = {key: _without_gaps(table, ~rows) for key, table in judged.items()}
    performance = performance_of(
        {**comparison.outcomes.values, **judged}, criteria, options=options
    ).only(ranked)
    return Weighing(
        performance=performance,
        rankings=rank_for_roles(performance, points_of_roles(case), weights_of_voices(case)),
        criteria=criteria,
        set_aside=tuple(key for key in options if key not in performance.options),
        plain_cuts=tuple(
            key
            for key, option in comparison.options.items()
            if option.design.scope == 0 and option.outcomes["gross_saving_eur"].p90 > 0
        ),
    )
