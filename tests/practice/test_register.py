"""The draft for the algorithm register fits in it, and leaves to people what is theirs."""

import json
from typing import Any

import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice.register import load_register, register_draft
from selfmgmt.views.roadmap_files import DOCUMENTS
from tests.practice.example import example_case

BY_HAND = {
    *("status", "begin_date", "end_date", "contact_email", "website", "publication_category"),
    *("url", "process_index_url", "impacttoetsen_grouping", "provider", "publiccode", "source_id"),
}
STANDARD = {  # v1_0.json of MinBZK/Algoritmeregister, without what the register fills in itself
    **{"name": 100, "organization": 100, "description_short": 350, "begin_date": 7, "end_date": 7},
    **{"contact_email": 500, "website": 500, "url": 500, "goal": 2500, "proportionality": 2500},
    **{"human_intervention": 2500, "risks": 2500, "lawful_basis": 2500, "process_index_url": 500},
    **{"impacttoetsen": 2500, "source_data": 2500, "methods_and_models": 5000, "provider": 200},
    **{"publiccode": 500, "source_id": 100, "tags": 2500},
}
CHOICES = {"category": 16, "status": 3, "publication_category": 3}  # how many are permitted
LINKED = {  # the greatest length of a title and of a link
    "lawful_basis_grouping": (100, 500),
    "impacttoetsen_grouping": (None, 500),
    "source_data_grouping": (500, 500),
}
REQUIRED = {
    *("name", "description_short", "organization", "status", "contact_email"),
    "publication_category",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits(language: str) -> None:
    """In the greatest length of the publication standard, also with a long name."""
    with speaking(language):
        for key, draft in register_draft("Gemeente " + "x" * 200).items():
            for most, text in limits_of(key, draft):
                assert len(text) <= most, key


def limits_of(key: str, draft: Any) -> list[tuple[int, str]]:
    """The texts of which a field consists, each with its greatest length in the standard."""
    if key in STANDARD:
        return [(STANDARD[key], draft)]
    if key not in LINKED:
        return []
    title, link = LINKED[key]
    titles = [(title, one["title"]) for one in draft if title is not None]
    return titles + [(link, one["link"]) for one in draft]


def test_the_fields_are_those_of_the_standard() -> None:
    """With its lengths, its choices, and what it requires."""
    fields = load_register()
    assert {key: fields[key].most for key in STANDARD} == STANDARD
    assert set(fields) == STANDARD.keys() | CHOICES.keys() | LINKED.keys()
    assert {key: (fields[key].most_title, fields[key].most) for key in LINKED} == LINKED
    assert {key: len(field.choices) for key, field in fields.items() if field.choices} == CHOICES
    assert all(fields[key].most is None for key in CHOICES)
    assert {key for key, field in fields.items() if field.required} == REQUIRED


def test_a_list_is_a_list() -> None:
    """The theme is one of at most three; a law goes with its address."""
    draft = register_draft("Nijkerk")
    assert load_register()["category"].most_values == 3
    assert set(draft["category"]) <= set(load_register()["category"].choices)
    assert draft["category"] == ["Organisatie en bedrijfsvoering"]
    assert draft["lawful_basis_grouping"][0] == {
        "title": "Gemeentewet",
        "link": "https://wetten.overheid.nl/BWBR0005416",
    }


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
