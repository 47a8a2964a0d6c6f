"""The map for newcomers leads somewhere."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
MAP = (
    (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Where is ...?")[1]
)
ROWS = re.findall(r"^\| (.+?) \| (.+?) \|$", MAP, re.MULTILINE)[1:]


def test_it_answers_what_newcomers_ask() -> None:
    """At least twenty questions, each with a file."""
    assert len(ROWS) >= 20
    assert [question for question, answer in ROWS if "`" not in answer] == []


def test_every_file_on_the_map_is_there() -> None:
    """A file that moves takes its line along."""
    named = [name for _, answer in ROWS for name in re.findall(r"`([\w./]+/[\w./]+)`", answer)]
    assert len(named) >= len(ROWS)
    assert [name for name in named if not (ROOT / name).is_file()] == []
