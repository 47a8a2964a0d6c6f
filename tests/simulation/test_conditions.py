"""Conditions and the dose."""

from dataclasses import replace

import numpy as np
import pytest

from selfmgmt.case.design import Autonomy, Design
from selfmgmt.simulation.conditions import (
    CONDITIONS,
    conditions,
    cut_condition,
    strength,
    weakest_condition,
)


def test_the_weakest_condition_weighs_most_and_is_named(chance):
    """Seven tenths of the minimum and three of the mean; readiness is named where it is lowest."""
    draw = replace(
        chance.draw, readiness=np.array([0.3, 0.9]), weakest_condition_weight=np.full(2, 0.7),
        work_redesign_today=np.zeros(2),
    )  # fmt: skip
    design = Design(work_redesign=0.7, interdependence=0.6, frames=0.8)
    assert conditions(design, draw) == pytest.approx([0.7 * 0.3 + 0.3 * 0.6, 0.42 + 0.3 * 0.75])
    assert [CONDITIONS[i] for i in weakest_condition(design, draw)] == [
        "readiness",
        "interdependence",
    ]


def test_work_that_is_whole_today_stays_so(chance):
    """The redesign that is there counts, or the one that is wanted, whichever is higher."""
    draw = replace(
        chance.draw, readiness=np.ones(3), weakest_condition_weight=np.ones(3),
        work_redesign_today=np.array([0.0, 0.4, 0.8]),
    )  # fmt: skip
    wanted = Design(work_redesign=0.5, interdependence=0.7, frames=0.9)
    assert conditions(wanted, draw) == pytest.approx([0.5, 0.5, 0.7])
    assert [CONDITIONS[i] for i in weakest_condition(wanted, draw)] == [
        "work_redesign",
        "work_redesign",
        "interdependence",
    ]


def test_the_dose_runs_from_todays_mandate_to_that_of_the_cases(chance):
    """A mean level of 3.3 is halfway 2 and 4.6; the mandate of today is none at all."""
    level = Autonomy(goals=4, methods=4, contributions=4, staffing=4, budget=4, accountability=4)
    draw = replace(
        chance.draw, dose_level_today=np.array([2.0, 2.0, 4.5, 5.0]),
        dose_level_full=np.array([4.6, 3.0, 4.6, 4.6]),
    )  # fmt: skip
    assert strength(Design(), draw).tolist() == [0, 0, 0, 0]
    assert strength(Design(autonomy=level), draw) == pytest.approx([2 / 2.6, 1, 0, 0])


def test_a_cut_imposed_as_in_the_studies_is_as_the_studies_found(chance):
    """One half at 90 %, and no worse beyond; one where nothing is imposed."""
    found = [float(cut_condition(imposed, chance.draw)[0]) for imposed in (1.0, 0.9, 0.45, 0.0)]
    assert found == pytest.approx([0.5, 0.5, 0.75, 1.0])
