"""The sheets of practice in the workbook: drop-downs and limits in their cells."""

import io
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from selfmgmt.case import Case
from selfmgmt.case.files import case_bytes, read_case
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice import find_instrument, known_instruments
from selfmgmt.practice.cells import answer_text
from tests.practice.example import example_case

Cells = dict[str, Any]


def sheets_of(case: Case) -> dict[str, Any]:
    """The sheets by their key."""
    book = load_workbook(io.BytesIO(case_bytes(case, "a.xlsx")))
    return {str(sheet["A1"].value): sheet for sheet in book.worksheets}


def rules_of(sheet: Any) -> Cells:
    """Row and column with a point between them, to the rule of that cell."""
    return {
        f"{sheet.cell(row, 1).value or ''}.{sheet.cell(1, column).value or ''}": rule
        for rule in sheet.data_validations.dataValidation
        for area in rule.sqref.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }


def words_of(rule: Any, book: Any) -> list[str]:
    """What a drop-down offers, from the hidden sheet that it points to."""
    title, _mark, cells = rule.formula1.partition("!")
    low, first, _high, last = range_boundaries(cells.replace("$", ""))
    lists = book[title.strip("'")]
    return [str(lists.cell(row, low).value) for row in range(first, last + 1)]


@pytest.fixture(params=LANGUAGES)
def sheets(request: pytest.FixtureRequest) -> Iterator[dict[str, Any]]:
    """Those of a case in which every instrument was begun."""
    with speaking(request.param):
        yield sheets_of(example_case())


def test_a_drop_down_offers_what_the_instrument_offers(sheets: dict[str, Any]) -> None:
    """In the words of the reader, and the options of the case by their names."""
    steering = sheets["practice.steering.organisation"]
    labels = find_instrument("steering").choices("hire", "now").values()
    offered = words_of(rules_of(steering)["hire.now"], steering.parent)
    assert offered == [str(label) for label in labels]
    roadmap = sheets["practice.roadmap.plan"]
    option = rules_of(roadmap)["option.option"]
    assert words_of(option, roadmap.parent) == [example_case().label("stepwise_programme")]


def test_a_level_has_the_bounds_of_the_law(sheets: dict[str, Any]) -> None:
    """Between 1 and 7; of the budget the team has at most 3, and what is fixed has no rule."""
    rules = rules_of(sheets["practice.who_decides.board"])
    assert [(rules["vacancy.team"].formula1, rules["vacancy.team"].formula2)] == [("1", "7")]
    assert rules["budget.team"].formula2 == "3"
    assert "budget.council" not in rules


def test_a_number_outside_is_warned_of_and_a_date_is_a_date(sheets: dict[str, Any]) -> None:
    """A unit behind a number is no fault, so the program warns and does not refuse."""
    rules = rules_of(sheets["practice.connections.task_1"])
    needed = next(rule for key, rule in rules.items() if key.endswith(".needed"))
    assert (needed.formula1, needed.formula2, needed.errorStyle) == ("0.0", "3.0", "warning")
    assert rules_of(sheets["practice.roadmap.plan"])["start.date"].type == "date"


def test_cells_that_are_not_asked_are_closed(sheets: dict[str, Any]) -> None:
    """Of the start of the roadmap only the date is asked."""
    sheet = sheets["practice.roadmap.plan"]
    cells = {str(sheet.cell(1, at).value): sheet.cell(3, at) for at in range(4, 9)}
    assert sheet["A3"].value == "start"
    unlocked = [key for key, cell in cells.items() if not cell.protection.locked]
    assert unlocked == ["date"]


@pytest.mark.parametrize("key", known_instruments())
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_offered_can_be_read(key: str, language: str) -> None:
    """Every choice in the words of the drop-down comes back as its key."""
    instrument = find_instrument(key)
    columns = [key for key, facts in instrument.columns.items() if facts.kind == "choice"]
    body = next(iter(instrument.bodies), "desk")
    rows = [key for key, row in instrument.rows.items() if row.choices] or [
        "row" if instrument.own_rows else next(iter(instrument.rows))
    ]
    for column, row in product(columns, rows):
        for choice in instrument.choices(row, column):
            with speaking(language):
                words = answer_text(instrument, column, choice)
            case = example_case(**{key: {body: {row: {column: words}}}})
            assert case.practice[key][body][row] == {column: choice}


def test_an_option_by_its_name_leads_where_its_key_leads() -> None:
    """The workbook shows names; what was chosen there is found again."""
    case = example_case(roadmap={"plan": {"option": {"option": "stepwise_programme"}}})
    with speaking("nl"):
        book = load_workbook(io.BytesIO(case_bytes(case, "a.xlsx")))
        sheet = next(one for one in book.worksheets if one["A1"].value == "practice.roadmap.plan")
        column = next(at for at in range(4, 9) if sheet.cell(1, at).value == "option")
        assert sheet.cell(4, column).value == case.label("stepwise_programme")
        saved = io.BytesIO()
        book.save(saved)
        assert read_case(saved.getvalue(), "a.xlsx") == case
