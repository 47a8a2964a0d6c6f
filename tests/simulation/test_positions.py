"""Positions, what way and mix remove of them, and their cost."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from selfmgmt.case.design import Design
from selfmgmt.case.mix import Mix
from selfmgmt.case.plan import Plan
from selfmgmt.simulation.positions import positions
from tests.simulation.plans import plans


def small(chance):
    """300 FTE of EUR 90,000; 5 % managers, 25 % staff departments, 10 % of staff cost hired."""
    one = np.ones(1)
    return replace(
        chance.draw, fte=300 * one, cost_per_fte=90_000 * one, manager_share=0.05 * one,
        support_share=0.25 * one, manager_cost_ratio=1.4 * one, hire_share=0.1 * one,
        hire_premium=1.2 * one, support_bound=0.7 * one, primary_bound=0.3 * one,
        tasks_bound=0.3 * one,
    )  # fmt: skip


@given(plan=plans)
def test_what_was_there_and_what_goes_and_comes_balance(chance, plan):
    """No group loses more than it has, nor the mix more than its bound leaves."""
    draw = small(chance)
    found = positions(plan, draw)
    for group, bound in (
        (found.managers, 1),
        (found.support, 0.7),
        (found.primary, 0.3),
        (found.hired, 1),
    ):
        assert (group.removed <= group.today * (1 + 1e-12)).all()
        most = np.maximum(group.by_way, bound * group.today)
        assert (group.removed <= most * (1 + 1e-12)).all()
        assert (group.added * group.by_way == 0).all()
    assert (found.tasks_by_way + found.tasks_by_mix <= 0.3 + 1e-12).all()
    np.testing.assert_allclose(found.fte, 300)


def test_the_payroll_stays_fte_times_the_average_cost(chance):
    """Dearer managers make the others cheaper, not the payroll larger."""
    found = positions(Plan(Design()), small(chance))
    assert sum(group.today * group.cost for group in found)[0] == pytest.approx(300 * 90_000)
    assert (found.hired.today * found.hired.cost)[0] == pytest.approx(300 * 90_000 / 9)


def test_a_way_and_a_mix_by_hand(chance):
    """15 managers, 75 in staff departments, 210 others, 27.8 hired; the mix three times."""
    way = Design(managers_after="40%", support_after=60, hire_change="-20%", tasks_dropped=0.1)
    mix = Mix(managers=0.1, support=0.2, primary=0.05, hired=0.1, tasks=0.1)
    found = positions(Plan(way, mix, 3), small(chance))
    assert [found.managers.by_way[0], found.managers.by_mix[0]] == pytest.approx([9, 4.5])
    assert [found.support.by_way[0], found.support.by_mix[0]] == pytest.approx([15, 37.5])
    assert [found.primary.by_way[0], found.primary.by_mix[0]] == pytest.approx([0, 31.5])
    hired = 27_000_000 / 9 / (90_000 * 1.2)
    assert [found.hired.by_way[0], found.hired.by_mix[0]] == pytest.approx(
        [0.2 * hired, 0.3 * hired]
    )
    assert [found.tasks_by_way[0], found.tasks_by_mix[0]] == pytest.approx([0.1, 0.2])


def test_hired_first_leaves_posts_alone_until_no_hired_staff_is_left(chance):
    """Below 1 only hired staff; beyond it the rest, one time less."""
    mix = Mix(managers=0.1, primary=0.1, hired=1, hired_first=True)
    less, more = (positions(Plan(Design(), mix, size), small(chance)) for size in (0.6, 1.5))
    assert less.hired.by_mix[0] == pytest.approx(0.6 * less.hired.today[0])
    assert less.removed[0] == 0
    assert more.hired.by_mix[0] == pytest.approx(more.hired.today[0])
    assert more.removed[0] == pytest.approx(0.05 * (15 + 210))
