"""Sentences as HTML."""

import pytest

from selfmgmt.views.prose import bullets, folded, note, paragraphs, steps, terms

EVIL = '<script>alert("x")</script>&'


@pytest.mark.parametrize(
    "html",
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
def test_words_never_become_code(html):
    """What a user wrote in a case file is shown as it is."""
    assert "<script" not in html.source
    assert "&lt;script&gt;" in html.source


@pytest.mark.parametrize("html", [paragraphs(""), bullets([]), steps([]), note(), terms([])])
def test_nothing_to_say_takes_no_room(html):
    """No empty lists or boxes on the page."""
    assert html.source == ""


def test_a_notebook_shows_the_source():
    """The page gets HTML; the text of an output stays short."""
    html = paragraphs("Goed.") + paragraphs("Beter.")
    assert html._repr_html_() == "<p>Goed.</p><p>Beter.</p>"
    assert repr(html) == "Html()"
