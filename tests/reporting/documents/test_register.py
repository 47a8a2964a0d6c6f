"""The draft for the algorithm register that a person can finish."""

from io import BytesIO

import docx
import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice.register import load_register
from selfmgmt.reporting.documents.register import register_document
from tests.practice.example import example_case


def lines(language: str) -> list[str]:
    """The paragraphs of the document."""
    with speaking(language):
        document = docx.Document(BytesIO(register_document(example_case())))
    return [one.text for one in document.paragraphs]


@pytest.mark.parametrize(("language", "draft"), [("nl", "Een concept:"), ("en", "A draft:")])
def test_it_is_marked_as_a_draft(language: str, draft: str) -> None:
    """Above everything else, beside the name of the case."""
    assert "Nijkerk" in lines(language)[1]
    assert lines(language)[2].startswith(draft)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_stands_in_it(language: str) -> None:
    """By its title, in the order of the register."""
    with speaking(language):
        titles = [str(field.title) for field in load_register().values()]
    assert [line for line in lines(language) if line in titles] == titles


def test_an_open_choice_tells_what_may_be_chosen() -> None:
    """In the words of the register, with its length and that it is required."""
    found = lines("en")
    at = found.index("Status")
    assert found[at + 1] == "Still open; choose: In ontwikkeling, In gebruik, Buiten gebruik."
    assert found[at + 2] == "0 of at most 20 characters. Required."


def test_the_texts_are_dutch_in_both_languages() -> None:
    """The register takes no other."""
    (text,) = {line for line in lines("en") if line.startswith("Een rekenmodel dat")}
    assert text in lines("nl")
