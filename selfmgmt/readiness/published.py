"""What may be told of a survey, and what is withheld."""

from dataclasses import dataclass, field
from functools import cached_property

from selfmgmt.readiness.groups import Group, Kind, Reason, Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score of a group on a dimension, 1 to 5 with 5 the ready end.

    Attributes:
        respondents: People who answered at least one of its items; of a small group, at least
            this many.
        mean: Mean over people of the mean of the items that they answered.
        spread: Standard deviation over people, within the shown groups of this kind together: one
            spread for all roles, one for all teams.
    """

    group: Group
    dimension: str
    respondents: int
    mean: float
    spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """About how many people gave each answer, 1 to 5 as asked; a reversed item as it was asked."""

    group: Group
    item: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A dimension of a group that is not shown, and why; without a count."""

    group: Group
    dimension: str
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Published:
    """All that may leave this room: to store, show or export.

    Attributes:
        items: Of each dimension, the items that count; one that too few people answered does not.
        left_out: The items that were asked and do not count.
        unchecked: Groups that are shown while their size is not known, so that only the number
            of answers was looked at.
    """

    rules: Rules
    items: dict[str, tuple[str, ...]]
    left_out: tuple[str, ...] = ()
    scores: tuple[Score, ...]
    distributions: tuple[Distribution, ...]
    withheld: tuple[Withheld, ...] = field(repr=False)
    unchecked: tuple[Group, ...]

    @cached_property
    def _scores(self) -> dict[tuple[Group, str], Score]:
        return {(score.group, score.dimension): score for score in self.scores}

    def score(self, group: Group, dimension: str) -> Score | None:
        """The score, or none when it is withheld."""
        return self._scores.get((group, dimension))

    def shows(self, group: Group, dimension: str) -> bool:
        """Whether anything about this dimension of this group may be shown."""
        return (group, dimension) in self._scores

    def groups(self, kind: Kind, dimension: str) -> tuple[Group, ...]:
        """The groups of a kind of which this dimension may be shown."""
        return tuple(
            score.group
            for score in self.scores
            if score.dimension == dimension and score.group.kind == kind
        )
