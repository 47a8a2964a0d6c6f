"""The made-up survey that the page of readiness shows."""

import pytest

from selfmgmt.readiness.survey import Findings
from selfmgmt.views.widgets.survey_upload import open_survey


@pytest.fixture(scope="session")
def example() -> Findings:
    """All that may be told of it."""
    survey = open_survey(example=True)
    assert survey is not None
    return survey.findings
