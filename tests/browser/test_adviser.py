"""An adviser at work, from the first page to the report: in JupyterLab, and on served pages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from selfmgmt.analysis.compare import OptionComparison, compare_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case import Case, load_case, new_case
from selfmgmt.case.files import read_case
from selfmgmt.case.known import DO_NOTHING
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.case.option import Option
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.question import Question
from selfmgmt.field_facts import fields_of
from selfmgmt.language import gettext, speaking
from selfmgmt.resources import NOTEBOOKS
from selfmgmt.simulation import DRAWS
from selfmgmt.views.outcomes import OUTCOMES
from selfmgmt.views.widgets.levers import levers
from selfmgmt.workspace.lab.links import PAGES
from tests.browser.axe import WCAG_2_1_AA, axe_violations
from tests.browser.test_app import laboratory
from tests.workspace.served import Served

SLOW = 90_000  # milliseconds, on a computer that does a lot more
TAGS = [*WCAG_2_1_AA, "wcag22aa", "best-practice"]
CUT = "cut_across_the_board"
SHOWN = ("vanguard_first", CUT, "fewer_tasks")
TABLE = ".".join(["2", *SHOWN])  # as a link tells it: the second in hand
WITH_CHARTS = f"{TABLE}~savings.frontier.capacity.cumulative_cash_eur"  # once one was chosen
MOVES = {  # lever to the key that moves it, and how often; from 5%, 100% and 100%
    "question.saving_target": ("ArrowRight", 2),
    "managers_after": ("ArrowLeft", 2),
    "support_after": ("ArrowLeft", 3),
}
SAVED = ("gross_saving_eur", "realised_saving_eur", "net_saving_eur")
OURS = [".selfmgmt-bar", ".selfmgmt-explorer"]
THIRD_PARTY = {
    "aria-allowed-attr": "buttons of its toolbars and file list (jp-button), with aria-pressed",
    "aria-input-field-name": "the editors of code cells have no name",
    "aria-required-children": "the list of cells calls itself a feed with other things in it",
    "region": "its own links to skip to a part stand outside every landmark",
}
"""What axe has against JupyterLab itself. Not ours to mend: whoever is hindered by it has the same
pages with ``selfmgmt app``, against which axe has nothing."""


def what_is_meant() -> Case:
    """The case as it must be in the end."""
    case = new_case(["Nijkerk"])
    options = {
        **case.options,
        CUT: Option.model_validate(
            {"based_on": CUT, "managers_after": "98%", "support_after": "97%"}
        ),
        SHOWN[0]: Option(based_on=SHOWN[0]),
    }
    question = Question.model_validate({**dict(case.question), "saving_target": "6%"})
    return case.model_copy(
        update={
            "organisation": OwnFigures.model_validate({"fte": "312.5"}),
            "question": question.model_copy(update={"example": False}),
            "options": options,
        }
    )


@dataclass(kw_only=True)
class Adviser:
    """Someone at a page; ``wrong`` is all that browsers complained of."""

    page: Page
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        context = self.page.context
        context.set_default_timeout(SLOW)
        context.on("weberror", lambda error: self.wrong.append(str(error.error)))
        context.on(
            "console",
            lambda line: self.wrong.append(line.text) if line.type == "error" else None,
        )
        context.on(
            "response",
            lambda answer: self.wrong.append(answer.url) if answer.status >= 400 else None,
        )

    def run(self) -> None:
        """Bring the page to life."""

    def go(self, key: str) -> None:
        """To another page, by its link in the bar."""
        self.bar.get_by_role("link", name=gettext(PAGES[key])).click()

    @property
    def bar(self) -> Locator:
        """The case bar."""
        return self.page.locator(".selfmgmt-bar")

    def press(self, words: str) -> None:
        """A button of the bar, by keyboard."""
        self.bar.get_by_role("button", name=words, exact=True).press("Enter")

    def picks_nijkerk(self) -> None:
        """On the first page, by name; the answer for it is there at once."""
        start = self.page.locator(".selfmgmt-start")
        start.get_by_label(gettext("Your municipality")).press_sequentially("Nijkerk")
        self.page.keyboard.press("Enter")
        expect(self.bar.get_by_role("status").first).to_have_text(
            gettext("{name} is open.", name="Nijkerk"), timeout=SLOW
        )
        expect(start.locator(".answer li").first).to_be_visible(timeout=SLOW)

    def types_the_staff(self) -> None:
        """As people write it, and Enter."""
        title = fields_of(OwnFigures)["fte"].title
        self.page.get_by_label(title, exact=True).press_sequentially("312,5")
        self.page.keyboard.press("Enter")
        expect(self.page.locator(".figure .read").first).to_contain_text(
            {"nl": "312,5", "en": "312.5"}[self.language], timeout=SLOW
        )

    def compares_and_moves(self) -> None:
        """Three options beside each other; three levers of the plain cut, by keyboard."""
        place = self.page.locator(".selfmgmt-explorer .card .top select")
        for at in (0, 2, 1):
            place.nth(at).select_option(SHOWN[at])
            expect(self.page.locator(".holding")).to_contain_text(self.labels[SHOWN[at]])
        for path, (key, times) in MOVES.items():
            slider = self.page.get_by_label(levers()[path].facts.title, exact=True)
            fold = self.page.locator(".levers > details").filter(has=slider)
            if fold.get_attribute("open") is None:
                fold.locator("> summary").press("Enter")
            slider.focus()
            for _press in range(times):
                self.page.keyboard.press(key)

    @property
    def language(self) -> str:
        """Of the page."""
        return str(self.bar.get_attribute("lang"))

    @property
    def labels(self) -> dict[str, str]:
        """Option to its name."""
        case = what_is_meant()
        return {key: case.label(key) for key in case.options}

    def link(self, case: Case) -> str:
        """The link to the case, once it is ``case`` that it holds."""
        shown = self.bar.get_by_label(gettext("Link to this case"))
        if not shown.is_visible():
            self.press(gettext("Save and share"))
        words = [link_word(case, layout=layout) for layout in (TABLE, WITH_CHARTS)]
        expect(shown).to_have_value(re.compile("|".join(map(re.escape, words))))
        return shown.input_value()

    def makes_the_report(self) -> str:
        """And takes it home."""
        self.press(gettext("Make my report"))
        take = self.bar.get_by_role("link", name=gettext("Download the report"))
        with self.page.expect_download() as caught:
            take.click()
        return caught.value.path().read_text(encoding="utf-8")

    def sees(self, expected: OptionComparison, shown: Sequence[str]) -> None:
        """The figures of the options ``shown`` on the page, in the numbers of the savings."""
        slot = self.page.locator(".selfmgmt-explorer .slot").first
        slot.locator("select").select_option("savings")
        slot.locator(".why").press("Enter")
        panel = self.page.locator(".selfmgmt-explorer dialog")
        for key in shown:
            label = self.page.get_by_role("rowheader", name=self.labels[key], exact=True)
            row = panel.locator("tr").filter(has=label)
            for outcome in SAVED:
                words = OUTCOMES[outcome].range(expected.options[key].outcomes[outcome])
                expect(row).to_contain_text(words)
        self.page.keyboard.press("Escape")


class LabAdviser(Adviser):
    """Someone in JupyterLab."""

    def run(self) -> None:
        """By the menu, as the notebook says, once JupyterLab is ready."""
        self.page.get_by_text("| Idle").wait_for()
        self.page.get_by_role("menuitem", name="Run", exact=True).click()
        self.page.locator(".lm-Menu-itemLabel").get_by_text("Run All Cells", exact=True).click()
        self.bar.wait_for()

    def go(self, key: str) -> None:
        """To a page in a tab of its own."""
        with self.page.expect_popup() as opened:
            super().go(key)
        self.page = opened.value
        self.run()


def works(adviser: Adviser) -> Case:
    """From the first page to the options; the case that was made."""
    meant = what_is_meant()
    adviser.picks_nijkerk()
    adviser.go("10_baseline")
    adviser.types_the_staff()
    expect(adviser.bar.locator("nav a").first).to_have_attribute("href", re.compile("scenario=1"))
    adviser.go("30_options")
    adviser.compares_and_moves()
    assert case_in_link(adviser.link(meant)) == meant
    adviser.sees(expected_of(meant), SHOWN)
    return meant


def expected_of(case: Case) -> OptionComparison:
    """What ``compare`` gives, without what takes it long."""
    return compare_options(study_of(case), draws=DRAWS, seed=1)


def ends_well(adviser: Adviser, case: Case) -> None:
    """The page and the report show the figures of ``compare`` for the case."""
    expected = expected_of(case)
    adviser.sees(expected, SHOWN)
    report = adviser.makes_the_report()
    for key, option in expected.options.items():
        if key == DO_NOTHING:
            continue
        assert option.label in report
        assert OUTCOMES["capacity_low"].range(option.outcomes["capacity_low"]) in report


def test_on_served_pages(page: Page, ours: Served, requests: list[str]) -> None:
    """The case goes along in links, comes home as a file, and is never kept by the server."""
    around = sorted(NOTEBOOKS.rglob("*"))
    adviser = Adviser(page=page)
    page.goto(ours.link)
    page.goto(f"{ours.origin}/00_start")
    case = works(adviser)
    with page.expect_download() as caught:
        adviser.press(gettext("Download the case file"))
    name = caught.value.suggested_filename
    assert read_case(caught.value.path().read_bytes(), name) == case
    page.goto("about:blank")
    page.goto(link_of(ours.origin, case))
    assert adviser.link(case).startswith(ours.origin)
    ends_well(adviser, case)
    page.goto("about:blank")
    assert adviser.wrong == []
    assert {urlsplit(url).netloc for url in requests} == {urlsplit(ours.origin).netloc}
    assert sorted(NOTEBOOKS.rglob("*")) == around


def link_of(origin: str, case: Case) -> str:
    """The link that someone else receives."""
    return f"{origin}/30_options?scenario={link_word(case, layout=TABLE)}"


@pytest.mark.slow
def test_in_jupyterlab(page: Page, requests: list[str], tmp_path: Path) -> None:
    """The same in a folder of one's own, where the case is saved."""
    with speaking("en"), laboratory(tmp_path, "en") as address:
        adviser = LabAdviser(page=page)
        page.goto(address("00_start"))
        adviser.run()
        case = works(adviser)
        adviser.press(gettext("Save"))
        expect(adviser.bar.locator(".kept")).to_contain_text(".case.yaml")
        (kept,) = (tmp_path / "werk").glob("*.case.yaml")
        assert load_case(kept) == case
        adviser.page.goto(adviser.link(case))
        adviser.run()
        assert adviser.link(case)
        ends_well(adviser, case)
        assert axe_violations(adviser.page, TAGS, {"include": OURS}) == []
        others = axe_violations(adviser.page, TAGS, {"exclude": OURS})
        page.goto("about:blank")
    assert {one.partition(":")[0]: one for one in others}.keys() <= THIRD_PARTY.keys()
    assert adviser.wrong == []
    assert len({urlsplit(url).netloc for url in requests}) == 1
