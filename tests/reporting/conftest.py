"""What a report is about, once for each language."""

from collections.abc import Iterator
from functools import cache

import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.reporting.content.content import Content, content_of

DRAWS = 400


@cache
def content_about(municipality: str, language: str) -> Content:
    """What a report is about, made once, in whatever order the tests come."""
    return content_of(municipality, case_file="", language=language, seed=1, draws=DRAWS)


@pytest.fixture(scope="session", params=LANGUAGES)
def content(request: pytest.FixtureRequest) -> Content:
    """The content of the report of Nijkerk."""
    return content_about("Nijkerk", request.param)


@pytest.fixture
def in_its_language(content: Content) -> Iterator[Content]:
    """The same, while its language is spoken."""
    with speaking(content.language):
        yield content
