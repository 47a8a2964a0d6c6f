"""The annex to a mandate decree: who decides, who is heard, and the article; a draft."""

from io import BytesIO

import docx
import pytest

from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import find_instrument, known_instruments
from selfmgmt.reporting.documents.annex import practice_annex
from tests.practice.example import example_case


def test_the_annex_has_a_line_for_each_decision_that_was_agreed() -> None:
    """One decider, who is heard and who is told, with the law where it decides."""
    case = example_case(
        who_decides={"agreed": {"vacancy": {"manager": 3, "team": 5, "college": 1}}}
    )
    with speaking("en"):
        document = docx.Document(BytesIO(practice_annex(case, "who_decides")))
    lines = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert lines[0] == ["Decision", "Decides", "Is heard before", "Is told", "Law"]
    assert [
        "Choose who fills a vacancy",
        "Team",
        "Manager or coach",
        "Municipal executive",
        "–",
    ] in (lines)
    assert [
        "Adopt the budget",
        "Municipal council",
        "–",
        "–",
        "Gemeentewet 189, 191; Gemeentewet 156",
    ] in lines
    words = "\n".join(one.text for one in document.paragraphs)
    assert "A draft: a lawyer checks it" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", known_instruments())
def test_every_instrument_has_a_document(key: str, language: str) -> None:
    """With the sheet of every body that has no other to agree with, and marked as a draft."""
    case = example_case()
    with speaking(language):
        document = docx.Document(BytesIO(practice_annex(case, key)))
    is_agreed = find_instrument(key).agreed
    assert len(document.tables) == (1 if is_agreed else len(case.practice[key]))
    assert any("oncept" in one.text or "draft" in one.text for one in document.paragraphs)
