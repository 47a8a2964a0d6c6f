import numpy as np
import pytest

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.demands import DEMANDS, demands_met
from selfmgmt.case.known import DO_NOTHING
from tests.analysis.conftest import made_up


def test_shares_of_draws(comparison: Comparison) -> None:
    """The target is met as often as the comparison says; all at once no more than each alone."""
    found = demands_met(comparison, tuple(comparison.options))
    for key, option in comparison.options.items():
        assert found[key]["target"] == pytest.approx(option.target_met_probability)
        assert found[key]["all"] <= min(found[key][demand] for demand in DEMANDS)


def test_nothing_done_keeps_what_there_is(comparison: Comparison) -> None:
    """Doing nothing is by definition no worse than doing nothing."""
    found = demands_met(comparison, [DO_NOTHING])[DO_NOTHING]
    assert (found["capacity"], found["satisfaction"]) == (1, 1)


def test_counted_by_hand(comparison: Comparison) -> None:
    """Capacity is kept in the draws in which it ends no lower than when nothing is done."""
    ends = comparison.outcomes.values["capacity_end"]
    keys = tuple(comparison.options)
    row, nothing = keys.index("stepwise_programme"), keys.index(DO_NOTHING)
    expected = np.mean(ends[row] >= ends[nothing] - 1e-9)
    assert demands_met(comparison, keys)["stepwise_programme"]["capacity"] == pytest.approx(
        expected
    )


def test_a_small_world() -> None:
    """Of 20 draws 10 meet the target to half a euro, 15 keep capacity, 12 satisfaction, 4 all."""
    world = {
        "stepwise_programme": {
            "gap_eur": [-5.0] * 5 + [0.4] * 5 + [0.6] * 10,
            "capacity_end": [100.0] * 5 + [99.9] * 5 + [101.0] * 10,
            "satisfaction_end": [0.69] + [0.7] * 4 + [0.65] * 2 + [0.71] * 8 + [0.6] * 5,
        }
    }
    comparison = made_up(world)
    found = demands_met(comparison, tuple(comparison.options))
    assert found["stepwise_programme"] == pytest.approx(
        {"target": 0.5, "capacity": 0.75, "satisfaction": 0.6, "all": 0.2}
    )
    assert found[DO_NOTHING] == {"target": 0, "capacity": 1, "satisfaction": 1, "all": 0}
