import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from selfmgmt.evidence.records import Source, Unit
from selfmgmt.language import speaking
from selfmgmt.read_numbers import parse_number


def unit(show: str) -> Unit:
    """A unit that is written in one of the four ways."""
    return Unit.model_validate({"key": "some", "nl": "aandeel", "en": "share", "show": show})


@pytest.mark.parametrize(
    ("show", "value", "written"),
    [
        ("percent", 0.055, "5,5%"),
        ("percent", 0.333, "33,3%"),
        ("percent", 1.0, "100%"),
        ("points", 0.03, "3"),
        ("points", -0.01, "−1"),
        ("number", 2.17, "2,17"),
        ("number", 7.5, "7,5"),
        ("number", 100.0, "100"),
        ("euro", 80_000.0, "€\N{NO-BREAK SPACE}80.000"),
    ],
)
def test_a_number_is_written_in_its_unit(show: str, value: float, written: str) -> None:
    """Shares become percentages or points, and no digit stands there for nothing."""
    assert unit(show).write(value) == written


@given(st.integers(-99_999, 99_999).filter(lambda count: count % 10))
def test_three_decimals_survive_writing(thousandths: int) -> None:
    """What is written reads back as the same number."""
    with speaking("en"):
        written = unit("number").write(thousandths / 1000)
    assert parse_number(f"{written}0") == pytest.approx(thousandths / 1000)


def test_a_unit_speaks_the_language_of_the_reader() -> None:
    """Dutch by default, English when asked."""
    assert str(unit("percent")) == "aandeel"
    with speaking("en"):
        assert str(unit("percent")) == "share"


def test_a_source_is_one_line() -> None:
    """Who, when, what; in English where the title can be said in English."""
    fields = {"key": "a", "title": "Begroting", "publisher": "Gouda", "year": 2021}
    source = Source.model_validate({**fields, "in_english": "Budget"})
    assert str(source) == "Gouda (2021). Begroting."
    with speaking("en"):
        assert str(source) == "Gouda (2021). Budget."
        assert str(Source.model_validate(fields)) == "Gouda (2021). Begroting."
    assert str(Source.model_validate({**fields, "title": "Waarom?"})) == "Gouda (2021). Waarom?"


@pytest.mark.parametrize(
    "fault",
    [{"title": ""}, {"publisher": ""}, {"year": 20}, {"address": "gouda.nl"}, {"writer": "Jan"}],
)
def test_a_source_is_whole(fault: dict[str, object]) -> None:
    """No empty title or publisher, no odd year, no address that is none, no unknown field."""
    fields = {"key": "a", "title": "Begroting", "publisher": "Gouda", "year": 2021}
    with pytest.raises(ValidationError, match=next(iter(fault))):
        Source.model_validate(fields | fault)
