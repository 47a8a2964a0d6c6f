"""One answer: read from what a user wrote, and written so that it is read back as the same."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from selfmgmt.fields import Limits, Number, WholeNumber
from selfmgmt.language import Label, gettext
from selfmgmt.numbers import exact_number, exact_percentage, quoted
from selfmgmt.practice.instrument import Column, Instrument
from selfmgmt.reference.municipalities import plain
from selfmgmt.values import Line, YesNo, unknown, validation_error

Answer = float | int | bool | str | date

_YEAR_DIGITS = 4


def read_answer(instrument: Instrument, row: str, column: str, written: Any) -> Answer:
    """One answer, checked against its column and the law.

    Raises:
        PydanticCustomError: It cannot stand there; one sentence for the user.
    """
    facts = instrument.column(column)
    if facts is None:
        raise validation_error(unknown(column, instrument.columns))
    if column not in instrument.columns:
        _refuse_a_name(facts, column)
    if facts.kind == "choice":
        return _choice(written, instrument.choices(row, column))
    answer: Answer = _read(facts, instrument.limits(facts), written)
    for lock in instrument.locks_of(row, column):
        if not lock.low <= answer <= lock.high:  # type: ignore[operator]  # a lock is on numbers
            raise validation_error(_against_the_law(lock.low, lock.high, lock.article, written))
    return answer


def _refuse_a_name(own: Column, key: str) -> None:
    """Refuse the key of a user's own column that is too long for a letter or number."""
    if own.longest_key and len(key) > own.longest_key:
        raise validation_error(
            gettext(
                "{given} looks like a name; use a letter or a number for a person.",
                given=quoted(key),
            )
        )


def text_of_answer(instrument: Instrument, column: str, answer: Answer | None) -> str:
    """One answer as text that is read back as the same; empty when it is open."""
    facts = instrument.column(column)
    if answer is None or facts is None:
        return ""
    if isinstance(answer, bool):
        return gettext("yes") if answer else gettext("no")
    if isinstance(answer, int | float):
        return exact_percentage(answer) if facts.kind == "share" else exact_number(answer)
    return answer.isoformat() if isinstance(answer, date) else answer


def answer_text(instrument: Instrument, column: str, answer: Answer | None) -> str:
    """One answer for a reader: a choice in its words, the rest as :func:`text_of_answer`."""
    facts = instrument.column(column)
    if facts is not None and facts.kind == "choice" and answer in facts.choices:
        return str(facts.choices[str(answer)])
    return text_of_answer(instrument, column, answer)


def _read(column: Column, limits: Limits | None, written: Any) -> Any:
    match column.kind:
        case "date":
            return _date(written)
        case "level":
            return _plain_value(WholeNumber, limits, written)
        case "yes_no":
            return _plain_value(YesNo, None, written)
        case "text" | "option":
            return _plain_value(Line, None, written)
    return _plain_value(Number, limits, written)


def _plain_value(kind: Any, limits: Limits | None, written: Any) -> Any:
    try:
        return _adapter(kind, limits).validate_python(written)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        raise validation_error(_fault(detail, written)) from None


def _fault(detail: ErrorDetails, written: Any) -> str:
    context = detail.get("ctx", {})
    if "max_length" in context:
        return gettext("this text is too long; use at most {max_length} characters.", **context)
    otherwise = gettext("{given} cannot be used here.", given=quoted(str(written)))
    return str(context.get("fault") or otherwise)


@cache
def _adapter(kind: Any, limits: Limits | None) -> TypeAdapter[Any]:
    return TypeAdapter(Annotated[kind, limits] if limits else kind)


def _choice(written: Any, choices: Mapping[str, Label]) -> str:
    """The key of a choice, from the key itself or its words in any language."""
    for key, label in choices.items():
        if plain(str(written)) in (plain(key), plain(label.nl), plain(label.en)):
            return key
    raise validation_error(unknown(written, map(str, choices.values())))


def _date(written: Any) -> date:
    """A date as 2027-03-31 or 31-3-2027."""
    parts = str(written).strip().replace("/", "-").split("-")
    try:
        first, month, last = map(int, parts)
        year_first = len(parts[0]) == _YEAR_DIGITS
        return date(first, month, last) if year_first else date(last, month, first)
    except ValueError:
        raise validation_error(
            gettext("{given} is no date; write it as 2027-03-31.", given=quoted(str(written)))
        ) from None


def _against_the_law(low: float, high: float, article: str, written: Any) -> str:
    if low == high:
        return gettext(
            "{given} cannot stand here; the law fixes {fixed} ({article}).",
            given=quoted(str(written)),
            fixed=exact_number(low),
            article=article,
        )
    return gettext(
        "{given} cannot stand here; the law leaves {low} to {high} ({article}).",
        given=quoted(str(written)),
        article=article,
        low=exact_number(low),
        high=exact_number(high),
    )
