"""Why there is a second edition: each fault of the first, seen to be gone in three towns.

What each town gets that the others do not. Vlieland (42 FTE): small, so some task is uncovered in
one of six cases, parts of posts are no people, and hardly any hired staff to begin with. Nijkerk
(393 FTE): a fifth of staff cost is hired staff, so a cut of 5% can be found there without any
post. Amsterdam (18,456 FTE): no task is ever uncovered, absence is highest.
"""

from itertools import combinations

import numpy as np
import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.analysis.study import study_of
from selfmgmt.case.design import Design
from selfmgmt.case.files import new_case
from selfmgmt.case.plan import Plan
from selfmgmt.simulation import simulate

TOWNS = ("Vlieland", "Nijkerk", "Amsterdam")
DRAWS = 256
PEOPLE = (
    "capacity_low",
    "absence_mean",
    "turnover_mean",
    "satisfaction_mean",
    "steerability_low",
    "vulnerability_end",
)


def case_with(town, target="5%"):
    """A new case of a town with a target."""
    case = new_case([town])
    written = case.question.model_dump() | {"saving_target": target, "example": False}
    return case.model_copy(update={"question": type(case.question).model_validate(written)})


@pytest.fixture(scope="module", params=TOWNS)
def town(request):
    """Each of the three towns."""
    return request.param


@pytest.fixture(scope="module")
def comparisons():
    """The three towns, at equal money."""
    return {name: compare(case_with(name), draws=DRAWS, seed=1) for name in TOWNS}


@pytest.fixture(scope="module")
def study(town):
    """One town with everything looked up."""
    return study_of(case_with(town))


def values_of(study, *designs):
    """The outcomes of some designs and plans, doing nothing first."""
    run = simulate([Design(), *designs], study.inputs, question=study.question, draws=DRAWS, seed=1)
    return run.values


def changed(design, **levers):
    """A design with some levers at another value."""
    return Design.model_validate(design.model_dump() | levers)


@pytest.mark.parametrize("outcome", PEOPLE)
def test_no_two_towns_get_the_same_figures(comparisons, outcome):
    """In the first edition every figure but euros was the same to the last byte."""
    for one, other in combinations(comparisons.values(), 2):
        for key in ("cut_across_the_board", "hiring_first", "within_frames"):
            assert one.options[key].outcomes[outcome] != other.options[key].outcomes[outcome]


def test_each_town_gets_something_that_the_others_do_not(comparisons):
    """As the first lines of this module say."""
    uncovered = {
        name: found.options["do_nothing"].outcomes["vulnerability_end"].p50
        for name, found in comparisons.items()
    }
    assert uncovered["Vlieland"] > 0.1
    assert uncovered["Nijkerk"] < 0.02
    assert uncovered["Amsterdam"] == pytest.approx(0, abs=1e-6)
    posts = {
        name: found.options["hiring_first"].outcomes["deep_share"].p50
        for name, found in comparisons.items()
    }
    assert posts["Nijkerk"] == 0
    assert min(posts["Vlieland"], posts["Amsterdam"]) > 0.02
    absence = {
        name: found.study.inputs.ranges["absence"].central for name, found in comparisons.items()
    }
    assert max(absence, key=absence.get) == "Amsterdam"


def test_a_cut_without_self_organisation_hurts(study):
    """No managers, few staff departments, much less primary process: it used to be harmless."""
    deep = Design.model_validate(
        {"managers_after": "0%", "support_after": "30%", "primary_fte_change": "-30%"}
    )
    values = values_of(study, deep)
    for outcome in ("satisfaction_mean", "steerability_low"):
        assert np.median(values[outcome][1] - values[outcome][0]) < -0.005
    assert np.median(values["turnover_mean"][1] - values["turnover_mean"][0]) > 0.002


