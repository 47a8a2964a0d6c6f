"""What it takes: how far every way of working with every saving mix gets, and what that costs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, ValidationError

from selfmgmt.analysis.frontier import Frontier, FrontierPoint, frontier_of
from selfmgmt.analysis.pairs import Pair, pairs_of
from selfmgmt.analysis.study import Study
from selfmgmt.case import Case
from selfmgmt.case.design import Design, Share
from selfmgmt.case.faults import path_of, sentence_of
from selfmgmt.case.known import NONE
from selfmgmt.errors import InputError
from selfmgmt.evidence.mixes import named_mixes
from selfmgmt.fields import Limits, Number, Record
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _

DRAWS = 500
DEMANDS = ("target", "capacity", "satisfaction", "support")
_CLOSE = 1e-6  # of the target: rounding of whole euros

Progress = Callable[[float], None]


class Goal(Record):
    """What a plan must do to be called fit; the defaults are where the conversation starts."""

    certainty: Share = Field(
        default=0.5,
        title=_("Certainty"),
        description=_("In which part of the possible futures the saving must be there in time."),
    )
    capacity_floor: Annotated[Number, Limits(0, 110, _("index, today is 100"))] = Field(
        default=95,
        title=_("Lowest capacity"),
        description=_("Capacity for residents at its lowest, in the middle future; today is 100."),
    )
    satisfaction_drop: Share = Field(
        default=0.02,
        title=_("Loss of satisfaction"),
        description=_("How much satisfaction may fall in the middle future, as a share."),
    )
    support_floor: Share = Field(
        default=0.5,
        title=_("Staff departments that stay"),
        description=_("Which part of today's staff departments must stay."),
    )


def goal_of(written: Mapping[str, str | None]) -> Goal:
    """The goal as someone wrote it; what is left open keeps its default.

    Raises:
        InputError: With every value that is not allowed.

    >>> goal_of({"certainty": "70%", "capacity_floor": None}).certainty
    0.7
    """
    try:
        return Goal.model_validate(written)
    except ValidationError as error:
        faults = [
            gettext("{name}: {fault}", name=path_of(detail)[-1], fault=sentence_of(detail, Goal))
            for detail in error.errors(include_url=False)
        ]
        raise InputError(*faults) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A point of a frontier, with the pair that it belongs to."""

    pair: Pair
    point: FrontierPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What it takes.

    Attributes:
        goal: What was asked.
        frontiers: Of every way of working with every saving mix.
        fit: Of each pair that meets all of the goal the smallest size that does, the one that
            keeps most capacity first.
        price_of: Demand to the furthest that any plan gets on it while it meets all the others;
            none where the others cannot be met together either.
        draws: Draws for each size; ``seed`` their start.
    """

    goal: Goal
    frontiers: tuple[Frontier, ...]
    fit: tuple[Found, ...]
    price_of: Mapping[str, Found | None]
    draws: int
    seed: int


def search(
    study: Study,
    *,
    goal: Goal | None = None,
    draws: int = DRAWS,
    seed: int,
    progress: Progress = lambda _share: None,
) -> Search:
    """Follow every pair of a way of working and a saving mix from nothing to as far as it goes.

    Args:
        study: The case with everything looked up.
        goal: What a plan must do.
        draws: How many draws for each size.
        seed: Start of the random numbers.
        progress: Called with the share that is done, 0 to 1.

    Raises:
        InputError: The case has no saving target.
    """
    goal = goal or Goal()
    if study.question.saving_target.value <= 0:
        raise InputError(gettext("search needs a saving target; give one under question."))
    pairs, frontiers = all_pairs(study.case), []
    for number, pair in enumerate(pairs, start=1):
        certainty = round(100 * goal.certainty)
        frontiers.append(frontier_of(study, pair, certainty=certainty, draws=draws, seed=seed))
        progress(number / len(pairs))
    found = [
        Found(pair=frontier.pair, point=point)
        for frontier in frontiers
        for point in frontier.points
    ]
    return Search(
        goal=goal,
        frontiers=tuple(frontiers),
        fit=_fit(found, goal),
        price_of={demand: _price(found, goal, demand) for demand in DEMANDS},
        draws=draws,
        seed=seed,
    )


def all_pairs(case: Case) -> list[Pair]:
    """Every way of working of a case, and today's, with every saving mix."""
    ways = {NONE: Design()} | {
        pair.way_key: pair.way for pair in pairs_of(case).values() if pair.way_key != NONE
    }
    mixes = {key: case.mix_named(key) for key in (*named_mixes(), *case.mixes)}
    return [
        Pair(way_key=way_key, mix_key=mix_key, way=way, mix=mix, described=0.0)
        for way_key, way in ways.items()
        for mix_key, mix in mixes.items()
    ]


def margins(point: FrontierPoint, goal: Goal) -> dict[str, float]:
    """How far a point is above what each demand asks; below zero is not enough."""
    return {
        "target": point.reach - 1 + _CLOSE,
        "capacity": point.outcomes["capacity_low"].p50 - goal.capacity_floor,
        "satisfaction": point.staff.p50 + goal.satisfaction_drop,
        "support": point.support_left - goal.support_floor,
    }


def _fit(found: list[Found], goal: Goal) -> tuple[Found, ...]:
    first: dict[tuple[str, str], Found] = {}
    for one in found:  # sizes rise
        if min(margins(one.point, goal).values()) >= 0:
            first.setdefault((one.pair.way_key, one.pair.mix_key), one)
    return tuple(sorted(first.values(), key=lambda one: -one.point.outcomes["capacity_low"].p50))


def _price(found: list[Found], goal: Goal, demand: str) -> Found | None:
    """The point that gets furthest on ``demand`` among those that meet all the others."""
    return max(_meeting_others(found, goal, demand), key=lambda one: one[0], default=(0, None))[1]


def _meeting_others(
    found: list[Found], goal: Goal, demand: str
) -> Iterator[tuple[float, Found | None]]:
    for one in found:
        left = margins(one.point, goal)
        margin = left.pop(demand)
        if min(left.values()) >= 0:
            yield margin, one
