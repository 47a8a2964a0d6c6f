"""Options side by side."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.analysis.bands import band, chance_better
from selfmgmt.analysis.compare import _closes, compare, with_options
from selfmgmt.analysis.study import study_of
from selfmgmt.errors import InputError


def test_do_nothing_is_always_there_first_and_exactly_zero(comparison):
    """It saves nothing, costs nothing, and misses a cut for certain."""
    assert list(comparison.options) == ["do_nothing", "fewer_managers_only", "stepwise_programme"]
    nothing = comparison.options["do_nothing"]
    for outcome in ("net_saving_eur", "gross_saving_eur", "transition_cost_eur", "leaked_eur"):
        assert nothing.outcomes[outcome].p10 == nothing.outcomes[outcome].p90 == 0
    assert nothing.outcomes["capacity_low"].p10 == 100
    assert nothing.target_met_probability == 0
    assert nothing.weakest_condition is None


def test_the_weakest_condition_is_that_of_the_design(comparison):
    """Managers go without any redesign of the work: that is what is lacking."""
    fewer = comparison.options["fewer_managers_only"]
    assert fewer.weakest_condition == "work_redesign"
    assert fewer.weakest_share == 1


def test_paths_end_where_outcomes_say(comparison):
    """The last quarter of a path is the outcome at the end."""
    for option in comparison.options.values():
        for path, outcome in (("capacity", "capacity_end"), ("net_saving_eur", "net_saving_eur")):
            ends = option.paths[path][:, -1]
            bounds = option.outcomes[outcome]
            size = max(abs(bounds.p90), 1)
            assert ends / size == pytest.approx(
                np.array([bounds.p10, bounds.p50, bounds.p90]) / size, abs=5e-3
            )


def test_chances_of_two_options_and_a_tie_add_up_to_one(comparison):
    """Row beats column, column beats row, or neither does."""
    for outcome, chances in comparison.better.items():
        assert (chances + chances.T <= 1 + 1e-12).all(), outcome
        assert (np.diag(chances) == 0).all()
    assert comparison.better["gap_eur"][1, 0] > 0.95


@given(arrays(float, (3, 20), elements=st.floats(-1e6, 1e6)))
def test_more_of_what_is_bad_is_worse(values):
    """The same draws give the mirrored table for an outcome of which less is better."""
    more = chance_better("net_saving_eur", values)
    less = chance_better("transition_cost_eur", values)
    assert (less == more.T).all()


def test_a_band_of_what_is_seldom_reached_is_infinite_above():
    """Payback that most draws do not reach has no middle figure."""
    found = band(np.array([1.0] * 3 + [np.inf] * 7))
    assert found.p10 == 1
    assert found.p50 == np.inf


def test_own_figures_are_not_asked_for_again(comparison):
    """What the user gave is not in the list of what to fill in first."""
    assert {"fte", "manager_share", "absence"}.isdisjoint(comparison.fill_in_first)
    assert list(comparison.fill_in_first.values()) == sorted(
        comparison.fill_in_first.values(), reverse=True
    )


def test_assumptions_carry_the_spread_of_capacity(comparison):
    """The dip rests on no source, and the comparison says so."""
    assert comparison.assumption_share["stepwise_programme"]["capacity_low"] > 0.5
    shares = comparison.assumption_share["do_nothing"]["capacity_low"]
    assert np.isnan(shares)


def test_a_named_option_can_be_asked_for_that_the_case_lacks(case):
    """Named options are always at hand; others are refused, all at once."""
    asked = with_options(case, ["vanguard_first"])
    assert list(asked.options) == ["do_nothing", "vanguard_first"]
    with pytest.raises(InputError, match="stepwise_program") as caught:
        compare(case, options=["stepwise_program", "nonsense_option"])
    assert len(caught.value.faults) == 2


def test_what_is_known_of_the_organisation_itself_is_its_own_and_public_figures(comparison):
    """Readiness counts once a dimension is answered; what is assumed or from studies never does."""
    case = comparison.study.case
    answered = type(case.readiness).model_validate({"trust": 3.0})
    origins = comparison.study.inputs.origins
    own = {key for key, origin in origins.items() if origin in ("own", "public")}
    assert {"fte", "manager_share"} <= own
    assert set(comparison.local) == own
    study = study_of(case.model_copy(update={"readiness": answered}))
    assert set(replace(comparison, study=study).local) == own | {"readiness"}


def test_a_surer_size_finds_the_money_in_80_of_100_futures(case):
    """Told of what was sized for 50, and only where the money can be found that surely."""
    even, fair, described = (
        compare(case, draws=200, seed=1, **asked)
        for asked in ({"certainty": 50}, {"certainty": 80}, {"size": "described"})
    )
    assert even.surer == {
        key: found.factor for key, found in fair.options.items() if found.reach >= 1 - 1e-9
    }
    assert all(times > even.options[key].factor for key, times in even.surer.items())
    assert "stepwise_programme" in even.surer
    assert fair.surer == described.surer == {}
    assert [_closes(reach) for reach in (0.99, 1 - 1e-9, 1.2)] == [
        False,
        True,
        True,
    ]
