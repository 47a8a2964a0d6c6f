"""A case written as YAML with, above each field, what it means and what may be filled in."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any

import yaml

from selfmgmt.case.case import Case
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.document import SCHEMA
from selfmgmt.case.form import tables_of, text_of
from selfmgmt.case.known import DO_NOTHING, roles
from selfmgmt.case.mix import Mix
from selfmgmt.case.option import Option
from selfmgmt.case.response import Response
from selfmgmt.evidence.assumption import replaceable
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Estimate, Limits, Record
from selfmgmt.language import gettext
from selfmgmt.practice.answers import texts
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import known_instruments
from selfmgmt.practice.moments import is_moment

_WIDTH = 96
_STEP = "  "


def yaml_text(case: Case) -> str:
    """The case as commented YAML in the language of the reader."""
    lines = [*_comment(_introduction(), ""), f"schema: {SCHEMA}"]
    for name, facts in fields_of(Case).items():
        lines += ["", *_comment(f"{facts.title}. {facts.explanation}", "")]
        lines += _section(case, name, facts)
    return "\n".join(lines) + "\n"


def _introduction() -> str:
    return gettext(
        "A case: what you know of your organisation, and the options you weigh. Fill in what you "
        "know and leave the rest empty: then public figures or a wide range are used. "
        "Write numbers as 3,5 or 1.234,5, with the unit where there is a choice: 12%, 0,75 FTE, "
        "4 teams or € 1,2 mln. A figure you are not sure of may be "
        "a range: write low, central and high below it, each on its own line. "
        "What stands after # is explanation."
    )


def _section(case: Case, name: str, facts: FieldFacts) -> Iterator[str]:
    value = getattr(case, name)
    if facts.record:
        yield f"{name}:"
        yield from _fields(value, _STEP)
    elif name in _BY_KEY:
        yield from _BY_KEY[name](case)
    elif facts.kind == "dict":
        yield from _rows(name, tables_of(case)[name], _labels(case))
    else:
        yield from _value(name, value, facts.limits, "")


def _labels(case: Case) -> dict[str, object]:
    return {**case.criteria_labels(), **roles(), **{key: case.label(key) for key in case.options}}


def _fields(record: Record, indent: str) -> Iterator[str]:
    for name, facts in fields_of(type(record)).items():
        yield from _comment(f"{facts.title}. {facts.explanation}", indent)
        yield from _value(name, getattr(record, name), facts.limits, indent)


def _options(case: Case) -> Iterator[str]:
    yield from _comment(gettext("Levers that an option may have:"), "")
    yield from _levers(Option, "")
    yield "options:"
    for key, option in case.options.items():
        yield from _noted(f"{_STEP}{key}:", case.label(key), _STEP)
        if option.based_on == key != DO_NOTHING:
            sources = gettext("Made after: {sources}.", sources=case.made_after(key))
            yield from _comment(sources, _STEP * 2)
        yield from _given(option, _STEP * 2)


def _mixes(case: Case) -> Iterator[str]:
    yield from _comment(gettext("Fields of a saving mix:"), "")
    yield from _levers(Mix, "")
    yield "mixes:"
    for key, mix in case.mixes.items():
        yield f"{_STEP}{key}:"
        yield from _given(mix, _STEP * 2)


def _criteria(case: Case) -> Iterator[str]:
    yield from _comment(gettext("Fields of a criterion:"), "")
    yield from _levers(OwnCriterion, "")
    yield "criteria:"
    for key, criterion in case.criteria.items():
        yield f"{_STEP}{key}:"
        yield from _given(criterion, _STEP * 2)


def _responses(case: Case) -> Iterator[str]:
    yield from _comment(gettext("Fields of a voice:"), "")
    yield from _levers(Response, "")
    yield "voices:"
    for role, responses in case.voices.items():
        yield f"{_STEP}{role}:  # {roles()[role]}"
        for letter, response in responses.items():
            yield f"{_STEP * 2}{letter}:"
            yield from _given(response, _STEP * 3)


def _assumptions(case: Case) -> Iterator[str]:
    known = replaceable()
    yield from _comment(
        gettext("Give each figure low, central, high and reason. Figures that you may replace:"), ""
    )
    for key, found in known.items():
        yield f"#   {key}: {found.label}"
    yield "assumptions:"
    for key, own in case.assumptions.items():
        yield f"{_STEP}{key}:  # {known[key].label}"
        for name, value in own:
            yield from _value(name, value, known[key].limits, _STEP * 2)


def _practice(case: Case) -> Iterator[str]:
    known = known_instruments()
    yield from _comment(gettext("Instruments, each with the bodies that fill it in apart:"), "")
    for key, instrument in known.items():
        yield f"#   {key}: {instrument.title} ({', '.join(instrument.bodies)})"
    yield "practice:"
    for key, tables in texts(case.practice).items():
        yield f"{_STEP}{key}:  # {known[key].title}"
        yield from _tables(known[key], tables, _STEP * 2)


def _tables(instrument: Instrument, tables: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The table of each body, and those of earlier below their date."""
    for key, inner in tables.items():
        yield f"{indent}{key}:"
        if is_moment(key):
            yield from _tables(instrument, inner, indent + _STEP)
            continue
        for row, cells in inner.items():
            label = instrument.rows[row].label if row in instrument.rows else row
            yield from _noted(f"{indent}{_STEP}{row}:", label, indent + _STEP)
            for column, text in cells.items():
                facts = instrument.column(column)
                is_text = facts is not None and facts.kind == "text"
                written = _quoted(text)[0] if is_text else text
                yield f"{indent}{_STEP * 2}{column}: {written}"


