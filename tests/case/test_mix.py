"""The named saving mixes are those of the data, and fit what a mix may hold."""

import pytest

from selfmgmt.case.case import Case
from selfmgmt.case.option import Option
from selfmgmt.case.plan import named_mix
from selfmgmt.evidence.mixes import named_mixes


@pytest.mark.parametrize(
    ("key", "shares"),
    [
        ("evenly", (0.08, 0.08, 0.06, 0, 0)),
        ("hiring_first", (0.08, 0.08, 0.06, 1, 0)),
        ("fewer_tasks", (0, 0, 0.06, 0.06, 0.06)),
        ("overhead_first", (0.08, 0.08, 0, 0, 0)),
    ],
)
def test_what_a_named_mix_takes(key: str, shares: tuple[float, ...]) -> None:
    """Managers, staff departments, primary process, hired staff and tasks, as the model says."""
    mix = named_mix(key)
    assert (mix.managers, mix.support, mix.primary, mix.hired, mix.tasks) == shares
    assert mix.hired_first == (key == "hiring_first")
    assert mix.imposed == (0.5 if key in ("hiring_first", "fewer_tasks") else 0.9)
    assert mix.rollout_quarters == 6


@pytest.mark.parametrize("record", [Case, Option])
def test_the_form_names_every_mix(record: type[Case] | type[Option]) -> None:
    """Who fills in a mix can read which there are."""
    words = str(record.model_fields["mix"].description)
    assert all(f"{key}," in words for key in named_mixes())
