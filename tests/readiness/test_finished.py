"""Which rows are finished."""

import pytest

from selfmgmt.errors import InputError
from selfmgmt.readiness.finished import finished_rows

ROWS = [(2, ["2026-11-21", "9", "x"]), (3, ["", "9", "y"]), (4, ["", "3"])]


def kept(columns: dict[str, int]) -> tuple[list[int], int]:
    """Numbers of the rows that are finished, and how many are not."""
    rows, left_out = finished_rows(ROWS, columns, {sign: sign for sign in columns})
    return [number for number, _row in rows], left_out


def test_a_submit_date_decides() -> None:
    """Who reached the last page and did not send is not finished."""
    assert kept({"date": 0, "page": 1}) == ([2], 2)


def test_who_sent_is_finished_on_whatever_page() -> None:
    """A page that someone is asked nothing on is passed over, so the last may be an earlier one."""
    rows = [(2, ["2026-11-21", "8"]), (3, ["", "9"])]
    signs = {"date": 0, "page": 1}
    assert finished_rows(rows, signs, {"date": "sent", "page": "page"}) == (rows[:1], 1)


def test_the_last_page_where_there_is_no_date() -> None:
    """It is the page of who came furthest."""
    assert kept({"page": 1}) == ([2, 3], 1)


def test_without_signs_all_are_finished() -> None:
    """Answers that were typed in have no such columns."""
    assert kept({}) == ([2, 3, 4], 0)


def test_none_finished() -> None:
    """A column that is empty all over is named."""
    with pytest.raises(InputError, match="sent"):
        finished_rows([(2, [""])], {"date": 0}, {"date": "sent"})
