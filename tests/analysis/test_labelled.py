"""Frames: the arrays of a comparison with labels on them."""

from types import SimpleNamespace
from typing import ClassVar

import numpy as np
import pytest

from selfmgmt.analysis.bands import Band
from selfmgmt.analysis.labelled import Labelled


class World(Labelled):
    """Two options, one outcome, two draws, counted by hand."""

    options: ClassVar = {
        key: SimpleNamespace(
            outcomes={"capacity_low": Band(p10=low, p50=low + 1, p90=low + 2)},
            paths={"capacity": np.array([[100.0, low], [100.0, low + 1], [100.0, low + 2]])},
        )
        for key, low in (("a", 90.0), ("b", 95.0))
    }
    draws = np.array([[90.0, 92.0], [95.0, 97.0]])
    outcomes: ClassVar = SimpleNamespace(values={"capacity_low": draws})


@pytest.fixture
def world():
    """The small world."""
    return World()


def test_each_draw_is_a_row(world):
    """The frame holds every option, outcome and draw once, with its value."""
    assert world.frame().to_dict("list") == {
        "option": ["a", "a", "b", "b"],
        "outcome": ["capacity_low"] * 4,
        "draw": [0, 1, 0, 1],
        "value": [90.0, 92.0, 95.0, 97.0],
    }


def test_the_summary_is_found_by_option_and_outcome(world):
    """The quantiles stand under option and outcome."""
    assert world.summary().loc[("b", "capacity_low")].to_dict() == {
        "p10": 95.0,
        "p50": 96.0,
        "p90": 97.0,
    }


def test_paths_have_one_row_for_each_quarter_and_quantile(world):
    """Two options, two quarters and three quantiles make twelve rows; each value is its own."""
    paths = world.paths()
    assert len(paths) == 12
    row = paths.query("option == 'b' and quarter == 1 and quantile == 'p90'")
    assert row["value"].item() == 97.0
    assert row["outcome"].item() == "capacity"
