"""Two measurements side by side: what changed, and whether the same kind of people answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.arrays import Floats
from selfmgmt.readiness.differences import SURE, Moments, holm, moments_of, welch
from selfmgmt.readiness.groups import TOTAL
from selfmgmt.readiness.people import DRAWS, interval, people_scores, resampled_means
from selfmgmt.readiness.published import Published
from selfmgmt.readiness.repeats import refuse_repeated
from selfmgmt.readiness.rounding import decimals, rounded


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
        return rounded(self.after - self.before)

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
        new_groups: Roles and teams in the second only, of those that may be shown.
        gone_groups: Roles and teams in the first only, of those that may be shown.
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

    Raises:
        InputError: The second is no measurement of its own: its rows are those of the first, or
            nearly all are, so that a change would tell what a few people answered.
    """
    refuse_repeated(before.answers, after.answers)
    both = [key for key in before.answers.dimensions if key in after.answers.dimensions]
    kept = [key for key in both if all(_shows(wave, key) for wave in (before, after))]
    groups = [_names(wave) for wave in (before, after)]
    visible = [_visible_names(wave) for wave in (before, after)]
    return Waves(
        changes=_changes(before, after, kept, rng, draws) if kept else (),
        withheld=tuple(key for key in both if key not in kept),
        people=(len(before.answers), len(after.answers)),
        other_people=_other_people(before.answers.roles, after.answers.roles),
        new_groups=tuple(sorted(visible[1] - groups[0])),
        gone_groups=tuple(sorted(visible[0] - groups[1])),
    )


def _names(wave: Wave) -> set[str]:
    return {*wave.answers.roles, *wave.answers.teams}


def _visible_names(wave: Wave) -> set[str]:
    """A name in a column of teams may be that of a person, so only of groups that are shown."""
    return {score.group.name for score in wave.published.scores if score.group != TOTAL}


def _shows(wave: Wave, dimension: str) -> bool:
    return wave.published.shows(TOTAL, dimension)


def _changes(
    before: Wave, after: Wave, kept: Sequence[str], rng: np.random.Generator, draws: int
) -> tuple[Change, ...]:
    resampled = [_resampled(wave, kept, rng, draws) for wave in (before, after)]
    moved = resampled[1] - resampled[0]
    gaps = [welch(_total(after, key), _total(before, key)) for key in kept]
    chances = holm([gap.chance for gap in gaps])
    intervals = [interval(moved[:, at]) for at in range(len(kept))]
    return tuple(
        _change(key, _total(before, key), _total(after, key), low_high, float(chance))
        for key, low_high, chance in zip(kept, intervals, chances, strict=True)
    )


def _change(
    dimension: str, before: Moments, after: Moments, intervals: tuple[float, float], chance: float
) -> Change:
    low, high = rounded(intervals, decimals(min(before.people, after.people)))
    return Change(
        dimension=dimension,
        before=before.mean,
        after=after.mean,
        low=low,
        high=high,
        chance=rounded(chance),
    )


def _resampled(wave: Wave, kept: Sequence[str], rng: np.random.Generator, draws: int) -> Floats:
    scores = people_scores(wave.answers, wave.published.items)
    return resampled_means(np.column_stack([scores[key] for key in kept]), rng, draws)


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
    return rounded(sum(gaps) / 2)
