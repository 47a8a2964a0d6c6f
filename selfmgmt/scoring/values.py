"""From outcomes in euros, quarters and points to performance between 0 (worst) and 1 (best)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Self

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import Floats, as_floats, frozen
from selfmgmt.scoring.criteria import Criterion, Scale

Reason = Literal["not computed", "not judged", "no target", "equal money"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Yardstick:
    """What the figures of options are held against.

    Attributes:
        nothing: Criterion key or outcome key to what doing nothing gives, shape () or (draws,);
            0 for what is not named, as when the figures are changes already.
        target: The saving asked for, EUR per year, shape () or (draws,); 0 when none is.
        horizon: Quarters that are looked ahead.
    """

    nothing: Mapping[str, ArrayLike] = field(default_factory=dict)
    target: ArrayLike = 0.0
    horizon: float = 0.0


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

        Raises:
            InputError: An option is unknown, or none is left.
        """
        kept = [index for index, option in enumerate(self.options) if option in options]
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
            options=tuple(self.options[index] for index in kept),
            values=frozen(self.values[:, kept]),
        )

    def leaving_out(self, criteria: Collection[str], reason: Reason) -> Self:
        """The same, that tells why some criteria are not in it."""
        return replace(self, left_out=self.left_out | dict.fromkeys(criteria, reason))


def performance_of(
    outcomes: Mapping[str, ArrayLike],
    criteria: Mapping[str, Criterion],
    *,
    options: Sequence[str],
    against: Yardstick | None = None,
) -> Performance:
    """Put outcomes of different units on the fixed scale of each criterion.

    The scales hang on the criterion alone (``data/criteria``), never on the options that are
    there, so that another option beside them moves nothing. Values beyond the ends count as the
    end, and so does a payback that never comes.

    Args:
        outcomes: As in :func:`figures_of`.
        criteria: The criteria to use.
        options: Keys of the options, in the order of the arrays.
        against: What the figures are held against.

    Raises:
        InputError: As there.
    """
    figures, left_out = figures_of(outcomes, criteria, options=options, against=against)
    draws = max(table.shape[1] for table in figures.values())
    values = np.empty((draws, len(options), len(figures)))
    for index, (key, table) in enumerate(figures.items()):
        values[:, :, index] = rescaled(table, criteria[key].ends).T
    values.flags.writeable = False
    return Performance(
        options=tuple(options),
        criteria=tuple(figures),
        values=values,
        scales={key: criteria[key].ends for key in figures},
        left_out=left_out,
    )


def figures_of(
    outcomes: Mapping[str, ArrayLike],
    criteria: Mapping[str, Criterion],
    *,
    options: Sequence[str],
    against: Yardstick | None = None,
) -> tuple[dict[str, Floats], dict[str, Reason]]:
    """The figures of each criterion as its scale measures them, and what cannot be used.

    Args:
        outcomes: Criterion key or outcome key to array, shape (options,) or (options, draws);
            judged criteria as 0 to 100. A judgement that is missing (NaN) for any option leaves
            the criterion out.
        criteria: The criteria to use.
        options: Keys of the options, in the order of the arrays.
        against: What the figures are held against.

    Returns:
        Criterion to figures, shape (options, 1) or (options, draws); and criterion to reason.

    Raises:
        InputError: Every array that has another shape, a gap, or a judgement outside 0 to 100;
            or none of the criteria can be used.
    """
    stick = against or Yardstick()
    given = {key: _given(outcomes, key, criterion) for key, criterion in criteria.items()}
    left_out = {
        key: reason
        for key, table in given.items()
        if (reason := _reason(table, criteria[key], stick))
    }
    tables = {
        key: table for key, table in given.items() if table is not None and key not in left_out
    }
    _check(tables, criteria, options=len(options))
    return {key: _measured(tables[key], key, criteria[key], stick) for key in tables}, left_out


def rescaled(values: ArrayLike, scale: Scale) -> Floats:
    """``values`` on ``scale``: 0 at its worst end and beyond, 1 at its best end and beyond."""
    table = np.asarray(values, dtype=float)
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


def _reason(table: Floats | None, criterion: Criterion, stick: Yardstick) -> Reason | None:
    if criterion.ends.measure == "of_target" and not np.all(np.asarray(stick.target) > 0):
        return "no target"
    if criterion.ends.measure == "of_horizon" and stick.horizon <= 0:
        return "not computed"
    if table is None:
        return "not judged" if criterion.kind == "judged" else "not computed"
    return None


def _measured(table: Floats, key: str, criterion: Criterion, stick: Yardstick) -> Floats:
    """The figures as the scale of the criterion measures them."""
    match criterion.ends.measure:
        case "change":
            nothing = stick.nothing.get(key, stick.nothing.get(criterion.outcome or "", 0.0))
            return np.asarray(table - np.asarray(nothing, dtype=float))
        case "chance":
            return np.asarray(table.mean(axis=1, keepdims=True))
        case "of_target":
            return np.asarray(table / np.asarray(stick.target, dtype=float))
        case "of_horizon":
            return np.asarray(table / stick.horizon)
    return table


def _sign(criterion: Criterion) -> int:
    return 1 if criterion.better == "higher" else -1


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
