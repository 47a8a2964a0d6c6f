"""What it is worth to get ready first: the same futures with readiness as it is, and with more."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import SEED
from selfmgmt.analysis.study import Study, profile_of
from selfmgmt.analysis.target import target_met
from selfmgmt.case.plan import Plan
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.readiness.instrument import HIGHEST
from selfmgmt.readiness.profile import ReadinessProfile
from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.outcomes import LESS_IS_BETTER, OUTCOMES, Outcomes
from selfmgmt.uncertainty import Quantiles

_TIE = 1e-9
_NOT_ALWAYS_REACHED = "payback_quarter"  # infinite less infinite is no difference


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessValue:
    """What more readiness changes in one option; getting there costs time that is not counted.

    Attributes:
        differences: Outcome to the range of its difference, with more readiness less as it is.
        better: Outcome to the chance that more readiness improves it, 0 to 1.
        target_met: The chance that the saving is there when it is due: as it is, and with more.
    """

    differences: dict[str, Quantiles]
    better: dict[str, float]
    target_met: tuple[float, float]


def as_good_as_best(profile: ReadinessProfile) -> Estimate:
    """Readiness if every dimension were as good as the best one of this organisation.

    That is no dream: it is a level that the organisation reaches somewhere already.

    Raises:
        InputError: No dimension is filled in.
    """
    filled = profile.filled.values()
    if not filled:
        raise InputError(
            gettext("readiness is empty; fill in at least one dimension, or do the readiness scan.")
        )
    best = max(filled, key=lambda score: score.central)
    bounds = {
        end: max(getattr(best, end), getattr(profile.rho, end))
        for end in ("low", "central", "high")
    }
    return Estimate(**bounds)


def one_point_more(study: Study, dimensions: Collection[str]) -> Estimate:
    """Readiness when some dimensions get a point more on the scale of 1 to 5.

    Args:
        study: The case with everything looked up.
        dimensions: Which; those that are open stay open.
    """
    scores = {
        key: _raised(score)
        for key in dimensions
        if (score := getattr(study.case.readiness, key)) is not None
    }
    return profile_of(study.case.readiness.model_copy(update=scores), study.ledger).rho


def _raised(score: Estimate) -> Estimate:
    bounds = {end: min(getattr(score, end) + 1, HIGHEST) for end in ("low", "central", "high")}
    return Estimate(**bounds)


def readiness_value(
    study: Study,
    plans: Mapping[str, Plan],
    better: Estimate,
    *,
    draws: int = DRAWS,
    seed: int = SEED,
) -> dict[str, ReadinessValue]:
    """Compare each option with itself under more readiness, draw by draw.

    Args:
        study: The case with everything looked up.
        plans: Option to its plan; its size stays as it is, since that was chosen before.
        better: Readiness after getting ready first, 0 to 1; :func:`as_good_as_best` proposes one.
        draws: Number of draws.
        seed: Start of the random numbers.

    Returns:
        Option to what changes; all zero where readiness is not what holds the option back.
    """
    more = replace(study.inputs, ranges={**study.inputs.ranges, "readiness": better})
    now, then = (
        simulate(list(plans.values()), inputs, question=study.question, draws=draws, seed=seed)
        for inputs in (study.inputs, more)
    )
    return {key: _value(now, then, row) for row, key in enumerate(plans)}


def _value(now: Outcomes, then: Outcomes, row: int) -> ReadinessValue:
    gained = {
        key: then.values[key][row] - now.values[key][row]
        for key in OUTCOMES
        if key != _NOT_ALWAYS_REACHED
    }
    return ReadinessValue(
        differences={key: band(difference) for key, difference in gained.items()},
        better={key: _chance_better(key, difference) for key, difference in gained.items()},
        target_met=(_target_met(now, row), _target_met(then, row)),
    )


def _chance_better(outcome: str, difference: Vector) -> float:
    signed = -difference if outcome in LESS_IS_BETTER else difference
    return float(np.mean(signed > _TIE * np.abs(difference).max(initial=0)))


def _target_met(outcomes: Outcomes, row: int) -> float:
    return float(target_met(outcomes.values["gap_eur"][row]).mean())
