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
    """In the words of the register, and that it is required; a choice has no length."""
    found = lines("en")
    at = found.index("Status")
    assert found[at + 1] == "Still open; choose: In ontwikkeling, In gebruik, Buiten gebruik."
    assert found[at + 2] == "Required."


def test_a_list_tells_how_many_values_and_which() -> None:
    """A theme is one of those of the register."""
    found = lines("en")
    at = found.index("Theme")
    assert found[at + 1] == "Organisatie en bedrijfsvoering"
    assert found[at + 2].startswith("At most 3 of: Organisatie en bedrijfsvoering, Cultuur")
    assert found[at + 2].endswith(", Werk, Zorg en gezondheid.")


def test_a_link_tells_its_length_and_that_of_its_title() -> None:
    """The title of a law is shorter than its address may be."""
    found = lines("nl")
    at = found.index("Verwijzingen wettelijke basis")
    assert found[at + 3] == "Een titel: hoogstens 100 tekens. Een link: hoogstens 500 tekens."


def test_the_texts_are_dutch_in_both_languages() -> None:
    """The register takes no other."""
    (text,) = {line for line in lines("en") if line.startswith("Een rekenmodel dat")}
    assert text in lines("nl")
