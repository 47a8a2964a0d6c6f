"""From outcomes in euros, quarters and points to performance between 0 (worst) and 1 (best)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Self

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import TIE, Floats, as_floats, frozen, percentiles
from selfmgmt.scoring.criteria import Criterion

_ENDS = (5, 95)  # percentiles: one freak draw does not stretch the scale for all the others

Reason = Literal["not computed", "not judged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """What counts as worst and as best on one criterion, in its own unit.

    These are the two ends between which a role weighs: its points say what the step is worth.
    """

    worst: float
    best: float

    @property
    def flat(self) -> bool:
        """Whether the options do not differ."""
        size = max(abs(self.worst), abs(self.best))
        return abs(self.best - self.worst) <= TIE * size


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Performance:
    """How well each option does on each criterion, in every draw.

    Attributes:
        options: Keys of the options.
        criteria: Keys of the criteria that can be used.
        values: Shape (draws, options, criteria), 0 (worst) to 1 (best).
        scales: Criterion to its two ends.
        left_out: Criterion to the reason why it cannot be used.
    """

    options: tuple[str, ...]
    criteria: tuple[str, ...]
    values: Floats
    scales: dict[str, Scale]
    left_out: dict[str, Reason]

    def only(self, options: Collection[str]) -> Self:
        """The same for some of the options, on the same scales.

        Use it to rank only what answers the question, such as the options that close the cut.

        Raises:
            InputError: An option is unknown, or none is left.
        """
        kept = [place for place, option in enumerate(self.options) if option in options]
        if not kept or len(kept) < len(set(options)):
            raise InputError(
                gettext(
                    "options are {given}; use one or more of {allowed}.",
                    given=", ".join(options),
                    allowed=", ".join(self.options),
                )
            )
        return replace(
            self,
            options=tuple(self.options[place] for place in kept),
            values=frozen(self.values[:, kept]),
        )


def performance_of(
    outcomes: Mapping[str, ArrayLike],
    criteria: Mapping[str, Criterion],
    *,
    options: Sequence[str],
) -> Performance:
    """Put outcomes of different units on one scale per criterion.

    A computed criterion runs from the worst to the best that the options show: per option the
    5th and 95th percentile of its draws, and of those the two extremes over all options. So a
    copy of an option, or many options alike, does not move the scale. A judged criterion runs
    over the anchors, 0 to 100, so that a small difference in judgement stays small. Values
    beyond the ends count as the end. Where options do not differ each gets 0.5, which favours
    none. A payback that never comes (infinite) counts as one quarter after the latest payback
    seen.

    Args:
        outcomes: Criterion key or outcome key to array, shape (options,) or (options, draws);
            judged criteria as 0 to 100. A judgement that is missing (NaN) for any option leaves
            the criterion out.
        criteria: The criteria to use.
        options: Keys of the options, in the order of the arrays.

    Raises:
        InputError: Every array that has another shape, a gap, or a judgement outside 0 to 100;
            or none of the criteria can be used.
    """
    given = {key: _given(outcomes, key, criterion) for key, criterion in criteria.items()}
    tables = {key: table for key, table in given.items() if table is not None}
    left_out = {key: _reason(criteria[key]) for key in criteria if key not in tables}
    _check(tables, criteria, options=len(options))
    draws = max(table.shape[1] for table in tables.values())
    scales = {key: scale_of(table, criteria[key]) for key, table in tables.items()}
    scaled = [
        np.broadcast_to(rescaled(_finite(table, criteria[key]), scales[key]), (len(options), draws))
        for key, table in tables.items()
    ]
    return Performance(
        options=tuple(options),
        criteria=tuple(tables),
        values=frozen(np.stack(scaled, axis=-1).swapaxes(0, 1)),
        scales=scales,
        left_out=left_out,
    )


def scale_of(values: ArrayLike, criterion: Criterion) -> Scale:
    """The two ends of a criterion, in its own unit.

    Args:
        values: Shape (options, draws), in the unit of the criterion.
        criterion: Says which way is better, and whether it is judged.

    >>> from selfmgmt.scoring.criteria import load_criteria
    >>> scale_of([[4.0, 4.0], [np.inf, np.inf]], load_criteria()["payback"])
    Scale(worst=5.0, best=4.0)
    """
    if criterion.kind == "judged":
        low, high = 0.0, 100.0
    else:
        ends = percentiles(_finite(np.asarray(values, dtype=float), criterion), _ENDS)
        low, high = float(ends[0].min()), float(ends[1].max())
    return Scale(worst=low, best=high) if _sign(criterion) > 0 else Scale(worst=high, best=low)


def rescaled(values: ArrayLike, scale: Scale) -> Floats:
    """``values`` on ``scale``: 0 at its worst end and beyond, 1 at its best end and beyond."""
    table = np.asarray(values, dtype=float)
    if scale.flat:
        return np.full_like(table, 0.5)
    return np.clip((table - scale.worst) / (scale.best - scale.worst), 0, 1)


def _given(outcomes: Mapping[str, ArrayLike], key: str, criterion: Criterion) -> Floats | None:
    """The array for a criterion, draws last; nothing when it was not computed or judged."""
    written = outcomes.get(key, outcomes.get(criterion.outcome or ""))
    if written is None:
        return None
    table = as_floats(key, written)
    if criterion.kind == "judged" and np.isnan(table).any():
        return None
    return table[:, None] if table.ndim == 1 else table


def _reason(criterion: Criterion) -> Reason:
    return "not judged" if criterion.kind == "judged" else "not computed"


def _sign(criterion: Criterion) -> int:
    return 1 if criterion.better == "higher" else -1


def _finite(table: Floats, criterion: Criterion) -> Floats:
    """``table`` with what never comes as one unit worse than the worst that does come."""
    comes = table[np.isfinite(table)]
    if comes.size == table.size:
        return table
    sign = _sign(criterion)
    worst = sign * (sign * comes).min() if comes.size else 0.0
    return np.where(table == -sign * np.inf, worst - sign, table)


def _check(
    tables: Mapping[str, Floats], criteria: Mapping[str, Criterion], *, options: int
) -> None:
    if not tables or not options:
        raise InputError(
            gettext("there is nothing to rank; give options and at least one outcome.")
        )
    draws = {table.shape[1] for table in tables.values() if table.ndim == 2} - {1}
    faults = [
        fault
        for key, table in tables.items()
        if (fault := _fault(key, table, criteria[key], options=options))
    ]
    if len(draws) > 1:
        faults.append(
            gettext(
                "outcomes come in {given} draws; use the same draws for every criterion.",
                given=sorted(draws),
            )
        )
    if faults:
        raise InputError(*faults)


def _fault(key: str, table: Floats, criterion: Criterion, *, options: int) -> str | None:
    if table.ndim != 2 or len(table) != options or not table.size:
        return gettext(
            "{criterion} has shape {given}; use ({options},) or ({options}, draws).",
            criterion=key,
            given=table.shape,
            options=options,
        )
    if criterion.kind == "judged" and not ((table >= 0) & (table <= 100)).all():
        return gettext(
            "{criterion} is judged {low:.10g} to {high:.10g}; use 0 to 100.",
            criterion=key,
            low=table.min(),
            high=table.max(),
        )
    better = _sign(criterion) * np.inf
    if np.isnan(table).any() or (table == better).any():
        return gettext(
            "{criterion} has gaps or endlessly good values; give a number for every option and "
            "draw.",
            criterion=key,
        )
    return None
