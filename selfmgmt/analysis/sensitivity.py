"""Which inputs matter: Sobol' indices and Shapley effects of any function of independent inputs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import exact_number
from selfmgmt.simulation.draws import Vector

Function = Callable[[Vector], ArrayLike]
Ranges = Mapping[str, Sequence[float]] | Sequence[Sequence[float]]

_RESAMPLES = 200  # enough for the ends of an interval in whole per cents
_INTERVAL = (2.5, 97.5)  # per cent; 95 of 100 resamples fall within


@dataclass(frozen=True, slots=True, kw_only=True)
class SobolIndices:
    """First-order and total shares of the variance; intervals have shape (inputs, 2).

    An estimate may fall just below zero by chance, so show it with its interval only.
    """

    first: Vector
    total: Vector
    first_interval: Vector
    total_interval: Vector
    samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapleyEffects:
    """Shares of the variance that add up to one, shape (inputs,), with intervals (inputs, 2)."""

    shares: Vector
    interval: Vector
    samples: int


def sobol_indices(
    function: Function, ranges: Ranges, *, samples: int, rng: np.random.Generator
) -> SobolIndices:
    """First-order and total Sobol' indices of a function of independent, uniform inputs.

    Args:
        function: Takes an array of shape (samples, inputs), gives one value per row.
        ranges: Low and high of each input, in order or by name.
        samples: Size of each of the two base samples, rounded up to a power of two; the function
            is asked for ``samples * (inputs + 2)`` values.
        rng: Source of chance.

    Raises:
        InputError: A range is not low and then high, or the function is constant or gives another
            shape.

    Source:
        Saltelli et al. (2010), Computer Physics Communications 181 for the first order;
        Jansen (1999), Computer Physics Communications 117 for the total.

    >>> found = sobol_indices(
    ...     lambda x: x[:, 0] + 2 * x[:, 1],
    ...     [(0, 1), (0, 1)],
    ...     samples=1024,
    ...     rng=np.random.default_rng(1),
    ... )
    >>> found.first.round(2).tolist(), found.total.round(2).tolist()
    ([0.2, 0.8], [0.2, 0.8])
    """
    from scipy.stats import qmc

    low, high = _checked(ranges)
    exponent = max(_whole(samples) - 1, 1).bit_length()
    points = qmc.Sobol(2 * low.size, rng=rng).random_base2(exponent)
    first_sample, second_sample = np.hsplit(points, 2)
    evaluate = _evaluator(function, low, high)
    at_first, at_second = evaluate(first_sample), evaluate(second_sample)
    _refuse_constant(np.concatenate([at_first, at_second]))
    mixed = np.array([evaluate(_with(first_sample, second_sample, i)) for i in range(low.size)])
    one, other = at_first - at_first.mean(), at_second - at_first.mean()
    variance = (one**2 + other**2) / 2 - ((one + other) / 2).mean() ** 2
    moved = mixed - at_first
    first, first_interval = _ratios(other * moved, variance, rng)
    total, total_interval = _ratios(moved**2 / 2, variance, rng)
    return SobolIndices(
        first=first,
        total=total,
        first_interval=first_interval,
        total_interval=total_interval,
        samples=at_first.size,
    )


def shapley_effects(
    function: Function, ranges: Ranges, *, samples: int, rng: np.random.Generator
) -> ShapleyEffects:
    """Shapley effects of a function of independent, uniform inputs: shares that add up to one.

    Args:
        function: Takes an array of shape (samples, inputs), gives one value per row.
        ranges: Low and high of each input, in order or by name.
        samples: Number of random orders; the function is asked for ``samples * (inputs + 1)``
            values.
        rng: Source of chance.

    Raises:
        InputError: As :func:`sobol_indices`.

    Source:
        Goda (2021), Reliability Engineering & System Safety 213: a random order for each sample,
        in which the inputs are drawn anew one after another.

    >>> found = shapley_effects(
    ...     lambda x: x[:, 0] + 2 * x[:, 1],
    ...     {"a": (0, 1), "b": (0, 1)},
    ...     samples=20_000,
    ...     rng=np.random.default_rng(1),
    ... )
    >>> found.shares.round(1).tolist()
    [0.2, 0.8]
    """
    low, high = _checked(ranges)
    size = (_whole(samples), low.size)
    evaluate = _evaluator(function, low, high)
    here, there = rng.random(size), rng.random(size)
    order = rng.permuted(np.tile(np.arange(low.size), (size[0], 1)), axis=1)
    rows = np.arange(size[0])
    first = before = evaluate(here)
    _refuse_constant(first)
    gained = np.empty(size[::-1])
    for index in range(low.size):
        column = order[:, index]
        here[rows, column] = there[rows, column]
        after = evaluate(here)
        gained[column, rows] = (before - after) * (first - (before + after) / 2)
        before = after
    shares, interval = _ratios(gained, gained.sum(axis=0), rng)
    return ShapleyEffects(shares=shares, interval=interval, samples=size[0])


def _checked(ranges: Ranges) -> tuple[Vector, Vector]:
    pairs = list(ranges.values()) if isinstance(ranges, Mapping) else list(ranges)
    names = list(ranges) if isinstance(ranges, Mapping) else range(len(pairs))
    wrong = [
        gettext("range {name}: {given} is not a low and a higher number.", name=name, given=pair)
        for name, pair in zip(names, pairs, strict=True)
        if not _rising(pair)
    ]
    if wrong or not pairs:
        raise InputError(*(wrong or [gettext("ranges: give at least one low and high.")]))
    low, high = np.array(pairs, dtype=float).T
    return low, high


def _rising(pair: Sequence[float]) -> bool:
    ends = np.asarray(pair, dtype=float)
    return ends.shape == (2,) and bool(np.isfinite(ends).all()) and bool(ends[0] < ends[1])


def _whole(samples: int) -> int:
    if samples < 2:
        raise InputError(
            gettext("samples: {given} is too few; use 2 or more.", given=exact_number(samples))
        )
    return int(samples)


def _evaluator(function: Function, low: Vector, high: Vector) -> Callable[[Vector], Vector]:
    def evaluate(uniform: Vector) -> Vector:
        values = np.asarray(function(low + uniform * (high - low)), dtype=float)
        if values.shape != uniform.shape[:1] or not np.isfinite(values).all():
            raise InputError(
                gettext(
                    "function: it must give one finite number for each of {count} rows.",
                    count=uniform.shape[0],
                )
            )
        return values

    return evaluate


def _with(first: Vector, second: Vector, column: int) -> Vector:
    mixed = first.copy()
    mixed[:, column] = second[:, column]
    return mixed


def _refuse_constant(values: Vector) -> None:
    if np.ptp(values) <= np.abs(values).max() * np.finfo(float).eps:
        raise InputError(gettext("function: its value never changes, so no input matters."))


def _ratios(parts: Vector, whole: Vector, rng: np.random.Generator) -> tuple[Vector, Vector]:
    """Means of ``parts`` over that of ``whole``, with a bootstrap interval, as matrix products."""
    count = whole.size
    drawn = rng.multinomial(count, np.full(count, 1 / count), size=_RESAMPLES).astype(float)
    again = (parts @ drawn.T) / (whole @ drawn.T)
    return parts.mean(axis=1) / whole.mean(), np.percentile(again, _INTERVAL, axis=1).T
