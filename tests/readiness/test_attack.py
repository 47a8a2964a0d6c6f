"""Attacks on all that leaves a survey, JSON with every digit included, also on two runs."""

import json
from pathlib import Path

import numpy as np
import pytest

from selfmgmt.readiness.differences import group_differences
from selfmgmt.readiness.groups import Group
from selfmgmt.readiness.importing import read_answers
from selfmgmt.readiness.intraclass import group_icc
from selfmgmt.readiness.people import people_scores
from selfmgmt.readiness.published import Published, Score
from selfmgmt.readiness.quality import team_agreement
from selfmgmt.readiness.survey import Findings
from selfmgmt.views.survey_document import survey_document
from tests.readiness.attacks import (
    candidates,
    exchanged,
    findings,
    leaving,
    organisation,
    shown_groups,
    twins,
)

CASES = Path(__file__).with_name("cases")
QUICK, FULL = range(12), range(1_000)
FEWEST = 3
"""Scores that fit, at least, for someone whose answers make all the difference of two runs."""


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


def late_answers_that_follow(numbers: range) -> tuple[list[str], int]:
    """People who answered after the first run and of whom too few scores are possible."""
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
            fit = candidates(*documents, answers, len(answers) - 1, dimension)
            if fit < FEWEST:
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
    """One run without and one with a last respondent leave at least three scores possible."""
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
    """As above, of a thousand organisations."""
    numbers = FULL[part::4]
    follow, tries = late_answers_that_follow(numbers)
    assert follow == []
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


def test_the_attack_on_two_runs_finds_what_is_not_rounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every digit printed a late answer follows exactly: it is a real attack."""
    from selfmgmt.readiness import privacy
    from tests.readiness import attacks

    monkeypatch.setattr(privacy, "decimals", lambda _people: 12)
    monkeypatch.setattr(attacks, "step_of", lambda _people: 1e-12)
    follow, tries = late_answers_that_follow(QUICK)
    assert len(follow) == tries
