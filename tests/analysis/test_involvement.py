"""Every option at one and the same involvement."""

import pytest

from selfmgmt.analysis import involvement
from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.involvement import REPORTED, at_common_imposed
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.words.involvement import involvement_table
from tests.analysis.conftest import WRITTEN, made_up
from tests.analysis.made_up_model import model


@pytest.fixture(scope="module")
def beside():
    """A plain cut and a way of working, of which the cut is imposed at 90%."""
    options = {"cut_across_the_board": {}, "stepwise_programme": {}}
    return compare(Case.model_validate(WRITTEN | {"options": options}), draws=300, seed=1)


def test_at_its_own_involvement_a_cut_is_what_it_was(beside):
    """Imposed as it is, nothing changes: the same draws, the same figures."""
    imposed = beside.options["cut_across_the_board"].plan.mix.imposed
    found = at_common_imposed(beside, imposed)["cut_across_the_board"]
    assert found.before == found.after


def test_a_cut_that_people_helped_to_shape_hurts_less(beside):
    """Less imposed: more of the staff content, fewer who leave, no less capacity."""
    found = at_common_imposed(beside, 0.3)["cut_across_the_board"]
    assert found.after["satisfaction_mean"].p50 > found.before["satisfaction_mean"].p50
    assert found.after["turnover_mean"].p50 < found.before["turnover_mean"].p50
    assert found.after["capacity_low"].p50 >= found.before["capacity_low"].p50
    assert set(found.after) == set(REPORTED)


def test_doing_nothing_has_no_row(beside):
    """It involves nobody in anything."""
    assert list(at_common_imposed(beside, 0.3)) == ["cut_across_the_board", "stepwise_programme"]


def test_it_is_told_as_a_sensitivity(beside):
    """The middle as it is, and what it becomes."""
    labels = {"cut_across_the_board": "Cut", "stepwise_programme": "Steps"}
    with speaking("en"):
        table = involvement_table(at_common_imposed(beside, 0.3), labels)
    assert "imposed for 30%: a sensitivity" in table.caption
    assert "becomes" in table.rows[0][2]


def test_before_is_as_compared_and_after_is_as_all_are_involved(monkeypatch):
    """Of what happens or not the chance is told: a quarter before, 1.3 of 4 after."""
    outcomes = dict.fromkeys(REPORTED, lambda plan: 100 * plan.way.imposed) | {
        "falls_back": lambda plan: [1, 0, 0, plan.mix.imposed],
    }
    monkeypatch.setattr(involvement, "simulate", model(**outcomes))
    falls = [1.0] * 5 + [0.0] * 15
    world = {"stepwise_programme": dict.fromkeys(REPORTED, 0.9) | {"falls_back": falls}}
    (found,) = at_common_imposed(made_up(world), 0.3).values()
    assert found.imposed == 0.3
    assert found.before["falls_back"] == Quantiles(p10=0.25, p50=0.25, p90=0.25)
    assert found.after["falls_back"] == Quantiles(p10=0.325, p50=0.325, p90=0.325)
    assert found.before["capacity_low"] == Quantiles(p10=0.9, p50=0.9, p90=0.9)
    assert found.after["capacity_low"] == Quantiles(p10=30, p50=30, p90=30)
