"""The draft for the algorithm register fits in it, and leaves to people what is theirs."""

import json

import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice.register import load_register, register_draft
from selfmgmt.views.roadmap_files import DOCUMENTS
from tests.practice.example import example_case

BY_HAND = {"status", "contact_email", "publication_category", "provider", "publiccode"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits(language: str) -> None:
    """In the greatest length of the publication standard, also with a long name."""
    with speaking(language):
        for key, text in register_draft("Gemeente " + "x" * 200).items():
            assert len(text) <= load_register()[key].most, key


def test_what_only_a_person_knows_is_open() -> None:
    """Whom to write to, the status and the category are nobody's guess."""
    assert {key for key, text in register_draft("Nijkerk").items() if not text} == BY_HAND


def test_the_file_is_marked_as_a_draft() -> None:
    """With the name of the case, and the fields as the register names them."""
    written = json.loads(DOCUMENTS["register.json"](example_case(), "roadmap"))
    assert written["organization"] == "Nijkerk"
    assert set(written) == {"draft", "lang", "standard_version", *load_register()}
    assert (written["lang"], written["standard_version"]) == ("nld", "1.0")
    assert "concept" in written["draft"]