_BY_KEY = {
    "mixes": _mixes,
    "options": _options,
    "criteria": _criteria,
    "voices": _responses,
    "assumptions": _assumptions,
    "practice": _practice,
}


def _levers(record: type[Record], indent: str) -> Iterator[str]:
    """The fields as comments: their keys, and what may be filled in."""
    for name, facts in fields_of(record).items():
        lead = f"#   {indent}"
        yield from wrap(
            f"{lead}{name}: {facts.title}. {facts.explanation}",
            _WIDTH,
            subsequent_indent=f"{lead}{_STEP * 2}",
        )
        if facts.record:
            yield from _levers(facts.record, _STEP)


def _given(record: Record, indent: str) -> Iterator[str]:
    for name, facts in fields_of(type(record)).items():
        value = getattr(record, name)
        if facts.record and value is not None:
            yield f"{indent}{name}:"
            yield from _given(value, indent + _STEP)
        elif value not in (None, (), {}):
            yield from _value(name, value, facts.limits, indent)


def _rows(name: str, rows: Any, labels: Mapping[str, object]) -> Iterator[str]:
    yield f"{name}:"
    for row, cells in rows.items():
        yield f"{_STEP}{row}:  # {labels[row]}"
        for key, value in cells.items():
            first, *rest = _value(key, value, None, _STEP * 2)
            yield from _noted(first, labels[key], _STEP * 2)
            yield from rest


def _noted(line: str, note: object, indent: str) -> Iterator[str]:
    """``line`` with a note behind it, or above it where it would become too long to read."""
    noted = f"{line}  # {note}"
    yield from [noted] if len(noted) <= _WIDTH else [f"{indent}# {note}", line]


def _value(key: str, value: Any, limits: Limits | None, indent: str) -> Iterator[str]:
    first, *rest = _lines_of(value, limits)
    yield f"{indent}{key}: {first}" if first else f"{indent}{key}:"
    yield from (indent + line if line else "" for line in rest)


def _lines_of(value: Any, limits: Limits | None) -> list[str]:
    """What stands after the colon, and the lines below it."""
    if value is None:
        return [""]
    if isinstance(value, tuple):
        return ["", *(f"{_STEP}- {item}" for item in value)]
    if isinstance(value, dict):
        return ["", *(line for key, one in value.items() for line in _value(key, one, None, _STEP))]
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, Estimate) and not value.known:
        return ["", *(f"{_STEP}{end}: {text_of(figure, limits)}" for end, figure in value)]
    return [text_of(value.central if isinstance(value, Estimate) else value, limits)]


def _quoted(text: str) -> list[str]:
    """The lines of ``text`` as a YAML value, between quotes or as a block where that is needed."""
    style = "|" if "\n" in text else None
    written: str = yaml.dump(text, default_style=style, allow_unicode=True, width=10**9)
    return written.removesuffix("\n...\n").removesuffix("\n").split("\n")


def _comment(text: str, indent: str) -> list[str]:
    lead = f"{indent}# "
    return wrap(text, _WIDTH, initial_indent=lead, subsequent_indent=lead)
