"""Small panels of levers."""

import numpy as np
import pytest

from selfmgmt.analysis.turning import lever_curves
from selfmgmt.views.charts.levers import levers_chart


@pytest.fixture(scope="module")
def curves(comparison):
    """Every lever of one option."""
    plan = comparison.plans["stepwise_programme"]
    return lever_curves(comparison.study, plan, certainty=0.8, draws=100, seed=1)


def test_each_lever_that_matters_has_a_panel(comparison, curves):
    """With the certainty that was asked for, and where the option is now."""
    design = comparison.study.case.design("stepwise_programme")
    axes = levers_chart(curves, design, certainty=0.8, option="X").figure.axes[0]
    dashed = [one.get_segments() for one in axes.collections if one.get_linestyle()[0][1]]
    dashed_upright = [line for lines in dashed for line in lines if line[0, 1] == line[1, 1]]
    diamonds = [line for line in axes.lines if line.get_marker() == "D"]
    assert 1 <= len(diamonds) <= len(dashed_upright) <= 6


def test_levers_that_move_nothing_still_give_a_picture(comparison, curves):
    """Flat lines, and an empty table."""
    design = comparison.study.case.design("stepwise_programme")
    flat = [
        type(one)(
            lever=one.lever,
            positions=one.positions,
            certainty=np.zeros_like(one.certainty),
            turns=(),
        )
        for one in curves
    ]
    assert levers_chart(flat, design, certainty=0.8, option="X").table.rows == ()
