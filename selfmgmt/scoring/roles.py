"""Who weighs: the roles around a municipality, their weights, and how far they agree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

import numpy as np
from pydantic import TypeAdapter

from selfmgmt.errors import InputError
from selfmgmt.evidence.files import read_mapping
from selfmgmt.fields import Number, Record
from selfmgmt.language import Label, gettext
from selfmgmt.resources import DATA
from selfmgmt.scoring.agreement import kendall_w
from selfmgmt.scoring.criteria import load_criteria
from selfmgmt.scoring.ranking import Ranking, rank_options
from selfmgmt.scoring.values import Performance

Points = Mapping[str, float]


class Role(Record):
    """Someone with a say or a stake, and example weights to start from."""

    label: Label
    description: Label
    weights: dict[str, Number]
    grade: Literal["A", "B", "C", "D"]
    status: Literal["read", "seed", "derived", "assumption"]
    source: Label


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoleRanking:
    """The ranking of one role.

    Attributes:
        label: The role, in words.
        example: Whether the weights are the example, since the role gave none of its own.
        ranking: The options in order.
        left_out: Criteria that the role gives weight to but that cannot be used.
        voices: Letter to the ranking of that person, when several people or one gave their
            weights; ``ranking`` is then by the mean of them all. A voice that gives weight only
            to criteria that cannot be used has none.
    """

    label: Label
    example: bool
    ranking: Ranking
    left_out: tuple[str, ...]
    voices: dict[str, Ranking] = field(default_factory=dict)

    @property
    def within(self) -> "Agreement":
        """How far the voices agree; never show the ranking of several without it."""
        return agreement_between(self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far roles agree.

    Attributes:
        kendall_w: 0 (no agreement) to 1 (the same ranking); ``None`` where it has no meaning:
            fewer than two roles or options, or nobody prefers anything.
        wanted_by: Option to the roles, or voices, that place it first; one that ties counts for
            each.
    """

    kendall_w: float | None
    wanted_by: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoleRankings:
    """The rankings of all roles together.

    Attributes:
        ranked: Role to its ranking.
        unranked: Role that gives weight only to criteria that cannot be used, to those criteria.
        agreement: How far the ranked roles agree.
    """

    ranked: dict[str, RoleRanking]
    unranked: dict[str, tuple[str, ...]]
    agreement: Agreement


@cache
def load_roles() -> dict[str, Role]:
    """The roles in ``data/roles``, in the order of the file.

    >>> str(load_roles()["council"].label)
    'Gemeenteraad'
    """
    written = read_mapping(DATA / "roles" / "roles.yaml")
    return TypeAdapter(dict[str, Role]).validate_python(written)


def rank_for_roles(
    performance: Performance,
    weights: Mapping[str, Points] | None = None,
    voices: Mapping[str, Mapping[str, Points]] | None = None,
) -> RoleRankings:
    """Rank the options as each role would.

    A role without weights of its own gets the example weights, and is marked so. Weight on a
    criterion that cannot be used falls away; the rest keep their ratios, and the criterion is
    named in ``left_out``.

    Args:
        performance: From :func:`selfmgmt.scoring.values.performance_of`.
        weights: Role to criterion to points, 0 or more, as in the case file.
        voices: Role to letter to criterion to points, of the people whose mean stands in
            ``weights``.

    Raises:
        InputError: Every role or criterion that does not exist, and every point below 0 or
            missing.
    """
    own = {role: points for role, points in (weights or {}).items() if points}
    roles = load_roles()
    known = (*load_criteria(), *performance.criteria, *performance.left_out)
    _check(own, roles, tuple(dict.fromkeys(known)))
    points = {key: own.get(key, role.weights) for key, role in roles.items()}
    ranked = {
        key: RoleRanking(
            label=roles[key].label,
            example=key not in own,
            ranking=_ranking(performance, points[key]),
            left_out=unusable(performance, points[key]),
            voices=_rankings(performance, (voices or {}).get(key, {})),
        )
        for key in roles
        if any(points[key].get(criterion, 0) > 0 for criterion in performance.criteria)
    }
    unranked = {key: unusable(performance, points[key]) for key in roles if key not in ranked}
    rankings = {key: role.ranking for key, role in ranked.items()}
    return RoleRankings(ranked=ranked, unranked=unranked, agreement=agreement_between(rankings))


def unusable(performance: Performance, points: Points) -> tuple[str, ...]:
    """Criteria with weight that ``performance`` lacks."""
    return tuple(
        key for key, given in points.items() if given > 0 and key not in performance.criteria
    )


def agreement_between(rankings: Mapping[str, Ranking]) -> Agreement:
    """How far rankings of the same options agree, and who wants what.

    Args:
        rankings: Role to its ranking.
    """
    wanted: dict[str, tuple[str, ...]] = {}
    for role, ranking in rankings.items():
        for option in ranking.places[0]:
            wanted[option] = (*wanted.get(option, ()), role)
    return Agreement(kendall_w=_concordance(rankings.values()), wanted_by=wanted)


def _rankings(performance: Performance, voices: Mapping[str, Points]) -> dict[str, Ranking]:
    return {
        letter: _ranking(performance, points)
        for letter, points in voices.items()
        if any(points.get(criterion, 0) > 0 for criterion in performance.criteria)
    }


def _ranking(performance: Performance, points: Points) -> Ranking:
    return rank_options(
        performance.values,
        np.array([points.get(key, 0) for key in performance.criteria]),
        options=performance.options,
        criteria=performance.criteria,
    )


def _concordance(rankings: Iterable[Ranking]) -> float | None:
    table = [_place_of_each(ranking) for ranking in rankings]
    has_meaning = len(table) > 1 and any(len(set(row)) > 1 for row in table)
    return kendall_w(table) if has_meaning else None


def _place_of_each(ranking: Ranking) -> list[int]:
    place = {option: rank for rank, tied in enumerate(ranking.places) for option in tied}
    return [place[option] for option in ranking.options]


def _check(
    weights: Mapping[str, Points], roles: Mapping[str, Role], criteria: tuple[str, ...]
) -> None:
    faults = [
        gettext(
            "weights has no role {given}; use one of {allowed}.",
            given=repr(role),
            allowed=", ".join(roles),
        )
        for role in weights
        if role not in roles
    ]
    for role, points in weights.items():
        faults += [
            _fault(role, key, given, criteria)
            for key, given in points.items()
            if key not in criteria or not 0 <= given < np.inf
        ]
        if not any(given > 0 for given in points.values()):
            faults.append(
                gettext("weights of {role} are all 0; give points to what matters.", role=role)
            )
    if faults:
        raise InputError(*faults)


def _fault(role: str, criterion: str, points: float, criteria: tuple[str, ...]) -> str:
    return gettext(
        "weights of {role} give {criterion} {given}; use 0 or more, for one of {allowed}.",
        role=role,
        criterion=criterion,
        given=points,
        allowed=", ".join(criteria),
    )
