"""The lattice: evenly spread, the same bits everywhere, and other ones for another seed."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.simulation.lattice import BLOCK, generating_vector, lattice, mixed
from selfmgmt.simulation.parameters import COORDINATES


def test_every_quantity_has_a_number_of_its_own():
    """Odd, so that no two points share a coordinate; and different in a block of 2,048."""
    vector = generating_vector()
    assert set(vector) == set(COORDINATES)
    assert all(number % 2 for number in vector.values())
    uncertain = [number % BLOCK for number in vector.values()]
    assert len(set(uncertain)) == len(uncertain)


def test_every_stratum_is_visited_once():
    """A block has one draw in each of its equal strata, for every quantity."""
    points = lattice(list(generating_vector().values()), BLOCK, (5, 0, 0))
    for values in points:
        assert sorted(np.floor(values * BLOCK).astype(int)) == list(range(BLOCK))


@given(st.integers(0, 10**9), st.sampled_from([2, 8, 64, 512]))
def test_the_first_so_many_are_well_spread_too(seed, some):
    """Any power of two of them has one in each stratum."""
    for values in lattice([1, 182667, 399185], some, (seed, 3, 1)):
        assert sorted(np.floor(values * some).astype(int)) == list(range(some))


def test_the_recipe_gives_these_bits():
    """Counted by hand from the docstring, in whole numbers, for another language to repeat."""
    z, i, shift = 182667, 6, mixed(7, 2, 0, 182667)
    reverse = int(f"{i:011b}"[::-1], 2)
    exact = ((z * reverse) % 2048 * 2097152 + shift) % 4294967296 / 4294967296
    assert lattice([1, z], 8, (7, 2, 0))[1, i] == exact
    assert z * reverse < 2**53


def test_the_hash_is_that_of_murmurhash():
    """``fmix32`` of known words, by the published steps; nearby streams are unlike."""
    assert mixed(0) == fmix32((fmix32(0x9E3779B9) + 0x9E3779B9) % 2**32)
    shifts = {
        mixed(seed, block, twin, 1) for seed in range(9) for block in range(9) for twin in (0, 1)
    }
    assert len(shifts) == 162


def fmix32(word):
    """As published."""
    word ^= word >> 16
    word = word * 0x85EBCA6B & 0xFFFFFFFF
    word ^= word >> 13
    word = word * 0xC2B2AE35 & 0xFFFFFFFF
    return word ^ word >> 16


def test_another_seed_block_or_twin_gives_other_draws():
    """And the same gives the same, also for a large seed."""
    streams = [(1, 0, 0), (2, 0, 0), (1, 1, 0), (1, 0, 1), (2**40 + 1, 0, 0)]
    first = [lattice([1], 4, stream).tobytes() for stream in streams]
    assert len(set(first)) == len(streams)
    assert first == [lattice([1], 4, stream).tobytes() for stream in streams]
