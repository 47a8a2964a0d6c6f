"""Sentences as HTML."""

import pytest

from selfmgmt.views.prose import bullets, folded, note, paragraphs, steps, terms

EVIL = '<script>alert("x")</script>&'


@pytest.mark.parametrize(
    "made",
    [
        paragraphs(EVIL),
        bullets([EVIL]),
        steps([EVIL]),
        note(EVIL),
        terms([(EVIL, EVIL)]),
        folded(EVIL, paragraphs(EVIL)),
    ],
    ids=["paragraphs", "bullets", "steps", "note", "terms", "folded"],
)
def test_words_never_become_code(made):
    """What a user wrote in a case file is shown as it is."""
    assert "<script" not in made.source
    assert "&lt;script&gt;" in made.source


@pytest.mark.parametrize("made", [paragraphs(""), bullets([]), steps([]), note(), terms([])])
def test_nothing_to_say_takes_no_room(made):
    """No empty lists or boxes on the page."""
    assert made.source == ""


def test_a_notebook_shows_the_source():
    """The page gets HTML; the text of an output stays short."""
    made = paragraphs("Goed.") + paragraphs("Beter.")
    assert made._repr_html_() == "<p>Goed.</p><p>Beter.</p>"
    assert repr(made) == "Html()"
