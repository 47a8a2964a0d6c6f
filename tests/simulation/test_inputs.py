"""The list of uncertain quantities."""

import pytest

from selfmgmt.errors import InputError
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.simulation.inputs import Inputs, effect_of


def test_effects_run_from_bad_to_good():
    """Less absence is better, more productivity is."""
    ledger = load_ledger()
    absence = effect_of(ledger.parameter("absence_effect"))
    assert absence.bad > absence.central > absence.good
    productivity = effect_of(ledger.parameter("productivity_effect"))
    assert productivity.bad < productivity.central < productivity.good


def test_an_unverified_figure_never_reaches_a_calculation():
    """The ledger refuses to hand it over."""
    ledger = load_ledger()
    unverified = [key for key, found in ledger.parameters.items() if found.status == "unverified"]
    assert unverified
    for key in unverified:
        with pytest.raises(InputError, match=key):
            ledger.for_calculation(key)


def test_what_is_known_is_not_uncertain(inputs):
    """Own figures given as one number do not count among what drives the spread."""
    assert "fte" not in inputs.uncertain
    assert "dip_depth" in inputs.uncertain
    assert inputs.origins["dip_depth"] == "assumption"


def test_a_range_that_we_assumed_counts_as_assumption(inputs):
    """A source with one value does not make the range around it evidence."""
    found = load_ledger().parameter("savings_realisation")
    assert found.status == "derived"
    assert found.assumed_range
    assert inputs.origins["savings_realisation"] == "assumption"
    assert inputs.origins["satisfaction_base"] == "evidence"


def test_payroll_and_inhabitants_are_unknown_until_they_are_given():
    """A payroll that nobody gave is none at all, so that FTE times cost counts."""
    bare = Inputs(ranges={}, effects={}, origins={})
    assert (bare.payroll_eur, bare.inhabitants) == (None, 0)
