"""The best-worst method: weights from how much the best and the worst differ from the others."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import TIE, Floats, as_floats, frozen
from selfmgmt.scoring.consistency import load_constants

Form = Literal["nonlinear", "linear"]
_MOST = 9  # the scale of comparisons: 1 is equal, 9 is extremely more important


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BestWorst:
    """Weights, and how well the comparisons hang together.

    Attributes:
        weights: Shape (criteria,); adds up to 1. One of the best sets of weights, amid the others
            when there are several.
        xi: How far the weights are from the comparisons at the worst; 0 when none contradicts
            another. In comparisons (nonlinear) or in weight (linear).
        consistency_ratio: ``xi`` as a part of the most it can be when one criterion contradicts
            this best-to-worst comparison (nonlinear), so just above 1 when several contradict
            it both ways; ``xi`` itself (linear). 0 is fully consistent.
        intervals: Shape (criteria, 2): lowest and highest weight in any of the best sets.
        input_ratio: The largest contradiction between a chain of two comparisons and the one from
            best to worst, 0 to 1. The same for both forms.
        acceptable: Whether ``input_ratio`` is within the published limit; ``None`` where there is
            no limit: more than 9 criteria, or comparisons that are no whole numbers.
        revisit: Place of the criterion whose comparisons contradict most; ``None`` when none does.
    """

    weights: Floats
    xi: float
    consistency_ratio: float
    intervals: Floats
    input_ratio: float
    acceptable: bool | None
    revisit: int | None


def best_worst_method(
    best_to_others: ArrayLike, others_to_worst: ArrayLike, *, form: Form = "nonlinear"
) -> BestWorst:
    """Weights that come closest to the comparisons of criteria with the best and the worst.

    Args:
        best_to_others: Shape (criteria,): how many times the best criterion is as important as
            each, 1 to 9; 1 for itself.
        others_to_worst: Shape (criteria,): how many times each is as important as the worst one,
            1 to 9; 1 for itself.
        form: ``nonlinear`` keeps ratios of weights close to the comparisons (often several sets
            of weights do so equally well); ``linear`` keeps differences close.

    Raises:
        InputError: The two rows do not name one best and one worst criterion, contradict each
            other on how these two compare, or hold something else than 1 to 9.

    Source:
        Rezaei (2015), Omega 53, 49-57 (nonlinear); Rezaei (2016), Omega 64, 126-130 (linear);
        Liang, Brunelli and Rezaei (2020), Omega 96, 102175 (input-based ratio).

    >>> best_worst_method([1, 2, 4], [4, 2, 1]).weights.round(4)
    array([0.5714, 0.2857, 0.1429])
    """
    if form not in get_args(Form):
        raise InputError(
            gettext("form is {given}; use nonlinear or linear.", given=repr(form)),
        )
    first, last = (
        as_floats("best_to_others", best_to_others),
        as_floats("others_to_worst", others_to_worst),
    )
    best, worst = _best_and_worst(first, last)
    most = float(first[worst])
    solve = _nonlinear if form == "nonlinear" else _linear
    weights, intervals, xi = solve(first, last, best, worst)
    largest = largest_xi(most) if form == "nonlinear" else 1.0
    contradictions = _contradictions(first, last, most)
    ratio = float(contradictions.max())
    return BestWorst(
        weights=frozen(weights),
        xi=xi,
        consistency_ratio=xi / largest if largest > 0 else 0.0,
        intervals=frozen(intervals),
        input_ratio=ratio,
        acceptable=_acceptable(ratio, most, len(first)),
        revisit=int(contradictions.argmax()) if ratio > TIE else None,
    )


def largest_xi(best_to_worst: float) -> float:
    """The consistency index: the most that one criterion can be off, given best to worst.

    The smaller root of ``(a - xi)^2 = a + xi``.

    >>> [round(largest_xi(a), 2) for a in range(1, 10)]
    [0.0, 0.44, 1.0, 1.63, 2.3, 3.0, 3.73, 4.47, 5.23]
    """
    half = best_to_worst + 1 / 2
    return float(half - np.sqrt(half**2 - best_to_worst * (best_to_worst - 1)))


def _contradictions(first: Floats, last: Floats, most: float) -> Floats:
    span = most**2 - most
    return np.abs(first * last - most) / span if span > 0 else np.zeros_like(first)


def _acceptable(ratio: float, most: float, count: int) -> bool | None:
    if ratio <= TIE:
        return True
    limit = load_constants().best_worst.limit(most, count)
    return None if limit is None else ratio <= limit


def _nonlinear(first: Floats, last: Floats, best: int, worst: int) -> tuple[Floats, Floats, float]:
    """The box of all best ratios to the worst criterion; its middle gives the weights.

    Given how far the comparisons may be off, each chain of best over criterion over worst bounds
    the ratio of best to worst; the least slack for which those bounds meet leaves one ratio.
    """
    xi = _least_slack(first, last, float(first[worst]))
    ratio = np.mean(_bounds(first, last, float(first[worst]), xi))
    with np.errstate(divide="ignore"):
        low = np.maximum(last - xi, ratio / (first + xi))
        high = np.minimum(last + xi, ratio / np.maximum(first - xi, 0))
    low[best] = high[best] = ratio
    low[worst] = high[worst] = 1
    low = np.minimum(low, high)
    middle = (low + high) / 2
    intervals = np.stack([low / (low + high.sum() - high), high / (high + low.sum() - low)], axis=1)
    return middle / middle.sum(), intervals, xi


def _bounds(first: Floats, last: Floats, most: float, xi: float) -> tuple[float, float]:
    """The largest lower and the smallest upper bound of the ratio of best to worst."""
    chains = np.maximum(first - xi, 0) * np.maximum(last - xi, 0)
    return max(chains.max(), most - xi), min(((first + xi) * (last + xi)).min(), most + xi)


def _least_slack(first: Floats, last: Floats, most: float) -> float:
    """The least ``xi`` for which the bounds meet, by halving."""
    if np.abs(first * last - most).max() <= TIE:
        return 0.0
    low, high = 0.0, most
    while low < (middle := (low + high) / 2) < high:
        lower, upper = _bounds(first, last, most, middle)
        low, high = (low, middle) if lower <= upper else (middle, high)
    return high


def _linear(first: Floats, last: Floats, best: int, worst: int) -> tuple[Floats, Floats, float]:
    """Linear programmes: the least ``xi``, then the range of each weight at that ``xi``."""
    count = len(first)
    signed = np.vstack([np.eye(count)[best] - np.diag(first), np.eye(count)])
    signed[count:, worst] -= last
    rows = np.vstack([signed, -signed])
    slack = -np.ones((len(rows), 1))
    table = np.hstack([rows, slack])
    solution = _solved(np.append(np.zeros(count), 1.0), table, np.inf)
    xi = float(solution[-1]) if solution[-1] > TIE else 0.0
    extremes = [
        [_solved(sign * unit, table, xi + TIE)[row] for sign in (1, -1)]
        for row, unit in enumerate(np.eye(count, count + 1))
    ]
    return solution[:-1], np.array(extremes), xi


def _solved(cost: Floats, table: Floats, most: float) -> Floats:
    """Weights and ``xi`` of the least cost, with ``xi`` at ``most`` at most."""
    from scipy.optimize import linprog

    count = table.shape[1] - 1
    whole = np.append(np.ones(count), 0.0)[None]
    bounds: list[Any] = [(0, 1)] * count + [(0, None if np.isinf(most) else most)]
    found = linprog(
        cost, A_ub=table, b_ub=np.zeros(len(table)), A_eq=whole, b_eq=[1], bounds=bounds
    )
    return np.asarray(found.x, dtype=float)


def _best_and_worst(first: Floats, last: Floats) -> tuple[int, int]:
    """Places of the best and of the worst criterion.

    Raises:
        InputError: They cannot be told, or the rows contradict each other on them.
    """
    _check_rows(first, last)
    best = int(np.where(first == 1, last, 0).argmax())
    after = np.where(last == 1, first, 0)
    after[best] = 0
    worst = int(after.argmax())
    if first[worst] != last[best] or max(first.max(), last.max()) > first[worst]:
        raise InputError(
            gettext(
                "best to worst is {first:.4g} in best_to_others and {last:.4g} in "
                "others_to_worst; use the same figure in both, the largest of all.",
                first=float(first[worst]),
                last=float(last[best]),
            )
        )
    return best, worst


def _check_rows(first: Floats, last: Floats) -> None:
    if first.ndim != 1 or first.shape != last.shape or len(first) < 2:
        raise InputError(
            gettext(
                "best_to_others has shape {first} and others_to_worst {last}; give both for the "
                "same two or more criteria.",
                first=first.shape,
                last=last.shape,
            )
        )
    rows = {"best_to_others": first, "others_to_worst": last}
    faults = [
        gettext(
            "{name} is {given}; use 1 (equal) to 9 for each criterion, and 1 for at least one.",
            name=name,
            given=np.array2string(row, threshold=20),
        )
        for name, row in rows.items()
        if not ((row >= 1) & (row <= _MOST)).all() or not (row == 1).any()
    ]
    if faults:
        raise InputError(*faults)
