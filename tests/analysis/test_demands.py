import numpy as np
import pytest

from selfmgmt.analysis.compare import Comparison
from selfmgmt.analysis.demands import DEMANDS, demands_met
from selfmgmt.case.known import DO_NOTHING


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
