"""The organisation in teams: hand-worked where all figures are known."""

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


TODAY = Estimate(low=35, central=35, high=35)


def same(value: float | None) -> dict[str, float | None]:
    """A range without width."""
    return dict.fromkeys(("p10", "p50", "p90"), value)


def test_today_is_what_the_figures_say() -> None:
    """5.5% of 300 FTE are managers, 26% are in support, and the rest is primary."""
    found = structure_of(Plan(Design()), inputs(), teams=TODAY, seed=1)
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
    found = structure_of(Plan(way), inputs(), teams=TODAY, seed=1)
    assert found["managers"] == same(8.25)
    assert found["support"] == same(60)
    assert found["primary"] == same(215.5)
    assert found["teams"] == same(40)


def test_what_the_saving_mix_takes_is_gone_too() -> None:
    """Twice the even mix: 16% of 16.5 managers and of 78 in support, 12% of 205.5 primary."""
    found = structure_of(Plan(Design(), named_mix("evenly"), 2), inputs(), teams=TODAY, seed=1)
    assert found["managers"] == same(13.86)
    assert found["support"] == same(65.52)
    assert found["primary"] == same(180.8)


def test_without_managers_there_is_no_span() -> None:
    """Nothing to divide by is no figure, not a large one."""
    found = structure_of(
        Plan(Design.model_validate({"managers_after": 0})), inputs(), teams=TODAY, seed=1
    )
    assert found["span"] == same(None)


def test_the_number_of_teams_is_the_figure_of_every_page() -> None:
    """Its own low, central and high end, moved by the plan; no range of draws beside it."""
    half = Plan(Design.model_validate({"team_count": "50%"}))
    teams = Estimate(low=20, central=30, high=60)
    found = structure_of(half, inputs(), teams=teams, seed=1)["teams"]
    assert found == {"p10": 10, "p50": 15, "p90": 30}
