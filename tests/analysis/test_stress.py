"""Reverses do to an option what they say, and nothing else."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfmgmt.analysis.plans import plans_of
from selfmgmt.analysis.stress import reverses_for, stopped, stress
from selfmgmt.analysis.study import study_of
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.evidence.stress import reverses
from selfmgmt.simulation.rollout import rollout


@pytest.fixture(scope="module")
def study():
    """Nijkerk with its example question."""
    return study_of(new_case(["Nijkerk"]))


@pytest.fixture(scope="module")
def found(study):
    """Two options under everything; one plain cut and one new way of working."""
    plans = plans_of(study, draws=500, seed=1)
    chosen = {key: plans[key] for key in ("cut_across_the_board", "within_frames")}
    results = stress(study, chosen, draws=500, seed=1)
    return {(one.option, one.reverses): one for one in results}


def test_every_reverse_and_every_pair_is_tried(found):
    """As planned, one by one, two by two."""
    count = len(reverses()) - 1  # nobody can leave an organisation of one municipality
    assert len(found) == 2 * (1 + count + count * (count - 1) // 2)


def test_repair_costs_its_price_for_each_inhabitant(study, found):
    """The same draws, so the difference is exact."""
    before = found["within_frames", ()].outcomes["transition_cost_eur"]
    after = found["within_frames", ("repair_needed",)].outcomes["transition_cost_eur"]
    inhabitants = sum(member.inhabitants for member in study.members)
    assert after.p50 - before.p50 == pytest.approx(40 * inhabitants)


def test_a_second_cut_only_moves_the_gap(found):
    """The option itself stays as it was."""
    before, after = found["within_frames", ()], found["within_frames", ("second_cut",)]
    assert after.outcomes["net_saving_eur"] == before.outcomes["net_saving_eur"]
    assert after.outcomes["gap_eur"].p50 > before.outcomes["gap_eur"].p50
    assert after.certainty <= before.certainty


def test_managers_who_return_take_their_saving_with_them(found):
    """Less is saved, and the cost of the change stays."""
    before, after = found["within_frames", ()], found["within_frames", ("managers_return",)]
    assert after.outcomes["net_saving_eur"].p50 < before.outcomes["net_saving_eur"].p50
    assert after.outcomes["transition_cost_eur"] == before.outcomes["transition_cost_eur"]


def test_what_strikes_the_new_way_of_working_leaves_a_plain_cut_alone(found):
    """Nobody works in the new way there."""
    before = found["cut_across_the_board", ()].outcomes
    assert found["cut_across_the_board", ("absence_rises",)].outcomes == before
    assert found["cut_across_the_board", ("trust_falls",)].outcomes == before


def test_absence_rises_by_what_was_seen_elsewhere(found):
    """Between 5 and 8 points when everybody works in the new way."""
    before = found["within_frames", ()].outcomes["absence_end"]
    after = found["within_frames", ("absence_rises",)].outcomes["absence_end"]
    assert 0.04 < after.p50 - before.p50 < 0.08


@settings(max_examples=60, deadline=None)
@given(
    start=st.floats(0.1, 1),
    head=st.integers(0, 6),
    after=st.integers(0, 12),
    quarter=st.integers(1, 12),
)
def test_a_stopped_change_is_the_plan_until_then(study, start, head, after, quarter):
    """Staff in the new way and managers gone follow the plan, and then stand still."""
    plan = Design(
        scope=0.8, start_share=start, start_quarters=head, rollout_quarters=after,
        managers_after="40%",
    )  # fmt: skip
    short = stopped(plan, quarter, study.inputs.ranges)
    planned, done = rollout(plan, 20).share, rollout(short, 20).share
    until = np.minimum(np.arange(21), quarter)
    assert done * short.scope == pytest.approx(planned[until] * plan.scope)
    gone = done * (1 - short.managers_after.value)
    assert gone == pytest.approx(planned[until] * 0.6)
    assert Design.model_validate(short.model_dump()) == short  # one that could be written


def test_a_second_reverse_keeps_what_the_first_did(study, found):
    """Repair that is paid stays paid when the cut grows as well."""
    alone = found["within_frames", ("repair_needed",)].outcomes["transition_cost_eur"]
    both = found["within_frames", ("repair_needed", "second_cut")].outcomes["transition_cost_eur"]
    assert both == alone


def test_no_reverse_undoes_the_dip(found):
    """It comes after the change: the lowest point is that of the plan, or lower."""
    for (option, keys), struck in found.items():
        planned = found[option, ()].outcomes["capacity_low"]
        assert struck.outcomes["capacity_low"].p50 <= planned.p50, keys
        assert struck.outcomes["capacity_low"].p90 <= planned.p90, keys


def test_only_a_shared_organisation_can_be_left():
    """Of one municipality every other reverse is laid."""
    shared = reverses_for(SimpleNamespace(members=(1, 2)))
    assert shared == reverses()
    alone = reverses_for(SimpleNamespace(members=(1,)))
    assert set(shared) - set(alone) == {"partner_leaves"}


def test_a_few_pairs_are_those_that_leave_the_widest_gap(study, found):
    """The same figures as when all are told, in the same order."""
    plan = plans_of(study, draws=500, seed=1)["within_frames"]
    told = stress(study, {"within_frames": plan}, draws=500, seed=1, pairs=2)
    pairs = [
        one for (option, keys), one in found.items() if (option, len(keys)) == ("within_frames", 2)
    ]
    widest = sorted(pairs, key=lambda one: one.outcomes["gap_eur"].p50)[-2:]
    assert [one for one in told if len(one.reverses) == 2] == [
        one for one in pairs if one in widest
    ]
    assert [one for one in told if len(one.reverses) < 2] == [
        one for (option, keys), one in found.items() if option == "within_frames" and len(keys) < 2
    ]
