"""Partners of a shared organisation: the split adds up, and who leaves takes the work along."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis import partners
from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.partners import Leaving, heaviest_partner, leaving_of, split_of
from selfmgmt.analysis.stress import stress
from selfmgmt.analysis.study import study_of
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.case.plan import Plan
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError
from selfmgmt.fields import Estimate
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.simulation.chance import block_sample
from selfmgmt.simulation.lattice import BLOCK
from selfmgmt.simulation.positions import positions
from tests.simulation.world import usual_inputs

HLT = ("Hillegom", "Lisse", "Teylingen")


@pytest.fixture(scope="module")
def shared():
    """HLTsamen, with a cut."""
    return compare(new_case(list(HLT)), draws=512, seed=1)


def test_cost_is_split_by_inhabitants_where_nobody_has_staff_of_its_own(shared):
    """Shares add up, and so do the parts of every amount."""
    frame = shared.partners()
    members = [find_municipality(name) for name in HLT]
    people = sum(one.inhabitants for one in members)
    assert frame.attrs["key"] == "inhabitants"
    for one in members:
        part = frame.xs(one.code, level="partner")["share"]
        assert (part == one.inhabitants / people).all()
    whole, summary = (
        frame[["p10", "p50", "p90"]].groupby(["option", "outcome"]).sum(),
        shared.summary(),
    )
    both = summary.loc[whole.index]
    np.testing.assert_allclose(whole, both, rtol=1e-12)
    outcomes = set(frame.index.get_level_values("outcome"))
    assert {"net_saving_eur", "transition_cost_eur", "posts_removed_fte"} <= outcomes
    assert "capacity_low" not in outcomes


def test_payroll_is_the_key_where_each_has_its_own_and_refused_where_not():
    """Two towns that share nothing; and a guest whose staff is with its centre."""
    towns = [find_municipality(name) for name in ("Nijkerk", "Ede")]
    split = split_of(towns)
    assert split.key == "payroll"
    assert sum(split.shares.values()) == pytest.approx(1)
    assert split_of(towns, "inhabitants").shares != split.shares
    with pytest.raises(InputError, match="Hillegom"):
        split_of([find_municipality(name) for name in HLT], "payroll")


def test_the_largest_leaves_but_never_the_centre():
    """A guest leaves its centre; one municipality by itself cannot be left."""
    assert heaviest_partner([find_municipality(name) for name in HLT]) == "GM1525"
    assert heaviest_partner([find_municipality("Nijkerk")]) is None
    assert leaving_of(study_of(new_case(["Nijkerk"])), 0.5) is None


def test_who_leaves_takes_its_work_and_half_of_its_overhead():
    """Counted by hand: 100 FTE, 10 managers, 30 in staff departments, 60 others; a quarter goes."""
    inputs = usual_inputs(fte="100", manager_share="10%", support_share="30%", team_count=8)
    leaving = Leaving(share=0.25, overhead_follows=0.5)
    assert (leaving.work_left, leaving.overhead_left) == (0.75, 0.875)
    left = leaving.inputs(inputs).ranges
    assert left["fte"].central == pytest.approx(45 + 8.75 + 26.25)
    assert left["fte"].central * left["manager_share"].central == pytest.approx(8.75)
    assert left["fte"].central * left["support_share"].central == pytest.approx(26.25)
    assert left["team_count"].central == 6
    hired = left["hire_share"].central / (1 - left["hire_share"].central)
    assert hired * left["fte"].central == pytest.approx(0.75 * 100 * 0.15 / 0.85)
    assert leaving.inputs(inputs).inhabitants == pytest.approx(0.75 * inputs.inhabitants)
    question = Question.model_validate({"saving_target": 400_000})
    assert leaving.question(question).saving_target.value == 300_000
    plan = Plan(Design(managers_after=8, primary_fte_change=-4, coaches="50%"))
    way = leaving.plan(plan).way
    assert (way.managers_after.value, way.primary_fte_change.value) == (7, -3)
    assert way.coaches == plan.way.coaches


def test_the_others_pay_for_what_stays_behind():
    """An eighth of managers and staff departments, at what these cost, in every draw."""
    inputs = usual_inputs()
    standing = Leaving(share=0.25, overhead_follows=0.5).standing_eur(inputs, draws=64, seed=1)
    draw = block_sample(inputs, size=64, seed=1).draw
    now = positions(Plan(Design()), draw)
    overhead = now.managers.today * now.managers.cost + now.support.today * now.support.cost
    np.testing.assert_allclose(standing, overhead / 8)
    assert not Leaving(share=0.25, overhead_follows=1).standing_eur(inputs, draws=8, seed=1).any()


def test_a_leaving_partner_widens_the_gap_and_makes_functions_vulnerable(shared):
    """Beside the plan, in the same draws; and only in an organisation that is shared."""
    key = "cut_across_the_board"
    found = {
        one.reverses: one
        for one in stress(shared.study, {key: shared.plans[key]}, draws=512, seed=1)
    }
    before, after = found[()].outcomes, found["partner_leaves",].outcomes
    target = shared.saving_target.p50
    share = leaving_of(shared.study, 0.5).share
    assert after["gap_eur"].p50 / (1 - share) / target > before["gap_eur"].p50 / target
    assert after["net_saving_eur"].p50 < before["net_saving_eur"].p50
    assert after["vulnerability_end"].p50 > before["vulnerability_end"].p50
    planned = shared.options[key]
    assert all(span == planned.outcomes[name] for name, span in found[()].outcomes.items())
    assert found[()].certainty == planned.target_met_probability


def test_the_frame_of_leaving_has_each_partner(shared):
    """What is left adds up, and every function is thinner covered."""
    frame = shared.leaving()
    assert set(frame.index.get_level_values("partner")) == set(
        split_of(shared.study.members).shares
    )
    for _partner, rows in frame.groupby(level="partner"):
        left = rows.droplevel("partner")
        assert left.loc["vulnerability", "after"] > left.loc["vulnerability", "now"]
        gone = 1 - left.loc["primary_fte", "after"] / left.loc["primary_fte", "now"]
        assert gone == pytest.approx(left.loc["primary_fte", "share"], abs=0.02)
        assert left.loc["standing_eur", "after"] > 0


def test_what_each_partner_leaves_behind_is_counted_by_hand(monkeypatch):
    """A quarter goes: 10 managers, 30 in staff departments, 60 others become 8.75, 26.25 and 45.

    Managers at 190,000 and others at 90,000 make the mean 100,000; a quarter of what is spent on
    staff is 20 hired hands, 15 of which stay. Functions are covered the less the fewer people.
    """
    inputs = usual_inputs(
        fte="100", cost_per_fte="100000", manager_share="10%", support_share="30%", hire_share="20%"
    )
    ratios = {"manager_cost_ratio": 1.9, "hire_premium": 1.25}
    known = {key: Estimate(low=at, central=at, high=at) for key, at in ratios.items()}
    inputs = replace(inputs, ranges={**inputs.ranges, **known})

    def run(_plans, given, **_settings):
        uncovered = np.array([[1.0, 2, 3, 9]]) / given.ranges["fte"].central
        return SimpleNamespace(values={"vulnerability_end": uncovered})

    monkeypatch.setattr(partners, "simulate", run)
    members = [
        SimpleNamespace(code=code, inhabitants=inhabitants, budget=None, accounts=None)
        for code, inhabitants in {"small": 10_000, "large": 30_000}.items()
    ]
    study = SimpleNamespace(members=members, inputs=inputs)
    found = partners.left_behind(study, draws=4, seed=1)
    assert {code: left.share for code, left in found.items()} == {"small": 0.25, "large": 0.75}
    now_and_then = {
        "payroll_eur": (10_000_000, 8_000_000, 4_000_000),
        "fte": (100, 80, 40),
        "managers_fte": (10, 8.75, 6.25),
        "support_fte": (30, 26.25, 18.75),
        "primary_fte": (60, 45, 15),
        "hired_fte": (20, 15, 5),
        "vulnerability": (0.025, 0.03125, 0.0625),
        "standing_eur": (0, 575_000, 1_725_000),
    }
    for key, (now, small, large) in now_and_then.items():
        assert found["small"].quantities[key] == pytest.approx((now, small)), key
        assert found["large"].quantities[key] == pytest.approx((now, large)), key
    assert found["small"].quantities.keys() == now_and_then.keys()
    assert partners.left_behind(SimpleNamespace(members=members[:1]), draws=4, seed=1) == {}


def test_positions_today_are_those_of_the_draws_of_a_simulation():
    """A block at a time, each with its own draws; nothing goes and nothing comes."""
    inputs = usual_inputs()
    whole = partners.positions_today(inputs, draws=BLOCK + 5, seed=2)
    assert [one.fte.size for one in whole] == [BLOCK, 5]
    first, second = (
        block_sample(inputs, size=size, seed=2, block=block).draw
        for block, size in enumerate((BLOCK, 5))
    )
    assert whole[0].fte == pytest.approx(first.fte)
    assert whole[1].fte == pytest.approx(second.fte)
    assert not any(one.removed.any() for one in whole)
