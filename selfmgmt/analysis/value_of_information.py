"""What it is worth to know a figure: how much better the choice could be with it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.lattice import BLOCK

BINS = 20  # parts of a figure's range; within one it counts as known


def drawn_figures(inputs: Inputs, *, draws: int, seed: int) -> dict[str, Vector]:
    """The draws behind a simulation with the same ``draws`` and ``seed``.

    Returns:
        For each uncertain key shape (draws,): a quantity in its own unit, a people effect as its
        chance from bad (0) to good (1).
    """
    starts = range(0, draws, BLOCK)
    blocks = [
        block_sample(inputs, size=min(BLOCK, draws - start), seed=seed, block=number)
        for number, start in enumerate(starts)
    ]
    known = [chance.by_key() for chance in blocks]
    return {key: np.concatenate([part[key] for part in known]) for key in inputs.uncertain}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class OrderedFigure:
    """The draws of a figure in their order, found once for all who want to know its worth.

    Attributes:
        drawn: Shape (draws,).
        rank: Place of each draw in their order, from 0, shape (draws,).
        half: 0 for one half of the draws in each of ``BINS`` parts and 1 for the other, likewise.
    """

    drawn: Vector
    rank: NDArray[np.int64]
    half: NDArray[np.int64]

    def part(self, parts: int) -> NDArray[np.int64]:
        """In which of ``parts`` equally filled parts of its range each draw is.

        >>> ordered([5.0, 1.0, 9.0, 7.0]).part(2).tolist()
        [0, 0, 1, 1]
        """
        return self.rank * parts // self.rank.size


def ordered(drawn: ArrayLike) -> OrderedFigure:
    """The figure with these draws."""
    values = np.asarray(drawn, dtype=float)
    bin_index = np.arange(values.size)
    rank, half = np.empty_like(bin_index), np.empty_like(bin_index)
    rank[np.argsort(values, kind="stable")] = bin_index
    part = (rank * BINS // rank.size).astype(np.uint8)  # small numbers sort at once
    half[np.argsort(part, kind="stable")] = bin_index % 2
    return OrderedFigure(drawn=values, rank=rank, half=half)


def value_of_information(values: ArrayLike, figure: OrderedFigure) -> float:
    """How much the value of the best choice rises on average once ``figure`` is known.

    In every part of the figure's range the best option is chosen with one half of the draws and
    valued with the other half, and the other way round, so that chance finds no value where there
    is none.

    Args:
        values: What each option is worth in each draw, shape (options, draws).
        figure: The figure in the same draws.

    Returns:
        In the unit of ``values``, zero or more.

    >>> drawn = np.linspace(-1, 1, 1000)
    >>> round(value_of_information([np.zeros(1000), drawn], ordered(drawn)), 2)
    0.25
    """
    worth = np.asarray(values, dtype=float)
    bin_index = 2 * figure.part(BINS) + figure.half
    count = np.bincount(bin_index, minlength=2 * BINS).reshape(BINS, 2)
    sums = sums_by_bin(worth, bin_index, 2 * BINS).reshape(-1, BINS, 2)
    gained = [_gain(sums, count, half) for half in (0, 1)]
    return max(float(np.mean(gained)), 0.0)


def _gain(sums: Vector, count: NDArray[np.int64], half: int) -> float:
    """What is gained in the other half when each part gets the option that ``half`` prefers."""
    means = sums / np.maximum(count, 1)
    chosen = sums[:, :, half].sum(axis=1).argmax()
    best, valued = means[:, :, half].argmax(axis=0), means[:, :, 1 - half]
    others = count[:, 1 - half]
    share = others / others.sum()
    return float(share @ (valued[best, np.arange(BINS)] - valued[chosen]))


def sums_by_bin(rows: Vector, bin_index: NDArray[np.int64], bins: int) -> Vector:
    """The sum of each row over the draws in each place, for all rows in one pass.

    Args:
        rows: Shape (rows, draws).
        bin_index: Of each draw, shape (draws,), from 0.
        bins: How many there are.

    Returns:
        Shape (rows, places); 0 in an empty place.

    >>> sums_by_bin(np.array([[1.0, 2.0, 4.0]]), np.array([0, 1, 0]), 2)
    array([[5., 2.]])
    """
    cells = bin_index + bins * np.arange(len(rows))[:, np.newaxis]
    sums = np.bincount(cells.ravel(), weights=rows.ravel(), minlength=len(rows) * bins)
    return np.asarray(sums.reshape(-1, bins), dtype=float)


def values_of_information(
    values: ArrayLike, figures: Mapping[str, OrderedFigure]
) -> dict[str, float]:
    """The value of knowing each figure by itself, most worth first."""
    worth = {key: value_of_information(values, figure) for key, figure in figures.items()}
    return dict(sorted(worth.items(), key=lambda item: -item[1]))
