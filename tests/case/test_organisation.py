"""The user's own figures, and what must hold between them."""

import pytest
from pydantic import ValidationError

from selfmgmt.case.organisation import OwnFigures
from selfmgmt.field_facts import fields_of


def test_shares_leave_people_for_the_work() -> None:
    """Managers and staff departments are never everyone: their limits add up to less than 100%."""
    limits = [fields_of(OwnFigures)[name].limits for name in ("manager_share", "support_share")]
    assert sum(limit.high for limit in limits if limit) < 1


@pytest.mark.parametrize(
    ("field", "written"),
    [("fte", -3), ("support_share", "120%"), ("absence", 6.5), ("cost_per_fte", "€ 8.500")],
)
def test_impossible_figures_are_refused(field: str, written: object) -> None:
    """Negative staff, more than everyone and slips of the decimal mark do not pass."""
    with pytest.raises(ValidationError, match=field):
        OwnFigures.model_validate({field: written})


def test_the_hint_for_overhead_names_real_fields() -> None:
    """What the message tells the user to fill in exists."""
    words = OwnFigures.look_alikes["overhead"]
    assert all(name in OwnFigures.model_fields for name in ("manager_share", "support_share"))
    assert "manager_share" in words
    assert "support_share" in words
