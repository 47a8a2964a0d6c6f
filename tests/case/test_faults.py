"""Every kind of error of pydantic becomes a sentence with the value and what to do."""

import pytest
from pydantic import ValidationError

from selfmgmt.case import Case
from selfmgmt.case.faults import path_of, sentence_of
from selfmgmt.language import speaking


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("name", 5, "5 is not text"),
        ("name", "x" * 201, "at most 200 characters"),
        ("municipalities", [], "at least one"),
        ("municipalities", {"a": 1}, "is no list"),
        ("organisation", "420", "'420' is no set of fields"),
        ("organisation", {"Overhead_percentage": 1}, "BBV"),
        ("options", ["mine"], "is no set of fields"),
        ("options", {"mine": 5}, "5 is no set of fields"),
        ("options", {"mine": {"motive": "cuts"}}, "did you mean cut?"),
        ("judgements", {"closeness": "good"}, "'good' is no set of fields"),
        ("wieghts", {}, "did you mean weights?"),
    ],
)
def test_sentences(name: str, value: object, words: str) -> None:
    """The sentence fits what was given, and the path leads to it."""
    written = {"name": "Urk", "municipalities": "Urk", name: value}
    with speaking("en"), pytest.raises(ValidationError) as caught:
        Case.model_validate(written)
    (detail,) = caught.value.errors()
    assert path_of(detail)[0] == name
    with speaking("en"):
        assert words in sentence_of(detail, Case)
