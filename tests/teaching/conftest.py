"""Sessions to test with."""

from pathlib import Path

import pytest

from selfmgmt.teaching.prepare import Plan, prepare

SMALL = Plan(
    case="small",
    people=13,
    tables=2,
    ballots=("weights", "learning", "predict_half_the_managers"),
    word=False,
)


@pytest.fixture
def session_folder(tmp_path: Path) -> Path:
    """The folder of a session for thirteen people at two tables."""
    prepare(SMALL, tmp_path / "session", "en")
    return tmp_path / "session"
