"""Options at their size: as asked, refused when it cannot be, and never the target's own fault."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from selfmgmt.analysis import plans, sizing
from selfmgmt.analysis.plans import DESCRIBED, EQUAL_MONEY, plans_of, sized_options, sizing_of
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.case.plan import named_mix
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from tests.analysis.conftest import WRITTEN
from tests.analysis.made_up_model import PAIR, model, net, small_study


@pytest.fixture(scope="module")
def study(case):
    """The small case."""
    return study_of(case)


@pytest.fixture(scope="module")
def without_target():
    """The same without a cut."""
    return study_of(Case.model_validate(WRITTEN | {"question": {}}))


def test_with_a_target_options_find_equal_money(study, without_target):
    """Without one there is nothing to find, and they stay as described."""
    assert sizing_of(study).size == EQUAL_MONEY
    assert sizing_of(without_target).size == DESCRIBED
    assert sizing_of(study, size="described").size == DESCRIBED


def test_everything_that_is_wrong_is_told_at_once(study, without_target):
    """With what is allowed."""
    with speaking("en"), pytest.raises(InputError) as caught:
        sizing_of(study, size="large", mix="more_hiring", certainty="60%")
    words = "\n".join(caught.value.faults)
    assert len(caught.value.faults) == 3
    for allowed in ("equal_money, described", "hiring_first", "use 50 or 80"):
        assert allowed in words
    with speaking("en"), pytest.raises(InputError, match="needs a saving target"):
        sizing_of(without_target, size="equal_money")


@pytest.mark.parametrize("written", [80, "80", "80%", " 80 % "])
def test_a_certainty_is_read_as_people_write_it(study, written):
    """With or without a sign."""
    assert sizing_of(study, certainty=written).certainty == 80


def test_the_chosen_mix_goes_beside_every_way_and_leaves_mixes_alone(case):
    """A cut across the board stays that."""
    options = dict.fromkeys(["cut_across_the_board", "within_frames"])
    study = study_of(Case.model_validate(WRITTEN | {"options": options}))
    sized = sized_options(study, sizing_of(study, mix="fewer_tasks"), draws=200, seed=1)
    assert sized["within_frames"].plan.mix == named_mix("fewer_tasks")
    assert sized["cut_across_the_board"].plan.mix == named_mix("evenly")


def test_as_described_a_way_stands_alone_and_a_mix_is_at_size_one(case):
    """Nothing is solved."""
    options = dict.fromkeys(["cut_across_the_board", "within_frames"])
    study = study_of(Case.model_validate(WRITTEN | {"options": options}))
    plans = plans_of(study, sizing_of(study, size="described"), draws=200, seed=1)
    assert {key: plan.factor for key, plan in plans.items()} == {
        "do_nothing": 0,
        "cut_across_the_board": 1,
        "within_frames": 0,
    }


def test_do_nothing_is_never_sized(study):
    """It is the line to hold the others against."""
    nothing = sized_options(study, sizing_of(study), draws=200, seed=1)["do_nothing"]
    assert nothing.plan.factor == 0
    assert nothing.reach == 0
    assert nothing.gone == {}


def test_a_percentage_is_the_same_amount_in_every_future(study):
    """Five per cent of staff cost as it likely is, hired staff included."""
    ranges = study.inputs.ranges
    payroll = study.inputs.payroll_eur or ranges["fte"].central * ranges["cost_per_fte"].central
    expected = 0.05 * payroll / (1 - ranges["hire_share"].central)
    assert not study.question.saving_target.relative
    assert study.question.saving_target.value == pytest.approx(expected, abs=0.5)


def test_an_amount_in_euros_stays_as_it_is():
    """Nothing to work out."""
    study = study_of(Case.model_validate(WRITTEN | {"question": {"saving_target": "1,5 mln"}}))
    assert study.question is study.case.question


def test_every_option_is_sized_by_hand_in_a_world_of_four_draws(monkeypatch):
    """Each size of the mix saves 10, managers who go 12, more control costs 5; the target is 40.

    In half of the futures it is one less, so the mix alone needs 4.1 for 40, and the way 3.4.
    """
    way = Design(control=0.9, managers_after="50%")
    pairs = {
        "do_nothing": replace(PAIR, mix_key="none"),
        "plain": PAIR,
        "new": replace(PAIR, way_key="new", way=way),
    }

    def saves(plan):
        alone = 12 * (plan.way.managers_after.value < 1) - 5 * (plan.way.control > 0.5)
        return net(plan) + alone

    monkeypatch.setattr(sizing, "simulate", model(net_saving_due_eur=saves))
    monkeypatch.setattr(plans, "pairs_of", lambda _case: pairs)
    study = small_study(case=SimpleNamespace(model_copy=lambda update: update))

    def sized(size):
        chosen = plans.Sizing(size=size, mix="support", certainty=50)
        return plans.sized_options(study, chosen, draws=4, seed=1)

    found = sized("equal_money")
    nothing, plain, new = found.values()
    assert (nothing.plan.factor, nothing.reach, nothing.gone) == (0, 0, {})
    assert plain.none is plain.removals is plain.plan
    sizes = (plain.plan, new.plan, new.none, new.removals)
    assert [plan.factor for plan in sizes] == pytest.approx([4.1, 3.4, 4.1, 2.9], abs=0.1)
    assert [plan.way.control for plan in sizes] == [0.5, 0.9, 0.5, 0.5]
    assert (plain.reach, new.reach) == pytest.approx((1, 1), abs=0.025)  # to the euro
    sizes = plans.sizes_of(
        study, plans.Sizing(size="equal_money", mix="support", certainty=50), draws=4, seed=1
    )
    assert sizes == {key: (one.plan.factor, one.reach) for key, one in list(found.items())[1:]}
    sizer = plans.sizer_of(study, 50, draws=4, seed=1)
    assert sizer.way_at_equal_money(pairs["new"]).plan == new.plan
    assert sizer.as_described(pairs["new"]).way.net_eur == 26
    described = sized("described")["new"]  # twice the mix: 20 + 12 - 5 - 1
    sizes = (described.plan, described.none, described.removals)
    assert [plan.factor for plan in sizes] == pytest.approx([2, 2.7, 1.5], abs=0.1)
    assert described.reach == pytest.approx(26 / 40)
    assert described.gone == pytest.approx({"support": 0.2})
