"""How firm a ranking is: for each role and together, and what would change it."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.conflict import Conflict, conflicts_between
from selfmgmt.analysis.demands import demands_met
from selfmgmt.analysis.regret import regret, worst_case
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.analysis.weight_draws import all_weights, weights_of_role
from selfmgmt.scoring.acceptability import (
    central_weights,
    confidence_factors,
    rank_acceptability,
)
from selfmgmt.scoring.additive import weighted_sum
from selfmgmt.scoring.arrays import TIE, Floats, frozen
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.dominance import dominates
from selfmgmt.scoring.promethee import Preference, promethee_ii
from selfmgmt.scoring.stability import smallest_flip, weight_stability
from selfmgmt.scoring.topsis import topsis
from selfmgmt.scoring.values import Performance

_STREAM = 6  # weights are drawn from a stream of their own, whatever else is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The smallest change of weights that puts another option level with the winner.

    Attributes:
        winner: The option that is first now.
        challenger: The option that draws level.
        moved: Part of all weight that moves, 0 to 1: 0.12 is 12 of 100 points.
        sources: Criterion to what it gives up, 0 to 1.
        target: The criterion that gains what the others give up.
        weights: Criterion to its weight after the change.
    """

    winner: str
    challenger: str
    moved: float
    sources: dict[str, float]
    target: str
    weights: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Regret:
    """How much value an option may cost beside the best one, and how bad it may get.

    Attributes:
        mean: Mean regret over the draws, on the scale of value, 0 to 1.
        p90: Regret that nine in ten draws stay below.
        largest: Largest regret in any draw.
        worst_value: Lowest value in any draw.
    """

    mean: float
    p90: float
    largest: float
    worst_value: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoleRobustness:
    """How firm the ranking of one role is.

    Attributes:
        acceptability: Shape (options, ranks): share of draws, of outcomes and of weights around
            those of the role together; rows and columns add up to 1.
        stability: Criterion to the weights between which the winner stays first, 0 to 1, the
            others keeping their ratios.
        change: The smallest change that flips the winner; ``None`` when no weights do, or when
            options tie for first place.
        first_by_method: Method to the option or options that it puts first, on mean outcomes.
        regret: Option to its regret.
    """

    acceptability: Floats
    stability: dict[str, tuple[float, float]]
    change: Change | None
    first_by_method: dict[str, tuple[str, ...]]
    regret: dict[str, Regret]

    @property
    def methods_agree(self) -> bool:
        """Whether some option is first by every method."""
        return bool(set.intersection(*map(set, self.first_by_method.values())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Supporters:
    """The weights that favour one option, out of all weights there could be.

    Attributes:
        first: Share of all weights and outcomes that put the option first.
        central_weights: Criterion to the mean of those weights; ``None`` when there are none.
        confidence: How often the option is first under those mean weights; ``None`` likewise.
    """

    first: float
    central_weights: dict[str, float] | None
    confidence: float | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Robustness:
    """How firm the rankings of a weighing are.

    Attributes:
        options: Keys of the options that are ranked, in the order of the rows.
        roles: Role to how firm its ranking is.
        pooled: Shape (options, ranks): the acceptability when every body has an equal say;
            ``None`` when no body can rank. Never show it without ``conflicts``.
        any_weights: Option to who would choose it, when all weights are possible; none as long as
            a criterion waits for judgement.
        conflicts: Every pair of bodies, the greatest conflict first; profiles are nobody's.
        dominated: Option to the options that are as good in every draw and on every criterion,
            and better on some.
        demands: Option to demand to the share of draws that meet it; ``all`` for all at once.
            ``target``: the saving is there in time. ``capacity``, ``satisfaction``: in the end no
            lower than when nothing is done.
        concentration: How firmly the roles are taken to hold to their weights; an assumption.
    """

    options: tuple[str, ...]
    roles: dict[str, RoleRobustness]
    pooled: Floats | None
    any_weights: dict[str, Supporters]
    conflicts: tuple[Conflict, ...]
    dominated: dict[str, tuple[str, ...]]
    demands: dict[str, dict[str, float]]
    concentration: float

    @property
    def causes(self) -> dict[str, int]:
        """Criterion to the number of pairs of roles that it sets apart, most first."""
        divisions = (conflict.division for conflict in self.conflicts)
        return dict(Counter(found.criterion for found in divisions if found).most_common())


def robustness_of(comparison: Comparison, weighing: Weighing) -> Robustness:
    """Vary weights and outcomes together and see which option stays first, for whom.

    Weights of a role vary around its points by a Dirichlet distribution whose concentration is an
    assumption (``data/criteria/consistency.yaml``); a criterion without points stays without.
    With voices in a role they vary around those of each person in turn, not around the mean.

    Args:
        comparison: The options side by side.
        weighing: From :func:`selfmgmt.analysis.weigh.weigh` of the same comparison.
    """
    performance = weighing.performance
    rng = np.random.default_rng([comparison.seed, _STREAM])
    concentration = load_constants().weight_concentration.value
    rankings = {key: role.ranking for key, role in weighing.rankings.ranked.items()}
    drawn = {
        key: weights_of_role(role, concentration, draws=len(performance.values), rng=rng)
        for key, role in weighing.rankings.ranked.items()
    }
    roles = {key: _role(performance, rankings[key].weights, drawn[key]) for key in rankings}
    bodies = [key for key, role in weighing.rankings.ranked.items() if not role.example]
    everyone = all_weights(len(performance.criteria), draws=len(performance.values), rng=rng)
    return Robustness(
        options=performance.options,
        roles=roles,
        pooled=_pooled([roles[key] for key in bodies]),
        any_weights={} if weighing.not_judged else _supporters(performance, everyone),
        conflicts=conflicts_between(performance, {key: rankings[key] for key in bodies}, drawn),
        dominated=_dominated(performance),
        demands=demands_met(comparison, performance.options),
        concentration=concentration,
    )


def _pooled(roles: Collection[RoleRobustness]) -> Floats | None:
    tables = [role.acceptability for role in roles]
    return frozen(np.mean(tables, axis=0)) if tables else None


def _role(performance: Performance, stated: Floats, drawn: Floats) -> RoleRobustness:
    mean = performance.values.mean(axis=0)
    keys = performance.criteria
    intervals = weight_stability(mean, stated).tolist()
    return RoleRobustness(
        acceptability=frozen(rank_acceptability(performance.values, drawn)),
        stability={key: (low, high) for key, (low, high) in zip(keys, intervals, strict=True)},
        change=_change(performance, mean, stated),
        first_by_method=_first_by_method(performance, mean, stated),
        regret=_regret(performance, stated),
    )


def _change(performance: Performance, mean: Floats, stated: Floats) -> Change | None:
    flip = smallest_flip(mean, stated)
    if flip is None:
        return None
    return Change(
        winner=performance.options[flip.winner],
        challenger=performance.options[flip.challenger],
        moved=flip.moved,
        sources={performance.criteria[index]: moved for index, moved in flip.sources.items()},
        target=performance.criteria[flip.target],
        weights=dict(zip(performance.criteria, flip.weights.tolist(), strict=True)),
    )


def _first_by_method(
    performance: Performance, mean: Floats, stated: Floats
) -> dict[str, tuple[str, ...]]:
    """The winners by value, by distance to the ideal, and by which is better however little.

    The last two weigh size and order of differences in another way than the first, and need no
    thresholds that nobody gave.
    """
    more = np.ones(len(stated), dtype=bool)
    scores = {
        "weighted_sum": weighted_sum(mean, stated),
        "topsis": topsis(mean, stated, more),
    }
    if len(mean) > 1:
        scores["promethee_ii"] = promethee_ii(mean, stated, more, Preference("usual"))
    return {
        method: _named(performance.options, score >= score.max() - TIE)
        for method, score in scores.items()
    }


def _regret(performance: Performance, stated: Floats) -> dict[str, Regret]:
    payoff = weighted_sum(performance.values, stated).T
    lost = regret(payoff)
    quantiles = np.quantile(lost, 0.9, axis=1, method="inverted_cdf")
    rows = zip(lost.mean(axis=1), quantiles, lost.max(axis=1), worst_case(payoff), strict=True)
    return {
        option: Regret(
            mean=float(mean), p90=float(p90), largest=float(largest), worst_value=float(worst)
        )
        for option, (mean, p90, largest, worst) in zip(performance.options, rows, strict=True)
    }


def _supporters(performance: Performance, everyone: Floats) -> dict[str, Supporters]:
    shares = rank_acceptability(performance.values, everyone)[:, 0]
    central = central_weights(performance.values, everyone)
    confidence = confidence_factors(performance.values, everyone)
    return {
        option: Supporters(
            first=float(share),
            central_weights=(
                dict(zip(performance.criteria, weights.tolist(), strict=True)) if share else None
            ),
            confidence=float(sure) if share else None,
        )
        for option, share, weights, sure in zip(
            performance.options, shares, central, confidence, strict=True
        )
    }


def _dominated(performance: Performance) -> dict[str, tuple[str, ...]]:
    table = dominates(performance.values)
    return {
        option: _named(performance.options, table[:, index])
        for index, option in enumerate(performance.options)
        if table[:, index].any()
    }


def _named(options: Collection[str], chosen: NDArray[np.bool_]) -> tuple[str, ...]:
    return tuple(option for option, is_chosen in zip(options, chosen, strict=True) if is_chosen)
