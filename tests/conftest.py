"""What all tests share: they start in Dutch, make no windows, and Hypothesis takes its time."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from selfmgmt.language import speaking

os.environ.setdefault("MPLBACKEND", "agg")
settings.register_profile("patient", deadline=None)
if "CI" not in os.environ:  # there Hypothesis chooses its own steady profile
    settings.load_profile("patient")


@pytest.fixture(autouse=True)
def _in_dutch() -> Iterator[None]:
    """Each test starts in Dutch, whatever the one before it spoke."""
    with speaking("nl"):
        yield
