"""A section on demand is made when someone asks for it, of the case as it is then."""

import subprocess
import sys

import pytest

from selfmgmt.case import new_case
from selfmgmt.language import speaking
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.on_demand import OnDemandSections
from selfmgmt.workspace.lab.sections import LOOKS

LOOKS_OF_ALL_PAGES = [(page, key) for page, looks in LOOKS.items() for key in looks]


@pytest.fixture(scope="module")
def pages():
    """The looks of each page at one case, in English."""
    with speaking("en"):
        bar = CaseBar(new_case(["Nijkerk"]), page="30_options", seed=1)
        return {page: OnDemandSections(bar, page, seed=1, draws=500) for page in LOOKS}


@pytest.mark.parametrize(("page", "key"), LOOKS_OF_ALL_PAGES)
def test_every_look_shows_words_and_no_fault(pages, page, key):
    """Each with something to read, and each picture with its words and numbers."""
    look = pages[page]
    look.answer({"look": key})
    html = look.shown[key]
    assert 'role="alert"' not in html
    assert len(html) > 200
    assert html.count("<img") == html.count("<figcaption>")
    assert 'alt=""' not in html


def test_nothing_is_made_until_someone_asks():
    """The page starts empty."""
    look = OnDemandSections(
        CaseBar(new_case(["Nijkerk"]), page="40_choose", seed=1), "40_choose", seed=1
    )
    assert look.shown == {}


def test_what_nobody_offers_is_not_made(pages):
    """A strange message changes nothing."""
    look = pages["30_options"]
    before = dict(look.shown)
    for message in ({"look": "nothing"}, {"do": "stress"}, None, "stress"):
        look.answer(message)
    assert look.shown == before


def test_a_look_is_of_the_case_on_the_page():
    """After a change the same button gives another answer."""
    bar = CaseBar(new_case(["Nijkerk"]), page="30_options", seed=1)
    look = OnDemandSections(bar, "30_options", seed=1, draws=300)
    look.answer({"look": "levers"})
    before = look.shown["levers"]
    question = bar.case.question.model_copy(
        update={"saving_target": bar.case.question.saving_target.model_copy(update={"value": 0.2})}
    )
    tool = bar.bind(SmallTool(bar.case))
    tool.show(bar.case.model_copy(update={"question": question}))
    look.answer({"look": "levers"})
    assert look.shown["levers"] != before


class SmallTool:
    """The smallest tool that a bar can hold."""

    def __init__(self, case):
        self.case = case

    def show(self, case):
        """Take another case."""
        self.case = case


def test_a_fault_is_told_in_its_place(pages, monkeypatch):
    """Whatever happens, the page lives on and says so."""
    look = pages["40_choose"]

    def fall(_content):
        raise RuntimeError("out of order")

    broken = type(LOOKS["40_choose"]["room"])(title="a", about="b", views=fall)
    monkeypatch.setattr(look, "_looks", {"room": broken})
    look.answer({"look": "room"})
    assert 'role="alert"' in look.shown["room"]
    assert "out of order" not in look.shown["room"]


def test_the_page_is_light_until_then():
    """No library for pictures or tables is loaded for the buttons."""
    code = (
        "import sys; import selfmgmt.workspace.lab.on_demand; "
        "print([name for name in ('matplotlib', 'pandas', 'seaborn') if name in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
