"""What it is worth to know a figure: how much better the choice could be with it."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike, NDArray

from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.simulate import BLOCK, block_chance

BINS = 20  # parts of a figure's range; within one it counts as known


def drawn_figures(inputs: Inputs, *, draws: int, seed: int) -> dict[str, Vector]:
    """The draws behind a simulation with the same ``draws`` and ``seed``.

    Returns:
        For each uncertain key shape (draws,): a quantity in its own unit, a people effect as its
        chance from bad (0) to good (1).
    """
    starts = range(0, draws, BLOCK)
    blocks = [
        block_chance(inputs, size=min(BLOCK, draws - start), seed=seed, block=number)
        for number, start in enumerate(starts)
    ]
    known = [{**chance.uniform, **chance.draw} for chance in blocks]
    return {key: np.concatenate([part[key] for part in known]) for key in inputs.uncertain}


def parts_of(figure: Vector, parts: int = BINS) -> NDArray[np.int64]:
    """In which of ``parts`` equally filled parts of its range each draw of a figure is.

    >>> parts_of(np.array([5.0, 1.0, 9.0, 7.0]), 2).tolist()
    [0, 0, 1, 1]
    """
    place = np.empty(figure.size, dtype=np.int64)
    place[np.argsort(figure, kind="stable")] = np.arange(figure.size) * parts // figure.size
    return place


def value_of_knowing(values: ArrayLike, figure: ArrayLike) -> float:
    """How much the value of the best choice rises on average once ``figure`` is known.

    In every part of the figure's range the best option is chosen with one half of the draws and
    valued with the other half, and the other way round, so that chance finds no value where there
    is none.

    Args:
        values: What each option is worth in each draw, shape (options, draws).
        figure: The figure in the same draws, shape (draws,).

    Returns:
        In the unit of ``values``, zero or more.

    >>> figure = np.linspace(-1, 1, 1000)
    >>> round(value_of_knowing([np.zeros(1000), figure], figure), 2)
    0.25
    """
    worth, part = np.asarray(values, dtype=float), parts_of(np.asarray(figure, dtype=float))
    alternate = np.empty(part.size, dtype=bool)
    alternate[np.argsort(part, kind="stable")] = np.arange(part.size) % 2 == 0
    gained = [_gain(worth, part, half) for half in (alternate, ~alternate)]
    return max(float(np.mean(gained)), 0.0)


def _gain(worth: Vector, part: NDArray[np.int64], choosing: NDArray[np.bool_]) -> float:
    """What is gained in the other half when each part gets the option that ``choosing`` prefers."""
    chosen = worth[:, choosing].mean(axis=1).argmax()
    best = _means(worth, part, choosing).argmax(axis=0)
    valued = _means(worth, part, ~choosing)
    share = np.bincount(part[~choosing], minlength=BINS) / (~choosing).sum()
    return float(share @ (valued[best, np.arange(BINS)] - valued[chosen]))


def _means(worth: Vector, part: NDArray[np.int64], among: NDArray[np.bool_]) -> Vector:
    """The mean of each option in each part, shape (options, parts); 0 in an empty part."""
    count = np.bincount(part[among], minlength=BINS)
    sums = [np.bincount(part[among], weights=row[among], minlength=BINS) for row in worth]
    return np.asarray(sums / np.maximum(count, 1))


def values_of_knowing(values: ArrayLike, figures: Mapping[str, Vector]) -> dict[str, float]:
    """The value of knowing each figure by itself, most worth first."""
    worth = {key: value_of_knowing(values, figure) for key, figure in figures.items()}
    return dict(sorted(worth.items(), key=lambda item: -item[1]))
