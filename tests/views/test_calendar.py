"""Dates in place of quarters."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.analysis.case_roadmap import roadmap_of
from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.views.calendar import calendar_of, case_calendar, months_of

days = st.dates(date(2024, 1, 1), date(2050, 12, 31))


@given(made=days)
def test_the_change_starts_with_the_first_quarter_that_leaves_time_to_decide(made):
    """Twelve weeks at least, and no more than a quarter beyond."""
    start = calendar_of(made).start
    assert (start.day, start.month % 3) == (1, 1)
    assert timedelta(weeks=12) <= start - made < timedelta(weeks=12, days=92)


@given(made=days)
def test_bodies_decide_in_order(made):
    """The works council is asked after the report, six weeks before the decision."""
    found = calendar_of(made)
    assert made < found.advice < found.decision < found.start
    assert found.decision - found.advice == timedelta(weeks=6)


@given(made=days, quarter=st.integers(0, 40))
def test_quarters_are_three_months(made, quarter):
    """Four of them are a year."""
    found = calendar_of(made)
    assert found.at(quarter + 4) == found.at(quarter).replace(year=found.at(quarter).year + 1)
    assert 89 <= (found.at(quarter + 1) - found.at(quarter)).days <= 92


MADE = date(2026, 11, 30)
WITH_START = Case(
    name="Nijkerk",
    municipalities=("Nijkerk",),
    practice={"roadmap": {"plan": {"start": {"date": date(2027, 7, 1)}}}},
)


@pytest.mark.parametrize("case", [Case(name="Nijkerk", municipalities=("Nijkerk",)), WITH_START])
def test_roadmap_and_report_start_on_one_day(case: Case) -> None:
    """With a start of its own, and without one."""
    comparison = compare(case, options=["do_nothing", "vanguard_first"], draws=64)
    roadmap = roadmap_of(comparison, today=MADE).roadmap
    assert roadmap.start == case_calendar(case, MADE).start


def test_quarters_have_their_months() -> None:
    """Counted by hand from July 2027."""
    assert months_of(WITH_START, MADE)[:5] == [
        "juli 2027", "oktober 2027", "januari 2028", "april 2028", "juli 2028",
    ]  # fmt: skip
    assert len(months_of(WITH_START, MADE)) == 41
