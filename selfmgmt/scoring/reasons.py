"""Why one option has a higher value than another: what speaks for it, and what against."""

from collections.abc import Mapping
from dataclasses import dataclass

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.arrays import TIE
from selfmgmt.scoring.consistency import load_constants
from selfmgmt.scoring.ranking import Ranking


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """Why one option has a higher value than another.

    Attributes:
        first: The option that is explained.
        second: The option it is held against.
        difference: Mean value of the first minus that of the second.
        contributions: Criterion to its part of the difference, largest first, whichever way it
            points; together they are the difference.
        tie: Whether the difference is under a point of 100, so that neither is preferred.
    """

    first: str
    second: str
    difference: float
    contributions: dict[str, float]
    tie: bool

    @property
    def speaks_for(self) -> dict[str, float]:
        """Criterion to what it adds to the first, largest first."""
        return {key: part for key, part in self.contributions.items() if part > TIE}

    @property
    def speaks_against(self) -> dict[str, float]:
        """Criterion to what it takes from the first, largest first."""
        return {key: part for key, part in self.contributions.items() if part < -TIE}


def why(ranking: Ranking, first: str | None = None, second: str | None = None) -> Why:
    """Split the difference between two options over the criteria.

    Args:
        ranking: The ranking to explain.
        first: Option to explain; the first in order when left out.
        second: Option to hold it against; the second in order when left out.

    Raises:
        InputError: An option is not in the ranking, or there is only one.
    """
    one = ranking.order[0] if first is None else first
    rest = [option for option in ranking.order if option != one]
    other = second if second is not None else next(iter(rest), None)
    unknown = [key for key in (one, other) if key not in ranking.options]
    if unknown or other is None:
        raise InputError(
            gettext(
                "option {given} is not in the ranking; use two of {allowed}.",
                given=repr(unknown[0]),
                allowed=", ".join(ranking.options),
            )
        )
    return _split(ranking, one, other)


def _split(ranking: Ranking, one: str, other: str) -> Why:
    rows = [ranking.options.index(option) for option in (one, other)]
    better, worse = ranking.mean_performance[rows]
    parts = ranking.weights * (better - worse)
    return reasons_of(dict(zip(ranking.criteria, parts.tolist(), strict=True)), one, other)


def reasons_of(parts: Mapping[str, float], first: str, second: str) -> Why:
    """What speaks for the first and against it, from what each criterion adds to it.

    Args:
        parts: Criterion to weight times difference, on the scale of value.
        first: What is explained.
        second: What it is held against.
    """
    difference = sum(parts.values())
    return Why(
        first=first,
        second=second,
        difference=difference,
        contributions=dict(sorted(parts.items(), key=lambda item: -abs(item[1]))),
        tie=abs(difference) < load_constants().near_tie.value - TIE,
    )
