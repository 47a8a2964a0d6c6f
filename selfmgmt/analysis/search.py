"""Search: which of very many designs answer the question, and what they have in common."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os import cpu_count
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, ValidationError

from selfmgmt.analysis.bands import ends_of
from selfmgmt.analysis.discovery import Box, Mask, discover
from selfmgmt.analysis.front import front
from selfmgmt.analysis.lever_space import TODAY, LeverSpace, lever_space
from selfmgmt.analysis.study import Study
from selfmgmt.case.design import Design, Share
from selfmgmt.case.faults import path_of, sentence_of
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError
from selfmgmt.fields import Limits, Number, Record
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.outcomes import LESS_IS_BETTER

DESIGNS = 20_000
DRAWS = 500
TOLD = ("net_saving_eur", "capacity_low", "satisfaction_end", "transition_cost_eur")
_CHUNK = 50  # designs at a time: their draws fit in the memory that is near
_NAMED = 5  # designs that are shown as closest

Progress = Callable[[float], None]


class Goal(Record):
    """What a design must do to be called fit; the defaults are where the conversation starts."""

    certainty: Share = Field(
        default=0.8,
        title=_("Certainty"),
        description=_("In which part of the possible futures the saving must be there in time."),
    )
    capacity_floor: Annotated[Number, Limits(0, 110, _("index, today is 100"))] = Field(
        default=95,
        title=_("Lowest capacity"),
        description=_("Capacity for residents at its lowest, in the middle future; today is 100."),
    )
    satisfaction_drop: Share = Field(
        default=0,
        title=_("Loss of satisfaction"),
        description=_("How much satisfaction may fall in the middle future, as a share."),
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
class Rule:
    """What most designs that meet a requirement, or most that miss it, have in common."""

    meets: bool
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What was found; all arrays run over the designs.

    Attributes:
        space: The levers.
        goal: What was asked.
        points: Shape (designs, levers).
        certainty: Chance that the saving is there in time, shape (designs,).
        ranges: Each of ``TOLD`` to P10, P50 and P90, shape (3, designs).
        fit: Which designs meet all of the goal.
        meets: Requirement to which designs meet it: ``target``, ``capacity``, ``satisfaction``.
        front: Rows of the fit designs that no other fit one beats on the middles of ``TOLD``;
            of all designs when none is fit.
        closest: Rows of the fit designs that change least, closest first; when none is fit, of
            those that come nearest to it.
        rules: Requirement, or ``all`` of them, to where designs meet it; none where there is
            nothing to tell apart.
        draws: Draws for each design; ``seed`` their start.
    """

    space: LeverSpace
    goal: Goal
    points: Vector
    certainty: Vector
    ranges: Mapping[str, Vector]
    fit: Mask
    meets: Mapping[str, Mask]
    front: NDArray[np.int64]
    closest: NDArray[np.int64]
    rules: Mapping[str, Rule]
    draws: int
    seed: int

    def design(self, row: int) -> Design:
        """The design of a row."""
        return self.space.design(self.points[row])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """Tells how a piece of the space does; travels to other processes."""

    space: LeverSpace
    inputs: Inputs
    question: Question
    draws: int
    seed: int

    def __call__(self, points: Vector) -> tuple[Vector, Vector]:
        """Certainty, shape (designs,), and ranges, shape (len(TOLD), 3, designs)."""
        run = simulate(
            [self.space.design(point) for point in points],
            self.inputs,
            question=self.question,
            draws=self.draws,
            seed=self.seed,
            wanted=(*TOLD, "gap_eur"),
        )
        ends = ends_of(np.array([run.values[key] for key in TOLD]))
        return np.mean(run.values["gap_eur"] <= 0, axis=1), np.moveaxis(ends, 0, 1)


def search(  # noqa: PLR0913  all but one by keyword
    study: Study,
    *,
    goal: Goal | None = None,
    base: Design = TODAY,
    designs: int = DESIGNS,
    draws: int = DRAWS,
    seed: int,
    processes: int | None = None,
    progress: Progress = lambda _share: None,
) -> Search:
    """Look through the whole lever space for designs that meet the question of a case.

    Args:
        study: The case with everything looked up.
        goal: What a design must do.
        base: Gives the levers that the search leaves alone.
        designs: How many designs to try.
        draws: How many draws for each.
        seed: Start of the random numbers; the number of processes makes no difference.
        processes: How many to use, one per core when left out.
        progress: Told the share that is done, 0 to 1.
    """
    goal, space, rng = goal or Goal(), lever_space(base), np.random.default_rng(seed)
    points = space.points(designs, rng)
    judge = _Judge(
        space=space, inputs=study.inputs, question=study.case.question, draws=draws, seed=seed
    )
    certainty, ends = _evaluated(judge, points, processes or cpu_count() or 1, progress)
    ranges = dict(zip(TOLD, ends, strict=True))
    _sure, today = judge(space.today[np.newaxis])
    satisfied = today[TOLD.index("satisfaction_end"), 1, 0]
    meets = {
        "target": certainty >= goal.certainty,
        "capacity": ranges["capacity_low"][1] >= goal.capacity_floor,
        "satisfaction": ranges["satisfaction_end"][1] >= satisfied - goal.satisfaction_drop,
    }
    met = np.array(list(meets.values()))
    fit = np.asarray(met.all(axis=0))
    best_first = np.lexsort([space.distance(points), -certainty * ~fit, -met.sum(axis=0)])
    return Search(
        space=space,
        goal=goal,
        points=points,
        certainty=certainty,
        ranges=ranges,
        meets=meets,
        fit=fit,
        front=_front(ranges, fit if fit.any() else np.ones_like(fit)),
        closest=best_first[:_NAMED],
        rules=_rules(points, {**meets, "all": fit}, rng),
        draws=draws,
        seed=seed,
    )


def _rules(points: Vector, meets: Mapping[str, Mask], rng: np.random.Generator) -> dict[str, Rule]:
    """A box around the rarer side of each requirement, if one or more levers set it apart."""
    rules = {}
    for name, met in meets.items():
        is_rare = bool(met.mean() <= 0.5)
        box = discover(points, met if is_rare else ~met, rng)
        if box is not None and box.restricted.any():
            rules[name] = Rule(meets=is_rare, box=box)
    return rules


def _front(ranges: Mapping[str, Vector], among: Mask) -> NDArray[np.int64]:
    rows = np.flatnonzero(among)
    middles = [
        -ends[1, rows] if key in LESS_IS_BETTER else ends[1, rows] for key, ends in ranges.items()
    ]
    return np.asarray(rows[front(np.column_stack(middles))])


def _evaluated(
    judge: _Judge, points: Vector, processes: int, progress: Progress
) -> tuple[Vector, Vector]:
    """All points judged, piece by piece, in their order."""
    pieces = np.array_split(points, max(len(points) // _CHUNK, 1))
    done = []
    for result in _mapped(judge, pieces, processes):
        done.append(result)
        progress(len(done) / len(pieces))
    certainty, ends = zip(*done, strict=True)
    return np.concatenate(certainty), np.concatenate(ends, axis=-1)


def _mapped(
    judge: _Judge, pieces: Sequence[Vector], processes: int
) -> Iterator[tuple[Vector, Vector]]:
    """Fresh processes: threads would wait for each other, and a copy of a kernel is not safe."""
    if processes == 1:
        yield from map(judge, pieces)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield from pool.map(judge, pieces, chunksize=4)
