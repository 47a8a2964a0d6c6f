"""The page of instruments answers every question with a state that can be drawn."""

import base64
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from selfmgmt.case import Case, new_case
from selfmgmt.errors import InputError
from selfmgmt.language import speaking
from selfmgmt.practice import with_instruments_in
from selfmgmt.reporting.documents.annex import practice_annex
from selfmgmt.views.widgets.practice import PracticePage
from tests.practice.example import example_case

MADE_UP = Path(__file__).parents[2] / "practice" / "instruments"


@pytest.fixture
def sheet() -> PracticePage:
    """Two instruments on which nothing was filled in, in English."""
    case = Case.model_validate(
        {
            "name": "Nijkerk",
            "municipalities": "Nijkerk",
            "options": {"stepwise_programme": None},
        }
    )
    with speaking("en"):
        return PracticePage(
            case, ["who_decides", "autonomy"], documents={"annex.docx": practice_annex}
        )


def answer(sheet: PracticePage, **message: Any) -> dict[str, Any]:
    """The state after one message, as it travels to the page."""
    sheet.answer({"seq": "v-1", **message})
    state: dict[str, Any] = json.loads(json.dumps(sheet.state))
    assert state["seq"] == "v-1"
    return state


def test_bodies_fill_in_apart_and_see_where_they_differ(sheet: PracticePage) -> None:
    """Of another body only that it differs stands in the table."""
    answer(sheet, do="set", field="vacancy.team", value="6")
    state = answer(sheet, do="body", key="staff")
    assert state["cells"] == {}
    state = answer(sheet, do="set", field="vacancy.team", value="3")
    assert state["differ"] == ["vacancy.team"]
    assert state["cells"] == {"vacancy.team": "3"}
    assert state["found"][0].startswith("Choose who fills a vacancy: not everybody names")
    assert sheet.case.practice["who_decides"]["board"] == {"vacancy": {"team": 6}}


def test_what_is_wrong_stands_at_its_cell(sheet: PracticePage) -> None:
    """The case stays as it was, and the fault goes with a good answer."""
    state = answer(sheet, do="set", field="budget.team", value="7")
    assert "the law leaves 1 to 3 (Gemeentewet 156)" in state["faults"]["budget.team"]
    assert sheet.case.practice == {}
    assert answer(sheet, do="set", field="budget.team", value="2")["faults"] == {}


def test_steps_can_be_taken_back(sheet: PracticePage) -> None:
    """Undo and redo, as on every page."""
    answer(sheet, do="set", field="vacancy.team", value="6")
    assert answer(sheet, do="undo")["cells"] == {}
    assert answer(sheet, do="redo")["cells"] == {"vacancy.team": "6"}


def test_rows_columns_and_bodies_of_one_s_own(sheet: PracticePage) -> None:
    """A name becomes a key; one that cannot be a key is refused at its field."""
    state = answer(sheet, do="add", field="row", value="Wie belt terug?")
    assert state["rows"] == [{"key": "wie_belt_terug", "label": "Wie belt terug"}]
    state = answer(sheet, do="add", field="row", value="24 uur")
    assert "cannot be used as a name" in state["faults"]["row"]
    assert (
        "nothing that this page can do"
        in answer(sheet, do="add", field="body", value="x")["faults"]["body"]
    )
    answer(sheet, do="instrument", key="autonomy")
    state = answer(sheet, do="add", field="body", value="Wijkteam")
    assert state["body"] == "wijkteam"
    assert state["bodies"]["wijkteam"] == "Wijkteam"


def test_the_design_of_an_option_is_checked_and_takes_the_figures(sheet: PracticePage) -> None:
    """A clash shows when an option is chosen; its levers change when asked, and back by undo."""
    answer(sheet, do="body", key="agreed")
    state = answer(sheet, do="set", field="vacancy.team", value="6")
    assert not [words for words in state["found"] if "the design counts" in words]
    state = answer(sheet, do="option", key="stepwise_programme")
    assert [words for words in state["found"] if "On staffing the design counts on" in words]
    assert "Staffing: the team has level 6." in state["levers"]
    before = sheet.case.design("stepwise_programme").autonomy.staffing
    answer(sheet, do="use")
    assert sheet.case.design("stepwise_programme").autonomy.staffing == 6
    answer(sheet, do="undo")
    assert sheet.case.design("stepwise_programme").autonomy.staffing == before


