"""Consequences for staff."""

import pytest

from selfmgmt.analysis.compare import compare
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.staff import works_council_answers


@pytest.fixture(scope="module")
def answers():
    """What a works council hears about a plain cut and a programme as described, of 300 FTE."""
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "organisation": {"fte": 300, "manager_share": "5%", "support_share": "25%"},
            "options": dict.fromkeys(("cut_across_the_board", "stepwise_programme")),
        }
    )
    with speaking("en"):
        return [text for _, text in works_council_answers(compare(case, draws=100, seed=1))]


def test_positions_in_the_primary_process_are_counted(answers):
    """Of 210 FTE six per cent goes in one option, nobody in the other."""
    assert "0 to 13 FTE in the primary process" in answers[2]
    assert "1 to 6 FTE of managers" in answers[2]


def test_each_motive_is_named_once(answers):
    """Also when one option has one of them and the other has both."""
    assert answers[1].endswith("Reasons given with the options: better service; a budget cut.")
