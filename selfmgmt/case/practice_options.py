"""Answers that name an option of the case: whatever words were written, its key is kept."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, ValidationInfo

from selfmgmt.case.option import Option
from selfmgmt.language import LANGUAGES, speaking
from selfmgmt.practice.answers import Practice as Answered
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import known_instruments
from selfmgmt.practice.moments import is_moment
from selfmgmt.reference.municipalities import plain


def with_option_keys(practice: dict[str, Any], options: Mapping[str, Option]) -> dict[str, Any]:
    """The section of a case in which options go by their key; an unknown name stays as it is.

    >>> practice = {"roadmap": {"plan": {"option": {"option": "Stapsgewijs"}}}}
    >>> with_option_keys(practice, {"steps": Option(based_on="within_frames", label="Stapsgewijs")})
    {'roadmap': {'plan': {'option': {'option': 'steps'}}}}
    """
    known = known_instruments()
    has_options = {
        key
        for key in practice
        if any(column.kind == "option" for column in known[key].columns.values())
    }
    if not has_options:
        return practice
    keys = _keys_by_name(options)
    return {
        key: _tables(known[key], tables, keys) if key in has_options else tables
        for key, tables in practice.items()
    }


def _of_case(practice: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
    return with_option_keys(practice, info.data.get("options") or {})


Practice = Annotated[Answered, AfterValidator(_of_case)]
"""The section of a case, with its options by their keys."""


def _keys_by_name(options: Mapping[str, Option]) -> dict[str, str]:
    names: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            names |= {plain(option.label_under(key)): key for key, option in options.items()}
    return names | {plain(key): key for key in options}


def _tables(
    instrument: Instrument, tables: Mapping[str, Any], keys: Mapping[str, str]
) -> dict[str, Any]:
    return {
        key: _tables(instrument, inner, keys)
        if is_moment(key)
        else {row: _cells(instrument, cells, keys) for row, cells in inner.items()}
        for key, inner in tables.items()
    }


def _cells(
    instrument: Instrument, cells: Mapping[str, Any], keys: Mapping[str, str]
) -> dict[str, Any]:
    kinds = {column: instrument.column(column) for column in cells}
    return {
        column: keys.get(plain(str(answer)), answer)
        if (facts := kinds[column]) and facts.kind == "option"
        else answer
        for column, answer in cells.items()
    }
