import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.scoring.criteria import GROUPS, default_criteria, load_criteria, load_groups
from selfmgmt.scoring.profiles import group_shares, load_profiles, spread_over_criteria

GOALS = [group for group in GROUPS if group != "own"]


def test_five_profiles_that_are_nobodys() -> None:
    """Named for what they stress, marked as our assumption, of 100 points each."""
    assert len(load_profiles()) == 5
    for profile in load_profiles().values():
        assert (profile.grade, profile.status) == ("D", "assumption")
        assert set(profile.groups) == set(GOALS)
        assert sum(profile.groups.values()) == 100
        assert sum(profile.weights.values()) == pytest.approx(100)
        assert "bron" in profile.source.nl


def test_each_profile_stresses_what_its_name_says() -> None:
    """Balanced counts all groups the same; each other counts one of them most."""
    groups = {key: profile.groups for key, profile in load_profiles().items()}
    assert set(groups["balanced"].values()) == {20}
    for key, group in (
        ("residents_first", "residents"),
        ("staff_first", "staff"),
        ("grip_first", "steering"),
        ("money_first", "money"),
    ):
        assert max(groups[key], key=groups[key].__getitem__) == group


def test_no_example_gives_weight_to_tasks_kept() -> None:
    """How much services count only the reader can say."""
    assert load_criteria()["tasks_kept"].asked
    assert all("tasks_kept" not in profile.weights for profile in load_profiles().values())


def test_every_group_has_a_name() -> None:
    """What a group is called stands in the data."""
    assert set(load_groups()) == set(GROUPS)


def test_groups_times_within_worked_by_hand() -> None:
    """60 for staff of which satisfaction counts double: 30, 15, 15; 40 for steering: 20, 20."""
    criteria = {key: one for key, one in default_criteria().items() if one.group != "residents"}
    found = spread_over_criteria(
        {"staff": 60, "steering": 40}, criteria, within={"satisfaction": 2}
    )
    assert {key: at for key, at in found.items() if at} == {
        "satisfaction": 30,
        "absence": 15,
        "turnover": 15,
        "steerability": 20,
        "falls_back": 20,
    }


@given(st.fixed_dictionaries({group: st.floats(1, 100) for group in GOALS}))
def test_flat_weights_and_groups_are_the_same_weights(groups: dict[str, float]) -> None:
    """From groups to criteria and back to groups: the same shares."""
    criteria = default_criteria()
    back = group_shares(spread_over_criteria(groups, criteria), criteria)
    total = sum(groups.values())
    assert back == pytest.approx({key: at / total for key, at in groups.items()})
