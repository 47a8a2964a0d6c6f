"""What stands on each sheet of the workbook of a case."""

from collections.abc import Iterator, Sequence
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.criterion import OwnCriterion
from selfmgmt.case.document import SCHEMA
from selfmgmt.case.form import standard_words, tables_of, text_of
from selfmgmt.case.known import roles
from selfmgmt.case.mix import Mix
from selfmgmt.case.option import Option
from selfmgmt.case.response import Response
from selfmgmt.case.workbook import CENTRAL
from selfmgmt.case.workbook_practice import practice_sheets
from selfmgmt.case.workbook_rows import CLOSED, Row, Sheet
from selfmgmt.evidence.assumption import OwnAssumption, replaceable
from selfmgmt.field_facts import FieldFacts, fields_of
from selfmgmt.fields import Amount, Record
from selfmgmt.language import gettext

_EMPTY_MIXES = 2
_EMPTY_OPTIONS = 4
_EMPTY_CRITERIA = 3
_EMPTY_JUDGEMENTS = 12
_EMPTY_RESPONSES = 6
_OPEN_RANGE = (None, None, None)


def sheets_of(case: Case) -> Iterator[Sheet]:
    """The sheets of a case, in the order of the workbook."""
    parts = fields_of(Case)
    plain = [_row(case, name, facts) for name, facts in parts.items() if _is_plain(facts)]
    schema = Row(key="schema", title=gettext("Version of this form"), values=[SCHEMA], locked=True)
    yield Sheet(
        key="case",
        title=gettext("Case"),
        explanation=_introduction(),
        columns=[(CENTRAL, gettext("Fill in"))],
        rows=[*plain, schema],
    )
    for name, facts in parts.items():
        if facts.record:
            rows = _ranges(getattr(case, name))
            yield _sheet(name, facts, columns=_range_columns(), rows=rows)
    tables = tables_of(case)
    yield _sheet("mixes", parts["mixes"], columns=_mix_columns(case), rows=_mix_rows(case))
    yield _sheet("options", parts["options"], columns=_option_columns(case), rows=_levers(case))
    yield _sheet("criteria", parts["criteria"], columns=_own_columns(case), rows=_own_rows(case))
    rows = [
        *_judgements(case, tables["judgements"]),
        *[Row(key="", values=_OPEN_RANGE)] * _EMPTY_JUDGEMENTS,
    ]
    yield _sheet("judgements", parts["judgements"], columns=_range_columns(), rows=rows)
    columns = [(key, str(label)) for key, label in roles().items()]
    rows = _weights(case, tables["weights"])
    yield _sheet("weights", parts["weights"], columns=columns, rows=rows)
    yield _sheet(
        "voices", parts["voices"], columns=_response_columns(case), rows=[*_response_rows(case)]
    )
    columns = [*_range_columns(), ("reason", fields_of(OwnAssumption)["reason"].title)]
    rows = _assumptions(case)
    yield _sheet("assumptions", parts["assumptions"], columns=columns, rows=rows)
    yield from practice_sheets(case)


def _introduction() -> str:
    return gettext(
        "Fill in the yellow cells and leave open what you do not know: then public figures or a "
        "wide range are used. A figure you are not sure of may be a range: fill in low and high "
        "too. Write the unit where there is a choice: 12%, 0,75 FTE, 4 teams or € 1,2 mln. Do not "
        "change the grey keys; the sheets are locked without a password."
    )


def _is_plain(facts: FieldFacts) -> bool:
    return facts.record is None and facts.kind != "dict"


def _sheet(
    key: str, facts: FieldFacts, *, columns: Sequence[tuple[str, str]], rows: Sequence[Row]
) -> Sheet:
    return Sheet(
        key=key, title=facts.title, explanation=facts.description, columns=columns, rows=rows
    )


def _row(record: Record, name: str, facts: FieldFacts) -> Row:
    return _field_row(name, facts, [getattr(record, name)])


def _field_row(key: str, facts: FieldFacts, values: Sequence[Any]) -> Row:
    choices = (gettext("yes"), gettext("no")) if facts.kind == "bool" else facts.choices
    return Row(
        key=key,
        title=facts.title,
        explanation=facts.explanation,
        choices=choices,
        is_share=facts.limits is not None and facts.limits.is_share,
        values=[text_of(one, facts.limits) if isinstance(one, Amount) else one for one in values],
    )


def _range_columns() -> list[tuple[str, str]]:
    return [("low", gettext("Low")), (CENTRAL, gettext("Figure")), ("high", gettext("High"))]


def _ranges(record: Record) -> list[Row]:
    return [
        _field_row(name, facts, _range(getattr(record, name), facts.kind == "estimate"))
        for name, facts in fields_of(type(record)).items()
    ]


