"""The published JSON Schema is that of the code, and editors agree with our own reader."""

from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selfmgmt.case import Case, new_case
from selfmgmt.case.schema import CASE_SCHEMA, case_schema, schema_text
from selfmgmt.case.yaml_text import yaml_text
from selfmgmt.language import LANGUAGES, speaking
from tests.case.random_cases import cases

VALIDATOR = jsonschema.Draft202012Validator(case_schema())


def test_the_published_schema_is_the_one_of_the_code() -> None:
    """When this fails: ``CASE_SCHEMA.write_text(schema_text(), encoding="utf-8")``."""
    assert CASE_SCHEMA.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    """Editors can use it."""
    checker = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
    assert list(checker.iter_errors(case_schema())) == []


def test_what_is_shared_is_written_once() -> None:
    """Small enough for an editor to fetch, and every reference leads somewhere."""
    text, schema = schema_text(), case_schema()
    assert len(text) < 200_000
    assert all(text.count(f'"#/$defs/{name}"') >= 1 for name in schema["$defs"])


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases(), st.sampled_from(LANGUAGES))
def test_what_the_writer_writes_is_valid(case: Case, language: str) -> None:
    """An editor finds no fault in any case that was saved, read as plain YAML."""
    with speaking(language):
        written = yaml.safe_load(yaml_text(case))
    assert list(VALIDATOR.iter_errors(written)) == []


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("organisation", "fte", -3),
        ("organisation", "fte", {"low": 1, "central": 2}),
        ("organisation", "overhead", 0.1),
        ("question", "horizon", 41),
        ("options", "My Option", {}),
        ("options", "mine", {"framez": 1}),
        ("question", "size", "equal"),
        ("question", "certainty", "60%"),
        ("mixes", "mine", {"manager": "5%"}),
        ("voices", "council", {"a": {}}),
        ("judgements", "net_saving", {}),
        ("weights", "councl", {}),
    ],
)
def test_an_editor_sees_what_our_reader_refuses(section: str, key: str, value: Any) -> None:
    """Numbers out of range and unknown keys are underlined while one types."""
    content = yaml.safe_load(yaml_text(new_case(["Urk"])))
    content[section] = {**(content[section] or {}), key: value}
    assert not VALIDATOR.is_valid(content)
