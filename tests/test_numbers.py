"""Numbers are read as people write them, and never as another number than was meant."""

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.numbers import exact_number, exact_percentage, number, quoted
from selfmgmt.read_numbers import parse_number

finite = st.floats(allow_nan=False, allow_infinity=False)
languages = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3,5", 3.5),
        ("3.5", 3.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234 567,8", 1234567.8),
        ("1.234.567", 1234567.0),
        ("€ 1,2 mln", 1.2e6),
        ("1,2 miljoen euro", 1.2e6),
        ("EUR 30k", 30_000.0),
        ("€ 30.200", 30_200.0),
        ("12%", 0.12),
        ("−6,5 %", -0.065),
        ("0,055", 0.055),
        ("0267", 267.0),
        (7, 7.0),
    ],
)
def test_written_numbers(written: object, value: float) -> None:
    """Dutch and English notation, money, multipliers and percentages are understood."""
    assert parse_number(written) == value


@pytest.mark.parametrize(
    "written",
    [
        "",
        "abc",
        "5 5",
        "1,23,456",
        "12.34.567",
        "1e5",
        "nan",
        "inf",
        ".5",
        "1,,5",
        "europa 5",
        "9" * 401,
        "9" * 399,
        True,
        None,
        math.inf,
        math.nan,
        [1],
    ],
)
def test_what_is_no_number_is_refused(written: object) -> None:
    """Nothing that could be a slip of the pen becomes a number."""
    with speaking("en"), pytest.raises(InputError, match="is not a number"):
        parse_number(written)


@pytest.mark.parametrize("written", ["1.234", "1,234", "85.000", "€ 1.250 mln", "1.234%"])
def test_two_readings_are_refused(written: str) -> None:
    """A mark before three figures may mean thousands or decimals, so the user has to say."""
    with speaking("en"), pytest.raises(InputError, match="can be read in two ways"):
        parse_number(written)


def test_the_advice_for_two_readings_can_be_followed() -> None:
    """Both ways of writing that the message offers are read as it says."""
    assert (parse_number("1234"), parse_number("1,2340")) == (1234.0, 1.234)


def test_messages_stay_short() -> None:
    """A novel in a number cell does not become a novel in the message."""
    with pytest.raises(InputError) as caught:
        parse_number("x" * 10_000)
    assert len(str(caught.value)) < 200
    assert len(quoted("x" * 10_000)) == 60


@given(finite, languages)
def test_every_digit_survives_writing(value: float, language: str) -> None:
    """What is written with all its digits is read back as the same number."""
    with speaking(language):
        assert parse_number(exact_number(value)) == value


@given(st.floats(-1e9, 1e9), languages)
def test_every_digit_of_a_percentage_survives_writing(share: float, language: str) -> None:
    """A percentage with all its digits is read back as the same share."""
    with speaking(language):
        assert parse_number(exact_percentage(share)) == share


@given(st.floats(-1e12, 1e12), st.integers(0, 6), languages)
def test_a_formatted_number_is_never_misread(value: float, digits: int, language: str) -> None:
    """What reports print is read back as printed, or refused when it has two readings."""
    with speaking(language):
        written = number(value, digits)
        if digits in (0, 3):  # 1.234 may be printed, and has two readings
            with suppress(InputError):
                assert parse_number(written) == round(value, digits)
        else:
            assert parse_number(written) == round(value, digits)


@given(st.text(max_size=80))
def test_any_text_is_a_number_or_refused(text: str) -> None:
    """No text breaks the reader, and what it reads is finite."""
    with suppress(InputError):
        assert math.isfinite(parse_number(text))


def test_two_minus_signs_are_no_number() -> None:
    """What they mean is anyone's guess."""
    with pytest.raises(InputError, match="--5"):
        parse_number("--5")
