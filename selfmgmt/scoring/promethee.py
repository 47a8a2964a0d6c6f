"""PROMETHEE II: how much more each alternative is preferred to the others than they to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import (
    TIE,
    Floats,
    checked_fit,
    checked_shares,
    checked_signs,
    checked_table,
    products,
)

Kind = Literal["usual", "u_shape", "v_shape", "level", "linear", "gaussian"]


@dataclass(frozen=True, slots=True)
class Preference:
    """How a difference on one criterion becomes a preference from 0 (none) to 1 (strict).

    Attributes:
        kind: ``usual``: any difference counts fully. ``u_shape``: fully beyond ``indifference``.
            ``v_shape``: rising up to ``preference``. ``level``: half beyond ``indifference``,
            fully beyond ``preference``. ``linear``: rising from ``indifference`` to
            ``preference``. ``gaussian``: rising smoothly, with its bend at ``sigma``.
        indifference: Up to this difference nobody cares, in the unit of the criterion.
        preference: From this difference on the preference is strict.
        sigma: Bend of the gaussian kind.

    Raises:
        InputError: The kind is unknown, or a threshold that it needs is missing or not in order.

    Source:
        Brans and Vincke (1985), Management Science 31(6), 647-656.
    """

    kind: Kind
    indifference: float = 0.0
    preference: float = 0.0
    sigma: float = 0.0

    def __post_init__(self) -> None:
        if self.kind not in get_args(Kind):
            raise InputError(
                gettext(
                    "kind is {given}; use one of {allowed}.",
                    given=repr(self.kind),
                    allowed=", ".join(get_args(Kind)),
                )
            )
        faults = [fault for fault in (self._threshold_fault(), self._sigma_fault()) if fault]
        if faults:
            raise InputError(*faults)

    def of(self, difference: Floats) -> Floats:
        """The preference for a difference in favour; none for a difference against."""
        ahead = np.maximum(difference, 0)
        if self.kind == "level":
            return ((ahead > self.indifference) * 1.0 + (ahead > self.preference)) / 2
        if self.kind == "gaussian":
            return np.asarray(-np.expm1(-((ahead / self.sigma) ** 2) / 2))
        return self._ramp(ahead)

    def _ramp(self, ahead: Floats) -> Floats:
        start = {"u_shape": self.indifference, "linear": self.indifference}.get(self.kind, 0.0)
        end = {"v_shape": self.preference, "linear": self.preference}.get(self.kind, start)
        if start == end:
            return np.asarray((ahead > start) * 1.0)
        return np.clip((ahead - start) / (end - start), 0, 1)

    def _threshold_fault(self) -> str | None:
        low, high = self.indifference, self.preference
        rises = self.kind in ("v_shape", "level", "linear")
        lower_end = 0.0 if self.kind == "v_shape" else low
        if 0 <= low < np.inf and 0 <= high < np.inf and (not rises or lower_end < high):
            return None
        return gettext(
            "indifference is {low} and preference {high}; use 0 or more, and a preference above "
            "the indifference.",
            low=low,
            high=high,
        )

    def _sigma_fault(self) -> str | None:
        if 0 <= self.sigma < np.inf and (self.kind != "gaussian" or self.sigma > 0):
            return None
        return gettext("sigma is {given}; use more than 0.", given=self.sigma)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Flows:
    """How much each alternative is preferred, and how much others are preferred to it.

    Attributes:
        positive: Shape (alternatives,) or (draws, alternatives), 0 to 1.
        negative: The same for the others.
    """

    positive: Floats
    negative: Floats

    @property
    def net(self) -> Floats:
        """Positive less negative: -1 to 1, adding up to 0 over the alternatives."""
        return self.positive - self.negative


def promethee_ii(
    performance: ArrayLike,
    weights: ArrayLike,
    maximise: ArrayLike,
    preferences: Preference | Sequence[Preference],
) -> Floats:
    """The net flow of each alternative: higher is better.

    Args:
        performance: Shape (alternatives, criteria), in any unit; at least two alternatives.
        weights: Shape (criteria,) or (draws, criteria), not negative. Only their ratios matter.
        maximise: For each criterion whether more is better.
        preferences: One for each criterion, or one for all.

    Returns:
        Shape (alternatives,) or (draws, alternatives), -1 to 1, adding up to 0.

    Raises:
        InputError: Shapes do not match, or a value, weight or direction is not allowed.

    >>> promethee_ii([[3.0], [1.0]], [1], [True], Preference("v_shape", preference=4.0))
    array([ 0.5, -0.5])
    """
    positive, negative, shares = _per_criterion(performance, weights, maximise, preferences)
    return _flow(shares, positive - negative)


def promethee_flows(
    performance: ArrayLike,
    weights: ArrayLike,
    maximise: ArrayLike,
    preferences: Preference | Sequence[Preference],
) -> Flows:
    """The flows behind :func:`promethee_ii`, with the same arguments."""
    positive, negative, shares = _per_criterion(performance, weights, maximise, preferences)
    return Flows(positive=_flow(shares, positive), negative=_flow(shares, negative))


def _flow(shares: Floats, flows: Floats) -> Floats:
    """The flows of the criteria together, for one set of weights or for each draw of them."""
    return products(np.atleast_2d(shares), flows.T).reshape(*shares.shape[:-1], flows.shape[1])


def _per_criterion(
    performance: ArrayLike,
    weights: ArrayLike,
    maximise: ArrayLike,
    preferences: Preference | Sequence[Preference],
) -> tuple[Floats, Floats, Floats]:
    """Flows of each criterion alone, shape (criteria, alternatives), and the weights.

    Flows are linear in the weights, so that these serve every set of weights.
    """
    table = checked_table(performance)
    shares = checked_shares("weights", weights)
    checked_fit(table, shares)
    signed = table * checked_signs(maximise, criteria=table.shape[1])
    rules = _one_each(preferences, criteria=table.shape[1])
    if len(table) < 2:
        raise InputError(gettext("performance has one alternative; compare two or more."))
    better = [
        _preferred(rule, column[:, None] - column)
        for rule, column in zip(rules, signed.T, strict=True)
    ]
    others = len(table) - 1
    positive = np.array([pairs.sum(axis=1) / others for pairs in better])
    negative = np.array([pairs.sum(axis=0) / others for pairs in better])
    return positive, negative, shares


def _preferred(rule: Preference, difference: Floats) -> Floats:
    """Preference in every pair; rounding is no difference."""
    rounding = TIE * np.abs(difference).max()
    return rule.of(np.where(np.abs(difference) > rounding, difference, 0))


def _one_each(preferences: Preference | Sequence[Preference], *, criteria: int) -> list[Preference]:
    if isinstance(preferences, Preference):
        return [preferences] * criteria
    if len(preferences) != criteria:
        raise InputError(
            gettext(
                "preferences are {given}; give one for each of the {criteria} criteria.",
                given=len(preferences),
                criteria=criteria,
            )
        )
    return list(preferences)
