import inspect

import pytest

from selfmgmt.errors import InputError
from selfmgmt.readiness import yardstick
from selfmgmt.readiness.yardstick import load_yardstick, since_last_time, team_result


def test_eight_aspects_of_four_stages() -> None:
    """One subject, four sentences, all different in both languages."""
    aspects = load_yardstick().aspects
    stages = [stage for aspect in aspects.values() for stage in aspect.stages]
    assert len(aspects) == 8
    assert len({stage.nl for stage in stages}) == len({stage.en for stage in stages}) == 32


def test_counts_by_subject() -> None:
    """Three sheets, one with an open subject."""
    result = team_result([{"goals": 1, "roles": 4}, {"goals": 1}, {"goals": 4, "roles": None}])
    assert result.sheets == 3
    assert result.aspects["goals"].counts == (2, 0, 0, 1)
    assert result.aspects["roles"].counts == (0, 0, 0, 1)
    assert result.aspects["frame"].counts == (0, 0, 0, 0)


def test_what_the_team_differs_on_comes_first() -> None:
    """Most apart first; a subject on which all agree needs no talk."""
    result = team_result(
        [{"goals": 1, "frame": 2, "roles": 3}, {"goals": 2, "frame": 4, "roles": 3}]
    )
    assert result.to_discuss() == ("frame", "goals")


def test_a_team_sees_what_changed_since_its_own_last_time() -> None:
    """Most ticked 2, now 3; on frame 1 and 4 as often, now 4; roles stayed; the rest is open."""
    before = team_result(
        [{"goals": 2, "frame": 1, "roles": 2}, {"goals": 2, "frame": 4, "outside": 1}, {"goals": 3}]
    )
    now = team_result([{"goals": 3, "frame": 4, "roles": 2}, {"goals": 3, "frame": 4}])
    assert since_last_time(before, now) == {"goals": ((2,), (3,)), "frame": ((1, 4), (4,))}


def test_there_is_no_score_and_no_second_team() -> None:
    """Nothing here takes two teams, and a result has no total, mean or level."""
    result = team_result([{"goals": 1}])
    words = {name for name in dir(result) if not name.startswith("_")}
    assert words == {"aspects", "sheets", "to_discuss"}
    public = [
        name for name, _ in inspect.getmembers(yardstick, inspect.isfunction) if name[0] != "_"
    ]
    assert not [name for name in public if "compare" in name or "rank" in name]


def test_all_faults_at_once() -> None:
    """An unknown subject and a fifth sentence are told together."""
    with pytest.raises(InputError, match="goal") as error:
        team_result([{"goal": 1}, {"roles": 5}])
    assert len(error.value.faults) == 2
