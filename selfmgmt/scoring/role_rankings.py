"""The ranking of each role, with the weights of its people or of an example."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import Label, gettext
from selfmgmt.scoring.criteria import load_criteria
from selfmgmt.scoring.profiles import load_profiles
from selfmgmt.scoring.ranking import Ranking, rank_options
from selfmgmt.scoring.role_agreement import Agreement, agreement_between
from selfmgmt.scoring.roles import Role, labels_of_all, load_roles
from selfmgmt.scoring.values import Performance, Reason

Points = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoleRanking:
    """The ranking of one who weighs: a body, or an example profile.

    Attributes:
        label: The body or profile, in words.
        example: Whether it is an example profile, and so nobody's.
        ranking: The options in order.
        left_out: Criteria that it gives weight to but that cannot be used.
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RoleRankings:
    """The rankings of all who weigh together.

    Attributes:
        ranked: Role to its ranking: of the bodies that gave weights, or of the example profiles
            when none did.
        unranked: Role that has no ranking, to the criteria for which it waits: those with weight
            that nobody judged yet, or all of its criteria when none can be used.
        agreement: How far the ranked ones agree.
    """

    ranked: dict[str, RoleRanking]
    unranked: dict[str, tuple[str, ...]]
    agreement: Agreement


def rank_for_roles(
    performance: Performance,
    weights: Mapping[str, Points] | None = None,
    voices: Mapping[str, Mapping[str, Points]] | None = None,
) -> RoleRankings:
    """Rank the options as each body that gave weights would, or by the profiles when none did.

    Who gives weight to a criterion that nobody judged yet has no ranking: it would hide that
    criterion. Weight on a criterion that cannot be used for another reason falls away; the rest
    keep their ratios.

    Args:
        performance: From :func:`selfmgmt.scoring.values.performance_of`.
        weights: Body to criterion to points, 0 or more, as in the case file.
        voices: Body to letter to criterion to points, of the people whose mean stands in
            ``weights``.

    Raises:
        InputError: Every body or criterion that does not exist, and every point below 0 or
            missing.
    """
    own = _own_points(performance, weights)
    points = own or {key: profile.weights for key, profile in load_profiles().items()}
    waits = {key: unusable(performance, given, "not judged") for key, given in points.items()}
    ranked = {
        key: RoleRanking(
            label=labels_of_all()[key],
            example=not own,
            ranking=_ranking(performance, given),
            left_out=unusable(performance, given),
            voices=_rankings(performance, (voices or {}).get(key, {})),
        )
        for key, given in points.items()
        if not waits[key] and _counts(performance, given)
    }
    return RoleRankings(
        ranked=ranked,
        unranked={
            key: waits[key] or unusable(performance, points[key])
            for key in points
            if key not in ranked
        },
        agreement=agreement_between({key: role.ranking for key, role in ranked.items()}),
    )


def rank_on(
    performance: Performance, criteria: Iterable[str], weights: Mapping[str, Points] | None = None
) -> dict[str, RoleRanking]:
    """How profiles and bodies would rank the options if only some criteria were there.

    Never show it as a ranking: it is a step on the way to what one must believe.

    Args:
        performance: From :func:`selfmgmt.scoring.values.performance_of`.
        criteria: Keys of the criteria that count.
        weights: As in :func:`rank_for_roles`.

    Returns:
        Profile or body to its ranking; who gives these criteria no weight is not in it.
    """
    kept = set(criteria) & set(performance.criteria)
    found = {}
    own = _own_points(performance, weights)
    for key, one in {**{key: at.weights for key, at in load_profiles().items()}, **own}.items():
        counted = {criterion: at for criterion, at in one.items() if criterion in kept and at > 0}
        if counted:
            found[key] = RoleRanking(
                label=labels_of_all()[key],
                example=key not in own,
                ranking=_ranking(performance, counted),
                left_out=tuple(name for name, at in one.items() if at > 0 and name not in kept),
            )
    return found


def _own_points(
    performance: Performance, weights: Mapping[str, Points] | None
) -> dict[str, Points]:
    """The points of the bodies that gave them, in the order of ``data/roles``."""
    own = {role: points for role, points in (weights or {}).items() if points}
    known = (*load_criteria(), *performance.criteria, *performance.left_out)
    _check(own, load_roles(), tuple(dict.fromkeys(known)))
    return {role: own[role] for role in load_roles() if role in own}


def _counts(performance: Performance, points: Points) -> bool:
    return any(points.get(criterion, 0) > 0 for criterion in performance.criteria)


def unusable(
    performance: Performance, points: Points, reason: Reason | None = None
) -> tuple[str, ...]:
    """Criteria with weight that ``performance`` lacks, all or those for one reason."""
    return tuple(
        key
        for key, given in points.items()
        if given > 0
        and key not in performance.criteria
        and reason in (None, performance.left_out.get(key))
    )


def _rankings(performance: Performance, voices: Mapping[str, Points]) -> dict[str, Ranking]:
    return {
        letter: _ranking(performance, points)
        for letter, points in voices.items()
        if _counts(performance, points)
    }


def _ranking(performance: Performance, points: Points) -> Ranking:
    return rank_options(
        performance.values,
        np.array([points.get(key, 0) for key in performance.criteria]),
        options=performance.options,
        criteria=performance.criteria,
    )


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
