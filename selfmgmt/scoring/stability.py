"""How far weights may move before another alternative comes first."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import (
    TIE,
    Floats,
    checked_fit,
    checked_performance,
    checked_shares,
    frozen,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Flip:
    """The smallest change of weights that puts another alternative beside the winner.

    Attributes:
        winner: Place of the alternative that is first now.
        challenger: Place of the one that draws level.
        moved: Weight that moves from some criteria to another, 0 to 1.
        sources: Criterion place to the weight that it gives up.
        target: Place of the criterion that gains what the others give up.
        weights: Shape (criteria,): the weights after the change.
    """

    winner: int
    challenger: int
    moved: float
    sources: dict[int, float]
    target: int
    weights: Floats


def weight_stability(performance: ArrayLike, weights: ArrayLike) -> Floats:
    """For each criterion the weights between which the winner stays first.

    One weight moves at a time; the others share what is left in the same ratios as before, or
    equally when they had none.

    Args:
        performance: Shape (alternatives, criteria), 0 (worst) to 1 (best).
        weights: Shape (criteria,), not negative. Only their ratios matter.

    Returns:
        Shape (criteria, 2): lowest and highest weight, 0 to 1. When alternatives tie for first
        index: the weights between which they all stay first.

    Raises:
        InputError: Shapes do not match, or a value or weight is not allowed.

    Source:
        One-at-a-time intervals of the additive model; Triantaphyllou and Sanchez (1997), Decision
        Sciences 28(1), 151-194.

    >>> weight_stability([[1.0, 0.0], [0.0, 1.0]], weights=[3, 1])
    array([[0.5, 1. ],
           [0. , 0.5]])
    """
    table, shares = _checked(performance, weights)
    values = table @ shares
    first = np.flatnonzero(values >= values.max() - TIE).tolist()
    return np.array([_interval(table, shares, first, index) for index in range(len(shares))])


def smallest_flip(performance: ArrayLike, weights: ArrayLike) -> Flip | None:
    """The least weight that has to move for another alternative to draw level with the winner.

    All weight may move, not one criterion at a time. It goes to the criterion on which the
    challenger is ahead most, and comes from those on which the winner is ahead most, which is
    the quickest way there.

    Args:
        performance: Shape (alternatives, criteria), 0 (worst) to 1 (best).
        weights: Shape (criteria,), not negative. Only their ratios matter.

    Returns:
        The change; ``None`` when no weights put another first, or when two are first already.

    Raises:
        InputError: Shapes do not match, or a value or weight is not allowed.

    >>> flip = smallest_flip([[1.0, 0.0], [0.0, 1.0]], weights=[3, 1])
    >>> flip.moved, flip.weights
    (0.25, array([0.5, 0.5]))
    """
    table, shares = _checked(performance, weights)
    values = table @ shares
    winner = int(values.argmax())
    others = [index for index in range(len(table)) if index != winner]
    if any(values[other] >= values[winner] - TIE for other in others):
        return None
    flips = [flip for other in others if (flip := _flip(table, shares, winner, other))]
    return min(flips, key=lambda flip: flip.moved, default=None)


def _checked(performance: ArrayLike, weights: ArrayLike) -> tuple[Floats, Floats]:
    table = checked_performance(performance, dimensions=(2,))
    shares = checked_shares("weights", weights)
    checked_fit(table, shares)
    if shares.ndim != 1:
        raise InputError(
            gettext("weights has shape {given}; use one row, (criteria,).", given=shares.shape)
        )
    return table, shares


def _interval(table: Floats, shares: Floats, first: list[int], index: int) -> tuple[float, float]:
    """Where no alternative passes those that are first: a line in the weight per pair."""
    rest = np.where(np.arange(len(shares)) == index, 0, shares)
    if rest.sum() <= TIE:
        rest = (np.arange(len(shares)) != index).astype(float)
    none = table @ (rest / rest.sum()) if rest.sum() else np.zeros(len(table))
    alone = table[:, index]
    low, high = 0.0, 1.0
    for winner in first:
        at_none, at_all = none[winner] - none, alone[winner] - alone
        slope = at_all - at_none
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = -at_none / slope
        low = max(low, crossing[slope > TIE].max(initial=low))
        high = min(high, crossing[slope < -TIE].min(initial=high))
    return min(low, shares[index]), max(high, shares[index])


def _flip(table: Floats, shares: Floats, winner: int, other: int) -> Flip | None:
    lead = table[winner] - table[other]
    target = int(lead.argmin())
    if lead[target] >= -TIE:
        return None
    gap, moves = float(shares @ lead), {}
    for index in np.argsort(-lead, kind="stable"):
        gain = lead[index] - lead[target]
        moved = float(min(shares[index], gap / gain)) if gain > TIE else 0.0
        if moved > 0:
            moves[int(index)] = moved
            gap -= moved * gain
    after = shares.copy()
    after[list(moves)] -= list(moves.values())
    after[target] += sum(moves.values())
    return Flip(
        winner=winner,
        challenger=other,
        moved=sum(moves.values()),
        sources=moves,
        target=target,
        weights=frozen(np.maximum(after, 0)),  # rounding takes no more than there is
    )
