"""Good enough: how often an option meets the target and keeps what there is."""

from collections.abc import Sequence

import numpy as np

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.target import target_met
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.scoring.arrays import TIE

DEMANDS = ("target", "capacity", "satisfaction")


def demands_met(comparison: Comparison, options: Sequence[str]) -> dict[str, dict[str, float]]:
    """How often each option is good enough.

    Args:
        comparison: The options side by side.
        options: Keys of the options to look at.

    Returns:
        Option to demand to the share of draws that meet it; ``all`` for all at once. ``target``:
        the saving is there in time. ``capacity``, ``satisfaction``: in the end no lower than when
        nothing is done.
    """
    values, keys = comparison.outcomes.values, tuple(comparison.options)
    nothing = keys.index(DO_NOTHING)
    met = {"target": target_met(values["gap_eur"])}
    for demand in DEMANDS[1:]:
        end = values[f"{demand}_end"]
        met[demand] = end >= end[nothing] - TIE
    met["all"] = np.all(list(met.values()), axis=0)
    return {
        option: {demand: float(kept[keys.index(option)].mean()) for demand, kept in met.items()}
        for option in options
    }
