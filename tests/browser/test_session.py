"""A session in Chromium: one facilitator and twelve participants, through a round to the reveal."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from selfmgmt.teaching.ballot import load_ballots
from selfmgmt.teaching.chat import read_chat
from selfmgmt.teaching.codes import CodedSheet, bases_of, encode, tag_of
from selfmgmt.teaching.kit import PAGES
from selfmgmt.teaching.prepare import FORM, Plan, prepare
from selfmgmt.teaching.session import read_session
from selfmgmt.views.widgets.bundle import bundle
from tests.browser.axe import axe_violations
from tests.teaching.served import ServedRoom, room_in

PICTURES = os.environ.get("PICTURES", "")
"""A folder to leave pictures in, for who wants to look."""
BALLOTS = ("weights", "predict_half_the_managers")
TELEPHONE = {"width": 360, "height": 740}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ServedRoom]:
    """A session for twelve people at two tables."""
    plan = Plan(case="small", people=12, tables=2, ballots=BALLOTS, word=False)
    prepare(plan, tmp_path / "session", "nl")
    with room_in(tmp_path / "session") as served:
        yield served


def picture(page: Page, name: str) -> None:
    """Leave a picture, when somebody wants to look."""
    if PICTURES:
        page.screenshot(path=f"{PICTURES}/{name}.png", full_page=True)


def participant(browser: Browser, room: ServedRoom, number: int) -> Page:
    """Somebody who comes in with a telephone."""
    page = browser.new_context(viewport=TELEPHONE).new_page()
    page.goto(f"{room.link}?language=nl")
    page.get_by_label("Uw tafel").select_option(str(1 + number % 2))
    if number == 0:
        picture(page, "participant_join")
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_role("heading", name="U bent binnen")).to_be_visible()
    return page


def weigh(page: Page, money: int) -> None:
    """Give weights and send them."""
    page.get_by_role("group", name="Geld").get_by_role("radio", name=str(money), exact=True).check()
    page.get_by_role("group", name="Medewerkers").get_by_role("radio", name="5", exact=True).check()
    page.get_by_role("button", name="Verstuur").click()


def test_a_round_with_a_break_and_a_killed_server(
    page: Page, browser: Browser, room: ServedRoom
) -> None:
    """One drops out and comes back, the server is killed; nothing is lost, nobody counts twice."""
    page.goto(f"{room.presenter.replace('#', '?language=nl#')}")
    people = [participant(browser, room, number) for number in range(12)]
    link = people[0].get_by_role("link", name="Reken zelf mee met het model")
    with people[0].expect_popup() as beside:
        link.click()
    expect(beside.value.get_by_text("van de 100").first).to_be_visible()
    beside.value.close()
    expect(page.locator("#people")).to_have_text("12")
    page.get_by_label("Kies wat u vraagt").select_option("weights")
    page.get_by_role("button", name="Stel de vraag").click()
    for number, one in enumerate(people[:6]):
        expect(one.get_by_role("heading", name="Wat telt het zwaarst?")).to_be_visible()
        weigh(one, number)
        expect(one.get_by_role("status")).to_contain_text("Uw antwoord is binnen")
    picture(people[0], "participant_weights")
    picture(page, "presenter_blind")
    expect(page.locator(".big")).to_contain_text("6 / 12")
    assert page.locator("svg[role=img]").count() == 0

    context = people[3].context
    people[3].close()
    room.kill()
    weigh(people[6], 6)
    expect(people[6].get_by_role("status")).to_contain_text(re.compile("geen verbinding|even weg"))
    room.start()
    people[3] = context.new_page()
    people[3].goto(f"{room.link}?language=nl")
    expect(people[3].get_by_role("radio", name="3", exact=True).first).to_be_checked()
    expect(people[6].get_by_role("status")).to_contain_text("Uw antwoord is binnen")
    for number, one in enumerate(people[7:], start=7):
        weigh(one, number % 11)
    expect(page.locator(".big")).to_contain_text("12 / 12")
    page.get_by_role("button", name="Toon de uitkomst").click()
    money = page.get_by_role("img", name="0: 2, 1: 1, 2: 1")
    expect(money).to_be_visible()
    expect(page.get_by_text("Iedereen: 12 mensen")).to_be_visible()
    expect(people[0].get_by_text("De uitkomst staat op het scherm.")).to_be_visible()
    picture(page, "presenter_revealed")
    assert axe_violations(page) == []
    assert axe_violations(people[0]) == []


def test_tables_predict_before_they_see(page: Page, browser: Browser, room: ServedRoom) -> None:
    """The screen stays blind until both tables have predicted; then they stand beside the model."""
    page.goto(f"{room.presenter.replace('#', '?language=nl#')}")
    tables = [participant(browser, room, number) for number in range(2)]
    page.get_by_label("Kies wat u vraagt").select_option("predict_half_the_managers")
    page.get_by_role("button", name="Stel de vraag").click()
    for one, way in zip(tables, ("omhoog", "omlaag"), strict=True):
        expect(one.get_by_text("Antwoord met uw hele tafel.")).to_be_visible()
        one.get_by_text(way).click()
        one.get_by_text("1 tot 3 punten").click()
        if way == "omhoog":
            picture(one, "participant_predict")
            assert axe_violations(one) == []
        one.get_by_role("button", name="Verstuur").click()
        expect(one.get_by_role("status")).to_contain_text("Het antwoord van uw tafel is binnen")
        if way == "omhoog":
            page.get_by_role("button", name="Toon de uitkomst").click()
            expect(page.get_by_role("status")).to_contain_text("1 tafel heeft nog niet voorspeld")
    page.get_by_role("button", name="Toon de uitkomst").click()
    expect(page.get_by_role("row", name="Het model")).to_contain_text("van 100 toekomsten 80")
    expect(page.get_by_role("row", name="Tafel 1")).to_contain_text("1 tot 3 punten")
    picture(page, "presenter_predictions")
    assert axe_violations(page) == []


def test_the_page_makes_codes_that_python_reads(
    page: Page, requests: list[str], tmp_path: Path
) -> None:
    """From a file, without a network; a second answer is a correction, also after a reload."""
    plan = Plan(case="shared", ballots=("weights", "tensions_now"), word=False)
    prepare(plan, tmp_path / "session", "nl")
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((tmp_path / "session" / FORM).as_uri())
    codes = []
    for ballot, group, value in (
        ("weights", "Geld", "10"),
        ("weights", "Geld", "7"),
        ("tensions_now", "Opdrachtgever of partner (nu)", "4"),
    ):
        page.get_by_label("Waarover gaat het?").select_option(ballot)
        page.get_by_label("Uw nummer").select_option("9")
        page.get_by_role("group", name=group).get_by_role("radio", name=value, exact=True).check()
        page.get_by_role("button", name="Maak mijn code").click()
        codes.append(page.locator("#answer").inner_text())
        picture(page, f"code_{len(codes)}")
        page.reload()
    session = read_session(tmp_path / "session")
    read = read_chat(" en ".join(codes), session.load_ballots(), session.code)
    assert [(one.ballot, one.number, one.version, one.values) for one in read.sheets] == [
        ("tensions_now", 9, 1, {"commissioner_now": 4}),
        ("weights", 9, 2, {"money": 7}),
    ]
    assert read.corrections == (9,)
    assert requests == []
    assert axe_violations(page) == []


def test_the_page_and_python_make_the_same_codes(page: Page, tmp_path: Path) -> None:
    """Three hundred sheets of every ballot that fits, at random."""
    plan = Plan(case="small", people=60, ballots=tuple(load_ballots()), word=False)
    prepare(plan, tmp_path / "session", "nl")
    session = read_session(tmp_path / "session")
    asked, chance = session.load_ballots(), np.random.default_rng(5)
    page.goto((tmp_path / "session" / FORM).as_uri())
    expected, given = [], []
    for index, (key, ballot) in enumerate(asked.items()):
        bases = bases_of(ballot)
        for _ in range(60):
            digits = [int(chance.integers(base)) for base in bases]
            values = {
                name: digit - 1 + one.low
                for (name, one), digit in zip(ballot.questions.items(), digits[3:], strict=True)
                if digit
            }
            sheet = CodedSheet(
                ballot=key,
                number=digits[0] + 1,
                round=digits[1] + 1,
                version=digits[2] + 1,
                values=values,
            )
            expected.append(encode(sheet, asked, session.code))
            given.append([digits, bases, tag_of(session.code, index)])
    made = page.evaluate(
        f"""(sheets) => {{
          {bundle(PAGES / "codes.js")}
          const about = JSON.parse(document.getElementById("about").textContent);
          return sheets.map((sheet) => exported.codec(about.codec).encode(...sheet));
        }}""",
        given,
    )
    assert made == expected
