"""People effects: ranges in which the conditions tilt the odds (equation 8 of the model)."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Draws, Vector, triangular_quantile


@dataclass(frozen=True, slots=True)
class Effect:
    """A people effect from bad through central to good, in the unit of what it changes."""

    bad: float
    central: float
    good: float


def drawn_effects(
    effects: Mapping[str, Effect], uniform: Draws, weakest: Vector
) -> dict[str, Vector]:
    """Draw the effects; better conditions move the likeliest value from bad to good.

    Args:
        effects: Key to range.
        uniform: For each key shape (draws,), in [0, 1]; a higher draw is a better outcome.
        weakest: The weakest condition, shape (draws,), 0 to 1.

    Returns:
        For each key shape (draws,). None of them gets worse when ``weakest`` rises.

    >>> absence = {"absence": Effect(bad=0.03, central=0.0, good=-0.01)}
    >>> chance = {"absence": np.array([0.0, 1.0])}
    >>> drawn_effects(absence, chance, np.array([0.5, 0.5]))["absence"].round(3).tolist()
    [0.03, -0.01]
    """
    bad, central, good = (
        np.array([getattr(effect, end) for effect in effects.values()])[:, np.newaxis]
        for end in ("bad", "central", "good")
    )
    middle = (central - bad) / (good - bad)
    below, above = 2 * np.minimum(weakest, 0.5), np.maximum(2 * weakest - 1, 0)
    mode = below * middle + above * (1 - middle)
    chance = np.array([uniform[key] for key in effects])
    drawn = bad + (good - bad) * triangular_quantile(chance, low=0, mode=mode, high=1)
    return dict(zip(effects, drawn, strict=True))


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
    good, bad = np.where(is_good, drawn, 0), np.where(is_good, 0, drawn)
    effect = mature * good
    effect += started * bad
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
    growth = np.log2(design.team_count.of(draw["team_count"]) / draw["team_count"])
    per_doubling = {"area": draw["spread_area"], "task": draw["spread_task"]}
    spread = (1 + per_doubling.get(design.team_basis, np.zeros(1))) ** (growth * started)
    coverage = employed * draw["function_breadth"] / (draw["functions_per_fte"] * spread)
    return np.asarray(draw["unavailability"] ** coverage)