def _range(value: Any, may_be_range: bool = True) -> Sequence[Any]:
    """Low, central and high of an estimate; of anything else the middle one only."""
    if not may_be_range:
        return CLOSED, value, CLOSED
    if value is None:
        return _OPEN_RANGE
    return (None, value.central, None) if value.known else (value.low, value.central, value.high)


def _option_columns(case: Case) -> list[tuple[str, str]]:
    columns = [(key, case.label(key)) for key in case.options]
    return columns + [("", gettext("Your own option"))] * _EMPTY_OPTIONS


def _levers(case: Case) -> list[Row]:
    empty = [None] * _EMPTY_OPTIONS
    return [
        _field_row(
            ".".join(path),
            facts,
            [*(_at(option, path) for option in case.options.values()), *empty],
        )
        for path, facts in _flat(Option)
    ]


def _flat(
    record: type[Record], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], FieldFacts]]:
    """Every field of a record and of the records inside it, with its path."""
    for name, facts in fields_of(record).items():
        if facts.record:
            yield from _flat(facts.record, (*path, name))
        else:
            yield (*path, name), facts


def _at(record: Any, path: tuple[str, ...]) -> Any:
    for name in path:
        record = getattr(record, name, None)
    return record


def _mix_columns(case: Case) -> list[tuple[str, str]]:
    columns = [(key, case.mix_label(key)) for key in case.mixes]
    return columns + [("", gettext("Your own saving mix"))] * _EMPTY_MIXES


def _mix_rows(case: Case) -> list[Row]:
    return _rows_by_column(Mix, [*case.mixes.values()], _EMPTY_MIXES)


def _rows_by_column(record: type[Record], found: Sequence[Record], empty: int) -> list[Row]:
    """A row for each field, with what each of the records found has there, and spare columns."""
    return [
        _field_row(name, facts, [*(getattr(one, name) for one in found), *[None] * empty])
        for name, facts in fields_of(record).items()
    ]


def _own_columns(case: Case) -> list[tuple[str, str]]:
    columns = [(key, own.label) for key, own in case.criteria.items()]
    return columns + [("", gettext("Your own criterion"))] * _EMPTY_CRITERIA


def _own_rows(case: Case) -> list[Row]:
    return _rows_by_column(OwnCriterion, [*case.criteria.values()], _EMPTY_CRITERIA)


def _judgements(case: Case, table: Any) -> Iterator[Row]:
    labels = case.judged_labels()
    for criterion, cells in table.items():
        for option, value in cells.items():
            title = f"{labels[criterion]}: {case.label(option)}"
            yield Row(key=f"{criterion}.{option}", title=title, values=_range(value))


def _weights(case: Case, table: Any) -> list[Row]:
    return [
        Row(key=key, title=label, values=[points[key] for points in table.values()])
        for key, label in case.criteria_labels().items()
    ]


def _assumptions(case: Case) -> list[Row]:
    return [
        Row(
            key=key,
            title=str(found.label),
            explanation=standard_words(found),
            is_share=found.limits is not None and found.limits.is_share,
            values=[*_range(own and own.estimate), own and own.reason],
        )
        for key, found in replaceable().items()
        for own in [case.assumptions.get(key)]
    ]


def _response_columns(case: Case) -> list[tuple[str, str]]:
    columns = [
        (f"{role}.{letter}", f"{roles()[role]}: {letter}")
        for role, responses in case.voices.items()
        for letter in responses
    ]
    empty = gettext("One more voice; type the role and a letter above it, such as council.A")
    return columns + [("", empty)] * _EMPTY_RESPONSES


def _response_rows(case: Case) -> Iterator[Row]:
    """A row for each answer; comparisons in pairs have one only where they were given."""
    responses = [response for given in case.voices.values() for response in given.values()]
    fields = fields_of(Response)
    labels = case.criteria_labels()
    for name, facts in fields.items():
        if facts.kind != "dict":
            found = [getattr(response, name) or None for response in responses]
            yield _field_row(name, facts, [*found, *[None] * _EMPTY_RESPONSES])
            continue
        tables = [_flat_table(getattr(response, name)) for response in responses]
        given = dict.fromkeys(key for table in tables for key in table)
        keys = given if name == "pairs" else dict.fromkeys([*labels, *given])
        for key in keys:
            title = f"{facts.title}: {' / '.join(labels[part] for part in key.split('.'))}"
            found = [table.get(key) for table in tables]
            yield Row(
                key=f"{name}.{key}",
                title=title,
                explanation=facts.description,
                values=[*found, *[None] * _EMPTY_RESPONSES],
            )


def _flat_table(table: dict[str, Any]) -> dict[str, float]:
    """Each figure of a table by its keys, with points between them."""
    return {
        ".".join((key, *inner)): value
        for key, one in table.items()
        for inner, value in (
            [((other,), times) for other, times in one.items()]
            if isinstance(one, dict)
            else [((), one)]
        )
    }
