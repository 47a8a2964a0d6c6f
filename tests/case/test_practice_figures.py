"""What teams counted as an own figure of the model: it moves what it should, and nothing else."""

from typing import Any

import numpy as np
import pytest

from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case import new_case
from selfmgmt.case.practice_figures import counted_cover, with_counted_cover
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.practice.answers import read_practice

WAY = "stepwise_programme"


def counted(people: str) -> OptionComparison:
    """Nijkerk in which so many people can do each of two tasks."""
    able: dict[str, Any] = dict.fromkeys(people, "can")
    others = dict.fromkeys("vwxyz", "can")
    tasks = {"permits": able, "passports": able, "counter": others}
    practice = read_practice({"role_coverage": {"desk": tasks}})
    case = new_case(["Nijkerk"]).model_copy(update={"practice": practice})
    return compare_options(study_of(with_counted_cover(case)), draws=128, seed=1)


def test_fewer_single_points_make_the_organisation_less_vulnerable() -> None:
    """From two to three people who can do a task: less vulnerable in every option; money stays."""
    before, after = (counted(people).outcomes.values for people in ("ab", "abc"))
    assert (after["vulnerability_end"] < before["vulnerability_end"]).all()
    np.testing.assert_array_equal(after["net_saving_eur"], before["net_saving_eur"])
    np.testing.assert_array_equal(after["absence_end"], before["absence_end"])


def test_it_is_marked_as_an_own_figure() -> None:
    """The study knows where it came from."""
    assert counted("abc").study.organisation.vulnerability_today is not None


def test_without_a_table_there_is_no_figure() -> None:
    """And nothing is guessed."""
    with speaking("en"), pytest.raises(InputError, match="no team of 5 people or more"):
        with_counted_cover(new_case(["Nijkerk"]))


def test_a_small_team_does_not_reach_the_case() -> None:
    """Beside a large team nothing of a small one can be computed from the figure."""
    able = dict.fromkeys("vwxyz", "can")
    large = {"desk": {"permits": able}}
    small = {**large, "tiny": {"archive": {"a": "can"}}}
    one, both = (
        new_case(["Nijkerk"]).model_copy(
            update={"practice": read_practice({"role_coverage": tables})}
        )
        for tables in (large, small)
    )
    assert counted_cover(both) == counted_cover(one)
