"""Fields are declared once; checks and words come from the declaration."""

from typing import Annotated, Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Amount, Estimate, Limits, Number, OneOf, Record
from selfmgmt.language import Label, speaking

numbers = st.floats(-1e9, 1e9)


class Team(Record):
    """A record with one field of each kind."""

    size: Annotated[Number, Limits(3, 25_000, "people")] = Field(
        default=9, title="Team size", description="Members."
    )
    absence: Annotated[Estimate | None, Limits(0, 0.3, "share of time")] = None
    coaches: Annotated[Amount, Limits(0, 20, "FTE")] = Amount(value=0)
    since: Annotated[Number, Limits(2000, 2100, "year")] = 2026
    basis: Literal["task", "area"] = "task"
    colour: Annotated[str, OneOf(lambda: {"red": Label(nl="rood", en="red")})] = "red"


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("size", 2, "2 is outside what is allowed; use 3 to 25,000 (people)"),
        ("absence", "40%", "40% is outside what is allowed; use 0% to 30% (share of time)"),
        ("absence", {"low": 0, "central": 0.1, "high": 0.4}, "40% is outside"),
        ("absence", {"low": 0.2, "central": 0.1, "high": 0.3}, "not in rising order"),
        ("since", 1999, "1999 is outside what is allowed; use 2000 to 2100."),
        ("coaches", 21, "21 is outside what is allowed; use 0 to 20 (FTE), or 0% to 200%"),
        ("coaches", "201%", "201% is outside"),
        ("coaches", -1, "-1 is outside"),
        ("colour", "rad", "did you mean red?"),
        ("size", "1.234", "two ways"),
    ],
)
def test_a_refusal_names_the_value_and_what_is_allowed(
    field: str, value: object, words: str
) -> None:
    """Each message says what was given and what is allowed, in the unit of the field."""
    with speaking("en"), pytest.raises(ValidationError) as caught:
        Team.model_validate({field: value})
    (error,) = caught.value.errors()
    assert words in error["msg"]
    assert error["loc"] == (field,)


@pytest.mark.parametrize("end", [3, 25_000])
def test_the_ends_of_the_limits_are_allowed(end: float) -> None:
    """Both limits belong to what is allowed."""
    assert Team(size=end).size == end


def test_open_fields_keep_their_default() -> None:
    """None and blank text mean that the user left a field open."""
    assert Team.model_validate({"size": None, "absence": " "}) == Team()
    assert Team.model_validate(None) == Team()


def test_records_do_not_change_or_take_unknown_fields() -> None:
    """A record is frozen and closed."""
    with pytest.raises(ValidationError, match="frozen"):
        Team().size = 4  # type: ignore[misc]
    with pytest.raises(ValidationError, match="sise"):
        Team.model_validate({"sise": 4})


@given(st.lists(numbers, min_size=3, max_size=3))
def test_an_estimate_is_in_order_or_refused(ends: list[float]) -> None:
    """Exactly the rising triples are estimates."""
    low, central, high = ends
    if low <= central <= high:
        assert Estimate(low=low, central=central, high=high).known == (low == high)
    else:
        with pytest.raises(ValidationError):
            Estimate(low=low, central=central, high=high)


@given(numbers, st.booleans())
def test_the_text_of_an_amount_gives_it_back(value: float, relative: bool) -> None:
    """An amount survives being written, digit by digit."""
    amount = Amount(value=value, relative=relative)
    assert Amount.model_validate(str(amount)) == amount


def test_an_amount_of_arrays() -> None:
    """An amount of drawn wholes has one value for each draw."""
    wholes = np.array([10.0, 20.0])
    np.testing.assert_array_equal(Amount.model_validate("50%").of(wholes), [5.0, 10.0])
    np.testing.assert_array_equal(Amount.model_validate(12).of(wholes), [12.0, 12.0])


def test_facts_of_fields() -> None:
    """What was declared can be read back, worded for the reader."""
    with speaking("en"):
        facts = fields_of(Team)
        assert list(facts) == ["size", "absence", "coaches", "since", "basis", "colour"]
        assert [item.kind for item in facts.values()] == [
            "float", "estimate", "amount", "float", "choice", "str",
        ]  # fmt: skip
        assert facts["size"].title == "Team size"
        assert facts["size"].explanation == "Members. Allowed: 3 to 25,000 (people)."
        assert facts["absence"].allowed == "0% to 30% (share of time)"
        assert facts["basis"].choices == ("task", "area")
        assert facts["colour"].allowed == "red"
        assert not facts["size"].required
