"""Attacks on all that leaves a survey, JSON with every digit included, also on two runs."""

import json
from pathlib import Path

import numpy as np
import pytest

from selfmgmt.readiness import privacy, quality, rounding, survey_profile
from selfmgmt.readiness.answers import scored
from selfmgmt.readiness.differences import group_differences
from selfmgmt.readiness.groups import Group
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.intraclass import group_icc
from selfmgmt.readiness.people import people_scores
from selfmgmt.readiness.published import Published, Score
from selfmgmt.readiness.quality import team_agreement
from selfmgmt.readiness.survey import Findings
from selfmgmt.readiness.wording import load_survey
from selfmgmt.views.survey_document import survey_document
from tests.readiness import two_runs
from tests.readiness.attacks import (
    exchanged,
    findings,
    leaving,
    organisation,
    shown_groups,
    twins,
)
from tests.readiness.two_runs import candidates

CASES = Path(__file__).with_name("cases")
QUICK, FULL = range(12), range(1_000)
FEWEST = 3
"""Scores that fit, as a rule, for someone whose answers make all the difference of two runs."""
RARELY = 0.01
"""Part of all tries in which two neighbours are left, a quarter apart; a single score never is."""


def document_of(found: Findings) -> dict:
    """The findings as another program gets them."""
    return json.loads(json.dumps(survey_document(found)))


def exchanges_that_show(numbers: range) -> tuple[list[str], int]:
    """Exchanges of two people in the same shown groups that change anything, and the tries."""
    shows, tries = [], 0
    for number in numbers:
        answers = organisation(np.random.default_rng(number))
        found = findings(answers)
        if found is None:
            continue
        for one, other in [*twins(answers, found)][:2]:
            again = findings(exchanged(answers, one, other))
            if again is None or again.published.withheld != found.published.withheld:
                continue
            assert shown_groups(again) == shown_groups(found)
            tries += 1
            if leaving(again) != leaving(found):
                shows.append(f"organisation {number}: {answers.teams[one]}, {answers.teams[other]}")
    return shows, tries


def late_answers_that_follow(numbers: range, *, finer: bool = False) -> tuple[list[str], int]:
    """People who answered after the first run and of whom too few scores are possible.

    None may have only one, unless figures are made ``finer``.
    """
    follow, tries = [], 0
    for number in numbers:
        rng = np.random.default_rng(number)
        answers = organisation(rng).select(slice(None))
        late = int(rng.choice(np.flatnonzero(~np.isnan(answers.values).any(axis=1))))
        answers = answers.select([*np.delete(np.arange(len(answers)), late), late])
        runs = [findings(answers.select(slice(0, -1))), findings(answers)]
        if not all(runs):
            continue
        documents = [document_of(found) for found in runs if found]
        for dimension in answers.dimensions:
            tries += 1
            fit = candidates(tuple(documents), answers, len(answers) - 1, dimension)
            true = np.nanmean(scored(answers)[-1, list(answers.dimensions[dimension])])
            assert np.isclose(fit, true).any(), "the attack itself is wrong"
            assert len(fit) > 1 or finer, f"organisation {number}, {dimension}: {fit}"
            if len(fit) < FEWEST:
                follow.append(f"organisation {number}, {dimension}: {fit}")
    return follow, tries


def test_who_of_the_withheld_answered_what_shows_nowhere() -> None:
    """Two people of withheld teams change answers: every digit of all that leaves is the same.

    So whoever has the document cannot tell the one from the other, by whatever sums.
    """
    shows, tries = exchanges_that_show(QUICK)
    assert shows == []
    assert tries >= len(QUICK)


def test_a_late_answer_does_not_follow_from_two_runs() -> None:
    """One run without and one with a last respondent leave several scores possible."""
    follow, tries = late_answers_that_follow(QUICK)
    assert follow == []
    assert tries >= len(QUICK)


def test_nobody_follows_from_icc_and_spread() -> None:
    """Two withheld teams, of one and of eight: sums, squares and ICC gave the one's answers.

    With all teams in ICC(2) the sum of squares between teams follows from it, and so the two
    means of the withheld teams from their sum and their sum of squares.
    """
    answers = read_answers(CASES / "two_withheld_teams.csv")
    found = findings(answers)
    assert found is not None
    alone = np.array(answers.teams) == "team A"
    assert alone.sum() == 1
    exact = group_icc(people_scores(answers, found.published.items)["trust"], answers.teams)
    assert found.agreement["trust"].teams == 5
    assert [found.agreement["trust"].icc1, found.agreement["trust"].icc2] != [
        round(each, 2) for each in exact
    ]
    for other in np.flatnonzero(np.array(answers.teams) == "team B"):
        again = findings(exchanged(answers, int(np.flatnonzero(alone)[0]), int(other)))
        assert again is not None
        assert leaving(again) == leaving(found)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_the_withheld_show_nowhere_in_a_thousand_organisations(part: int) -> None:
    """As above, of a thousand organisations with teams of one and two people."""
    numbers = FULL[part::4]
    shows, tries = exchanges_that_show(numbers)
    assert shows == []
    assert tries > len(numbers)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_a_late_answer_does_not_follow_in_a_thousand_organisations(part: int) -> None:
    """Of a thousand organisations one score is never left, and three nearly always."""
    numbers = FULL[part::4]
    follow, tries = late_answers_that_follow(numbers)
    assert len(follow) <= RARELY * tries
    assert tries > len(numbers)


@pytest.mark.parametrize("number", range(5))
def test_what_is_told_of_groups_follows_from_their_scores(number: int) -> None:
    """Differences and ICC can be worked out from the printed scores alone: they add nothing."""
    answers = organisation(np.random.default_rng(100 + number))
    found = findings(answers)
    assert found is not None
    document = document_of(found)
    printed = Published(
        rules=found.published.rules,
        items=found.published.items,
        scores=tuple(
            Score(**{**each, "group": Group(**each["group"])}) for each in document["groups"]
        ),
        distributions=(),
        withheld=(),
        unchecked=(),
    )
    nobody = answers.select(slice(0, 0))
    assert group_differences(printed, "role") == found.roles
    assert group_differences(printed, "team") == found.teams
    for dimension, agreement in team_agreement(nobody, printed).items():
        told = document["agreement"][dimension]
        assert [agreement.icc1, agreement.icc2] == [told["icc1"], told["icc2"]]


@pytest.mark.parametrize(
    ("finer", "least"),
    [
        ({"few_people": 0, "decimals": 12}, 1.0),  # the sums give it
        ({"few_spread_step": 0.01, "half_step": 0.01, "agreement_step": 0.01}, 0.1),
    ],
)
def test_the_attack_on_two_runs_finds_what_is_not_rounded(
    monkeypatch: pytest.MonkeyPatch, finer: dict[str, float], least: float
) -> None:
    """With finer figures late answers follow, from means and from spreads: it is a real attack."""
    survey = load_survey()
    fine = survey.model_copy(update={"rounding": survey.rounding.model_copy(update=finer)})
    for module in (privacy, rounding, survey_profile, quality, two_runs):
        monkeypatch.setattr(module, "load_survey", lambda: fine)
    two_runs._beside_quartile.cache_clear()
    follow, tries = late_answers_that_follow(QUICK, finer=True)
    two_runs._beside_quartile.cache_clear()
    assert len(follow) >= least * tries > 0
