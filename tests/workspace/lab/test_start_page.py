"""The start page opens what is chosen, finds old names, and shows page 1 of its report."""

import subprocess
import sys
import time
from typing import Any

import pytest

from selfmgmt.analysis.compare import SEED
from selfmgmt.case import Case, new_case
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.reference.former_municipalities import former_municipalities
from selfmgmt.reference.municipalities import all_municipalities
from selfmgmt.reporting.content.content import Content
from selfmgmt.reporting.pages.sections import page_one_html
from selfmgmt.simulation import DRAWS
from selfmgmt.workspace.lab import start_page
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.links import PAGES
from selfmgmt.workspace.lab.next_step import NextStep
from selfmgmt.workspace.lab.reports import ReportStatus
from selfmgmt.workspace.lab.start_page import StartPage

LONGEST = 300  # seconds, on a computer that does a lot more

FORMER = 62


def started(case: Case | None = None, language: str = "en") -> tuple[CaseBar, StartPage]:
    """The start page of Nijkerk under its case bar."""
    with speaking(language):
        bar = CaseBar(case or new_case(["Nijkerk"]), page="00_start")
        return bar, bar.bind(StartPage(bar))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_choice_opens_in_the_bar(language: str) -> None:
    """By code or name, in the language that it started with; page 1 waits to be asked."""
    bar, start = started(language=language)
    start.answer({"do": "pick", "name": "GM0184"})
    assert bar.case.name == start.case.name == start.state["name"] == "Urk"
    assert start.state["members"] == ["GM0184"]
    assert (start.state["page_one"], start.state["busy"]) == ("", True)
    assert {"en": "inhabitants", "nl": "inwoners"}[language] in " ".join(start.state["who"])


def test_a_name_that_nobody_has_changes_nothing() -> None:
    """The bar tells what was meant."""
    bar, start = started()
    start.answer({"do": "pick", "name": "Nijkerrk"})
    assert "did you mean Nijkerk" in bar.state["faults"][0]
    assert start.case.name == "Nijkerk"


def test_page_one_is_that_of_the_report() -> None:
    """To the letter and the pixel; another municipality starts without one."""
    _, start = started()
    until = time.monotonic() + LONGEST
    while start.state["busy"] and time.monotonic() < until:
        start.answer({"do": "page_one"})
        time.sleep(0.1)
    content = Content(case=start.case, language="en", seed=SEED, draws=DRAWS)
    with speaking("en"):
        assert start.state["page_one"].endswith(page_one_html(content).source)
    assert start.state["fault"] == ""
    start.answer({"do": "pick", "name": "Urk"})
    assert (start.state["page_one"], start.state["busy"]) == ("", True)


def test_a_page_one_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, and nobody goes on asking."""
    failed = ReportStatus(phase="failed", words="Te druk.")
    monkeypatch.setattr(start_page.ReportJob, "status", lambda _job: failed)
    _, start = started()
    start.answer({"do": "page_one"})
    assert (start.state["busy"], start.state["fault"]) == (False, "Te druk.")
    assert start.state["page_one"] == ""


@pytest.mark.parametrize("message", [None, {}, {"do": "fly"}, {"do": "pick"}, 3])
def test_nonsense_is_left_alone(message: Any) -> None:
    """Nothing that arrives can break the page."""
    _, start = started()
    before = start.state
    start.answer(message)
    assert start.state == before


def test_every_place_is_on_the_map_and_both_bergens_can_be_told_apart() -> None:
    """All municipalities of now have a shape and a name of their own."""
    _, start = started()
    municipalities = start.page["municipalities"]
    assert len(municipalities) == len(all_municipalities())
    assert all(one["path"].startswith("M") for one in municipalities)
    bergens = [one["name"] for one in municipalities if one["name"].startswith("Bergen (")]
    assert bergens == ["Bergen (NH.)", "Bergen (L.)"]


def test_old_names_lead_to_those_of_now() -> None:
    """Of all that merged or were split since 2011, each names one or more of today."""
    _, start = started()
    codes = {one.code for one in all_municipalities()}
    former = start.page["former"]
    assert len(former) == len(former_municipalities()) >= FORMER
    for one in former:
        assert one["now"], one["name"]
        assert {now["code"] for now in one["now"]} <= codes
    now = {one["name"]: [two["name"] for two in one["now"]] for one in former}
    assert now["Haaren"] == ["Oisterwijk", "Boxtel", "Vught", "Tilburg"]
    assert now["Schijndel"] == ["Meierijstad"]


def test_the_conclusion_follows_and_the_next_page_is_named() -> None:
    """One sentence of now, one button; after the last page the report."""
    bar, start = started()
    with speaking("en"):
        step = NextStep(bar, start)
        last = NextStep(CaseBar(bar.case, page=list(PAGES)[-1]), start)
    assert (step.page["next"], step.page["label"]) == ("10_baseline", "Next: Your organisation")
    assert last.page["next"] == "report"
    start.answer({"do": "pick", "name": "Urk"})
    assert step.state["conclusion"].startswith("Urk. ")


def test_the_start_page_is_light() -> None:
    """Nothing that draws, tabulates or renders is loaded until a report or Excel is asked for."""
    code = """
import sys
from selfmgmt.case import new_case
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.start_page import StartPage
bar = CaseBar(new_case(["Nijkerk"]), page="00_start")
bar.bind(StartPage(bar))
print(*{"matplotlib", "pandas", "scipy", "seaborn", "openpyxl", "papermill"} & set(sys.modules))
"""
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == ""
