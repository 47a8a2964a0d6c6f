"""Whether a target is met: one tolerance, everywhere."""

import numpy as np
from numpy.typing import NDArray

from selfmgmt.simulation.draws import Vector

EXACT_EUR = 0.5  # amounts are shown in whole euros


def target_met(gap_eur: Vector) -> NDArray[np.bool_]:
    """Where a gap is closed: nothing is left of it in whole euros.

    >>> target_met(np.array([-3.0, 0.4, 0.6])).tolist()
    [True, True, False]
    """
    return np.asarray(gap_eur < EXACT_EUR)
