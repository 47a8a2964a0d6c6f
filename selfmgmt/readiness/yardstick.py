"""The team yardstick: one team, on paper, about itself.

It has no score and no total. Stages are no ladder to climb, and there is no function that takes
more than one team: teams are not compared. The result goes to the team first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import Field

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA
from selfmgmt.values import unknown

STAGES = 4


class Aspect(Record):
    """One subject, with four sentences of which each member chooses one."""

    label: Label
    stages: tuple[Label, ...] = Field(min_length=STAGES, max_length=STAGES)


class Yardstick(Record):
    """The yardstick, with how to use it."""

    title: Label
    purpose: Label
    steps: tuple[Label, ...]
    cautions: tuple[Label, ...]
    practice: tuple[str, ...]
    aspects: dict[str, Aspect]


@cache
def load_yardstick() -> Yardstick:
    """The yardstick as it stands in ``data/instruments``.

    >>> list(load_yardstick().aspects)[:3]
    ['goals', 'frame', 'deciding']
    """
    return Yardstick.model_validate(read_mapping(DATA / "instruments" / "team_yardstick.yaml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectResult:
    """How the sheets of one team fall on one subject.

    Attributes:
        counts: How many members chose each of the four sentences.
    """

    counts: tuple[int, ...]

    @property
    def apart(self) -> int:
        """How far the two members who differ most are apart, 0 to 3."""
        chosen = [stage for stage, count in enumerate(self.counts) if count]
        return chosen[-1] - chosen[0] if chosen else 0

    def most(self) -> tuple[int, ...]:
        """The numbers of the sentences that most members ticked, from 1; none without a sheet."""
        top = max(self.counts)
        return tuple(stage for stage, count in enumerate(self.counts, 1) if count == top > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamResult:
    """The sheets of one team, subject by subject; for that team."""

    sheets: int
    aspects: dict[str, AspectResult]

    def to_discuss(self) -> tuple[str, ...]:
        """The subjects on which the team differs, most first; equals in the order of the sheet."""
        differing = [key for key, result in self.aspects.items() if result.apart]
        return tuple(sorted(differing, key=lambda key: -self.aspects[key].apart))


def team_result(sheets: Sequence[Mapping[str, int | None]]) -> TeamResult:
    """Lay the sheets of one team side by side.

    Args:
        sheets: Of each member, aspect to the number of the sentence, 1 to 4; open is ``None``
            or left out.

    Raises:
        InputError: With every aspect that does not exist and every number that is no sentence.

    >>> result = team_result([{"goals": 1, "roles": 2}, {"goals": 3, "roles": 2}])
    >>> result.to_discuss(), result.aspects["goals"].counts
    (('goals',), (1, 0, 1, 0))
    """
    known = load_yardstick().aspects
    faults = [fault for number, sheet in enumerate(sheets, 1) for fault in _faults(number, sheet)]
    if faults:
        raise InputError(*faults)
    chosen = {key: [sheet.get(key) for sheet in sheets] for key in known}
    return TeamResult(
        sheets=len(sheets),
        aspects={
            key: AspectResult(counts=tuple(map(stages.count, range(1, STAGES + 1))))
            for key, stages in chosen.items()
        },
    )


def since_last_time(
    before: TeamResult, now: TeamResult
) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    """What one team ticked most last time and now, of each subject on which that is another.

    Args:
        before: The sheets of the same team of last time.
        now: Its sheets of today.

    Returns:
        Subject to the numbers of the sentences then and now; several when ticked as often.

    >>> since_last_time(team_result([{"goals": 1}]), team_result([{"goals": 3}]))
    {'goals': ((1,), (3,))}
    """
    both = {key: (before.aspects[key].most(), one.most()) for key, one in now.aspects.items()}
    return {key: (was, is_) for key, (was, is_) in both.items() if was and is_ and was != is_}


def _faults(number: int, sheet: Mapping[str, int | None]) -> list[str]:
    known = load_yardstick().aspects
    faults = [unknown(key, known) for key in sheet if key not in known]
    return faults + [
        gettext(
            "sheet {number}, {aspect} is {stage}; use 1 to {last}, or leave it open.",
            number=number,
            aspect=known[key].label,
            stage=stage,
            last=STAGES,
        )
        for key, stage in sheet.items()
        if key in known and stage is not None and stage not in range(1, STAGES + 1)
    ]
