"""One form: a made-up instrument works in the case, the workbook and a link without any code."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from selfmgmt.case import Case
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.case.link import case_in_link, link_word
from selfmgmt.case.workbook_text import workbook_bytes
from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import (
    find_instrument,
    known_instruments,
    practice_result,
    with_answer,
    with_instruments_in,
)
from selfmgmt.practice.known import read_instruments
from selfmgmt.views.practice_form import practice_form
from selfmgmt.views.practice_part import practice_part
from selfmgmt.views.widgets.instrument_on_page import described

FOLDER = Path(__file__).parent / "instruments"
FILLED = {
    "tea_round": {
        "north": {
            "morning": {
                "cups": "12",
                "green": "100%",
                "who": "De gast",
                "say": "2",
                "biscuit": "ja",
                "remark": "=1+1",
                "since": "31-3-2027",
                "attic": "3",
            },
            "evening": {"cups": "3"},
        },
        "loft": {"noon": {"cups": "4"}},
    }
}


@pytest.fixture(autouse=True)
def made_up() -> Iterator[None]:
    """The made-up instrument is known, and faults are in English."""
    with with_instruments_in(FOLDER), speaking("en"):
        yield


def case_with(practice: dict[str, Any]) -> Case:
    """A case in which this was filled in."""
    return Case.model_validate({"name": "Urk", "municipalities": "Urk", "practice": practice})


def test_every_kind_of_answer_is_read_as_what_it_is() -> None:
    """Each column makes its own of the text that was written."""
    assert case_with(FILLED).practice["tea_round"]["north"]["morning"] == {
        "cups": 12.0,
        "green": 1.0,
        "who": "guest",
        "say": 2,
        "biscuit": True,
        "remark": "=1+1",
        "since": date(2027, 3, 31),
        "attic": 3.0,
    }


def test_all_that_is_wrong_is_reported_at_once_and_at_its_cell() -> None:
    """Each fault names the cell, what was written and what is allowed."""
    content = """
schema: selfmgmt/case/2
name: Urk
municipalities: Urk
practice:
  tea_roun: {north: {noon: {cups: 1}}}
  tea_round:
    north:
      noon:
        say: 2
        cups: 50
        who: nobody
        since: 32-1-2027
        green: 1
        Bad key: 3
      morning:
        biscuit: perhaps
    south: all
