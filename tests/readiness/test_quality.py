"""How good a measurement is, and what of that may be told."""

import numpy as np
import pytest

from selfmgmt.readiness import cronbach_alpha, group_icc, mcdonald_omega, rwg_j
from selfmgmt.readiness.answers import Answers, scored
from selfmgmt.readiness.groups import Group
from selfmgmt.readiness.privacy import publishable
from selfmgmt.readiness.quality import scale_quality, team_agreement
from tests.readiness.organisation import Organisation, synthetic_organisation


@pytest.fixture(scope="module")
def organisation() -> Organisation:
    """The made-up one."""
    return synthetic_organisation()


def test_figures_are_those_of_the_kernels(organisation) -> None:
    """Reversed items turned round, complete rows only, and how many those are."""
    answers = organisation.answers
    found = scale_quality(answers, publishable(answers))["trust"]
    table = scored(answers)[:, [answers.items.index(item) for item in found.items]]
    assert found.items == ("T1", "T2", "T3", "T4")
    assert found.alpha == round(cronbach_alpha(table), 2)
    assert found.omega == round(mcdonald_omega(table), 2)
    used = np.count_nonzero(~np.isnan(table).any(axis=1))
    assert found.used == used // 5 * 5 < found.given
    assert set(found.item_rest) == set(found.items)
    assert found.why == ()


def test_questions_for_a_few_do_not_throw_out_the_rest(organisation) -> None:
    """Only the board answers two of four questions: the other two stand for everyone."""
    answers = organisation.answers
    values = answers.values.copy()
    asked = [answers.items.index(item) for item in ("P1", "P2")]
    values[20:, asked] = np.nan
    changed = Answers(items=answers.items, values=values, roles=answers.roles, teams=answers.teams)
    published = publishable(changed)
    found = scale_quality(changed, published)["politics"]
    assert found.items == ("P3", "P4")
    assert found.omega is None
    assert "2" in found.why[0]
    assert found.alpha is not None
    assert team_agreement(changed, published)["politics"].within


def test_fewer_complete_answers_than_the_rules_allow() -> None:
    """Enough people for a score but too few who answered everything: no figure, no count."""
    values = np.tile([[4.0, np.nan], [np.nan, 3], [2, np.nan], [np.nan, 5]], (8, 1))
    values[:5] = [[1, 2], [2, 2], [3, 4], [4, 4], [5, 3]]
    answers = Answers(items=("T1", "T2"), values=values)
    found = scale_quality(answers, publishable(answers))["trust"]
    assert (found.used, found.alpha, found.omega, found.item_rest) == (0, None, None, {})
    assert "7" in found.why[0]


def test_a_figure_without_meaning_is_left_out_with_the_reason() -> None:
    """Two questions that cancel out: no alpha, and why, without what everyone answered."""
    values = np.tile([[1.0, 5], [5, 1], [2, 4]], (6, 1))
    answers = Answers(items=("T1", "T2"), values=values)
    found = scale_quality(answers, publishable(answers)).get("trust")
    assert found is None or (found.alpha is None and found.why)


def test_teams_that_may_not_be_shown_are_not(organisation) -> None:
    """Agreement only of shown teams with enough complete answers; ICC of what is published."""
    answers = organisation.answers
    published = publishable(answers, sizes=organisation.sizes)
    found = team_agreement(answers, published)["trust"]
    columns = [answers.items.index(item) for item in published.items["trust"]]
    table, teams = scored(answers)[:, columns], np.array(answers.teams)
    every = dict(zip(np.unique(teams).tolist(), rwg_j(table, teams, 5), strict=True))
    assert found.within
    assert len(found.within) < len(every)
    for team, agreement in found.within.items():
        assert agreement == pytest.approx(every[team], abs=0.05 + 1e-9)
        assert 10 * agreement == pytest.approx(round(10 * agreement))
        assert published.shows(Group("team", team), "trust")
    visible = [team.name for team in published.groups("team", "trust")]
    assert found.teams == len(visible) < len(every)
    inside = np.isin(teams, visible)
    exact = group_icc(np.nanmean(table, axis=1)[inside], teams[inside])
    assert (found.icc1, found.icc2) == pytest.approx(exact, abs=0.1)


def test_icc_follows_from_the_published_scores(organisation) -> None:
    """Whoever reads the scores of teams can work both out: they tell nothing more."""
    answers = organisation.answers
    published = publishable(answers, sizes=organisation.sizes)
    for dimension, found in team_agreement(answers, published).items():
        scores = [published.score(team, dimension) for team in published.groups("team", dimension)]
        people, means, spreads = np.array([(s.respondents, s.mean, s.spread) for s in scores]).T
        between = (people * (means - np.average(means, weights=people)) ** 2).sum()
        between /= len(people) - 1
        within = ((people - 1) * spreads**2).sum() / (people.sum() - len(people))
        assert found.icc2 == round((between - within) / between, 2)


def test_without_teams_there_is_nothing_between_them() -> None:
    """Then no figure is given, and why."""
    values = np.tile([[1.0, 2], [3, 3], [5, 4]], (6, 1))
    answers = Answers(items=("T1", "T2"), values=values)
    found = team_agreement(answers, publishable(answers))["trust"]
    assert (found.within, found.icc1, found.icc2, found.teams) == ({}, None, None, 0)
    assert len(found.why) == 1
