"""Where the organisation stands."""

from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case
from selfmgmt.language import speaking
from selfmgmt.views.words.place import organisation_table, quality_sentences, who_sentences


def study(*names):
    """The study of a case of these municipalities."""
    return study_of(Case(name="Samen", municipalities=names))


def test_a_shared_organisation_is_told_to_be_one(comparison):
    """Boxtel and Sint-Michielsgestel have one civil service; inhabitants are taken together."""
    with speaking("en"):
        (first, _) = who_sentences(study("Boxtel", "Sint-Michielsgestel"))
    assert "Boxtel and Sint-Michielsgestel" in first
    assert "One civil service" in first


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