@pytest.mark.parametrize(
    ("file", "name", "start"),
    [
        ("form.html", "who_decides_form.html", b"<!doctype html>"),
        (".xlsx", "who_decides.xlsx", b"PK"),
        (".csv", "who_decides.csv", b"\xef\xbb\xbfbody,row,column,answer\n"),
        ("annex.docx", "who_decides_annex.docx", b"PK"),
    ],
)
def test_files_to_take_along(sheet: PracticePage, file: str, name: str, start: bytes) -> None:
    """Made when they are asked for."""
    download = answer(sheet, do="form", form=file)["download"]
    assert download["name"] == name
    assert base64.b64decode(download["content"]).startswith(start)


def test_another_case_comes_on_the_same_sheet(sheet: PracticePage) -> None:
    """The bar opens a case; instrument and body stay in hand."""
    answer(sheet, do="instrument", key="autonomy")
    answer(sheet, do="body", key="counter")
    sheet.show(example_case())
    assert (sheet.state["instrument"], sheet.state["body"]) == ("autonomy", "counter")
    assert sheet.state["cells"]["staffing.level"] == "2"


def test_a_made_up_instrument_has_a_page() -> None:
    """Every kind of column is described, without any code for this instrument."""
    with with_instruments_in(MADE_UP), speaking("en"):
        sheet = PracticePage(example_case(lessons={}), ["tea_round"])
        kinds = [column["kind"] for column in sheet.page["instruments"]["tea_round"]["columns"]]
        assert kinds == ["number", "share", "choice", "level", "yes_no", "text", "date"]
        answer(sheet, do="set", field="morning.since", value="31-3-2027")
        assert sheet.state["cells"] == {"morning.since": "2027-03-31"}


def test_people_have_a_letter_from_the_start() -> None:
    """Five letters are offered for a body of persons; what was agreed has no persons."""
    with speaking("en"):
        sheet = PracticePage(example_case(lessons={}), ["tensions"])
    assert [column["key"] for column in sheet.state["columns"]] == list("abcde")
    (agreement,) = sheet.page["instruments"]["tensions"]["columns"]
    assert agreement["only"] == ["agreed"]
    assert "agreed" not in sheet.page["instruments"]["tensions"]["own_column"]["only"]


def test_an_instrument_that_is_not_there_is_refused() -> None:
    """The page is not made at all."""
    with speaking("en"), pytest.raises(InputError, match="did you mean who_decides"):
        PracticePage(example_case(), ["who_decide"])


def test_what_both_filled_in_alike_is_taken_over(sheet: PracticePage) -> None:
    """The button stands with what was agreed, and tells how much it takes."""
    for body in ("board", "staff"):
        answer(sheet, do="body", key=body)
        answer(sheet, do="set", field="vacancy.team", value="6")
    assert sheet.state["alike"] == 0
    assert answer(sheet, do="body", key="agreed")["alike"] == 1
    state = answer(sheet, do="take_over")
    assert (state["cells"], state["alike"]) == ({"vacancy.team": "6"}, 0)


def test_answers_are_kept_under_the_date_of_today() -> None:
    """And the page says what changed since."""
    with speaking("en"):
        sheet = PracticePage(new_case(["Nijkerk"]), ["who_decides"], today=date(2026, 11, 30))
        answer(sheet, do="set", field="vacancy.team", value="3")
        assert answer(sheet, do="again")["earlier"] == ["30 November 2026"]
        found = answer(sheet, do="set", field="vacancy.team", value="5")["found"]
        assert found[-1].endswith("on 30 November 2026 3, now 5.")
        assert "kept already" in answer(sheet, do="again")["alarm"]


def test_the_counted_chance_goes_into_the_case() -> None:
    """Of a team of four the page refuses, of one of five it does; and it can be undone."""
    with speaking("en"):
        sheet = PracticePage(new_case(["Nijkerk"]), ["role_coverage"])
        answer(sheet, do="add", field="body", value="Desk")
        for letter in "abcd":
            answer(sheet, do="set", field=f"permits.{letter}", value="can")
        assert "no team of 5 people" in answer(sheet, do="use_cover")["alarm"]
        answer(sheet, do="set", field="archive.e", value="can")
        state = answer(sheet, do="use_cover")
        own = sheet.case.organisation.vulnerability_today
        assert own is not None
        assert state["cover"][1].startswith("In your case stands 1")
        answer(sheet, do="undo")
        assert sheet.case.organisation.vulnerability_today is None
