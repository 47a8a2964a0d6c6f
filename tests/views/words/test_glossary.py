"""The glossary."""

from selfmgmt.language import speaking
from selfmgmt.views.words.glossary import glossary_entries, load_glossary


def test_words_stand_in_the_order_of_the_alphabet():
    """In the language of the reader."""
    for language in ("nl", "en"):
        with speaking(language):
            words = [word.casefold() for word, _ in glossary_entries()]
        assert words == sorted(words)
        assert len(words) == len(load_glossary())


def test_meanings_are_short():
    """B1: no sentence over twenty words."""
    for term in load_glossary().values():
        for text in (term.meaning.nl, term.meaning.en):
            assert max(len(part.split()) for part in text.split(". ")) <= 20, text
