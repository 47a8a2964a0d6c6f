"""Single values: what is accepted, and how a refusal helps."""

import pytest
from pydantic import TypeAdapter, ValidationError

from selfmgmt.language import speaking
from selfmgmt.values import Key, Text, WholeNumber, YesNo, nearest, unknown, without_open


@pytest.mark.parametrize("written", ["ja", "Yes", "TRUE", "waar", True])
def test_yes(written: object) -> None:
    """Yes is understood in both languages and as Excel writes it."""
    assert TypeAdapter(YesNo).validate_python(written) is True


@pytest.mark.parametrize("written", ["nee", "NO", "false", "Onwaar", False])
def test_no(written: object) -> None:
    """No is understood in both languages and as Excel writes it."""
    assert TypeAdapter(YesNo).validate_python(written) is False


@pytest.mark.parametrize("written", ["1", "j", "maybe", 1])
def test_other_answers_are_refused(written: object) -> None:
    """An answer is never guessed."""
    with pytest.raises(ValidationError, match=str(written)):
        TypeAdapter(YesNo).validate_python(written)


def test_half_a_quarter_is_refused() -> None:
    """A whole number is not rounded in silence."""
    with pytest.raises(ValidationError, match="3,5"):
        TypeAdapter(WholeNumber).validate_python("3,5")


def test_text_is_trimmed_and_has_one_kind_of_line_end() -> None:
    """A text is the same text in every kind of file."""
    assert TypeAdapter(Text).validate_python(" a\r\nb\rc \n") == "a\nb\nc"


@pytest.mark.parametrize("character", ["\0", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_unprintable_characters_are_refused(character: str) -> None:
    """What a workbook or YAML cannot hold is refused at the door."""
    with speaking("en"), pytest.raises(ValidationError, match="cannot be printed"):
        TypeAdapter(Text).validate_python(f"a{character}b")


@pytest.mark.parametrize("key", ["", "Mine", "my option", "1st", "a" * 41, "a.b", "#a"])
def test_keys_are_plain(key: str) -> None:
    """A key can stand in a path, a file name and a column."""
    with pytest.raises(ValidationError):
        TypeAdapter(Key).validate_python(key)


def test_unknown_words_name_the_nearest_or_all() -> None:
    """A slip gets one suggestion; anything else gets the list."""
    with speaking("en"):
        assert "did you mean council?" in unknown("councl", ["council", "teams"])
        assert "choose from: council, teams" in unknown("xyz", ["council", "teams"])
    assert nearest("xyz", ["council"]) is None


def test_open_values_are_left_out() -> None:
    """None and blank text are open; zero and no are answers."""
    assert without_open({"a": None, "b": " ", "c": 0, "d": False}) == {"c": 0, "d": False}
    assert without_open("a") == "a"
