"""What drives the spread of an outcome: total effects of groups of uncertain quantities."""

from collections.abc import Callable, Collection, Mapping

import numpy as np

from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs

SPREADING = (
    "net_saving_eur",
    "transition_cost_eur",
    "gap_eur",
    "capacity_low",
    "capacity_end",
    "absence_end",
    "absence_mean",
    "turnover_mean",
    "satisfaction_end",
    "satisfaction_mean",
    "steerability_end",
    "vulnerability_end",
    "falls_back",
)
GROUPS = {
    "assumption": ("assumption",),
    "evidence": ("evidence",),
    "organisation": ("public", "default", "own"),
    "readiness": ("readiness",),
}
_SAME = 1e-12  # spread below this part of the size is rounding, not spread


def total_effect(first: Vector, resampled: Vector) -> Vector:
    """Share of the variance that stays when all but one group of quantities were known.

    Args:
        first: Outcomes of shape (designs, draws).
        resampled: The same with only that group drawn anew.

    Returns:
        Shape (designs,), 0 to 1 (an estimate above 1 is noise); not a number where nothing varies.

    Source:
        Jansen (1999), Computer Physics Communications 117; the total Sobol' index of a group.

    >>> rng = np.random.default_rng(1)
    >>> a, b, new_a = rng.normal(size=(3, 1, 100_000))
    >>> total_effect(a + 2 * b, new_a + 2 * b).round(1).tolist()
    [0.2]
    """
    variance = first.var(axis=1)
    moved: Vector = ((first - resampled) ** 2).mean(axis=1) / 2
    size = np.abs(first).max(axis=1)
    varies = variance > (_SAME * size) ** 2
    share = np.full_like(moved, np.nan)
    np.divide(moved, variance, out=share, where=varies)
    return np.minimum(share, 1)


def effects_of_groups(
    inputs: Inputs,
    first: Mapping[str, Vector],
    redraw: Callable[[Collection[str]], Mapping[str, Vector]],
    groups: Mapping[str, Collection[str]],
) -> dict[str, dict[str, Vector]]:
    """The total effect of each group on each outcome.

    Args:
        inputs: Tells which quantities are uncertain at all.
        first: Each of ``SPREADING`` under the common draws, shape (designs, draws).
        redraw: Gives them with some keys drawn anew.
        groups: Name to keys.

    Returns:
        Group to outcome to an array of shape (designs,).
    """
    uncertain = set(inputs.uncertain)
    effects = {}
    for name, keys in groups.items():
        moving = sorted(uncertain.intersection(keys))
        again = redraw(moving) if moving else first
        effects[name] = {
            outcome: total_effect(first[outcome], again[outcome]) for outcome in SPREADING
        }
    return effects


def keys_by_group(inputs: Inputs) -> dict[str, tuple[str, ...]]:
    """The uncertain keys of each of ``GROUPS``."""
    return {
        name: tuple(key for key, origin in inputs.origins.items() if origin in origins)
        for name, origins in GROUPS.items()
    }
