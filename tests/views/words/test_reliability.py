"""What the figures on quality say, and their cautions."""

import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.readiness.quality import ScaleQuality, TeamAgreement
from selfmgmt.views.words.reliability import (
    agreement_sentences,
    agreement_table,
    may_be_pseudo,
    quality_sentences,
    quality_table,
)


@pytest.fixture(autouse=True)
def _in_english():
    with speaking("en"):
        yield


def scale(alpha=0.8, omega=0.8, used=40, rest=0.5, why=()) -> ScaleQuality:
    """A scale of which all is well unless told otherwise."""
    return ScaleQuality(
        items=("T1", "T2"),
        used=used,
        given=50,
        alpha=alpha,
        omega=omega,
        item_rest={} if rest is None else {"T1": rest, "T2": 0.6},
        why=why,
    )


def teams(within=0.85, icc1=0.3, icc2=0.8, why=()) -> TeamAgreement:
    """Three teams that agree, and differ from each other."""
    used_by_options = {} if within is None else dict.fromkeys("abc", within)
    return TeamAgreement(within=used_by_options, icc1=icc1, icc2=icc2, teams=5, why=why)


def test_all_is_well_says_only_what_figures_mean() -> None:
    """No caution where none is needed."""
    assert len(quality_sentences({"trust": scale()})) == 2
    assert len(agreement_sentences({"trust": teams()})) == 3


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (scale(alpha=-0.2), "contradict each other"),
        (scale(alpha=0.5), "hardly belong together"),
        (scale(alpha=0.97), "almost the same"),
        (scale(rest=-0.1), "against the others"),
        (scale(rest=0.2), "something else"),
        (scale(omega=None, why=("Too few.",)), "No figure for Trust: Too few."),
    ],
)
def test_what_deserves_a_look_is_said(found: ScaleQuality, words: str) -> None:
    """Each oddity has its own words, with the subject or the question."""
    assert words in quality_sentences({"trust": found})[-1]


def test_high_agreement_without_differences_may_only_look_like_it() -> None:
    """The caution comes when people in teams agree strongly and teams hardly differ, only then."""
    assert may_be_pseudo(teams(icc1=0.02))
    assert not may_be_pseudo(teams())
    assert not may_be_pseudo(teams(within=0.6, icc1=0.02))
    assert not may_be_pseudo(teams(within=None, icc1=0.02))
    assert not may_be_pseudo(teams(icc1=None))
    words = agreement_sentences({"trust": teams(icc1=0.02), "change": teams()})
    assert any("Be careful with Trust." in each for each in words)


def test_teams_that_cannot_be_told_apart_are_not_ranked() -> None:
    """Low ICC(2) says so, with the subject."""
    assert any(
        "do not rank teams" in each for each in agreement_sentences({"trust": teams(icc2=0.4)})
    )


def test_tables_show_none_where_there_is_no_figure() -> None:
    """And no count of a few people."""
    empty = scale(alpha=None, omega=None, used=0, rest=None)
    assert quality_table({"trust": empty}).rows == (("Trust", "none", "none", "", ""),)
    assert quality_table({"trust": scale()}).rows[0][3:] == ("40 of 50", "T1 (0.50)")
    bare = teams(within=None, icc1=None, icc2=None, why=("No teams.",))
    assert agreement_table({"trust": bare}).rows == (
        ("Trust", "none", "none", "0", "none", "none"),
    )
    assert agreement_table({"trust": teams()}).rows[0][1:4] == ("0.85", "0.85 to 0.85", "3")


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_have_words(language: str) -> None:
    """Nothing breaks in either."""
    with speaking(language):
        assert all(quality_sentences({"trust": scale(alpha=0.5)}))
        assert all(agreement_sentences({"trust": teams(icc1=0.02, icc2=0.3)}))
