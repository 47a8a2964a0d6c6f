from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.errors import InputError
from selfmgmt.evidence.options import named_options
from selfmgmt.evidence.warnings import LeverCondition, load_warnings, warnings_for
from selfmgmt.field_facts import fields_of

shares = st.floats(0, 1)


def keys(**levers: Any) -> set[str]:
    """Keys of the warnings for a design."""
    return {found.key for found in warnings_for(Design.model_validate(levers).model_dump())}


def test_doing_nothing_needs_no_warning_but_one() -> None:
    """Only what always holds is said."""
    assert keys() == {"no_failure_rate"}


@pytest.mark.parametrize(
    ("levers", "warning"),
    [
        ({"motive": "cut", "scope": 1}, "savings_come_from_positions"),
        ({"support_after": "90%"}, "savings_slip_and_leak"),
        ({"scope": 1, "control": 0.2}, "grip_gets_lost"),
        ({"scope": 1, "managers_after": "0%"}, "nobody_cuts_the_knot"),
        ({"scope": 1, "work_redesign": 0.1}, "design_comes_first"),
        ({"scope": 1, "work_redesign": 1, "interdependence": 0.2}, "design_comes_first"),
        ({"primary_fte_change": "-10%"}, "deep_cut_makes_ill"),
        ({"managers_after": "50%"}, "wider_span_is_not_free"),
        ({"imposed": 1, "scope": 1}, "imposed_change_meets_resistance"),
        ({"scope": 1, "training": 2000}, "training_only_on_request"),
    ],
)
def test_a_design_meets_its_warning(levers: dict[str, Any], warning: str) -> None:
    """The lever that a case went wrong on calls up that case; doing nothing does not."""
    assert warning in keys(**levers)
    assert warning not in keys()


@given(shares, shares, shares)
def test_less_control_never_takes_a_warning_away(scope: float, one: float, other: float) -> None:
    """Grip is lost at every lower level of control too."""
    low, high = sorted((one, other))
    if "grip_gets_lost" in keys(scope=scope, control=high):
        assert "grip_gets_lost" in keys(scope=scope, control=low)


@given(shares, st.floats(1, 500))
def test_an_amount_is_compared_as_a_share_of_today(share: float, managers: float) -> None:
    """12 of 24 managers gets the warnings of 50%."""
    fte = Design.model_validate({"managers_after": share * managers, "scope": 1}).model_dump()
    part = Design.model_validate(
        {"managers_after": {"value": share * managers / managers, "relative": True}, "scope": 1}
    ).model_dump()
    assert warnings_for(fte, {"managers_after": managers}) == warnings_for(part)


def test_an_amount_of_unknown_size_is_warned_about() -> None:
    """Better a warning too many than one too few."""
    assert "wider_span_is_not_free" in keys(managers_after=12)
    levers = Design.model_validate({"managers_after": 12}).model_dump()
    assert "wider_span_is_not_free" not in {
        found.key for found in warnings_for(levers, {"managers_after": 12})
    }


def test_a_missing_lever_is_named() -> None:
    """Half a design cannot be judged."""
    with pytest.raises(InputError, match="scope"):
        warnings_for({"motive": "cut"})


def test_conditions_speak_of_levers_that_exist() -> None:
    """A lever or choice that no design has would never be warned about."""
    levers = fields_of(Design)
    for warning in load_warnings().values():
        for case in warning.applies if warning.applies != "always" else ():
            for name, bounds in case.items():
                assert name in levers
                choices = {*levers[name].choices, True, False}
                assert set(bounds.one_of) <= choices


def test_each_warning_is_for_some_option() -> None:
    """No warning is out of reach of what users start from."""
    case = Case(name="Urk", municipalities="Urk", options=dict.fromkeys(named_options()))
    found = (warnings_for(case.plan(key).levers.model_dump()) for key in case.options)
    met = {warning.key for warnings in found for warning in warnings}
    assert met == set(load_warnings())


def test_bounds_include_their_ends() -> None:
    """At least and at most mean what they say."""
    assert LeverCondition(at_least=0.5, at_most=0.5).hold(0.5)
    assert not LeverCondition(at_least=0.5).hold(0.49)
    assert not LeverCondition(at_most=0.5).hold(0.51)
    assert LeverCondition(one_of=(False,)).hold(False)
