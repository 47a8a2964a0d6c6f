"""How good the measurement is: whether items belong together, and whether teams think alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.agreement import rwg_j
from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.arrays import Floats, complete_rows
from selfmgmt.readiness.groups import TOTAL, Group
from selfmgmt.readiness.instrument import HIGHEST, LOWEST
from selfmgmt.readiness.intraclass import group_icc
from selfmgmt.readiness.omega import mcdonald_omega
from selfmgmt.readiness.people import columns_of, people_scores
from selfmgmt.readiness.privacy import Published
from selfmgmt.readiness.reliability import cronbach_alpha, item_rest_correlations

_Figure = TypeVar("_Figure")
_FEWEST_FOR_OMEGA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleQuality:
    """How well the items of one dimension measure one thing.

    Attributes:
        items: The items that were used: those that count, and that most people answered.
        used: People who answered all of these, 0 when too few to tell; the others do not count.
        given: People who answered any item of the dimension.
        alpha: Cronbach's alpha; None where it has no meaning.
        omega: McDonald's omega; None where it has no meaning.
        item_rest: Item to its correlation with the sum of the others; left out without meaning.
        why: Why a figure is missing, a sentence each.
    """

    items: tuple[str, ...]
    used: int
    given: int
    alpha: float | None
    omega: float | None
    item_rest: dict[str, float]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAgreement:
    """How far teams think alike about one dimension.

    Attributes:
        within: Team that may be shown to rwg(j), the agreement of its people.
        icc1: Part of the differences between people that lies between teams; None without meaning.
        icc2: How well the means of teams can be told apart; None without meaning.
        teams: Number of teams in both, also those that may not be shown by themselves.
        why: Why a figure is missing, a sentence each.
    """

    within: dict[str, float]
    icc1: float | None
    icc2: float | None
    teams: int
    why: tuple[str, ...]


def scale_quality(answers: Answers, published: Published) -> dict[str, ScaleQuality]:
    """Alpha, omega and item-rest correlations of each dimension that may be shown.

    Args:
        answers: What people answered.
        published: What of it may be shown.
    """
    values = scored(answers)
    return {
        key: _quality(values[:, columns_of(answers, items)], items, published.rules.min_respondents)
        for key, items in published.items.items()
        if published.shows(TOTAL, key)
    }


def _quality(values: Floats, items: Sequence[str], least: int) -> ScaleQuality:
    main = _asked_of_most(values)
    table, keys = values[:, main], tuple(items[at] for at in main)
    used, why = int(complete_rows(table).sum()), list[str]()
    if used < least:
        why.append(gettext("Fewer than {least} people answered all questions.", least=least))
    may_tell = used >= least and len(keys) > 1
    rest = item_rest_correlations(table) if may_tell else np.full(len(keys), np.nan)
    return ScaleQuality(
        items=keys,
        used=used if used >= least else 0,
        given=int((~np.isnan(values)).any(axis=1).sum()),
        alpha=_figure(cronbach_alpha, why, table) if may_tell else None,
        omega=_omega(table, why) if may_tell else None,
        item_rest={key: float(r) for key, r in zip(keys, rest, strict=True) if not np.isnan(r)},
        why=tuple(why),
    )


def _asked_of_most(values: Floats) -> list[int]:
    """The columns that half of the people answered or more; the rest is for a few (the board)."""
    answered = ~np.isnan(values)
    people = np.count_nonzero(answered.any(axis=1))
    return np.flatnonzero(2 * answered.sum(axis=0) >= people).tolist()


def _omega(table: Floats, why: list[str]) -> float | None:
    if table.shape[1] < _FEWEST_FOR_OMEGA:
        count = table.shape[1]
        why.append(gettext("Omega needs three questions; most people answered {n}.", n=count))
        return None
    return _figure(mcdonald_omega, why, table)


def _figure(kernel: Callable[..., _Figure], why: list[str], *given: Any) -> _Figure | None:
    """The figure, or None with the reason added to ``why``."""
    try:
        return kernel(*given)
    except InputError as fault:
        why.append(str(fault))
        return None


def team_agreement(answers: Answers, published: Published) -> dict[str, TeamAgreement]:
    """Agreement within teams that may be shown, and how much teams differ, on each dimension.

    Args:
        answers: What people answered.
        published: What of it may be shown.
    """
    values, scores = scored(answers), people_scores(answers, published.items)
    return {
        key: _agreement(
            _main(values[:, columns_of(answers, items)]), scores[key], answers.teams, key, published
        )
        for key, items in published.items.items()
        if published.shows(TOTAL, key)
    }


def _main(values: Floats) -> Floats:
    return values[:, _asked_of_most(values)]


def _agreement(
    values: Floats, scores: Floats, teams: tuple[str, ...], dimension: str, published: Published
) -> TeamAgreement:
    names = np.array(teams)
    known = (names != "") & ~np.isnan(scores)
    why: list[str] = []
    icc = _figure(group_icc, why, scores[known], names[known])
    return TeamAgreement(
        within=_within(values[known], names[known], dimension, published),
        icc1=icc and icc[0],
        icc2=icc and icc[1],
        teams=len(np.unique(names[known])),
        why=tuple(why),
    )


def _within(
    values: Floats, names: np.ndarray, dimension: str, published: Published
) -> dict[str, float]:
    """rwg(j) of each team that may be shown and in which enough people answered every item."""
    if not len(names):
        return {}
    found = rwg_j(values, names, HIGHEST - LOWEST + 1)
    teams, places = np.unique(names, return_inverse=True)
    counts = np.bincount(places[complete_rows(values)], minlength=len(teams))
    return {
        str(team): float(agreement)
        for team, agreement, count in zip(teams, found, counts, strict=True)
        if count >= published.rules.min_respondents
        and published.shows(Group("team", str(team)), dimension)
    }
