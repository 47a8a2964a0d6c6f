"""Where the organisation stands."""

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.organisation import (
    organisation_table,
    practice_case_note,
    practice_case_sentences,
    quality_sentences,
    who_sentences,
)


def study(*names):
    """The study of a case of these municipalities."""
    return study_of(Case(name="Samen", municipalities=names))


def test_a_shared_organisation_is_told_to_be_one(comparison):
    """Boxtel and Sint-Michielsgestel have one civil service; inhabitants are taken together."""
    with speaking("en"):
        (first, _) = who_sentences(study("Boxtel", "Sint-Michielsgestel"))
    assert "Boxtel and Sint-Michielsgestel" in first
    assert "One civil service" in first


def test_a_practice_case_is_told_to_be_one():
    """The ranges of the report must not pass for how such a municipality is organised."""
    with speaking("en"):
        (alone,) = practice_case_sentences(study("Nijkerk"))
        (together,) = practice_case_sentences(study("Boxtel", "Sint-Michielsgestel"))
        _, about = practice_case_note(study("Nijkerk"))
        assert practice_case_note(study("Loon op Zand")) == []
    assert alone.startswith("Note: Nijkerk is itself a practice case")
    assert "own figures first" in alone
    assert "Boxtel and Sint-Michielsgestel are themselves" in together
    assert "2015" in about


def test_half_an_fte_is_not_lost():
    """A figure of the user is shown as it was given."""
    given = Case.model_validate(
        {"name": "Nijkerk", "municipalities": "Nijkerk", "organisation": {"fte": "312,5"}}
    )
    with speaking("en"):
        assert "312.5 FTE" in who_sentences(study_of(given))[1]
        assert organisation_table(study_of(given)).rows[0][1] == "312.5"


def test_notes_name_the_municipality_when_there_are_more():
    """Otherwise nobody knows whose figure is odd."""
    notes = quality_sentences(study("Boxtel", "Sint-Michielsgestel"))
    assert notes
    assert all(note.startswith(("Boxtel: ", "Sint-Michielsgestel: ")) for note in notes)


def test_missing_accounts_are_noticed():
    """Loon op Zand filed none for 2024."""
    assert any("2024" in note for note in quality_sentences(study("Loon op Zand")))


def test_own_figures_are_marked_as_own(comparison):
    """Two figures of the case are known, the others have a range."""
    with speaking("en"):
        rows = organisation_table(comparison.study).rows
    assert [row[3] for row in rows].count("own figure") == 2
    assert [row[2] for row in rows].count("known") >= 2
