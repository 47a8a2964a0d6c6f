"""Words in a drop-down, and the codes that they stand for."""

import pytest

from selfmgmt.case.choice_words import code_of, word_of
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.case.response import Response
from selfmgmt.case.workbook_sheets import _flat
from selfmgmt.language import LANGUAGES, speaking

CHOICES = [
    (path[-1], facts.choices)
    for record in (Option, Question, OwnCriterion, Response)
    for path, facts in _flat(record)
    if facts.choices
]


def test_there_are_choices() -> None:
    """The tests below have something to look at."""
    assert len(CHOICES) >= 5


@pytest.mark.parametrize(("field", "codes"), CHOICES)
def test_every_choice_has_its_own_words_and_is_read_back(field: str, codes: list[str]) -> None:
    """In each language, in capitals, and as the code; also in a workbook of the other language."""
    for language in LANGUAGES:
        with speaking(language):
            words = [word_of(field, code) for code in codes]
        assert len({one.casefold() for one in words}) == len(codes)
        assert not set(words) & set(codes) - {"points", "50%", "80%"}
        for reader in LANGUAGES:
            with speaking(reader):
                assert [code_of(field, one.upper()) for one in words] == list(codes)
    assert [code_of(field, code) for code in codes] == list(codes)


def test_what_is_no_choice_stays_as_it_is() -> None:
    """A fault is told in the words of who wrote it."""
    assert code_of("motive", "anders") == "anders"
    assert code_of("notes", "spending less") == "spending less"