"""
    with pytest.raises(InputError) as caught:
        read_case(content.encode(), "urk.yaml")
    assert caught.value.faults == (
        "line 6, practice.tea_roun: 'tea_roun' is not known here; did you mean tea_round?",
        "line 10, practice.tea_round.north.noon.say: '2' cannot stand here; the law fixes 3 "
        "(Tea Act 12).",
        "line 11, practice.tea_round.north.noon.cups: 50 is outside what is allowed; use 0 to 40 "
        "(cups).",
        "line 12, practice.tea_round.north.noon.who: 'nobody' is not known here; choose from: "
        "The host, The guest.",
        "line 13, practice.tea_round.north.noon.since: '32-1-2027' is no date; write it as "
        "2027-03-31.",
        "line 14, practice.tea_round.north.noon.green: '1' can be read in two ways; write 1% or "
        "100%.",
        "line 15, practice.tea_round.north.noon.Bad key: 'Bad key' cannot be a key; use small "
        "letters, figures and underscores, at most 40.",
        "line 17, practice.tea_round.north.morning.biscuit: 'perhaps' is not an answer here; "
        "write yes or no.",
        "line 18, practice.tea_round.south: 'all' is no set of fields; write the fields below "
        "it, further to the right.",
    )


_VALUES = {
    "cups": st.floats(0, 40),
    "green": st.floats(0, 1),
    "who": st.sampled_from(["host", "guest"]),
    "say": st.sampled_from([2, 3]),
    "biscuit": st.booleans(),
    "remark": st.sampled_from(["=1+1", "- a", "#", "null", "1,5", "a: b", "é"]),
    "since": st.dates(date(1990, 1, 1)).map(str),
    "attic": st.floats(0, 9),
}
_TABLES = st.dictionaries(
    st.sampled_from(["north", "south", "loft"]),
    st.dictionaries(
        st.sampled_from(["morning", "evening", "night"]),
        st.fixed_dictionaries({}, optional=_VALUES),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(tables=_TABLES)
def test_it_goes_to_file_workbook_and_link_and_back(language: str, tables: dict[str, Any]) -> None:
    """Nothing of what was filled in is lost or changed on the way."""
    case = case_with({"tea_round": tables})
    with speaking(language):
        for name in ("urk.yaml", "urk.xlsx"):
            assert read_case(case_bytes(case, name), name) == case
    assert case_in_link(link_word(case)) == case


def test_every_body_has_a_sheet_in_which_the_law_is_locked() -> None:
    """A cell that the law fixes shows its value and cannot be changed; the others can."""
    book = load_workbook(io.BytesIO(workbook_bytes(case_with(FILLED))))
    keys = [sheet["A1"].value for sheet in book]
    assert [key for key in keys if key.startswith("practice.")] == [
        "practice.tea_round.north",
        "practice.tea_round.south",
        "practice.tea_round.loft",
    ]
    sheet = book["Tea, South"]
    say = next(cell.column_letter for cell in sheet[1] if cell.value == "say")
    assert [(sheet[f"{say}{row}"].value, sheet[f"{say}{row}"].protection.locked) for row in (3, 4)]
    assert (sheet[f"{say}4"].value, sheet[f"{say}4"].protection.locked) == (3, True)
    assert not sheet[f"{say}3"].protection.locked


def test_a_row_offers_the_choices_that_fit_it() -> None:
    """The host cannot toast himself: not in the file, the drop-down, the form or the page."""
    with pytest.raises(InputError, match=r"'host' is not known here; choose from: The guest\.$"):
        with_answer({}, ("tea_round", "north", "toast", "who"), "host")
    sheet = load_workbook(io.BytesIO(workbook_bytes(case_with(FILLED))))["Tea, South"]
    row, column = ([cell.value for cell in line] for line in (sheet["A"], sheet[1]))
    at = sheet.cell(row.index("toast") + 1, column.index("who") + 1).coordinate
    (rule,) = [one for one in sheet.data_validations.dataValidation if at in one.sqref]
    assert "noon" in row
    assert sheet.cell(row.index("noon") + 1, column.index("who") + 1).coordinate not in rule.sqref
    form = practice_form(case_with(FILLED), "tea_round").decode()
    assert "Toast<br><small>The guest</small>" in form
    rows = {one["key"]: one for one in described(find_instrument("tea_round"))["rows"]}
    assert (rows["toast"]["choices"], rows["noon"]["choices"]) == (["guest"], [])


def test_it_is_in_the_report_with_its_words_table_and_picture() -> None:
    """Sentences where the rooms differ, a table for each room, and the heat map of their say."""
    given_ = {}
    for body, text in (("north", "2"), ("south", "3")):
        given_ = with_answer(given_, ("tea_round", body, "morning", "say"), text)
    part = practice_part(case_with(given_), "tea_round")
    assert part is not None
    assert part.title == "Tea round"
    assert part.sentences == ("Morning, Say: North: 2; South: 3.",)
    assert [table.caption for table in part.tables] == ["Tea round North", "Tea round South"]
    assert part.chart is not None


def test_a_date_that_excel_made_of_what_was_typed_is_read() -> None:
    """Excel turns 31-3-2027 into a date by itself; in a column of dates that is fine."""
    book = load_workbook(io.BytesIO(workbook_bytes(case_with(FILLED))))
    sheet = book["Tea, South"]
    since = next(cell.column_letter for cell in sheet[1] if cell.value == "since")
    sheet[f"{since}3"].value = datetime(2028, 2, 29)
    content = io.BytesIO()
    book.save(content)
    case = read_case(content.getvalue(), "urk.xlsx")
    assert case.practice["tea_round"]["south"]["morning"] == {"since": date(2028, 2, 29)}


def test_the_law_cannot_be_passed_and_leaves_no_answer() -> None:
    """What the law fixes is refused when it is another, and not stored when it is the same."""
    with pytest.raises(InputError, match="the law fixes 3"):
        with_answer({}, ("tea_round", "north", "noon", "say"), "1")
    with pytest.raises(InputError, match="the law leaves 2 to 3"):
        with_answer({}, ("tea_round", "north", "morning", "say"), "1")
    assert with_answer({}, ("tea_round", "north", "noon", "say"), "3") == {}


def test_an_answer_can_be_taken_back() -> None:
    """With the last answer its row, body and instrument go."""
    path = ("tea_round", "north", "morning", "cups")
    assert with_answer(with_answer({}, path, "3"), path, "") == {}


def test_its_result_is_a_labelled_table_and_what_differs() -> None:
    """A made-up instrument has a result too: where the bodies differ, the furthest first."""
    given_ = {}
    for body, row, column, text in (
        ("north", "morning", "cups", "10"),
        ("south", "morning", "cups", "30"),
        ("north", "noon", "who", "host"),
        ("south", "noon", "who", "guest"),
    ):
        given_ = with_answer(given_, ("tea_round", body, row, column), text)
    result = practice_result("tea_round", given_)
    assert [(one.row, one.values["column"]) for one in result.findings] == [
        ("morning", "cups"),
        ("noon", "who"),
    ]
    assert list(result.frame().columns) == ["body", "row", "column", "answer"]


def test_a_field_that_no_instrument_has_is_refused(tmp_path: Path) -> None:
    """A slip in an instrument is told with its file and field, all at once."""
    text = (FOLDER / "tea_round.yaml").read_text(encoding="utf-8")
    (tmp_path / "odd.yaml").write_text(
        text.replace("own_rows: 3", "own_row: 3").replace("kind: text", "kind: prose"),
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        read_instruments(tmp_path)
    assert {fault.partition(":")[0] for fault in caught.value.faults} == {
        "odd.yaml, own_row",
        "odd.yaml, columns, remark, kind",
    }


def test_every_instrument_of_the_product_has_a_rule() -> None:
    """Each can be computed when nothing has been filled in."""
    for key in known_instruments():
        assert practice_result(key, {}).instrument == key
