"""What one must believe of each way of working before it is worth its price."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfmgmt.analysis.compare import SideBySide
from selfmgmt.analysis.questions import reference_of
from selfmgmt.analysis.weigh import Weighing
from selfmgmt.scoring.believe import lag_points, needed_points
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.elicitation import points_of_roles
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.scoring.reasons import Why, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """How far an option is behind none on what is computed, and what would make up for it.

    Attributes:
        reference: The option with the same mix in which nobody works differently.
        lag: Points of 100 behind it on the computed criteria alone; negative when ahead.
        needed: Weight of the judged criteria together, as a share of all, to the points of 100 by
            which people must judge the option better on these; under 0 needs no belief, over 100
            no judgement can make up for it.
        own_weight: That weight with who weighs; none when it gives these criteria no weight.
        own_needed: What is needed at that weight.
        reasons: What speaks for the option and what against, beside the reference.
    """

    reference: str
    lag: float
    needed: dict[float, float]
    own_weight: float | None
    own_needed: float | None
    reasons: Why


def beliefs_of(comparison: SideBySide, weighing: Weighing) -> dict[str, dict[str, Belief]]:
    """Profile or body to option to what one must believe of it.

    Args:
        comparison: The options side by side.
        weighing: Of the ways of working in the same comparison.

    Returns:
        An option without a reference beside it is not there, and neither is the reference itself.
    """
    references = {
        key: reference
        for key in weighing.performance.options
        if (reference := reference_of(comparison, key)) in weighing.performance.options
        and reference is not None
        and reference != key
    }
    weights = _judged_weights(comparison, weighing)
    return {
        who: {
            key: _belief(weighing, who, key, reference, weights[who])
            for key, reference in references.items()
        }
        for who in (weighing.computed if references else ())
    }


def _belief(
    weighing: Weighing, who: str, key: str, reference: str, judged_weight: float | None
) -> Belief:
    ranking = weighing.computed[who].ranking
    lag = lag_points(ranking.bands[reference].mean, ranking.bands[key].mean)
    return Belief(
        reference=reference,
        lag=lag,
        needed={at: needed_points(lag, at) for at in load_constants().judged_weights.values},
        own_weight=judged_weight,
        own_needed=needed_points(lag, judged_weight) if judged_weight else None,
        reasons=why(ranking, key, reference),
    )


def _judged_weights(comparison: SideBySide, weighing: Weighing) -> dict[str, float | None]:
    """The weight of the judged criteria together with each who weighs, as a share of all."""
    own = points_of_roles(comparison.study.case)
    profiles = {key: profile.weights for key, profile in load_profiles().items()}
    return {who: _judged_share(weighing, {**profiles, **own}[who]) for who in weighing.computed}


def _judged_share(weighing: Weighing, points: Mapping[str, float]) -> float | None:
    counted = {
        key: at
        for key, at in points.items()
        if key in weighing.performance.criteria or key in weighing.not_judged
    }
    judged = sum(at for key, at in counted.items() if weighing.criteria[key].kind == "judged")
    return judged / sum(counted.values()) if judged > 0 else None