def test_the_order_follows_the_target(town):
    """What keeps most capacity at a cut of 2% is not what does at 10%."""
    orders = []
    for target in ("2%", "10%"):
        found = compare(case_with(town, target), draws=DRAWS, seed=1)
        kept = {
            key: option.outcomes["capacity_low"].p50
            for key, option in found.options.items()
            if key != "do_nothing"
        }
        orders.append(sorted(kept, key=kept.get))
    assert orders[0] != orders[1]


def test_sizes_follow_the_target(town):
    """Five times the cut takes more than three times the mix."""
    sizes = []
    for target in ("2%", "10%"):
        study = study_of(case_with(town, target))
        found = compare(study.case, options=["cut_across_the_board"], draws=DRAWS, seed=1)
        sizes.append(found.options["cut_across_the_board"].factor)
    assert sizes[1] > 3 * sizes[0]


def test_steering_buys_something(study):
    """Coaches and control lower the chance of falling back; more than is needed adds nothing."""
    way = study.case.design("within_frames")
    values = values_of(
        study,
        changed(way, coaches="0%"),
        changed(way, coaches="100%"),
        changed(way, coaches="150%"),
        changed(way, control=0.2),
    )
    back = values["falls_back"].mean(axis=1)
    assert back[1] > back[2] == back[3]
    assert back[4] > values_of(study, way)["falls_back"][1].mean()
    realised = np.median(values["realised_saving_eur"], axis=1)
    assert realised[4] < realised[2]


def test_staff_departments_are_no_silver_bullet(study):
    """Half of them gone costs grip, satisfaction and work for residents."""
    values = values_of(study, Design.model_validate({"support_after": "50%"}))
    for outcome in ("capacity_low", "satisfaction_mean", "steerability_low"):
        assert np.median(values[outcome][1] - values[outcome][0]) < 0


def test_autonomy_moves_outcomes(study):
    """The mandate is the dose of self-organisation: today's mandate has no effect on people."""
    way = study.case.design("within_frames")
    today, much = changed(way, autonomy=Design().autonomy.model_dump()), way
    values = values_of(study, today, much)
    for outcome in ("capacity_low", "satisfaction_mean", "turnover_mean"):
        assert not np.allclose(values[outcome][1], values[outcome][2])
    assert values["falls_back"][1].mean() == 0 < values["falls_back"][2].mean()


def test_the_worst_quarter_is_told_where_the_end_hides_it(comparisons):
    """Turnover at the end is lower than it was on the way."""
    for found in comparisons.values():
        for key in ("cut_across_the_board", "fewer_managers_only"):
            outcomes = found.options[key].outcomes
            assert outcomes["turnover_worst"].p50 > outcomes["turnover_end"].p50 + 0.002


def test_the_weakest_dimension_of_readiness_decides(town):
    """One 1 among 5s is far less than the mean of them."""
    case = case_with(town)
    scores = dict.fromkeys(study_of(case).profile.dimensions, 5)
    weak = next(key for key in scores if key != "frameworks")
    readiness = type(case.readiness).model_validate({**scores, weak: 1})
    rho = study_of(case.model_copy(update={"readiness": readiness})).profile.rho
    assert rho.central < 0.6


def test_there_is_no_jump_where_a_way_of_working_begins(study):
    """A tenth of a per cent of the staff changes next to nothing."""
    way = study.case.design("within_frames")
    none = changed(way, scope=0, coaches="0%")
    values = values_of(study, none, changed(way, scope=0.001))
    for outcome in PEOPLE:
        size = 100 if outcome in ("capacity_low", "steerability_low") else 1
        assert np.abs(values[outcome][1] - values[outcome][2]).max() < 0.005 * size, outcome


def test_a_plan_is_one_with_its_way_when_nothing_goes_beside_it(study):
    """Size 0 of any mix is no mix."""
    way = study.case.design("within_frames")
    values = values_of(study, way, Plan(way, study.case.mix_named("evenly"), 0.0))
    for outcome, drawn in values.items():
        np.testing.assert_array_equal(drawn[1], drawn[2], err_msg=outcome)
