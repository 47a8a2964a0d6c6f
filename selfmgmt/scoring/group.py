"""How often those who weigh would choose differently, looking at the same outcomes."""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.acceptability import first_shares
from selfmgmt.scoring.arrays import Floats, as_floats


def pairwise_conflict(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """How often two judges would choose differently.

    Args:
        performance: Shape (draws, alternatives, criteria), or (alternatives, criteria) when it is
            certain; 0 (worst) to 1 (best).
        weights: Shape (judges, draws, criteria), not negative.

    Returns:
        Shape (judges, judges): 0 (always the same choice) to 1 (never). Both look at the same
        outcomes, each with a draw of its own weights; a tie for first place counts in equal
        parts. The diagonal is 0.

    Raises:
        InputError: Shapes do not match, or a value or weight is not allowed.

    >>> pairwise_conflict([[1.0, 0.0], [0.0, 1.0]], weights=[[[3, 1], [3, 1]], [[2, 1], [1, 2]]])
    array([[0. , 0.5],
           [0.5, 0. ]])
    """
    table = as_floats("weights", weights)
    if table.ndim != 3 or 0 in table.shape:
        raise InputError(
            gettext(
                "weights has shape {given}; use (judges, draws, criteria), with at least one of "
                "each.",
                given=table.shape,
            )
        )
    firsts = np.array([first_shares(performance, one) for one in table])
    flat = firsts.reshape(len(firsts), -1)
    conflict = np.clip(1 - flat @ flat.T / firsts.shape[1], 0, 1)
    np.fill_diagonal(conflict, 0)
    return np.asarray(conflict)
