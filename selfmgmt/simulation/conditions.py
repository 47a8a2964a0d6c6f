"""Conditions, and the dose of self-organisation (equations E2 and E3 of the model)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from selfmgmt.case.design import Design
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.parameters import Draw

CONDITIONS = ("work_redesign", "interdependence", "frames", "readiness")


def weakest_weighs_most(values: Sequence[float | Vector], weight: Vector) -> Vector:
    """``weight`` times the weakest of them, and the rest times their mean. Shape (draws,).

    >>> weakest_weighs_most([0.2, 1.0], np.array([0.5])).tolist()
    [0.4]
    """
    weakest, together = values[0], values[0]
    for value in values[1:]:
        weakest, together = np.minimum(weakest, value), together + value
    return np.asarray(weight * weakest + (1 - weight) * (together / len(values)))


def conditions(design: Design, draw: Draw) -> Vector:
    """How good the conditions for another way of working are (kappa), 0 to 1, shape (draws,)."""
    return weakest_weighs_most(_values(design, draw), draw.weakest_condition_weight)


def weakest_condition(design: Design, draw: Draw) -> NDArray[np.int64]:
    """The place in ``CONDITIONS`` of the weakest one, shape (draws,)."""
    weakest, *others = _values(design, draw)
    place: NDArray[np.int64] = np.zeros_like(draw.readiness, dtype=np.int64)
    for index, value in enumerate(others, start=1):
        place = np.where(value < weakest, index, place)
        weakest = np.minimum(value, weakest)
    return place


def _values(design: Design, draw: Draw) -> tuple[float | Vector, ...]:
    """How far each of ``CONDITIONS`` is met, 0 to 1, one or one per draw.

    Work that teams own as a whole today stays so: the redesign that an option wants counts where
    it goes further.
    """
    redesigned = np.maximum(draw.work_redesign_today, design.work_redesign)
    return redesigned, design.interdependence, design.frames, draw.readiness


def strength(design: Design, draw: Draw) -> Vector:
    """The dose (A): how far the mandate of teams goes from today's to that of the cases.

    Returns:
        Shape (draws,), 0 to 1; 0 where today's mandate is as wide as theirs already.
    """
    levels = [level for _domain, level in design.autonomy]
    way = draw.dose_level_full - draw.dose_level_today
    gone = sum(levels) / len(levels) - draw.dose_level_today
    part = np.divide(gone, way, out=np.zeros_like(way), where=way > 0)
    return np.asarray(np.clip(part, 0, 1))


def cut_condition(imposed: float | Vector, draw: Draw) -> float | Vector:
    """The condition of what a cut does: one half where it is imposed as in the evidence, or more.

    Args:
        imposed: 0 to 1, one or one per draw.
        draw: Parameters.

    Returns:
        0.5 to 1: the studies were of imposed cuts, so involvement can only do better.
    """
    there = draw.cut_imposed_in_evidence
    return (1 + np.maximum(there - imposed, 0) / there) / 2
