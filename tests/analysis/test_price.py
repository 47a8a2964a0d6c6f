"""The price of a way of working: paired, zero for none, whatever stands beside it."""

from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis import price
from selfmgmt.analysis.bands import band
from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.price import PRICED
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.case.plan import Plan
from selfmgmt.simulation import simulate

DRAWS = 300
WAYS = ("vanguard_first", "within_frames", "social_domain_first")
STEPS = ("removals", "working", "together")


@pytest.fixture(scope="module")
def case():
    """Nijkerk with its example question."""
    return new_case(["Nijkerk"])


@pytest.fixture(scope="module")
def comparison(case):
    """Three ways of working and a plain cut."""
    return compare(case, options=("cut_across_the_board", *WAYS), draws=DRAWS, seed=1)


def test_no_way_of_working_has_no_price(comparison):
    """Exactly zero in every outcome."""
    for key in ("do_nothing", "cut_across_the_board"):
        free = comparison.price_of_way[key]
        for step in STEPS:
            assert set(getattr(free, step)) == set(PRICED)
            for range_ in getattr(free, step).values():
                assert range_.p10 == range_.p50 == range_.p90 == 0


@pytest.mark.parametrize("way", WAYS)
def test_a_price_is_the_difference_draw_by_draw(comparison, way):
    """Counted again from the plans themselves."""
    study, sized = comparison.study, comparison.sized[way]
    run = simulate(
        [sized.none, sized.removals, sized.plan],
        study.inputs,
        question=study.question,
        draws=DRAWS,
        seed=1,
    )
    for outcome in PRICED:
        none, alone, whole = run.values[outcome]
        found = comparison.price_of_way[way]
        assert found.removals[outcome] == band(alone - none), outcome
        assert found.working[outcome] == band(whole - alone), outcome
        assert found.together[outcome] == band(whole - none), outcome


@pytest.mark.parametrize("way", WAYS)
def test_at_equal_money_nobody_gets_credit_for_a_larger_cut(comparison, way):
    """All three steps save the same when it is due, in the middle."""
    study, sized = comparison.study, comparison.sized[way]
    plans = [sized.none, sized.removals, sized.plan]
    run = simulate(plans, study.inputs, question=study.question, draws=DRAWS, seed=1)
    net = run.target - run.values["gap_eur"]
    middle = np.quantile(net, 0.5, axis=1, method="inverted_cdf")
    assert middle == pytest.approx(np.full(3, study.question.saving_target.value), abs=1)


def test_a_price_does_not_depend_on_what_else_is_compared(case, comparison):
    """Not on the order, and not on the number of options."""
    alone = compare(case, options=["within_frames"], draws=DRAWS, seed=1)
    turned = compare(case, options=(*reversed(WAYS), "fewer_tasks"), draws=DRAWS, seed=1)
    expected = comparison.price_of_way["within_frames"]
    assert alone.price_of_way["within_frames"] == expected
    assert turned.price_of_way["within_frames"] == expected


def test_a_way_as_described_has_a_price_at_its_own_money(case):
    """Without any mix beside it, against none at what it saves."""
    found = compare(case, options=["within_frames"], size="described", draws=DRAWS, seed=1)
    sized = found.sized["within_frames"]
    assert sized.plan.factor == 0
    net = found.options["within_frames"].outcomes["net_saving_due_eur"].p50
    run = simulate(
        [sized.none],
        found.study.inputs,
        question=found.study.question,
        draws=DRAWS,
        seed=1,
    )
    without = band(run.target - run.values["gap_eur"][0]).p50
    assert without == pytest.approx(max(net, 0), abs=1)


def test_prices_are_counted_by_hand_in_the_rows_of_their_own_option(monkeypatch):
    """None gives 10, removals alone 12, two ways 9 and 15 in every draw; today's way is free."""
    none, alone, other = Plan(Design()), Plan(Design(scope=0.1)), Plan(Design(scope=0.2))
    gives = dict(zip((none, alone, other), (10.0, 12.0, 11.0), strict=True))

    def run(plans, _inputs, *, wanted, **_settings):
        table = np.array([[gives[plan]] * 4 for plan in plans])
        return SimpleNamespace(values=dict.fromkeys(wanted, table))

    monkeypatch.setattr(price, "simulate", run)
    way, today = SimpleNamespace(way_key="new"), SimpleNamespace(way_key="none")
    options = {
        "one": SimpleNamespace(pair=way, none=none, removals=alone),
        "plain": SimpleNamespace(pair=today, none=none, removals=none),
        "other": SimpleNamespace(pair=way, none=none, removals=other),
    }
    values = dict.fromkeys(PRICED, np.array([[9.0] * 4, [10.0] * 4, [15.0] * 4]))
    study = SimpleNamespace(inputs=None, question=None)
    found = price.prices_of(study, options, values, draws=4, seed=1)
    assert found["plain"] == price.free_of_charge()
    middles = {
        key: tuple(getattr(found[key], step)["capacity_low"].p50 for step in STEPS)
        for key in options
    }
    assert middles == {"one": (2, -3, -1), "plain": (0, 0, 0), "other": (1, 4, 5)}
