"""The draws of a block."""

from dataclasses import fields, replace

import numpy as np
import pytest

from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS, Draw


def test_each_block_and_twin_has_draws_of_its_own(inputs):
    """And only what is redrawn comes from the twin."""
    first, second = (block_sample(inputs, size=64, seed=1, block=block) for block in (0, 1))
    assert (first.draw.dip_depth != second.draw.dip_depth).all()
    twin = block_sample(inputs, size=64, seed=1, resampled=["dip_depth"])
    assert (first.draw.dip_depth != twin.draw.dip_depth).any()
    np.testing.assert_array_equal(first.draw.fte, twin.draw.fte)
    np.testing.assert_array_equal(first.luck("falls_back"), twin.luck("falls_back"))


def test_a_quantity_keeps_its_draws_when_another_becomes_known(inputs):
    """Its own number of the lattice decides, not its place in a list."""
    fewer = replace(
        inputs,
        ranges={**inputs.ranges, "dip_depth": Estimate(low=0.1, central=0.1, high=0.1)},
    )
    one, other = (block_sample(given, size=64, seed=1).draw for given in (inputs, fewer))
    np.testing.assert_array_equal(one.readiness, other.readiness)
    assert (other.dip_depth == 0.1).all()


def test_everything_uncertain_is_drawn_once(inputs, chance):
    """Every range and every effect, by its own name; a name that is not known is refused."""
    counted = {"vulnerability_today"}  # only there when the organisation counted it
    assert set(inputs.ranges) | counted == {field.name for field in fields(Draw)}
    assert set(chance.uniform) == {*EFFECTS, "falls_back"}
    assert set(chance.by_key()) >= set(inputs.uncertain)
    assert set(PARAMETERS) < set(inputs.ranges)
    unknown = replace(inputs, ranges={**inputs.ranges, "dip_debth": inputs.ranges["dip_depth"]})
    with pytest.raises(KeyError, match="dip_debth"):
        block_sample(unknown, size=4, seed=1)


def test_draws_stay_as_they_are(chance):
    """Others get the same ones, so nobody may change them."""
    with pytest.raises(ValueError, match="read-only"):
        chance.draw.fte[0] = 1


@pytest.mark.parametrize("size", [0, BLOCK + 1])
def test_a_block_gives_no_other_number_of_draws_than_was_asked_for(inputs, size):
    """It has 2,048 points; more come from more blocks."""
    with pytest.raises(InputError, match=f"{size}.*2048"):
        block_sample(inputs, size=size, seed=1)
