"""The small world of ``world.py``, made once."""

import pytest

from selfmgmt.simulation.chance import block_sample
from tests.simulation.world import named_designs, usual_inputs, usual_question


@pytest.fixture(scope="session")
def inputs():
    """All uncertain quantities."""
    return usual_inputs()


@pytest.fixture(scope="session")
def chance(inputs):
    """One block of 500 draws."""
    return block_sample(inputs, size=500, seed=1)


@pytest.fixture(scope="session")
def question():
    """The cut."""
    return usual_question()


@pytest.fixture(scope="session")
def designs():
    """The ways of working of the named options."""
    return named_designs()
