"""What can be had from published tables by adding and subtracting them.

Sums over everyone, over roles and over teams are sums over the same people. Whatever one adds or
subtracts of them, a person with role ``r`` and team ``t`` counts with a weight ``a_r + b_t``. Take
roles and teams as the two sides of a graph, with a line as thick as the number of people for each
role in each team. Those weights are then differences of potential along the lines, and the
fewest people that such a combination can be about is the smallest cut of the graph. Groups that
are withheld are one node, the rest, since no table tells them apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_DEVIANTS = 2
"""How many people must differ from what most say; one alone would know all the others."""


@dataclass(frozen=True, kw_only=True)
class Tallies:
    """The people behind the tables of one dimension; role 0 and team 0 are those not known.

    Args:
        people: Shape (sums, roles, teams): how many people each sum is over. A sum is that of
            one item, or of the score.
        by_role: Shape (roles, values): how many people have each value of the score.
        by_team: Shape (teams, values).
    """

    people: Ints
    by_role: Ints
    by_team: Ints

    def largest_roles(self, visible: "Visible", most: int) -> "Visible":
        """``visible`` with no more than this many roles."""
        small_first = np.argsort(
            np.where(visible.roles, self.by_role.sum(axis=1), 0), kind="stable"
        )
        roles = visible.roles.copy()
        roles[small_first[:-most]] = False
        return Visible(roles=roles, teams=visible.teams)


@dataclass(frozen=True, kw_only=True)
class Visible:
    """Which roles and teams are shown, beside everyone together."""

    roles: Mask
    teams: Mask

    def without(self, kind: str, at: int) -> "Visible":
        """The same with one group less."""
        mask = getattr(self, kind).copy()
        mask[at] = False
        return Visible(**{"roles": self.roles, "teams": self.teams, kind: mask})


def safe_to_show(tallies: Tallies, wanted: Visible, floor: int) -> Visible:
    """The largest part of ``wanted`` we find that gives nothing away by subtraction.

    Each time the risk is too high, the group goes whose leaving lowers it most, and of those
    the smallest. It ends, since everyone together is always safe.
    """
    visible = wanted
    while (risk := _risk(tallies, visible, floor)) > _SAFE:
        visible = _best_without(tallies, visible, floor, risk)
    return visible


_Risk = tuple[int, int, int]
_SAFE: _Risk = (0, 0, 0)


def _risk(tallies: Tallies, visible: Visible, floor: int) -> _Risk:
    """How many people short of the floor, withheld groups that follow, groups of one voice."""
    if not (visible.roles.any() or visible.teams.any()):
        return _SAFE
    short = floor - fewest_people(tallies.people, visible)
    follow = 0 if short > 0 else count_derivable(tallies.people, visible)
    return max(0, short), follow, _unanimous(tallies, visible)


def _unanimous(tallies: Tallies, visible: Visible) -> int:
    """How many shown groups and rests have one voice."""
    return sum(
        alike(table)
        for counts, mask in ((tallies.by_role, visible.roles), (tallies.by_team, visible.teams))
        for table in (rest_of(counts, mask), *counts[mask])
    )


def _best_without(tallies: Tallies, visible: Visible, floor: int, risk: _Risk) -> Visible:
    best, lowest = None, risk
    for kind, at in _smallest_first(tallies, visible):
        less = visible.without(kind, at)
        left = _risk(tallies, less, floor)
        if best is None or left < lowest:
            best, lowest = less, left
        if left == _SAFE:
            break
    return best or visible


def _smallest_first(tallies: Tallies, visible: Visible) -> list[tuple[str, int]]:
    sizes = {"roles": tallies.by_role.sum(axis=1), "teams": tallies.by_team.sum(axis=1)}
    groups = [(kind, int(at)) for kind in sizes for at in np.flatnonzero(getattr(visible, kind))]
    return sorted(groups, key=lambda group: sizes[group[0]][group[1]])


def rest_of(counts: Ints, visible: Mask) -> Ints:
    """The counts of all that is not shown, together."""
    return np.asarray(counts[~visible].sum(axis=0))


def alike(counts: Ints) -> bool:
    """Whether all people, or all but one, have the same value; of nobody that is not so.

    >>> alike(np.array([0, 8, 1])), alike(np.array([0, 7, 2])), alike(np.array([0, 0, 0]))
    (True, False, False)
    """
    return bool(counts.any() and counts.sum() - counts.max() < _DEVIANTS)


def safe_distributions(counts: Ints, visible: Visible) -> Visible | None:
    """Of which of the shown roles the answers to all items may be shown; none when of nobody.

    Args:
        counts: Shape (items, roles, answers).
        visible: The groups whose score is shown.
    """
    people = counts.sum(axis=2).max(axis=0)
    unanimous = np.array([any(alike(table) for table in role) for role in counts.swapaxes(0, 1)])
    roles = visible.roles & ~unanimous
    while roles.any() and _rest_tells(counts, roles, people):
        smallest = min(np.flatnonzero(roles), key=lambda role: people[role])
        roles = roles & (np.arange(len(roles)) != smallest)
    if any(alike(table.sum(axis=0)) for table in counts):
        return None
    return Visible(roles=roles, teams=np.zeros_like(visible.teams))


def _rest_tells(counts: Ints, roles: Mask, people: Ints) -> bool:
    """Whether what is left after subtraction is one role, or has one voice."""
    rest = np.flatnonzero(~roles & (people > 0))
    is_one_role = len(rest) == 1 and rest[0] > 0
    return is_one_role or any(alike(rest_of(table, roles)) for table in counts)


def fewest_people(people: Ints, visible: Visible) -> int:
    """The fewest people about whom the shown tables give anything, over all sums.

    A cut puts some roles on one side. Each team then goes where that costs least, or, with all
    roles together, one team stands alone.

    >>> people = np.array([[[0, 4, 9]]])  # nobody without team, 4 in one team and 9 in another
    >>> second_team = Visible(roles=np.array([False]), teams=np.array([False, False, True]))
    >>> fewest_people(people, second_team)
    4
    """
    graph = _with_rests(people, visible)
    alone = graph.sum(axis=1)
    cuts = [alone[alone > 0]]
    for side in _sides(graph.shape[1]):
        inside = graph[:, side].sum(axis=1)
        cut = np.minimum(inside, alone - inside).sum(axis=1)
        cuts.append(cut[cut > 0])
    return int(min((cut.min() for cut in cuts if cut.size), default=0))


def _sides(roles: int) -> Iterator[list[int]]:
    """Every way to put some roles, never the first, on the other side."""
    for code in range(1, 2 ** (roles - 1)):
        yield [role + 1 for role in range(roles - 1) if code >> role & 1]


def _with_rests(people: Ints, visible: Visible) -> Ints:
    """Shape (sums, 1 + shown roles, 1 + shown teams): what is withheld comes first, as one."""
    roles = np.concatenate(
        [people[:, ~visible.roles].sum(axis=1, keepdims=True), people[:, visible.roles]], axis=1
    )
    return np.concatenate(
        [roles[:, :, ~visible.teams].sum(axis=2, keepdims=True), roles[:, :, visible.teams]], axis=2
    )


def count_derivable(people: Ints, visible: Visible) -> int:
    """How many withheld groups, or roles within a team, follow exactly from the shown tables."""
    swapped = Visible(roles=visible.teams, teams=visible.roles)
    return sum(
        _hidden_that_follow(people_of_sum, visible)
        + _hidden_that_follow(people_of_sum.T, swapped)
        + _crossings_that_follow(people_of_sum, visible)
        for people_of_sum in people
    )


def _hidden_that_follow(people: Ints, visible: Visible) -> int:
    """Withheld teams that follow: they fill their lines to the rest, which part the graph."""
    graph = _with_rests(people[None], visible)[0]
    index = _index_among_visible(visible.roles)
    hidden = np.flatnonzero(~visible.teams & people.any(axis=0))
    found = 0
    for team in hidden[hidden > 0]:
        own = np.bincount(index, weights=people[:, team], minlength=len(graph))
        lines = own > 0
        found += bool((own == graph[:, 0])[lines].all()) and _parts(graph > 0, 0, lines)
    return found


def _crossings_that_follow(people: Ints, visible: Visible) -> int:
    """One role within one team, when it is neither the whole role nor the whole team."""
    graph = _with_rests(people[None], visible)[0]
    of_role, of_team = _index_among_visible(visible.roles), _index_among_visible(visible.teams)
    whole = np.minimum(people.sum(axis=1)[:, None], people.sum(axis=0)[None, :])
    own = (people > 0) & (people < whole) & (people == graph[np.ix_(of_role, of_team)])
    links = (graph > 0).astype(int) @ (graph > 0).T
    found = 0
    for role, team in np.argwhere(own[1:, 1:]) + 1:
        row, column = of_role[role], of_team[team]
        others = np.flatnonzero(graph[:, column] > 0)
        if (links[row, others[others != row]] > 1).any():
            continue  # another team joins these roles too, so the line is no bridge
        found += _parts(graph > 0, column, np.arange(len(graph)) == row)
    return found


def _index_among_visible(visible: Mask) -> Ints:
    """Where each group is among the rest and the shown groups."""
    return np.where(visible, np.cumsum(visible), 0)


def _parts(lines: Mask, hub: int, cut: Mask) -> bool:
    """Whether cutting these lines of one team leaves it no way to the roles at their ends."""
    left = lines.copy()
    left[cut, hub] = False
    roles = left[:, hub]
    while True:
        teams = left[roles].any(axis=0)
        reached = roles | left[:, teams].any(axis=1)
        if (reached == roles).all():
            return not (roles & cut).any()
        roles = reached
