"""Which roadmap a case asks for."""

from datetime import date

import pytest

from selfmgmt.analysis.case_roadmap import KEY, case_roadmap, option_for, roadmap_of
from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.analysis.weigh import weigh
from selfmgmt.case import Case
from selfmgmt.errors import InputError
from selfmgmt.practice.goals import PLAN

NO_WAY, WAY, OTHER = "cut_across_the_board", "stepwise_programme", "vanguard_first"
GOAL = {"number": "3.2", "goal": "Veilige straten", "track": "results"}


def compared(*options: str, **practice: object) -> OptionComparison:
    """Nijkerk with these options, in few futures."""
    written = {
        "name": "Nijkerk", "municipalities": ["GM0267"], "options": dict.fromkeys(options),
        "practice": practice,
    }  # fmt: skip
    return compare_options(study_of(Case.model_validate(written)), draws=64, seed=1)


@pytest.fixture(scope="module")
def comparison() -> OptionComparison:
    """One option without a new way of working, then two with; nothing filled in."""
    return compared(NO_WAY, WAY, OTHER)


def test_start_goals_and_option_are_those_that_the_case_fills_in() -> None:
    """They stand on the instrument, and win of the day of today and of who leads."""
    rows = {"start": {"date": date(2028, 4, 1)}, "option": {"option": OTHER}, "safe": GOAL}
    filled = compared(WAY, OTHER, **{KEY: {PLAN: rows}})
    found = roadmap_of(filled, leading=WAY, today=date(2026, 11, 30))
    assert (found.option, found.roadmap.start) == (OTHER, date(2028, 4, 1))
    assert [goal.number for goal in found.roadmap.goals] == ["3.2"]


def test_without_a_start_it_begins_with_the_first_quarter_that_leaves_time(
    comparison: OptionComparison,
) -> None:
    """Twelve weeks from 30 November 2026 end in February, so it is April."""
    found = roadmap_of(comparison, today=date(2026, 11, 30))
    assert (found.option, found.roadmap.start) == (WAY, date(2027, 4, 1))


def test_without_a_name_the_leading_option_counts_if_people_work_in_a_new_way(
    comparison: OptionComparison,
) -> None:
    """Else, or when it is none, the first one that does."""
    leading = (OTHER, NO_WAY, "", "dream")
    assert [option_for(comparison, "", key) for key in leading] == [OTHER, WAY, WAY, WAY]


def test_a_name_means_an_option_by_key_or_label(comparison: OptionComparison) -> None:
    """Capitals do not matter, and what is no option is told."""
    label = comparison.options[OTHER].label
    assert option_for(comparison, label, WAY) == option_for(comparison, OTHER.upper()) == OTHER
    with pytest.raises(InputError, match="dream"):
        option_for(comparison, "dream")


def test_options_without_a_new_way_of_working_have_no_roadmap() -> None:
    """There is nothing to plan in steps."""
    with pytest.raises(InputError, match="nieuwe manier van werken"):
        option_for(compared(NO_WAY), "")


def test_the_roadmap_of_a_case_leads_to_what_comes_first() -> None:
    """Of what most who weigh put first the first with a new way; else the first of the case."""
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": ["GM0267"],
            "options": dict.fromkeys((NO_WAY, WAY, OTHER)),
            "weights": {"council": {"capacity_low": 1}},
        }
    )
    comparison = compare_options(study_of(case), draws=64, seed=2)
    leading = weigh(comparison).leading
    found = case_roadmap(case, draws=64, seed=2)
    assert found.option == roadmap_of(comparison, leading=leading[0]).option
    assert found.one_off_total == roadmap_of(comparison, leading=leading[0]).one_off_total
