"""Example weights, named for what they stress; groups of goals, and criteria within a group."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Number, Record
from selfmgmt.language import Label
from selfmgmt.resources import DATA
from selfmgmt.scoring.criteria import GROUPS, Criterion, Group, default_criteria

Points = Annotated[Number, Field(ge=0)]


class Profile(Record):
    """Example weights: nobody's, and no source supports them."""

    label: Label
    description: Label
    groups: dict[Group, Points]
    within: dict[str, Points] = Field(default={})
    grade: Literal["A", "B", "C", "D"]
    status: Literal["read", "seed", "derived", "assumption"]
    source: Label

    @property
    def weights(self) -> dict[str, float]:
        """Criterion to points, out of those of all groups together.

        >>> load_profiles()["balanced"].weights["local_colour"]
        20.0
        """
        counted = {key: one for key, one in default_criteria().items() if not one.asked}
        return spread_over_criteria(self.groups, counted, within=self.within)


@cache
def load_profiles() -> dict[str, Profile]:
    """The example profiles in ``data/roles``, in the order of the file.

    >>> list(load_profiles())
    ['balanced', 'residents_first', 'staff_first', 'grip_first', 'money_first']
    """
    written = read_mapping(DATA / "roles" / "profiles.yaml")
    return TypeAdapter(dict[str, Profile]).validate_python(written)


def spread_over_criteria(
    groups: Mapping[Group, float],
    criteria: Mapping[str, Criterion],
    *,
    within: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """The points of each group, divided over its criteria.

    Args:
        groups: Group to points, 0 or more.
        criteria: The criteria to divide over.
        within: Criterion to its share within its group, in any unit; 1 for what is not named.

    Returns:
        Criterion to points. The points of a group without criteria are nowhere.

    Source:
        Weights of a value tree as products along its branches; Keeney and Raiffa (1976),
        Decisions with Multiple Objectives.
    """
    parts = {key: (within or {}).get(key, 1.0) for key in criteria}
    whole = dict.fromkeys(GROUPS, 0.0)
    for key, criterion in criteria.items():
        whole[criterion.group] += parts[key]
    return {
        key: groups.get(one.group, 0.0) * parts[key] / whole[one.group] if whole[one.group] else 0.0
        for key, one in criteria.items()
    }


def group_shares(
    weights: Mapping[str, float], criteria: Mapping[str, Criterion]
) -> dict[str, float]:
    """Flat weights as a hierarchy: group to its share of all weight, groups without any left out.

    Args:
        weights: Criterion to points, 0 or more; only their ratios matter.
        criteria: Every criterion with weight.

    >>> group_shares({"absence": 30, "turnover": 30, "net_saving": 40}, default_criteria())
    {'money': 0.4, 'staff': 0.6}
    """
    total = sum(weights.values())
    found = {
        group: sum(at for key, at in weights.items() if criteria[key].group == group)
        for group in GROUPS
    }
    return {group: points / total for group, points in found.items() if points > 0}
