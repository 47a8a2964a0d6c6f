"""Consequences for staff."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.uncertainty import Quantiles
from selfmgmt.views.calendar import calendar_of
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.words.staff import (
    leaving_anyway,
    planned_fte,
    positions_table,
    reason_sentences,
    safeguard_sentences,
    staff_table,
)

DATES = calendar_of(date(2026, 11, 30))


@pytest.fixture(scope="module")
def options():
    """A plain cut and a programme as described, of 300 FTE."""
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "organisation": {"fte": 300, "manager_share": "5%", "support_share": "25%"},
            "options": dict.fromkeys(("cut_across_the_board", "stepwise_programme")),
        }
    )
    with speaking("en"):
        return compare(case, draws=100, seed=1)


@pytest.fixture(autouse=True)
def _english():
    with speaking("en"):
        yield


def test_planned_posts_are_counted_by_group(options):
    """Of 15 managers 8%, of 75 in staff departments 8%, of 210 others 6%: worked by hand."""
    cut = options.options["cut_across_the_board"]
    found = [
        planned_fte(options, cut, lever)
        for lever in ("managers_after", "support_after", "primary_fte_change")
    ]
    assert found == pytest.approx([1.2, 6, 12.6])
    rows = positions_table(options, cut, DATES).rows
    assert rows[2][1] == "13 FTE, about 14 people"
    assert rows[0][2] == "April 2027 to October 2028"


def test_hired_staff_that_goes_has_a_row_of_its_own(options):
    """And a group that loses no posts has no dates."""
    cut = options.options["cut_across_the_board"]
    hired = Quantiles(p10=4, p50=5, p90=6)
    fewer = replace(cut, outcomes=cut.outcomes | {"hired_removed_fte": hired})
    rows = positions_table(options, fewer, DATES).rows
    assert ("Hired staff that goes", "5.0 (4.0 to 6.0) FTE", rows[0][2]) in rows
    programme = options.options["stepwise_programme"]
    planned = positions_table(options, programme, DATES).rows[:3]
    assert all((row[1] == "none") == (row[2] == "n.a.") for row in planned)


def test_who_leaves_anyway_and_who_has_no_post_are_together_those_that_go(options):
    """Draw by draw, as far as people do not come back."""
    row = list(options.options).index("cut_across_the_board")
    values = options.outcomes.values
    gone, displaced = (values[key][row] for key in ("posts_removed_fte", "displaced_fte"))
    found = leaving_anyway(options, "cut_across_the_board")
    assert found.p50 == np.sort(np.maximum(gone - displaced, 0))[(gone.size - 1) // 2]
    table = staff_table(options)
    assert table is not None
    text = {row[0]: row[1:] for row in table.rows}
    write = OUTCOMES["displaced_fte"].range
    for option in list(options.options.values())[1:]:
        assert text[option.label][1] == write(option.outcomes["displaced_fte"])


def test_each_option_tells_its_own_reason(options):
    """A cut is no better service, and a programme may be both."""
    cut, programme = list(options.options.values())[1:]
    assert reason_sentences(cut)[-1].endswith("a budget cut.")
    assert "better service" in reason_sentences(programme)[-1]


def test_what_is_missing_of_safeguards_is_said(options):
    """A plain cut has no coaches and no training; a programme has both."""
    cut, programme = list(options.options.values())[1:]
    assert "There are no coaches in this option." in safeguard_sentences(cut)
    assert "Coaches help the teams." in safeguard_sentences(programme)
