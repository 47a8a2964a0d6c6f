"""Respondents counted by role and team."""

from collections.abc import Iterable

import numpy as np

from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.subtraction import Ints, Mask, Visible


class Crowd:
    """The respondents by role and team; number 0 is for those of whom it is not known.

    Attributes:
        groups: Everyone, then each role, then each team.
    """

    def __init__(self, answers: Answers) -> None:
        roles, self._role = _numbered(answers.roles)
        teams, self._team = _numbered(answers.teams)
        self._shape = (len(roles) + 1, len(teams) + 1)
        self.groups = (
            TOTAL,
            *(Group("role", name) for name in roles),
            *(Group("team", name) for name in teams),
        )

    def count(self, chosen: Mask) -> Ints:
        """Shape (roles, teams): how many of the chosen people there are of each."""
        where = np.ravel_multi_index((self._role[chosen], self._team[chosen]), self._shape)
        return np.bincount(where, minlength=self._shape[0] * self._shape[1]).reshape(self._shape)

    def count_values(self, values: Ints, chosen: Mask, many: int) -> Ints:
        """Shape (roles, teams, values): how many of the chosen people have each value."""
        counts = np.zeros((*self._shape, many), dtype=np.int64)
        np.add.at(counts, (self._role[chosen], self._team[chosen], values[chosen]), 1)
        return counts

    def everyone(self) -> Mask:
        """All respondents."""
        return np.ones(len(self._role), dtype=bool)

    def rows(self, group: Group) -> Mask:
        """Who is in the group."""
        if group == TOTAL:
            return self.everyone()
        at = self.groups.index(group)
        same = self._role == at if group.kind == "role" else self._team == at - self._shape[0] + 1
        return np.asarray(same)

    def visible(self, groups: Iterable[Group]) -> Visible:
        """The groups as a choice of what is shown."""
        chosen = set(groups)
        flags = np.array([group in chosen for group in self.groups[1:]], dtype=bool)
        roles = self._shape[0] - 1
        return Visible(roles=np.append(False, flags[:roles]), teams=np.append(False, flags[roles:]))

    def groups_of(self, visible: Visible) -> tuple[Group, ...]:
        """Everyone and the groups that are shown."""
        flags = [True, *visible.roles[1:], *visible.teams[1:]]
        return tuple(group for group, flag in zip(self.groups, flags, strict=True) if flag)


def per_group(counts: Ints) -> Ints:
    """Counts of shape (..., roles, teams), summed for each group: shape (..., groups)."""
    total = counts.sum(axis=(-2, -1))[..., None]
    by_role, by_team = counts.sum(axis=-1)[..., 1:], counts.sum(axis=-2)[..., 1:]
    return np.concatenate([total, by_role, by_team], axis=-1)


def _numbered(names: Iterable[str]) -> tuple[list[str], Ints]:
    given = list(names)
    every = sorted(set(given) - {""})
    where = {name: number for number, name in enumerate(["", *every])}
    return every, np.array([where[name] for name in given], dtype=np.int64)
