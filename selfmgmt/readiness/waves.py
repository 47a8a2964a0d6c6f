"""Two measurements side by side: what changed, and whether the same kind of people answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.arrays import Floats
from selfmgmt.readiness.differences import SURE, Moments, holm, moments_of, welch
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.people import DRAWS, interval, people_scores, redrawn_means
from selfmgmt.readiness.privacy import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How far a dimension moved, in points of the scale 1 to 5.

    Attributes:
        before: The mean of the first measurement.
        after: The mean of the second.
        low: Lower end of the range in which the change lies in 19 of 20 draws.
        high: Its upper end.
        chance: How often chance alone gives such a change in any of the dimensions, 0 to 1
            (Welch's test, corrected after Holm).
    """

    dimension: str
    before: float
    after: float
    low: float
    high: float
    chance: float

    @property
    def difference(self) -> float:
        """The second measurement less the first."""
        return self.after - self.before

    @property
    def stands_out(self) -> bool:
        """Whether it is hard to put down to chance, also after so many looks."""
        return self.chance < SURE


@dataclass(frozen=True, slots=True, kw_only=True)
class Waves:
    """Two measurements of one organisation, not tied person by person.

    Attributes:
        changes: One for each dimension that both measured, in the order of the instrument.
        withheld: Dimensions that may not be shown of either of the two.
        people: How many answered in each.
        other_people: The least part of the second group that is not like the first, 0 to 1, in
            the mix of roles; None when either has no roles.
        new_groups: Roles and teams in the second only.
        gone_groups: Roles and teams in the first only.
    """

    changes: tuple[Change, ...]
    withheld: tuple[str, ...]
    people: tuple[int, int]
    other_people: float | None
    new_groups: tuple[str, ...]
    gone_groups: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Wave:
    """One measurement: what people answered, and what of it may be shown."""

    answers: Answers
    published: Published


def compare_waves(
    before: Wave, after: Wave, *, rng: np.random.Generator, draws: int = DRAWS
) -> Waves:
    """What changed between two measurements.

    Nobody is followed from the one to the other: answers have no names. So each measurement is
    drawn again by itself, and a change is the difference of two groups of people; part of it may
    be that other people answered.

    Args:
        before: The first measurement.
        after: The second.
        rng: Source of chance for the draws.
        draws: How many times the people are drawn again.
    """
    both = [key for key in before.answers.dimensions if key in after.answers.dimensions]
    kept = [key for key in both if all(_shows(wave, key) for wave in (before, after))]
    groups = [{*wave.answers.roles, *wave.answers.teams} - {""} for wave in (before, after)]
    return Waves(
        changes=_changes(before, after, kept, rng, draws) if kept else (),
        withheld=tuple(key for key in both if key not in kept),
        people=(len(before.answers), len(after.answers)),
        other_people=_other_people(before.answers.roles, after.answers.roles),
        new_groups=tuple(sorted(groups[1] - groups[0])),
        gone_groups=tuple(sorted(groups[0] - groups[1])),
    )


def _shows(wave: Wave, dimension: str) -> bool:
    return wave.published.shows(TOTAL, dimension)


def _changes(
    before: Wave, after: Wave, kept: Sequence[str], rng: np.random.Generator, draws: int
) -> tuple[Change, ...]:
    redrawn = [_redrawn(wave, kept, rng, draws) for wave in (before, after)]
    moved = redrawn[1] - redrawn[0]
    gaps = [welch(_total(after, key), _total(before, key)) for key in kept]
    chances = holm([gap.chance for gap in gaps])
    ends = [interval(moved[:, at]) for at in range(len(kept))]
    return tuple(
        Change(
            dimension=key,
            before=_total(before, key).mean,
            after=_total(after, key).mean,
            low=low,
            high=high,
            chance=float(chance),
        )
        for key, (low, high), chance in zip(kept, ends, chances, strict=True)
    )


def _redrawn(wave: Wave, kept: Sequence[str], rng: np.random.Generator, draws: int) -> Floats:
    scores = people_scores(wave.answers, wave.published.items)
    return redrawn_means(np.column_stack([scores[key] for key in kept]), rng, draws)


def _total(wave: Wave, dimension: str) -> Moments:
    score = wave.published.score(TOTAL, dimension)
    assert score is not None  # noqa: S101 (only shown dimensions are asked for)
    return moments_of(score)


def _other_people(before: Sequence[str], after: Sequence[str]) -> float | None:
    """Half the sum of the differences between two mixes: what would have to be someone else."""
    mixes = [Counter(role for role in roles if role) for roles in (before, after)]
    if not all(mixes):
        return None
    shares = [{role: count / mix.total() for role, count in mix.items()} for mix in mixes]
    gaps = (abs(shares[0].get(role, 0) - shares[1].get(role, 0)) for role in {*mixes[0], *mixes[1]})
    return sum(gaps) / 2
