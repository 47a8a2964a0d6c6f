"""How good the measurement is: whether items belong together, and whether teams think alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.agreement import rwg_j
from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.arrays import Floats, complete_rows
from selfmgmt.readiness.differences import moments_of
from selfmgmt.readiness.groups import TOTAL, Group, Rules
from selfmgmt.readiness.instrument import HIGHEST, LOWEST
from selfmgmt.readiness.intraclass import group_icc_of_moments
from selfmgmt.readiness.omega import mcdonald_omega
from selfmgmt.readiness.people import columns_of
from selfmgmt.readiness.published import Published, Score
from selfmgmt.readiness.reliability import cronbach_alpha, item_rest_correlations
from selfmgmt.readiness.rounding import in_steps, rounded
from selfmgmt.readiness.wording import load_survey

_FEWEST_FOR_OMEGA = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleQuality:
    """How well the items of one dimension measure one thing.

    Attributes:
        items: The items that were used: those that count, and that most people answered.
        used: At least how many people answered all of these, 0 when too few to tell; the others do
            not count.
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
        teams: Number of teams in both: those that may be shown, since both are worked out from
            their published scores and from nothing else.
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
    main = _answered_by_most(values)
    table, keys = values[:, main], tuple(items[at] for at in main)
    used, why = int(complete_rows(table).sum()), list[str]()
    if used < least:
        why.append(gettext("Fewer than {least} people answered all questions.", least=least))
    may_tell = used >= least and len(keys) > 1
    rest = item_rest_correlations(table) if may_tell else np.full(len(keys), np.nan)
    found = ScaleQuality(
        items=keys,
        used=_count(used, len(values)) if used >= least else 0,
        given=int((~np.isnan(values)).any(axis=1).sum()),
        alpha=_figure(cronbach_alpha, why, table) if may_tell else None,
        omega=_omega(table, why) if may_tell else None,
        item_rest={key: float(r) for key, r in zip(keys, rest, strict=True) if not np.isnan(r)},
        why=tuple(dict.fromkeys(why)),
    )
    return rounded(found)


def _count(used: int, people: int) -> int:
    """Rounded down to a step, unless everyone answered all: then nobody is pointed at."""
    step = load_survey().rounding.count_step
    return used if used == people else max(used // step * step, Rules().min_respondents)


def _answered_by_most(values: Floats) -> list[int]:
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


def _figure(kernel: Callable[..., float], why: list[str], table: Floats) -> float | None:
    """The figure, or None with a reason added that does not tell what everyone answered."""
    try:
        return kernel(table)
    except InputError:
        why.append(gettext("The answers differ too little, or too oddly, to work it out."))
        return None


def team_agreement(answers: Answers, published: Published) -> dict[str, TeamAgreement]:
    """Agreement within teams that may be shown, and how much teams differ, on each dimension.

    Args:
        answers: What people answered.
        published: What of it may be shown.
    """
    values = scored(answers)
    return {
        key: _agreement(_main(values[:, columns_of(answers, items)]), answers.teams, key, published)
        for key, items in published.items.items()
        if published.shows(TOTAL, key)
    }


def _main(values: Floats) -> Floats:
    return values[:, _answered_by_most(values)]


def _agreement(
    values: Floats, teams: tuple[str, ...], dimension: str, published: Published
) -> TeamAgreement:
    names = np.array(teams)
    scores = [published.score(group, dimension) for group in published.groups("team", dimension)]
    icc, why = _icc([score for score in scores if score])
    found = TeamAgreement(
        within=_within(values[names != ""], names[names != ""], dimension, published),
        icc1=icc and icc[0],
        icc2=icc and icc[1],
        teams=len(scores),
        why=why,
    )
    return rounded(found)


def _icc(teams: Sequence[Score]) -> tuple[tuple[float, float] | None, tuple[str, ...]]:
    """ICC(1) and ICC(2), and why not when there are none."""
    if len(teams) < 2:
        return None, (gettext("Fewer than two teams may be shown."),)
    try:
        sizes, means, spreads = zip(*map(moments_of, teams), strict=True)
        return group_icc_of_moments(sizes, means, spreads), ()
    except InputError:
        return None, (gettext("The teams do not differ in what may be shown of them."),)


def _within(
    values: Floats, names: np.ndarray, dimension: str, published: Published
) -> dict[str, float]:
    """rwg(j) of each team that may be shown and in which enough people answered every item."""
    if not len(names):
        return {}
    found = rwg_j(values, names, HIGHEST - LOWEST + 1)
    teams, indices = np.unique(names, return_inverse=True)
    counts = np.bincount(indices[complete_rows(values)], minlength=len(teams))
    return {
        str(team): in_steps(float(agreement), load_survey().rounding.agreement_step)
        for team, agreement, count in zip(teams, found, counts, strict=True)
        if count >= published.rules.min_respondents
        and published.shows(Group("team", str(team)), dimension)
    }
