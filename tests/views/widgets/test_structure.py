"""The organisation in teams: hand-worked where all figures are known."""

import pytest

from selfmgmt.case.design import Design
from selfmgmt.case.plan import Plan, named_mix
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Estimate
from selfmgmt.simulation.inputs import Inputs, inputs_of
from selfmgmt.views.widgets.structure import structure_of
from tests.simulation.world import FIGURES, organisation

HALF = Estimate(low=0.5, central=0.5, high=0.5)


def inputs(**figures: object) -> Inputs:
    """An organisation of 300 FTE and 35 teams, all known."""
    known = organisation(**figures)  # type: ignore[no-untyped-call]
    return inputs_of(known, HALF, load_ledger())


def same(value: float | None) -> dict[str, float | None]:
    """A range without width."""
    return dict.fromkeys(("p10", "p50", "p90"), value)


def test_today_is_what_the_figures_say() -> None:
    """5.5% of 300 FTE are managers, 26% are in support, and the rest is primary."""
    found = structure_of(Plan(Design()), inputs(), seed=1)
    assert FIGURES["fte"] == "300"
    assert found["managers"] == same(16.5)
    assert found["support"] == same(78)
    assert found["primary"] == same(205.5)
    assert found["teams"] == same(35)
    assert found["team_size"] == same(8.571)
    assert found["span"] == same(17.18)
    assert found["coaches"] == same(0)


def test_a_plan_moves_every_part() -> None:
    """Percentages are of today, figures are themselves."""
    way = Design.model_validate(
        {"managers_after": "50%", "support_after": 60, "team_count": 40, "primary_fte_change": 10}
    )
    found = structure_of(Plan(way), inputs(), seed=1)
    assert found["managers"] == same(8.25)
    assert found["support"] == same(60)
    assert found["primary"] == same(215.5)
    assert found["teams"] == same(40)


def test_what_the_saving_mix_takes_is_gone_too() -> None:
    """Twice the even mix: 16% of 16.5 managers and of 78 in support, 12% of 205.5 primary."""
    found = structure_of(Plan(Design(), named_mix("evenly"), 2), inputs(), seed=1)
    assert found["managers"] == same(13.86)
    assert found["support"] == same(65.52)
    assert found["primary"] == same(180.8)


def test_without_managers_there_is_no_span() -> None:
    """Nothing to divide by is no figure, not a large one."""
    found = structure_of(Plan(Design.model_validate({"managers_after": 0})), inputs(), seed=1)
    assert found["span"] == same(None)


def test_what_is_not_known_has_a_range() -> None:
    """Uncertain figures give ends around the middle."""
    teams = structure_of(
        Plan(Design()), inputs(team_count={"low": 20, "central": 30, "high": 60}), seed=1
    )
    low, middle, high = teams["teams"].values()
    assert low is not None
    assert middle is not None
    assert high is not None
    assert 20 < low < middle < high < 60
    assert middle == pytest.approx(35, abs=3)
