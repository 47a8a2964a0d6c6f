"""How far rankings of different people or roles agree."""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import Floats, as_floats


def kendall_w(rankings: ArrayLike) -> float:
    """Kendall's coefficient of concordance, from 0 (no agreement) to 1 (the same ranking).

    Args:
        rankings: Shape (judges, items), at least two of each; 1 is best. Equal figures in a row
            are ties: they share the mean of their places, and W is corrected for them.

    Raises:
        InputError: The shape is another one, a rank is missing, or no judge tells any two items
            apart, so that agreement has no meaning.

    Source:
        Kendall and Babington Smith (1939), Annals of Mathematical Statistics 10(3), 275-287.

    >>> round(kendall_w([[1, 2, 3, 4], [2, 1, 3, 4], [1, 3, 2, 4], [2, 1, 4, 3]]), 3)
    0.675
    """
    table = as_floats("rankings", rankings)
    if table.ndim != 2 or min(table.shape) < 2 or np.isnan(table).any():
        raise InputError(
            gettext(
                "rankings has shape {given} or gaps; use (judges, items), two or more of each.",
                given=table.shape,
            )
        )
    ranks = _shared_ranks(table)
    judges, items = table.shape
    spread = ((ranks.sum(axis=0) - judges * (items + 1) / 2) ** 2).sum()
    most = judges * ((ranks - (items + 1) / 2) ** 2).sum()  # ties counted: they lower the most
    if most == 0:
        raise InputError(
            gettext(
                "rankings are ties only; agreement has no meaning when nobody prefers anything."
            )
        )
    return float(spread / most)


def _shared_ranks(table: Floats) -> Floats:
    """Each row as ranks from 1; ties share the mean of their places."""
    below = (table[:, None, :] < table[:, :, None]).sum(axis=2)
    equal = (table[:, None, :] == table[:, :, None]).sum(axis=2)
    return np.asarray(below + (equal + 1) / 2)
