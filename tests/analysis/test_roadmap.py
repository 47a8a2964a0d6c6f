"""The roadmap of an option: budget and stop lines of a world counted by hand, and its laws."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from selfmgmt.analysis.advice import advice_for
from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.development_cost import development_cost
from selfmgmt.analysis.roadmap import (
    known_conditions,
    one_off_of,
    option_roadmap,
    plain_levers,
    stop_line,
    teams_in_scope,
)
from selfmgmt.analysis.stop_and_repair import Course, paused, stop_and_repair
from selfmgmt.analysis.study import Study, study_of
from selfmgmt.case import Case, new_case
from selfmgmt.case.design import Design
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.practice.steps import load_stops, load_words

WAY = "stepwise_programme"
START = date(2027, 1, 1)
DRAWS = 256


def comparison_of(**readiness: float) -> OptionComparison:
    """Nijkerk with its options, as ready as is given."""
    case = new_case(["Nijkerk"])
    written = {**case.readiness.model_dump(), **readiness}
    ready = type(case.readiness).model_validate(written)
    changed: Case = case.model_copy(update={"readiness": ready})
    return compare_options(study_of(changed), draws=DRAWS, seed=1)


@pytest.fixture(scope="module")
def comparison() -> OptionComparison:
    """Nijkerk, of which readiness is not known."""
    return comparison_of()


def test_one_off_cost_by_hand() -> None:
    """Saving 8 a year is 2 a quarter; the cash fell by 3 and then rose by 2: 5 went out, then 0."""
    net = np.array([[0.0], [8.0], [8.0]])
    cash = np.array([[0.0], [-3.0], [-1.0]])
    assert one_off_of(net, cash).ravel().tolist() == [0, 5, 0]


def test_a_line_against_today_by_hand() -> None:
    """Absence of 5, 5, 6 and 6 % today: the line is 2 points above the middle.

    It rises by 1, 3, 0 and 2.5 points: past the margin in two of four futures.
    """
    today = np.array([0.05, 0.05, 0.06, 0.06])
    later = today + np.array([0.01, 0.03, 0.0, 0.025])
    found = stop_line(load_stops()["absence"], np.array([today, later]), [1])
    assert found.lines == {1: pytest.approx(0.075)}
    assert found.fires == 0.5


def test_a_line_at_the_bad_end_by_hand() -> None:
    """Ten futures that save 0 to 9: one of them is below the tenth of the way, 0.9."""
    path = np.array([np.zeros(10), np.arange(10.0)])
    found = stop_line(load_stops()["saving"], path, [1])
    assert found.lines == {1: pytest.approx(0.9)}
    assert found.fires == pytest.approx(0.1)


def test_the_cost_of_all_quarters_is_that_of_the_model(comparison: OptionComparison) -> None:
    """What a roadmap spreads over quarters adds up to the one-off cost of each future."""
    row = list(comparison.options).index(WAY)
    paths = {key: path[row] for key, path in comparison.outcomes.paths.items()}
    spread = one_off_of(paths["net_saving_eur"], paths["cumulative_cash_eur"]).sum(axis=0)
    whole = comparison.outcomes.values["transition_cost_eur"][row]
    np.testing.assert_allclose(spread, whole, rtol=1e-9, atol=1e-3)


def test_the_model_counts_from_the_first_group(comparison: OptionComparison) -> None:
    """The first line is a quarter after the first group starts, and all lie within the roadmap."""
    found = option_roadmap(comparison, WAY, start=START)
    start = found.roadmap.find("start")
    assert start is not None
    assert found.due[1] > start.begin
    assert max(found.due.values()) <= found.roadmap.quarter_starts()[-1]
    assert {*found.one_off} == {*found.due} == {*found.stops[0].lines}


def test_every_group_has_its_own_lever_and_what_it_costs(comparison: OptionComparison) -> None:
    """A range in euros each; without coaches in the design their group costs nothing."""
    found = option_roadmap(comparison, WAY, start=START).development
    levers = [path.lever for path in load_words().development.values()]
    assert sorted(found) == sorted(levers)
    assert all(cost.p10 <= cost.p50 <= cost.p90 for cost in found.values())
    assert all(found[lever].p50 > 0 for lever in ("training", "coaches", "control"))
    poor = option_roadmap(comparison, "fewer_managers_only", start=START).development
    assert poor["coaches"].p90 == poor["training"].p90 == 0
    assert poor["managers_after"].p50 > found["managers_after"].p50


def test_development_costs_no_more_than_the_roadmap_lasts(comparison: OptionComparison) -> None:
    """A quarter less never costs more, and no quarter costs nothing."""
    plan = comparison.plans[WAY]
    costs = [
        development_cost(comparison.study, plan, quarters=quarters, draws=DRAWS, seed=1)
        for quarters in (0, 3, 6)
    ]
    for lever in costs[0]:
        none, short, long = (one[lever].p50 for one in costs)
        assert none == 0 <= short <= long


def test_a_stronger_organisation_has_fewer_steps(comparison: OptionComparison) -> None:
    """Trust at 5 takes the step about trust out; trust at 1 keeps it in."""
    strong, weak = (
        option_roadmap(comparison_of(trust=score), WAY, start=START).roadmap for score in (5, 1)
    )
    assert "trust" not in {one.because for one in strong.steps}
    assert "trust" in {one.because for one in weak.steps}


def test_an_option_without_a_new_way_has_no_roadmap(comparison: OptionComparison) -> None:
    """And one that does not exist is told."""
    with speaking("en"), pytest.raises(InputError, match="nobody works in a new way"):
        option_roadmap(comparison, "do_nothing", start=START)
    with speaking("en"), pytest.raises(InputError, match="'dream' is not known here"):
        option_roadmap(comparison, "dream", start=START)


def test_the_start_moves_dates_and_nothing_else(comparison: OptionComparison) -> None:
    """Money and effort do not depend on the date."""
    first, later = (option_roadmap(comparison, WAY, start=day) for day in (START, date(2028, 4, 1)))
    assert first.one_off == later.one_off
    assert first.roadmap.effort() == later.roadmap.effort()
    assert [one.step.key for one in first.roadmap.steps] == [
        one.step.key for one in later.roadmap.steps
    ]


def test_amounts_become_parts(comparison: OptionComparison) -> None:
    """Ten FTE of coaches are a part of what the teams need; 60 % of managers stays 0.6."""
    study: Study = comparison.study
    design = Design.model_validate(
        {"scope": 1, "coaches": 10, "managers_after": "60%", "autonomy": {"methods": 6}}
    )
    levers = plain_levers(study, design)
    teams = study.organisation.team_count.estimate.central
    per_coach = study.ledger.for_calculation("teams_per_coach").central
    assert levers["coaches"] == pytest.approx(10 / (teams / per_coach))
    assert (levers["managers_after"], levers["methods"]) == (0.6, 6)


def test_advice_follows_the_design_and_readiness() -> None:
    """Full self-organisation imposes and leaves boundaries open; nobody in it: no advice."""
    ready = comparison_of(trust=1)
    full = ready.options["full_selforganisation_minimal_staff"].design
    broken = {one.advice.key for one in advice_for(ready.study, full) if one.verdict == "broken"}
    assert {"boundaries", "never_imposed", "trust"} <= broken
    assert advice_for(ready.study, Design()) == ()


@pytest.fixture(scope="module")
def courses(comparison: OptionComparison) -> tuple[Course, ...]:
    """A halt a year after the start."""
    plan = comparison.plans[WAY]
    return stop_and_repair(comparison.study, plan, quarter=4, pause=2, draws=DRAWS, seed=1)


def test_a_halt_costs_money_and_stopping_costs_the_target(courses: tuple[Course, ...]) -> None:
    """Repair is paid for; what is stopped for good reaches less of its target."""
    planned, repaired, stopped = courses
    assert (
        repaired.outcomes["transition_cost_eur"].p50 > planned.outcomes["transition_cost_eur"].p50
    )
    assert stopped.target_met < planned.target_met


def test_as_planned_is_the_option_itself(
    comparison: OptionComparison, courses: tuple[Course, ...]
) -> None:
    """The same futures, so the same chance as everywhere."""
    assert courses[0].target_met == comparison.options[WAY].target_met_probability


def test_a_pause_makes_one_lever_longer() -> None:
    """The head start before its end, the roll-out after it; nothing else changes."""
    design = Design(scope=1, start_share=0.2, start_quarters=4, rollout_quarters=8)
    assert paused(design, 4, 2) == design.model_copy(update={"start_quarters": 6})
    assert paused(design, 5, 2) == design.model_copy(update={"rollout_quarters": 10})
    assert paused(design, 3, 0) == design


def test_teams_and_conditions_by_hand() -> None:
    """Half of 40 teams, or of the 30 that are left; what is not filled in is no condition."""
    teams = SimpleNamespace(estimate=SimpleNamespace(central=40.0))
    filled = {"trust": SimpleNamespace(central=0.75)}
    study = SimpleNamespace(
        organisation=SimpleNamespace(team_count=teams), profile=SimpleNamespace(filled=filled)
    )
    assert teams_in_scope(study, Design(scope=0.5)) == 20
    fewer = Design.model_validate({"scope": 0.5, "team_count": 30})
    assert teams_in_scope(study, fewer) == 15
    assert known_conditions(study) == {"trust": 0.75}
