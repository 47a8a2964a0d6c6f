"""What the range of one outcome rests on: shares of groups of uncertain quantities."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, combinations
from math import comb

import numpy as np

from selfmgmt.analysis.study import Study
from selfmgmt.case.plan import Plan
from selfmgmt.simulation import DRAWS, simulate
from selfmgmt.simulation.draws import Vector
from selfmgmt.simulation.parameters import EFFECTS, PARAMETERS
from selfmgmt.uncertainty import Interval

_RESAMPLES = 200
_INTERVAL = (2.5, 97.5)  # per cent; 95 of 100 resamples fall within
_SAME = 1e-12  # spread below this part of the size is rounding, not spread


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShare:
    """How much of the variance of an outcome one group of quantities stands for.

    Attributes:
        first: What goes away when only this group becomes known.
        total: What stays when all but this group become known.
        shapley: The fair share; those of all groups add up to one.
    """

    group: str
    first: Interval
    total: Interval
    shapley: Interval


def groups_by_grade(study: Study) -> dict[str, tuple[str, ...]]:
    """The uncertain quantities by what they rest on.

    Returns:
        ``organisation`` and ``readiness``, then ``A`` to ``D`` for figures of the ledger by grade;
        one with a range that is ours has grade D here. Empty groups are left out.
    """
    groups: dict[str, list[str]] = {name: [] for name in ("organisation", "readiness", *"ABCD")}
    for key in study.inputs.uncertain:
        if key in (*PARAMETERS, *EFFECTS):
            found = study.ledger.parameter(key)
            groups["D" if found.assumed_range else found.grade].append(key)
        else:
            groups["readiness" if key == "readiness" else "organisation"].append(key)
    return {name: tuple(keys) for name, keys in groups.items() if keys}


def group_shares(  # noqa: PLR0913  all but two by keyword
    study: Study,
    plan: Plan,
    *,
    outcome: str,
    groups: Mapping[str, Collection[str]],
    draws: int = DRAWS,
    seed: int,
) -> list[GroupShare]:
    """Sobol' indices and Shapley effects of groups, from one run for each set of groups.

    Args:
        study: The case with everything looked up.
        plan: An option at its size.
        outcome: One of the model's outcomes.
        groups: Name to keys; together they should hold all uncertain quantities. Each group
            more doubles the work.
        draws: Number of draws.
        seed: Start of the random numbers.

    Returns:
        One for each group, largest Shapley share first; none where nothing varies.

    Source:
        Jansen (1999) for the total effect of each set; Song, Nelson & Staum (2016), SIAM/ASA
        Journal on Uncertainty Quantification 4, for Shapley effects from them.
    """
    names = list(groups)

    def run(keys: Collection[str]) -> Vector:
        found = simulate(
            [plan],
            study.inputs,
            question=study.question,
            draws=draws,
            seed=seed,
            resampled=tuple(keys),
            wanted=(outcome,),
        )
        return np.asarray(found.values[outcome][0])

    first = run(())
    moved = np.array(
        [
            (first - run([key for name in some for key in groups[name]])) ** 2 / 2
            for some in _sets(names)
        ]
    )
    return _shares(names, moved, first, seed)


def _shares(names: Sequence[str], moved: Vector, first: Vector, seed: int) -> list[GroupShare]:
    """The shares from ``moved``, shape (sets, draws); the last set holds every group."""
    if np.sqrt(moved[-1].mean()) <= _SAME * np.abs(first).max():
        return []
    drawn = _resamples(first.size, seed)
    again, here = moved @ drawn.T, moved.mean(axis=1)
    sets = list(_sets(names))
    found = [
        GroupShare(
            group=name,
            first=_interval(_first(sets, name), here, again),
            total=_interval([float(some == (name,)) for some in sets], here, again),
            shapley=_interval(_shapley(sets, name), here, again),
        )
        for name in names
    ]
    return sorted(found, key=lambda share: -share.shapley.central)


@lru_cache(1)
def _resamples(count: int, seed: int) -> Vector:
    """How often each draw is in each resample, shape (resamples, draws)."""
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(count, np.full(count, 1 / count), size=_RESAMPLES).astype(float)
    drawn.setflags(write=False)  # the next outcome gets the same ones
    return drawn


def _interval(weights: Sequence[float], here: Vector, again: Vector) -> Interval:
    row = np.array(weights)
    low, high = np.percentile(row @ again / again[-1], _INTERVAL)
    return Interval(central=float(row @ here / here[-1]), low=float(low), high=float(high))


def _first(sets: Sequence[tuple[str, ...]], name: str) -> list[float]:
    """All variance minus what stays when only this group is known."""
    others = tuple(one for one in sets[-1] if one != name)
    return [float(some == sets[-1]) - float(some == others) for some in sets]


def _shapley(sets: Sequence[tuple[str, ...]], name: str) -> list[float]:
    """What the group adds to each set of others, every order of joining alike."""
    count = len(sets[-1])
    weights = []
    for some in sets:
        sign, before = (1, len(some) - 1) if name in some else (-1, len(some))
        weights.append(sign / (count * comb(count - 1, before)))
    return weights


def _sets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every set of groups in their order, the empty one first and all of them last."""
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
