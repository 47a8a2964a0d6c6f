"""What a report is about, once for each language."""

from collections.abc import Iterator

import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.reporting.content.content import Content, content_of

DRAWS = 400


@pytest.fixture(scope="session", params=LANGUAGES)
def content(request: pytest.FixtureRequest) -> Content:
    """The content of the report of Nijkerk."""
    return content_of("Nijkerk", case_file="", language=request.param, seed=1, draws=DRAWS)


@pytest.fixture
def spoken(content: Content) -> Iterator[Content]:
    """The same, while its language is spoken."""
    with speaking(content.language):
        yield content
