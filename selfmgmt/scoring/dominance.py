"""Which alternatives nobody needs to weigh: another is as good on everything and better on some."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.scoring.arrays import TIE, checked_performance


def dominates(performance: ArrayLike) -> NDArray[np.bool_]:
    """Whether the alternative of the row dominates that of the column.

    Args:
        performance: Shape (alternatives, criteria), or (draws, alternatives, criteria): then it
            must be as good in every draw. 0 (worst) to 1 (best).

    Returns:
        Shape (alternatives, alternatives).

    Raises:
        InputError: The shape is another one, or a value is missing or outside 0 to 1.

    >>> dominates([[0.9, 0.5], [0.4, 0.5]]).tolist()
    [[False, True], [False, False]]
    """
    table = checked_performance(performance)
    cells = np.moveaxis(table, -2, 0).reshape(table.shape[-2], -1)
    pairs = [[(row - column) for column in cells] for row in cells]
    return np.array(
        [[gap.min() >= -TIE and gap.max() > TIE for gap in row] for row in pairs], dtype=bool
    )
