"""What bodies filled in on the instruments: a section of the case, every fault found at once."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, TypeAdapter, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import quoted
from selfmgmt.practice.cells import Answer, read_answer, text_of_answer
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import known_instruments
from selfmgmt.practice.moments import is_moment, tables_earlier
from selfmgmt.values import Key, unknown, validation_error

Answers = Mapping[str, Mapping[str, Answer]]
"""The table of one body: row to column to answer; what is open or fixed by law is left out."""
Path = tuple[str, ...]

_KEY: TypeAdapter[str] = TypeAdapter(Key)


def read_practice(written: Any) -> dict[str, Any]:
    """What was filled in: instrument to body to row to column; a validator for pydantic.

    Under a date an instrument has the tables of then, by body.

    Raises:
        ValidationError: With every fault, each at its cell.
    """
    faults: list[InitErrorDetails] = []
    known = known_instruments()
    found: dict[str, dict[str, Any]] = {}
    for key, tables in _keys((), written, known, False, faults):
        earlier = _earlier(tables)
        now = (
            {body: rows for body, rows in tables.items() if body not in earlier}
            if earlier
            else tables
        )
        found[key] = _filled(
            {day: _bodies(known[key], (key, day), one, faults) for day, one in earlier.items()}
        ) | _bodies(known[key], (key,), now, faults)
    if faults:
        raise ValidationError.from_exception_data("practice", faults)
    return _filled(found)


def _earlier(tables: Any) -> dict[str, Any]:
    """What was filled in earlier, by its date."""
    return tables_earlier(tables) if isinstance(tables, Mapping) else {}


Practice = Annotated[dict[str, Any], BeforeValidator(read_practice)]
"""The section of a case: instrument to body to row to column to answer."""


def with_answer(practice: Mapping[str, Any], path: Path, written: str) -> dict[str, Any]:
    """The same with one answer given, changed, or taken back when nothing is written.

    Args:
        practice: The section of a case.
        path: Instrument, body, row and column; or fewer, to take all below it back.
        written: As the user wrote it.

    Raises:
        InputError: It is no answer that may stand there.

    >>> from selfmgmt.language import speaking
    >>> with speaking("en"):
    ...     with_answer({}, ("who_decides", "agreed", "budget", "council"), "3")
    Traceback (most recent call last):
    selfmgmt.errors.InputError: '3' cannot stand here; the law fixes 7 (Gemeentewet 189, 191).
    """
    changed = _put(practice, path, written if written.strip() else None)
    try:
        return read_practice(changed)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise InputError(*(str(detail["ctx"]["fault"]) for detail in details)) from None


def texts(practice: Mapping[str, Any]) -> dict[str, Any]:
    """All that was filled in as text, in the same order."""
    known = known_instruments()
    return {key: _texts(known[key], tables) for key, tables in practice.items()}


def _texts(instrument: Instrument, tables: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _texts(instrument, inner)
        if is_moment(key)
        else {
            row: {
                column: text_of_answer(instrument, column, answer)
                for column, answer in cells.items()
            }
            for row, cells in inner.items()
        }
        for key, inner in tables.items()
    }


def with_fixed(instrument: Instrument, answers: Answers) -> dict[str, dict[str, Answer]]:
    """The table of a body, every row of the instrument in it, with what the law fixes filled in."""
    rows = dict.fromkeys([*instrument.rows, *answers])
    return {row: {**answers.get(row, {}), **_fixed(instrument, row)} for row in rows}


def _fixed(instrument: Instrument, row: str) -> dict[str, Answer]:
    cells = {column: instrument.fixed(row, column) for column in instrument.columns}
    return {column: int(level) for column, level in cells.items() if level is not None}


def _bodies(
    instrument: Instrument, where: Path, written: Any, faults: list[InitErrorDetails]
) -> dict[str, dict[str, dict[str, Answer]]]:
    own = instrument.own_columns
    found: dict[str, dict[str, dict[str, Answer]]] = {}
    for body, rows in _keys(where, written, instrument.bodies, instrument.own_bodies, faults):
        at = (*where, body)
        open_columns = {
            key: column for key, column in instrument.columns.items() if column.asks(body)
        }
        adds = own is not None and own.asks(body)
        for row, cells in _keys(at, rows, instrument.rows, instrument.own_rows > 0, faults):
            path = (*at, row)
            row_columns = {
                key: one for key, one in open_columns.items() if instrument.asks(row, key)
            }
            for column, text in _keys(path, cells, row_columns, adds, faults):
                try:
                    answer = read_answer(instrument, row, column, text)
                except PydanticCustomError as fault:
                    faults.append(InitErrorDetails(type=fault, loc=(*path, column), input=text))
                    continue
                if instrument.fixed(row, column) is None:  # what the law fixes is no answer
                    found.setdefault(body, {}).setdefault(row, {})[column] = answer
    return found


def _keys(
    where: Path,
    written: Any,
    allowed: Mapping[str, Any],
    adds: bool,
    faults: list[InitErrorDetails],
) -> Iterator[tuple[str, Any]]:
    """The keys and values at one place; what is open is left out, what is not known a fault."""
    if not isinstance(written, Mapping):
        if not _is_open(written):
            fault = validation_error(
                gettext(
                    "{given} is no set of fields; write the fields below it, further to the right.",
                    given=quoted(str(written)),
                )
            )
            faults.append(InitErrorDetails(type=fault, loc=where, input=written))
        return
    for key, value in written.items():
        name = str(key)
        if _is_open(value):
            continue
        if name in allowed or (adds and _may_be_key(name)):
            yield name, value
            continue
        fault = validation_error(_no_key(name) if adds else unknown(name, allowed))
        faults.append(InitErrorDetails(type=fault, loc=(*where, name), input=value))


def _may_be_key(name: str) -> bool:
    try:
        return bool(_KEY.validate_python(name))
    except ValidationError:
        return False


def _no_key(name: str) -> str:
    return gettext(
        "{given} cannot be a key; use small letters, figures and underscores, at most 40.",
        given=quoted(name),
    )


def _put(practice: Mapping[str, Any], path: Path, written: Any) -> dict[str, Any]:
    first, *rest = path
    inner = practice.get(first, {})
    return {**practice, first: _put(inner, tuple(rest), written) if rest else written}


def _filled(found: dict[str, Any]) -> dict[str, Any]:
    """Without what holds nothing, so that what is open leaves no trace."""
    return {key: one for key, one in found.items() if one}


def _is_open(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
