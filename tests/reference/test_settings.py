"""Limits are data, each with a reason."""

import pytest

from selfmgmt.reference.files import read_table
from selfmgmt.reference.settings import setting


def test_a_limit_is_read_from_the_table() -> None:
    """The mark for next to no own payroll is 6 % of cost."""
    assert setting("low_own_payroll_share") == pytest.approx(0.06)


def test_every_limit_says_why() -> None:
    """Unit, label in two languages and reason are filled in."""
    assert all(all(row.values()) for row in read_table("settings"))
