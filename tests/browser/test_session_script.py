"""The script of 90 minutes, walked from the first minute to the last by thirteen browsers."""

import os
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from selfmgmt.language import speaking
from selfmgmt.teaching.answers import read_answers
from selfmgmt.teaching.kit import TimedStep, schedule_of
from selfmgmt.teaching.prepare import Plan, prepare
from selfmgmt.teaching.report import write_report
from selfmgmt.teaching.session import read_session
from tests.browser.axe import axe_violations
from tests.teaching.clock import Screens, minutes_needed
from tests.teaching.served import ServedRoom, room_in

PICTURES = os.environ.get("PICTURES", "")
"""A folder to leave pictures in, for who wants to look."""
PEOPLE, TABLES = 12, 3
TELEPHONE, BEAMER = {"width": 360, "height": 740}, {"width": 1920, "height": 1080}
ROLES_READ = 2  # of the six cards: each person has one or two


class Walk:
    """A facilitator with a beamer and twelve people with telephones."""

    def __init__(self, browser: Browser, room: ServedRoom) -> None:
        self.screen = browser.new_context(viewport=BEAMER).new_page()
        self.screen.goto(room.presenter.replace("#", "?language=nl#"))
        self.people = [self._joined(browser, room, number) for number in range(PEOPLE)]
        self.rounds = 0

    def _joined(self, browser: Browser, room: ServedRoom, number: int) -> Page:
        page = browser.new_context(viewport=TELEPHONE).new_page()
        page.goto(f"{room.link}?language=nl")
        page.get_by_label("Uw tafel").select_option(str(1 + number % TABLES))
        page.get_by_role("button", name="Doe mee").click()
        expect(page.get_by_role("heading", name="U bent binnen")).to_be_visible()
        return page

    def vote(self, ballot: str) -> Screens:
        """Ask, let everybody answer, show; what stood on the screens."""
        self.rounds += 1
        self.screen.get_by_label("Kies wat u vraagt").select_option(ballot)
        self.screen.get_by_role("button", name="Stel de vraag").click()
        voters = self.people[:TABLES] if ballot.startswith("predict") else self.people
        first = voters[0]
        expect(first.locator("#sheet")).to_be_visible()
        form, questions = first.inner_text("#room"), first.locator("fieldset").count()
        picture(first, f"{self.rounds}_{ballot}_form")
        for number, one in enumerate(voters):
            answer(one, number + self.rounds)
        expect(self.screen.locator(".big")).to_contain_text(f"{len(voters)} / {len(voters)}")
        self.screen.get_by_role("button", name="Toon de uitkomst").click()
        expect(first.get_by_text("De uitkomst staat op het scherm.")).to_be_visible()
        expect(self.screen.locator("#stage table").first).to_be_visible()
        picture(self.screen, f"{self.rounds}_{ballot}_result")
        assert axe_violations(self.screen) == []
        result = self.screen.inner_text("#stage")
        return Screens(form=form, questions=questions, result=result)


def answer(page: Page, shift: int) -> None:
    """Answer every question and send."""
    expect(page.locator("#sheet")).to_be_visible()
    questions = page.locator("fieldset")
    for index in range(questions.count()):
        choices = questions.nth(index).locator("label:not(.open)")
        choices.nth((3 * shift + index) % choices.count()).click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("status")).to_contain_text("is binnen")


def picture(page: Page, name: str) -> None:
    """Leave a picture, when somebody wants to look."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def paper_of(page: Page, folder: Path) -> dict[str, str]:
    """Handout to what a person reads of it."""
    page.goto((folder / "handouts.html").as_uri())
    cards = page.locator(".whole .card").all_inner_texts()
    before_the_cards = page.inner_text("#main").partition(page.locator(".whole").inner_text())[0]
    return {"": "", "case": before_the_cards, "roles": "\n".join(cards[:ROLES_READ])}


def test_each_handout_is_one_sheet_of_paper(page: Page, tmp_path: Path) -> None:
    """Case, roles, levers, four forms and numbers: eight, and one for each two tables."""
    folder = tmp_path / "session"
    prepare(Plan(case="middle", people=PEOPLE, tables=TABLES, word=False), folder, "nl")
    page.goto((folder / "handouts.html").as_uri())
    printed = page.pdf(path=str(tmp_path / "handouts.pdf"), format="A4")
    if PICTURES:
        Path(PICTURES, "handouts.pdf").write_bytes(printed)
    with pikepdf.open(tmp_path / "handouts.pdf") as sheets:
        assert len(sheets.pages) == 8 + -(-TABLES // 2)


@pytest.mark.slow
def test_the_script_fits_its_ninety_minutes(page: Page, browser: Browser, tmp_path: Path) -> None:
    """Each step in its minutes, both rounds side by side, answers kept, and a report of them."""
    folder = tmp_path / "session"
    prepare(Plan(case="middle", people=PEOPLE, tables=TABLES, word=False), folder, "nl")
    paper, late = paper_of(page, folder), []
    with room_in(folder) as room, speaking("nl"):
        walk = Walk(browser, room)
        for begin, step in schedule_of("90").parts[0].timed():
            late += over_time(walk, begin, step, paper[step.content.paper])
            if step.step == "weights_again":
                expect(walk.screen.get_by_role("columnheader")).to_have_text(
                    ["ronde 1", "ronde 2", "midden"]
                )
        assert late == []
        walk.screen.on("dialog", lambda dialog: dialog.accept())
        walk.screen.get_by_role("button", name="Bewaar de antwoorden en sluit").click()
        expect(walk.screen.get_by_role("heading", name="De sessie is gesloten")).to_be_visible()
    answers = read_answers(folder / "answers.csv", read_session(folder).load_ballots())
    assert len(answers.of("weights", 2).respondents) == PEOPLE
    assert len(answers.of("predict_half_the_managers", 1).respondents) == TABLES
    (report,) = write_report(folder, "nl", word=False)
    assert "“Vijf vragen vooraf en achteraf”, ronde 2: 12 mensen" in report.read_text("utf-8")


def over_time(walk: Walk, begin: int, step: TimedStep, paper: str) -> list[str]:
    """What to say of a step that does not fit in its minutes."""
    content = step.content
    screens = walk.vote(content.vote) if content.vote else Screens()
    needed = minutes_needed(step, screens, paper)
    return [] if needed <= step.minutes else [f"{begin}: {content.title}: {needed:.1f} minutes"]
