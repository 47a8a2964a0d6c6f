"""Uniform draws: a rank-1 lattice with a shift that follows from the seed."""

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from selfmgmt.evidence.files import read_mapping
from selfmgmt.resources import DATA
from selfmgmt.simulation.draws import Vector

BITS = 11
BLOCK = 2**BITS  # points of a lattice; 17 quarters of them fit in the cache of one core
_WORD = 32
_STEP = 2 ** (_WORD - BITS)


def lattice(numbers: Sequence[int], points: int, stream: Sequence[int]) -> Vector:
    """Evenly spread points in the unit cube, the same bits in every language.

    With ``z`` the number of a coordinate and ``rev`` the number with the 11 binary digits of ``i``
    in reverse order, that coordinate of point ``i`` (from 0) is::

        (((z * rev(i)) mod 2^11 * 2^21 + shift(z)) mod 2^32) / 2^32

    Everything but the last step is in whole numbers below 2^53, so that JavaScript gives the same
    bits. The reverse order makes the first so many points of a block well spread too. ``shift(z)``
    is ``mixed(*stream, z)``; see :func:`mixed`. So a coordinate keeps its points when others come
    or go.

    Args:
        numbers: Of each coordinate its number, odd and below 2^20.
        points: How many points, at most ``BLOCK``.
        stream: Whole numbers that say which shift: seed, block, and 0 or 1 for the twin.

    Returns:
        Shape (coordinates, points), values in [0, 1).

    Source:
        Cools, Kuo & Nuyens (2006), SIAM Journal on Scientific Computing 28(6).

    >>> points = lattice([1, 182667], 4, (1, 0, 0))
    >>> ((points - points[:, :1]) % 1).tolist()
    [[0.0, 0.5, 0.25, 0.75], [0.0, 0.5, 0.75, 0.25]]
    """
    shift = np.array([mixed(*stream, number) for number in numbers])
    whole = np.multiply.outer(np.array(numbers), _reversed()[:points])
    whole &= BLOCK - 1  # a remainder, much faster than % for a power of 2
    whole *= _STEP
    whole += shift[:, np.newaxis]
    whole &= 2**_WORD - 1
    return np.asarray(whole / 2**_WORD)


def mixed(*numbers: int) -> int:
    """A whole number below 2^32 in which every one of ``numbers`` counts.

    Starting from 0, each number is taken in two halves of 32 binary digits, the lower first. Each
    half is added, with 0x9E3779B9, to what there is, modulo 2^32; then that is stirred with the
    last steps of MurmurHash3: ``x ^= x >>> 16``, times 0x85EBCA6B, ``x ^= x >>> 13``, times
    0xC2B2AE35, ``x ^= x >>> 16``, each modulo 2^32 (``Math.imul`` and ``>>> 0`` in JavaScript).

    Source:
        Appleby (2011), MurmurHash3, public domain: ``fmix32``.

    >>> mixed(1, 0, 0, 0), mixed(0, 1, 0, 0)
    (2120318468, 3590229167)
    """
    state = 0
    for number in numbers:
        for half in (number, number >> _WORD):
            state = _stirred((state + half + 0x9E3779B9) % 2**_WORD)
    return state


def _stirred(state: int) -> int:
    state = (state ^ (state >> 16)) * 0x85EBCA6B % 2**_WORD
    state = (state ^ (state >> 13)) * 0xC2B2AE35 % 2**_WORD
    return state ^ (state >> 16)


@cache
def generating_vector() -> Mapping[str, int]:
    """Of each uncertain quantity its number, from a published vector."""
    numbers: dict[str, int] = read_mapping(DATA / "draws" / "lattice.yaml")["numbers"]
    return numbers


@cache
def _reversed() -> NDArray[np.int64]:
    """The numbers below ``BLOCK`` with their binary digits in reverse order."""
    numbers, back = np.arange(BLOCK), np.zeros(BLOCK, dtype=np.int64)
    for bit in range(BITS):
        back |= (numbers >> bit & 1) << (BITS - 1 - bit)
    return back
