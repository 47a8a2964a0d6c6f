"""Positions and their cost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case.design import Design
from selfmgmt.simulation.positions import positions, work_left_behind

draws = {
    "fte": np.array([300.0, 330.0]),
    "cost_per_fte": np.array([90_000.0, 80_000.0]),
    "manager_share": np.array([0.05, 0.07]),
    "support_share": np.array([0.25, 0.3]),
    "manager_cost_ratio": np.array([1.4, 1.25]),
    "coordination_absorbed": np.array([0.5, 0.3]),
    "support_absorbed": np.array([0.2, 0.0]),
    "mutual_adjustment": np.array([0.4, 0.1]),
}
amounts = st.one_of(st.floats(0, 200), st.integers(0, 200).map(lambda share: f"{share}%"))


@given(amounts, amounts, st.floats(-100, 100))
def test_what_was_there_and_what_goes_and_comes_balance(managers, support, primary):
    """Today - removed + added is what the design leaves, and no group loses more than it has."""
    design = Design(managers_after=managers, support_after=support, primary_fte_change=primary)
    plan = positions(design, draws)
    left = plan.fte - plan.removed + plan.added
    wanted = (
        design.managers_after.of(plan.managers.today)
        + design.support_after.of(plan.support.today)
        + plan.primary.today
        + design.primary_fte_change.of(plan.primary.today)
    )
    np.testing.assert_allclose(plan.fte, draws["fte"], atol=1e-9)
    np.testing.assert_allclose(left, wanted, atol=1e-9)
    for group in plan:
        assert (group.removed <= group.today).all()


def test_the_payroll_stays_fte_times_the_average_cost():
    """Dearer managers make the others cheaper, not the payroll larger."""
    plan = positions(Design(), draws)
    payroll = sum(group.today * group.cost for group in plan)
    np.testing.assert_allclose(payroll, draws["fte"] * draws["cost_per_fte"], rtol=1e-12)


def test_work_of_managers_lands_in_the_teams_by_hand():
    """15 managers gone, half of their work lands: 7.5 FTE, of which 40 % can be saved."""
    left, saved = work_left_behind(positions(Design(managers_after=0), draws), draws)
    assert left[0] == 7.5
    assert saved[0] == 3.0
