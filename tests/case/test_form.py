"""A case as a form: each figure as text, and each cell that can be filled in."""

import pytest

from selfmgmt.case import Case
from selfmgmt.case.form import tables_of, text_of
from selfmgmt.case.known import criteria, judged_criteria, roles
from selfmgmt.fields import Estimate, Limits
from selfmgmt.language import speaking

SHARE, MONEY = Limits(0, 1, "share"), Limits(0, 10_000_000, "EUR")


@pytest.mark.parametrize(
    ("value", "limits", "dutch", "english"),
    [
        (0.055, SHARE, "5,5%", "5.5%"),
        (1234567.5, MONEY, "1234567,5", "1234567.5"),
        (1.125, MONEY, "1,1250", "1.1250"),
        (8, None, "8", "8"),
        (True, None, "ja", "yes"),
        ("task", None, "task", "task"),
    ],
)
def test_text_of_values(value: object, limits: Limits | None, dutch: str, english: str) -> None:
    """Figures are written as the reader writes them."""
    assert text_of(value, limits) == dutch
    with speaking("en"):
        assert text_of(value, limits) == english


def test_every_cell_of_the_tables_is_there() -> None:
    """Judgements of every option on every judged criterion, weights of every role."""
    written = {"name": "Urk", "municipalities": "Urk", "options": {"mine": {}}}
    case = Case.model_validate({**written, "judgements": {"closeness": {"mine": 40}}})
    tables = tables_of(case)
    assert list(tables["judgements"]) == list(judged_criteria())
    assert tables["judgements"]["closeness"] == {
        "do_nothing": None,
        "mine": Estimate(low=40, central=40, high=40),
    }
    assert list(tables["weights"]) == list(roles())
    assert all(list(row) == list(criteria()) for row in tables["weights"].values())
