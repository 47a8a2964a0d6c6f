"""What was filled in on sheets of practice reaches the report, as far as it may leave the team."""

import pytest

from selfmgmt.case import Case
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.pages.sections import appendix_html
from tests.practice.example import example_case, filled_in


def page_of(case: Case, key: str, language: str) -> str:
    """One part of the appendix of a small report."""
    content = Content(case=case, language=language, seed=1, draws=200)
    with speaking(language):
        return appendix_html(content, key).source


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roadmap_is_in_the_report_with_its_picture(language: str) -> None:
    """Its steps, its stop lines and the advice, behind one line."""
    page = page_of(example_case(roadmap=filled_in()["roadmap"]), "roadmap", language)
    assert page.count("<img") == 2
    assert page.count("<table") >= 5
    assert "3.2" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stays_with_a_team_does_not_reach_the_report(language: str) -> None:
    """The numbers do; tasks, letters and who was named do not."""
    tables = {key: filled_in()[key] for key in ("role_coverage", "connectors", "connections")}
    page = page_of(example_case(**tables), "practice", language)
    assert "front desk" in page
    assert "passports" not in page
    assert "outreach" not in page
    assert ">n1<" not in page


def test_without_anything_filled_in_both_are_empty() -> None:
    """A report of hundreds of municipalities pays nothing for them."""
    case = example_case(lessons=filled_in()["lessons"])
    assert page_of(case, "roadmap", "en") == ""
    assert page_of(case.model_copy(update={"practice": {}}), "practice", "en") == ""
