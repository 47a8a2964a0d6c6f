"""Single values as users write them: numbers, answers and text, and how they are refused."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted, shortened
from selfmgmt.read_numbers import Measure, parse_measure

YES = ("ja", "yes", "true", "waar")
NO = ("nee", "no", "false", "onwaar")
KEY = re.compile("[a-z][a-z0-9_]{0,39}")
_UNPRINTABLE = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"  # marks that turn text round are left out as well
)


def without_open(written: Any) -> Any:
    """A mapping without the keys that were left empty; anything else as it is."""
    if not isinstance(written, dict):
        return written
    return {key: value for key, value in written.items() if not _is_open(value)}


def _is_open(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def validation_error(fault: str) -> PydanticCustomError:
    """The error by which a field refuses a value: one sentence for the user."""
    return PydanticCustomError("refused", "{fault}", {"fault": fault})


def nearest(given: object, allowed: Iterable[str]) -> str | None:
    """The word among ``allowed`` that looks most like ``given``, if any does.

    >>> nearest("stepwise_program", ["do_nothing", "stepwise_programme"])
    'stepwise_programme'
    """
    return next(iter(get_close_matches(shortened(str(given)).lower(), list(allowed), n=1)), None)


def unknown(given: object, allowed: Iterable[str]) -> str:
    """The sentence for a word that is not among ``allowed``: the nearest one, or all of them."""
    choices = list(allowed)
    guess = nearest(given, choices)
    if guess:
        return gettext(
            "{given} is not known here; did you mean {nearest}?",
            given=quoted(given),
            nearest=guess,
        )
    return gettext(
        "{given} is not known here; choose from: {known}.",
        given=quoted(given),
        known=", ".join(choices),
    )


def read_number(written: Any) -> float:
    """One number; a validator for pydantic. Whether its unit fits, the limits of the field say."""
    return read_measure(written).value


def read_measure(written: Any) -> Measure:
    """One number and its unit, or the validation error of a field."""
    try:
        return parse_measure(written)
    except InputError as fault:
        raise validation_error(str(fault)) from None


def _whole(written: Any) -> int:
    value = read_number(written)
    if not value.is_integer():
        raise validation_error(gettext("{given} is not a whole number.", given=quoted(written)))
    return int(value)


def _yes_or_no(written: Any) -> bool:
    answer = str(written).strip().lower()
    if answer not in YES + NO:
        raise validation_error(
            gettext("{given} is not an answer here; write yes or no.", given=quoted(written))
        )
    return answer in YES


def _key(written: str) -> str:
    if not KEY.fullmatch(written):
        raise validation_error(
            gettext(
                "{given} cannot be a key; use small letters, figures and underscores, at most 40.",
                given=quoted(written),
            )
        )
    return written


def _clean(written: str) -> str:
    text = written.replace("\r\n", "\n").replace("\r", "\n").strip()
    if _UNPRINTABLE.search(text):
        raise validation_error(
            gettext(
                "{given} holds characters that cannot be printed; remove them.", given=quoted(text)
            )
        )
    return text


def _one_line(written: str) -> str:
    return " ".join(written.split())


Number = Annotated[float, BeforeValidator(read_number)]
WholeNumber = Annotated[int, BeforeValidator(_whole)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Key = Annotated[str, AfterValidator(_key)]
Text = Annotated[str, Field(max_length=10_000), AfterValidator(_clean)]
Line = Annotated[str, Field(max_length=200), AfterValidator(_clean), AfterValidator(_one_line)]
