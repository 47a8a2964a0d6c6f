"""Choosing under deep uncertainty: regret, the worst case, and how often the least is met."""

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import Floats, as_floats


def regret(payoff: ArrayLike) -> Floats:
    """How much better the best option would have been, in each future.

    Args:
        payoff: Shape (options, futures), in one unit; higher is better.

    Returns:
        Same shape, 0 or more; its largest value per option is what minimax regret keeps small.

    Raises:
        InputError: The shape is another one, or a value is missing or infinite.

    Source:
        Savage (1951), Journal of the American Statistical Association 46(253), 55-67.

    >>> regret([[10, 4, -2, 6], [7, 6, 3, 5], [2, 3, 4, 4]]).max(axis=1)
    array([6., 3., 8.])
    """
    table = _checked(payoff)
    return np.asarray(table.max(axis=0) - table)


def worst_case(payoff: ArrayLike) -> Floats:
    """The lowest payoff of each option; the option with the highest one is the maximin choice.

    Args:
        payoff: Shape (options, futures); higher is better.

    Raises:
        InputError: The shape is another one, or a value is missing or infinite.

    Source:
        Wald (1945), Annals of Mathematics 46(2), 265-280.

    >>> worst_case([[10, 4, -2, 6], [7, 6, 3, 5], [2, 3, 4, 4]])
    array([-2.,  3.,  2.])
    """
    return np.asarray(_checked(payoff).min(axis=1))


def satisficing_shares(payoff: ArrayLike, least: float) -> Floats:
    """The share of futures in which each option gives at least ``least``.

    Args:
        payoff: Shape (options, futures); higher is better.
        least: What is good enough, in the unit of ``payoff``.

    Returns:
        Shape (options,), 0 to 1.

    Raises:
        InputError: The shape is another one, a value is missing or infinite, or ``least`` is no
            number.

    Source:
        The domain criterion of Starr (1963), Product Design and Decision Theory.

    >>> satisficing_shares([[10, 4, -2, 6], [7, 6, 3, 5], [2, 3, 4, 4]], 4)
    array([0.75, 0.75, 0.5 ])
    """
    table = _checked(payoff)
    if np.isnan(least):
        raise InputError(gettext("least is missing; say from which payoff it is good enough."))
    return np.asarray((table >= least).mean(axis=1))


def _checked(payoff: ArrayLike) -> Floats:
    table = as_floats("payoff", payoff)
    if table.ndim != 2 or 0 in table.shape or not np.isfinite(table).all():
        raise InputError(
            gettext(
                "payoff has shape {given} or gaps; use (options, futures) with a number in every "
                "cell.",
                given=table.shape,
            )
        )
    return table
