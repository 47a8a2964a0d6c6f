"""A section on demand is made when someone asks for it, of the case as it is then."""

import subprocess
import sys

import pytest

from selfmgmt.case import new_case
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.on_demand import OnDemandSections
from selfmgmt.workspace.lab.sections import SECTIONS

ALL_SECTIONS = [(page, key) for page, sections in SECTIONS.items() for key in sections]


@pytest.fixture(scope="module")
def pages():
    """The sections of each page at one case, in English."""
    with speaking("en"):
        bar = CaseBar(new_case(["Nijkerk"]), page="30_options", seed=1)
        return {page: OnDemandSections(bar, page, seed=1, draws=500) for page in SECTIONS}


@pytest.mark.parametrize(("page", "key"), ALL_SECTIONS)
def test_every_section_shows_words_and_no_fault(pages, page, key):
    """Each with something to read, and each picture with its words and numbers."""
    sections = pages[page]
    sections.answer({"section": key})
    html = sections.state[key]
    assert 'role="alert"' not in html
    assert len(html) > 200
    assert html.count("<img") == html.count("<figcaption>")
    assert 'alt=""' not in html


def test_nothing_is_made_until_someone_asks():
    """The page starts empty."""
    sections = OnDemandSections(
        CaseBar(new_case(["Nijkerk"]), page="40_choose", seed=1), "40_choose", seed=1
    )
    assert sections.state == {}


def test_what_nobody_offers_is_not_made(pages):
    """An unknown message changes nothing."""
    sections = pages["30_options"]
    before = dict(sections.state)
    for message in ({"section": "nothing"}, {"do": "stress"}, None, "stress"):
        sections.answer(message)
    assert sections.state == before


def test_a_section_is_of_the_case_on_the_page():
    """After a change the same button gives another answer."""
    bar = CaseBar(new_case(["Nijkerk"]), page="30_options", seed=1)
    sections = OnDemandSections(bar, "30_options", seed=1, draws=300)
    sections.answer({"section": "levers"})
    before = sections.state["levers"]
    question = bar.case.question.model_copy(
        update={"saving_target": bar.case.question.saving_target.model_copy(update={"value": 0.2})}
    )
    tool = bar.bind(SmallTool(bar.case))
    tool.show(bar.case.model_copy(update={"question": question}))
    sections.answer({"section": "levers"})
    assert sections.state["levers"] != before


class SmallTool:
    """The smallest tool that a bar can hold."""

    def __init__(self, case):
        self.case = case

    def show(self, case):
        """Take another case."""
        self.case = case


def test_a_fault_is_reported_where_the_section_would_be(pages, monkeypatch):
    """Whatever happens, the page lives on and says so."""
    sections = pages["40_choose"]

    def fall(_content):
        raise RuntimeError("out of order")

    broken = type(SECTIONS["40_choose"]["stability"])(title="a", about="b", views=fall)
    monkeypatch.setattr(sections, "_sections", {"stability": broken})
    sections.answer({"section": "stability"})
    assert 'role="alert"' in sections.state["stability"]
    assert "out of order" not in sections.state["stability"]


def test_the_page_is_light_until_then():
    """No library for pictures or tables is loaded for the buttons."""
    code = (
        "import sys; import selfmgmt.workspace.lab.on_demand; "
        "print([name for name in ('matplotlib', 'pandas', 'seaborn') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
