"""What the page of an instrument receives."""

from string import ascii_lowercase
from typing import TypedDict

from selfmgmt.practice import Instrument, PracticeResult, find_instrument
from selfmgmt.practice.agreement import agreed_alike
from selfmgmt.practice.cells import text_of_answer
from selfmgmt.practice.moments import tables_earlier, tables_now
from selfmgmt.views.widgets.pictures import FileOnPage, PictureOnPage
from selfmgmt.views.widgets.practice_state import PracticeState
from selfmgmt.views.words.practice import plain_key


class AddedKey(TypedDict):
    """A row or column that users added."""

    key: str
    label: str


class PracticeOnPage(TypedDict):
    """All that changes on the page of an instrument.

    Attributes:
        cells: Row and column with a point between them, to what was filled in.
        differ: The cells on which bodies differ.
        alike: How many answers can be taken over into what was agreed.
        earlier: The dates of which answers are kept.
    """

    draws: int
    instrument: str
    body: str
    bodies: dict[str, str]
    cells: dict[str, str]
    rows: list[AddedKey]
    columns: list[AddedKey]
    differ: list[str]
    answered: list[str]
    found: list[str]
    alike: int
    earlier: list[str]
    levers: list[str]
    cover: list[str]
    options: dict[str, str]
    option: str
    figure: PictureOnPage | None
    download: FileOnPage | None


def cells_of(instrument: Instrument, here: PracticeState) -> dict[str, str]:
    """Row and column with a point between them, to what was filled in."""
    rows = here.case.practice.get(here.instrument, {}).get(here.body, {})
    return {
        f"{row}.{column}": text_of_answer(instrument, column, answer)
        for row, cells in rows.items()
        for column, answer in cells.items()
    }


def added_keys(here: PracticeState, what: str, level: int) -> list[AddedKey]:
    """Rows or columns that users added, in any body of the instrument."""
    instrument = find_instrument(here.instrument)
    known = instrument.columns if level else instrument.rows
    tables = tables_now(here.case.practice.get(here.instrument, {})).values()
    rows = [key for table in tables for key in table]
    columns = [key for table in tables for cells in table.values() for key in cells]
    offered = ascii_lowercase[: instrument.letters] if level else ""
    keys = dict.fromkeys([*offered, *(columns if level else rows), *here.added.get(what, ())])
    label = str if level else plain_key
    return [{"key": key, "label": label(key)} for key in keys if key not in known]


def alike_count(instrument: Instrument, here: PracticeState) -> int:
    """How many answers can be taken over into what was agreed."""
    if here.body != instrument.agreed:
        return 0
    found = agreed_alike(instrument, here.case.practice.get(here.instrument, {}))
    return sum(map(len, found.values()))


def kept_dates(here: PracticeState) -> list[str]:
    """The dates of which answers are kept."""
    return list(tables_earlier(here.case.practice.get(here.instrument, {})))


def differing_cells(result: PracticeResult) -> list[str]:
    """The cells on which bodies differ."""
    return [f"{one.row}.{one.values['column']}" for one in result.about("differ")]
