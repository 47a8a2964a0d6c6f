"""People effects: ranges in which the conditions tilt the odds (equation 8 of the model)."""

from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector, unit_triangular_quantile


@dataclass(frozen=True, slots=True)
class Effect:
    """A people effect from bad through central to good, in the unit of what it changes."""

    bad: float
    central: float
    good: float


def drawn_effect(effect: Effect, uniform: Vector, weakest: Vector) -> Vector:
    """Draw an effect; better conditions move the likeliest value from bad to good.

    Args:
        effect: Its range.
        uniform: Shape (draws,), in [0, 1]; a higher draw is a better outcome.
        weakest: The weakest condition, shape (draws,), 0 to 1.

    Returns:
        Shape (draws,). It does not get worse when ``weakest`` rises.

    >>> absence = Effect(bad=0.03, central=0.0, good=-0.01)
    >>> drawn_effect(absence, np.array([0.0, 1.0]), np.array([0.5, 0.5])).round(3).tolist()
    [0.03, -0.01]
    """
    span = effect.good - effect.bad
    if span == 0:
        return np.full_like(uniform, effect.bad)
    middle = (effect.central - effect.bad) / span
    below, above = 2 * np.minimum(weakest, 0.5), np.maximum(2 * weakest - 1, 0)
    mode = below * middle + above * (1 - middle)
    return effect.bad + span * unit_triangular_quantile(uniform, mode)


def over_time(drawn: Vector, *, good_sign: int, started: Vector, mature: Vector) -> Vector:
    """A good effect grows with maturity, a bad one is there from the start.

    Args:
        drawn: Shape (draws,).
        good_sign: 1 when more is better, -1 when less is.
        started: Share of staff that has started, shape (quarters, 1).
        mature: Share of staff that is mature, shape (quarters, draws).

    Returns:
        Shape (quarters, draws), in the unit of ``drawn``.
    """
    is_good = drawn * good_sign > 0
    effect = mature * np.where(is_good, drawn, 0)
    effect += started * np.where(is_good, 0, drawn)
    return effect


def absence_after_cuts(gone: Vector, share: Vector, draw: Draws) -> Vector:
    """Absence that grows with the share of positions removed, up to a full effect.

    Args:
        gone: Share of all positions that go in the end, shape (draws,).
        share: How much of that is in place, shape (quarters,).
        draw: Parameters.

    Returns:
        Shape (quarters, draws), today's absence where nothing went.
    """
    absence = np.outer(share, gone / draw["deep_cut_full_share"])
    np.minimum(absence, 1, out=absence)
    absence *= draw["absence"] * (draw["deep_cut_absence_ratio"] - 1)
    absence += draw["absence"]
    return absence


def vulnerability(design: Design, draw: Draws, *, employed: Vector, started: float) -> Vector:
    """Chance that a function is uncovered on a working day (equation 10, grade D).

    Args:
        design: Its team basis says how far more teams spread people thinner.
        draw: Parameters.
        employed: FTE as a share of today's, shape (draws,).
        started: Share of staff that has started.

    Returns:
        Shape (draws,), 0 to 1.
    """
    people = draw["functions_per_fte"]
    if design.team_basis != "function":
        growth = np.log2(design.team_count.of(draw["team_count"]) / draw["team_count"])
        people = people * (1 + draw[f"spread_{design.team_basis}"]) ** (growth * started)
    coverage = employed * draw["function_breadth"] / people
    return np.asarray(draw["unavailability"] ** coverage)
