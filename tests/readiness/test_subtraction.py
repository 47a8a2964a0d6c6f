import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from selfmgmt.readiness.subtraction import (
    Tallies,
    Visible,
    alike,
    count_derivable,
    fewest_people,
    safe_distributions,
    safe_to_show,
)

people_by_role_and_team = arrays(np.int64, (1, 3, 4), elements=st.integers(0, 9))
masks = st.tuples(arrays(bool, 2), arrays(bool, 3)).map(
    lambda pair: Visible(roles=np.append(False, pair[0]), teams=np.append(False, pair[1]))
)


def tables(people: np.ndarray, visible: Visible) -> np.ndarray:
    """One row for each published sum, one column for each role in each team with people in it."""
    roles, teams = people.shape
    rows = [np.ones((roles, teams))]
    rows += [
        np.arange(roles)[:, None] == role + 0 * np.arange(teams)
        for role in np.flatnonzero(visible.roles)
    ]
    rows += [
        np.arange(teams) == team + 0 * np.arange(roles)[:, None]
        for team in np.flatnonzero(visible.teams)
    ]
    return np.array([np.broadcast_to(row, (roles, teams))[people > 0] for row in rows], dtype=float)


def fewest_by_trying(people: np.ndarray, visible: Visible) -> int:
    """The fewest people in any set of cells on which a combination of sums can live."""
    matrix, weights = tables(people, visible), people[people > 0]
    rank = np.linalg.matrix_rank(matrix)
    best = 0
    for code in range(1, 2 ** len(weights)):
        inside = np.array([code >> at & 1 for at in range(len(weights))], dtype=bool)
        size = int(weights[inside].sum())
        if best and size >= best:
            continue
        outside = matrix[:, ~inside]
        left = np.linalg.matrix_rank(outside) if outside.size else 0
        if left < rank:
            best = size
    return best


@given(people_by_role_and_team, masks)
def test_the_smallest_cut_is_the_fewest_people(people: np.ndarray, visible: Visible) -> None:
    """Trying every set of cells, by the rank of what is outside it, gives the same number."""
    small = people[:, :, :3]  # 512 sets at most
    fewer = Visible(roles=visible.roles, teams=visible.teams[:3])
    assert fewest_people(small, fewer) == fewest_by_trying(small[0], fewer)


def test_a_hidden_team_alone_follows_from_the_total() -> None:
    """One withheld team is the total less the teams that are shown."""
    people = np.array([[[0, 8, 20, 20]]])
    alone = Visible(roles=np.array([False]), teams=np.array([False, False, True, True]))
    with_another = alone.without("teams", 2)
    assert count_derivable(people, alone) == 1
    assert count_derivable(people, with_another) == 0


def test_one_role_within_a_team_follows() -> None:
    """Managers less those of the other teams leaves the managers of one team."""
    people = np.zeros((1, 3, 4), dtype=int)
    people[0, 1] = [0, 10, 9, 0]
    people[0, 2] = [0, 0, 8, 12]
    visible = Visible(
        roles=np.array([False, True, True]), teams=np.array([False, True, True, True])
    )
    assert count_derivable(people, visible) == 2


def test_a_team_that_follows_is_counted_whichever_teams_come_after_it() -> None:
    """Of three withheld teams the first is its role less the team that is shown.

    The other two share a role: only their sum follows. It is as many in any order of the teams.
    """
    people = np.array([[[0] * 6, [0, 8, 0, 0, 10, 0], [0, 0, 9, 7, 0, 12]]])
    roles = np.array([False, True, True])
    visible = Visible(roles=roles, teams=np.array([False, False, False, False, True, True]))
    assert count_derivable(people, visible) == 1
    order = [0, 2, 3, 1, 4, 5]
    assert count_derivable(people[:, :, order], visible) == 1


def tallies(people: np.ndarray) -> Tallies:
    """Tallies in which people of a group differ in what they say."""
    by_role, by_team = people[0].sum(axis=1), people[0].sum(axis=0)
    return Tallies(
        people=people,
        by_role=np.stack([by_role // 2, by_role - by_role // 2], axis=1),
        by_team=np.stack([by_team // 2, by_team - by_team // 2], axis=1),
    )


def test_a_rest_that_is_too_small_takes_the_smallest_team_along() -> None:
    """Four people without a team stay hidden behind the smallest team."""
    people = np.array([[[4, 9, 12, 15]]])
    wanted = Visible(roles=np.array([False]), teams=np.array([False, True, True, True]))
    visible = safe_to_show(tallies(people), wanted, floor=7)
    assert visible.teams.tolist() == [False, False, True, True]


@given(people_by_role_and_team, masks)
def test_what_is_shown_is_safe_and_was_wanted(people: np.ndarray, wanted: Visible) -> None:
    """Nothing is added, and nothing about fewer people than the floor follows."""
    visible = safe_to_show(tallies(people), wanted, floor=7)
    assert not (visible.roles & ~wanted.roles).any()
    assert not (visible.teams & ~wanted.teams).any()
    if visible.roles.any() or visible.teams.any():
        assert fewest_people(people, visible) >= 7
        assert count_derivable(people, visible) == 0


@pytest.mark.parametrize(
    ("counts", "found"),
    [([9, 0], True), ([8, 1], True), ([7, 2], False), ([0, 0], False), ([1, 0], True)],
)
def test_one_voice(counts: list[int], found: bool) -> None:
    """All people but one say the same: that one knows what all others said."""
    assert alike(np.array(counts)) is found


def test_distributions_of_a_role_of_one_voice_stay_hidden_behind_another() -> None:
    """A role of one voice is withheld, and so is the next, or it would follow from the total."""
    counts = np.array([[[0, 0], [9, 0], [5, 5], [20, 20]]])
    visible = Visible(roles=np.array([False, True, True, True]), teams=np.array([False]))
    safe = safe_distributions(counts, visible)
    assert safe is not None
    assert safe.roles.tolist() == [False, False, False, True]


def test_no_distribution_when_everyone_says_the_same() -> None:
    """An answer that all gave is not shown of anyone."""
    counts = np.array([[[0, 40], [0, 40]]])
    visible = Visible(roles=np.array([False, True]), teams=np.array([False]))
    assert safe_distributions(counts, visible) is None
