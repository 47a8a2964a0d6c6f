"""Outcomes taken from a transition."""

import numpy as np
import pytest

from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan, named_mix
from selfmgmt.simulation import simulate
from selfmgmt.simulation.outcomes import OUTCOMES, outcomes_of, payback_quarter, rows_of
from selfmgmt.simulation.simulate import saving_target
from selfmgmt.simulation.transition import transition


def test_payback_counts_from_the_last_quarter_in_the_red():
    """Back in quarter 3 after two dips; never; never in the red; a rounding is no dip."""
    cumulative = np.array(
        [[0, 0, 0, 0], [-1, -1, 1, -1e-9], [1, -2, 2, 1], [-1, -3, 3, 1], [2, -4, 4, 1]]
    )
    assert payback_quarter(cumulative).tolist() == [4, np.inf, 0, 0]


def test_only_the_quarters_that_are_asked_for_are_computed():
    """The due quarter, the last, from the one to the other, or all."""
    due = {"due_quarter": 8, "quarters": 16}
    assert rows_of(("net_saving_due_eur", "gap_closed"), **due) == range(8, 9)
    assert rows_of(("capacity_end",), **due) == range(16, 17)
    assert rows_of(("gap_eur", "net_saving_eur"), **due) == range(8, 17)
    assert rows_of(("gap_eur", "capacity_low"), **due) == range(17)
    assert rows_of((), **due) == range(16, 17)


@pytest.mark.parametrize("how", ["redundancy", "natural_leave"])
def test_a_quarter_by_itself_is_that_of_the_whole(chance, designs, question, how):
    """Bit for bit, whichever other quarters are computed."""
    way = designs["stepwise_programme"].model_copy(update={"how": how})
    plan = Plan(way, named_mix("fewer_tasks"), 1.5)
    whole = transition(plan, chance, 16)
    for row in (1, 8, 16):
        part = transition(plan, chance, 16, range(row, row + 1))
        for found, all_of_it in (
            (part.money.net, whole.money.net),
            (part.work.capacity, whole.work.capacity),
            (part.people.turnover, whole.people.turnover),
            (part.people.satisfaction, whole.people.satisfaction),
            (part.people.steerability, whole.people.steerability),
        ):
            np.testing.assert_array_equal(found[0], all_of_it[row])


def test_every_outcome_can_be_taken(chance, question):
    """Each of them, once; the gap and its closing look at the same date."""
    target = saving_target(question, chance.draw)
    run = transition(Plan(Design(), named_mix("evenly"), 1.0), chance, question.horizon)
    found = outcomes_of(run, due_quarter=question.due_quarter, target=target)
    assert tuple(found) == OUTCOMES
    assert found["gap_closed"] == pytest.approx(np.minimum(found["net_saving_due_eur"] / target, 1))


def test_without_a_target_nothing_is_closed(inputs, question):
    """And nothing is divided by nothing."""
    free = question.model_copy(
        update={"saving_target": question.saving_target.model_copy(update={"value": 0})}
    )
    found = simulate([Design(primary_fte_change="-10%")], inputs, question=free, draws=8, seed=1)
    assert (found.values["gap_closed"] == 0).all()
