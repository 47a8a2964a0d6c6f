"""The draws of one block: every quantity, and the luck of every effect."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.simulation.draws import Vector, triangular_quantile
from selfmgmt.simulation.effects import Effect, Tilt, drawn_effects
from selfmgmt.simulation.inputs import Inputs
from selfmgmt.simulation.lattice import BLOCK, generating_vector, lattice
from selfmgmt.simulation.parameters import COORDINATES, Draw, EffectKey, Luck

_KEPT_BLOCKS = 8  # draws that are kept for the next plan: those of a whole comparison
_KEPT_JOINED = 4  # the same behind each other: one for each core of a usual computer
_KEPT_STREAMS = 16  # uniform draws that are kept, 1 MB each: those of a whole report
_KEPT_DRAWS = 512  # quantities whose draws are kept: those of a whole report, in all its ranges
_TIED: Mapping[str, tuple[str, ...]] = {"falls_back_rate": ("falls_back",)}  # drawn anew together


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """How long effects last, in whole quarters: the central value of the ledger."""

    turnover: int
    cut: int
    fade: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sample:
    """The draws of one block.

    Attributes:
        draw: Every quantity.
        uniform: For each effect, and for falling back, shape (draws,), in [0, 1).
        effects: Key to range.
        windows: How long effects last.
        inhabitants: Of the municipalities that are served.
    """

    draw: Draw
    uniform: Mapping[str, Vector]
    effects: Mapping[str, Effect]
    windows: Windows
    inhabitants: float

    def drawn(self, key: EffectKey, tilt: Tilt) -> Vector:
        """The effect ``key`` where it is there in full, shape (draws,)."""
        return self.all_drawn((key,), tilt)[key]

    def all_drawn(self, keys: tuple[EffectKey, ...], tilt: Tilt) -> dict[EffectKey, Vector]:
        """Several effects that are tilted alike; together they cost much less."""
        effects = tuple(self.effects[key] for key in keys)
        uniform = np.array([self.uniform[key] for key in keys])
        return dict(zip(keys, drawn_effects(effects, uniform, tilt), strict=True))

    def luck(self, key: Luck) -> Vector:
        """The uniform draws behind ``key``, shape (draws,)."""
        return self.uniform[key]

    def by_key(self) -> dict[str, Vector]:
        """Everything drawn: a quantity in its own unit, an effect from bad (0) to good (1)."""
        drawn = asdict(self.draw)
        return {**self.uniform, **{key: one for key, one in drawn.items() if one is not None}}


def block_sample(
    inputs: Inputs, *, size: int, seed: int, block: int = 0, resampled: Collection[str] = ()
) -> Sample:
    """The draws of one block; each block has a shift of its own, and so has its twin.

    Args:
        inputs: The uncertain quantities.
        size: Number of draws, at most ``BLOCK``.
        seed: Any whole number.
        block: Its number, from 0.
        resampled: Keys that are taken from the twin.

    Raises:
        InputError: The size is more than a block holds.
    """
    if not 1 <= size <= BLOCK:
        raise InputError(
            gettext(
                "size is {given}; use 1 to {most} draws for a block, and more blocks for more.",
                given=size,
                most=BLOCK,
            )
        )
    return _sample(inputs, size, (seed, block), frozenset(resampled))


@lru_cache(_KEPT_JOINED)
def joined(*samples: Sample) -> Sample:
    """The draws of several blocks of the same inputs behind each other."""
    if len(samples) == 1:
        return samples[0]
    drawn = [asdict(sample.draw) for sample in samples]
    return replace(
        samples[0],
        draw=Draw(
            **{key: _end_to_end(drawn, key) for key, one in drawn[0].items() if one is not None}
        ),
        uniform={
            key: _end_to_end([sample.uniform for sample in samples], key)
            for key in samples[0].uniform
        },
    )


def _end_to_end(parts: Sequence[Mapping[str, Vector]], key: str) -> Vector:
    return _read_only(np.concatenate([part[key] for part in parts]))


@lru_cache(_KEPT_BLOCKS)
def _sample(
    inputs: Inputs, size: int, stream: tuple[int, int], resampled: frozenset[str]
) -> Sample:
    uniform = dict.fromkeys(COORDINATES, _uniform(size, (*stream, 0)))
    if resampled:
        tied = [key for one in resampled for key in _TIED.get(one, ())]
        uniform |= dict.fromkeys((*resampled, *tied), _uniform(size, (*stream, 1)))
    draw = {
        key: _drawn(uniform[key], key, (span.low, span.central, span.high))
        for key, span in inputs.ranges.items()
    }
    if inputs.payroll_eur is not None:
        draw["cost_per_fte"] = _read_only(inputs.payroll_eur / draw["fte"])
    return Sample(
        draw=Draw(**draw),
        uniform={key: uniform[key].of[key] for key in (*inputs.effects, "falls_back")},
        effects=inputs.effects,
        windows=Windows(
            turnover=round(inputs.ranges["turnover_effect_quarters"].central),
            cut=round(inputs.ranges["cut_effect_quarters"].central),
            fade=round(inputs.ranges["cut_fade_quarters"].central),
        ),
        inhabitants=inputs.inhabitants,
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Uniform:
    """The uniform draws of one stream of chance; only the same record is equal to it."""

    of: Mapping[str, Vector]


@lru_cache(_KEPT_STREAMS)
def _uniform(size: int, stream: tuple[int, int, int]) -> _Uniform:
    vector = generating_vector()
    sample = lattice([vector[key] for key in COORDINATES], size, stream)
    if stream[-1]:  # in the same order a twin would be the same points moved, not drawn anew
        sample = sample[:, np.random.default_rng(stream).permutation(size)]
    return _Uniform(
        {key: _read_only(values) for key, values in zip(COORDINATES, sample, strict=True)}
    )


@lru_cache(_KEPT_DRAWS)
def _drawn(uniform: _Uniform, key: str, span: tuple[float, float, float]) -> Vector:
    low, mode, high = span
    return _read_only(triangular_quantile(uniform.of[key], low=low, mode=mode, high=high))


def _read_only(values: Vector) -> Vector:
    values.setflags(write=False)  # others get the same ones
    return values
