"""Options at their size: as asked, refused when it cannot be, and never the target's own fault."""

import pytest

from selfmgmt.analysis.plans import DESCRIBED, EQUAL_MONEY, plans_of, sized_options, sizing_of
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.case.plan import named_mix
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from tests.analysis.conftest import WRITTEN


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
