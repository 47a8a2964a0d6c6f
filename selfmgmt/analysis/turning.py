"""Turning points: where a lever makes or breaks the target, and where a figure turns the choice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selfmgmt.analysis.lever_space import lever_spans, lever_value
from selfmgmt.analysis.study import Study
from selfmgmt.analysis.target import target_met
from selfmgmt.analysis.value_of_information import OrderedFigure, sums_by_bin
from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan
from selfmgmt.simulation import simulate
from selfmgmt.simulation.draws import Vector

DRAWS = 1_000
STEPS = 11  # positions of each lever that are tried
PARTS = 10  # of a figure's range
_SURE = 4  # standard errors by which another option must be better, so that chance turns nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverCurve:
    """What moving one lever of an option does to the chance that the saving is there in time.

    Attributes:
        lever: Its name.
        positions: Values of the lever that were tried, shape (positions,).
        certainty: The chance at each, shape (positions,).
        turns: Values at which the chance passes the certainty that was asked for.
    """

    lever: str
    positions: Vector
    certainty: Vector
    turns: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureTurn:
    """A figure that turns the choice: below ``value`` one option is best, above it another."""

    figure: str
    value: float
    below: str
    above: str


def lever_curves(
    study: Study, plan: Plan, *, certainty: float, draws: int = DRAWS, seed: int
) -> list[LeverCurve]:
    """Move every numeric lever of an option from end to end, the others as they are.

    Args:
        study: The case with everything looked up.
        plan: An option at its size; the mix beside the way of working stays as it is.
        certainty: The chance that is asked for, 0 to 1.
        draws: Number of draws.
        seed: Start of the random numbers.
    """
    moves = _moves(plan.way)
    run = simulate(
        [replace(plan, way=moved) for _lever, _positions, ways in moves for moved in ways],
        study.inputs,
        question=study.question,
        draws=draws,
        seed=seed,
        wanted=("gap_eur",),
    )
    boundaries = np.cumsum([positions.size for _lever, positions, _designs in moves])
    chances = np.split(target_met(run.values["gap_eur"]).mean(axis=1), boundaries[:-1])
    return [
        LeverCurve(
            lever=lever,
            positions=positions,
            certainty=chance,
            turns=crossings(positions, chance - certainty),
        )
        for (lever, positions, _designs), chance in zip(moves, chances, strict=True)
    ]


def lever_positions() -> dict[str, Vector]:
    """Each numeric lever to the values of it that are tried, rising."""
    return {
        lever: np.unique(span.at(np.linspace(0, 1, STEPS))) for lever, span in lever_spans().items()
    }


def _moves(design: Design) -> list[tuple[str, Vector, list[Design]]]:
    """Each numeric lever with the positions to try, and the design at each."""
    moves = []
    for lever, positions in lever_positions().items():
        designs = [
            design.model_copy(update={lever: lever_value(lever, index)})
            for index in positions.tolist()
        ]
        moves.append((lever, positions, designs))
    return moves


def crossings(positions: Vector, heights: Vector) -> tuple[float, ...]:
    """Where a line through points passes zero.

    Args:
        positions: Rising, shape (points,).
        heights: Shape (points,); touching zero without passing it does not count.

    >>> crossings(np.array([0.0, 1, 2]), np.array([-1.0, 1, 3]))
    (0.5,)
    """
    above = heights >= 0
    before = np.flatnonzero(above[:-1] != above[1:])
    part = heights[before] / (heights[before] - heights[before + 1])
    return tuple((positions[before] + part * np.diff(positions)[before]).tolist())


def figure_turns(
    values: Vector, options: Sequence[str], figures: Mapping[str, OrderedFigure]
) -> list[FigureTurn]:
    """Figures on which it depends which option is best.

    Args:
        values: What each option is worth in each draw, shape (options, draws).
        options: Their names.
        figures: The figures in the same draws.
    """
    found, overall = [], int(values.mean(axis=1).argmax())
    lead = values - values[overall]
    for name, figure in figures.items():
        part, drawn = figure.part(PARTS), figure.drawn
        best = _best_in_parts(lead, overall, part)
        for number in np.flatnonzero(best[:-1] != best[1:]):
            edge = (drawn[part == number].max() + drawn[part == number + 1].min()) / 2
            below, above = options[best[number]], options[best[number + 1]]
            found.append(FigureTurn(figure=name, value=float(edge), below=below, above=above))
    return found


def _best_in_parts(lead: Vector, best: int, part: NDArray[np.int64]) -> NDArray[np.int64]:
    """The best option in each part; another takes over only when it is better beyond chance.

    Args:
        lead: Of each option over ``best`` in each draw, shape (options, draws).
        best: The best option over all draws.
        part: Of each draw, shape (draws,).
    """
    found, ahead = [], _sure_leads(lead, part)
    for number in range(PARTS):
        if ahead[:, number].any():
            best = int(ahead[:, number].argmax())
            ahead = _sure_leads(lead - lead[best], part)
        found.append(best)
    return np.array(found)


def _sure_leads(lead: Vector, part: NDArray[np.int64]) -> Vector:
    """The mean of ``lead`` in each part; 0 where it is a lag, or no more than chance may bring.

    Args:
        lead: Of each option in each draw, shape (options, draws).
        part: Of each draw, shape (draws,).

    Returns:
        Shape (options, parts).
    """
    count = np.maximum(np.bincount(part, minlength=PARTS), 1)
    mean = sums_by_bin(lead, part, PARTS) / count
    if not (mean > 0).any():
        return np.zeros_like(mean)
    variance = sums_by_bin((lead - mean[:, part]) ** 2, part, PARTS) / count
    return np.where(mean > _SURE * np.sqrt(variance / count), mean, 0)
