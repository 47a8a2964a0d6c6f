"""Own payroll and hired-in staff over the years, for one municipality and for several together."""

import pytest

from selfmgmt.language import speaking
from selfmgmt.reference.finance import finance_history
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.views.charts.finance import finance_chart
from selfmgmt.views.figures import picture

NIJKERK = find_municipality("Nijkerk")


def test_every_year_of_accounts_is_in_the_table() -> None:
    """Budgets are left out: hiring is hardly ever budgeted."""
    chart = finance_chart([NIJKERK], "Nijkerk")
    assert chart is not None
    filed = [str(one.year) for one in finance_history(NIJKERK.code) if one.report == "accounts"]
    assert [row[0] for row in chart.table.rows] == filed
    assert picture(chart).startswith(b"\x89PNG")


def test_members_are_taken_together() -> None:
    """Per inhabitant of both: between the one and the other."""
    both = [find_municipality("Nijkerk"), find_municipality("Soest")]
    with speaking("en"):
        charts = [finance_chart(members, "x") for members in (both[:1], both[1:], both)]
    own = [float(chart.table.rows[0][1].split()[-1].replace(",", "")) for chart in charts if chart]
    assert len(own) == 3
    assert min(own[:2]) < own[2] < max(own[:2])


def test_the_words_say_what_the_picture_says() -> None:
    """First and last year with both figures, and that prices rose."""
    with speaking("en"):
        chart = finance_chart([NIJKERK], "Nijkerk")
    assert chart is not None
    assert chart.table.rows[0][0] in chart.alt
    assert chart.table.rows[-1][1] in chart.alt
    assert "rising prices" in chart.alt


def test_nothing_to_draw_is_no_chart(monkeypatch: pytest.MonkeyPatch) -> None:
    """A municipality without accounts has no history."""
    monkeypatch.setattr("selfmgmt.views.charts.finance.finance_history", lambda _code: ())
    assert finance_chart([NIJKERK], "Nijkerk") is None
