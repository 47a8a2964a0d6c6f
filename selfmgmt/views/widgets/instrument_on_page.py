"""An instrument of practice as its page receives it."""

from typing import TypedDict

from selfmgmt.language import Label, gettext, small
from selfmgmt.practice import Instrument
from selfmgmt.practice.instrument import Column
from selfmgmt.views.words.practice import law_sentences


class Editor(TypedDict):
    """How one column is filled in."""

    kind: str
    help: str
    allowed: str
    choices: list[list[str]]
    only: list[str]


class ColumnOnPage(Editor):
    """A column with its name."""

    key: str
    label: str


class RowOnPage(TypedDict):
    """A row, what the law says of it, its columns and its choices; all where none is named."""

    key: str
    label: str
    help: str
    group: str
    law: list[str]
    columns: list[str]
    choices: list[str]


class InstrumentOnPage(TypedDict):
    """All of an instrument that does not change while people work."""

    title: str
    purpose: str
    who: str
    row_name: str
    model: str
    add_row: str
    add_column: str
    add_body: str
    own_row_columns: list[str]
    levels: list[str]
    rows: list[RowOnPage]
    columns: list[ColumnOnPage]
    own_column: Editor | None
    adds: list[str]
    bounds: dict[str, list[float]]
    cautions: list[str]


def described(instrument: Instrument) -> InstrumentOnPage:
    """An instrument for the page."""
    return {
        "title": str(instrument.title),
        "purpose": str(instrument.purpose),
        "who": str(instrument.who),
        "row_name": str(instrument.row_name),
        "model": instrument.model,
        "add_row": _adding(instrument.row_name),
        "add_column": _adding(instrument.own_columns.label if instrument.own_columns else None),
        "add_body": _adding(instrument.body_name),
        "own_row_columns": list(instrument.own_row_columns),
        "levels": [str(level) for level in instrument.levels],
        "rows": _rows(instrument),
        "columns": [
            {"key": key, "label": str(column.label), **_editor(instrument, column)}
            for key, column in instrument.columns.items()
        ],
        "own_column": _editor(instrument, instrument.own_columns)
        if instrument.own_columns
        else None,
        "adds": additions(instrument),
        "bounds": _bounds(instrument),
        "cautions": [str(words) for words in instrument.cautions],
    }


def _rows(instrument: Instrument) -> list[RowOnPage]:
    return [
        {
            "key": key,
            "label": str(row.label),
            "help": str(row.help or ""),
            "group": str(row.group or ""),
            "law": law_sentences(instrument, key),
            "columns": list(row.columns),
            "choices": list(row.choices),
        }
        for key, row in instrument.rows.items()
    ]


def additions(instrument: Instrument) -> list[str]:
    """What users may add to the table."""
    allowed = {
        "row": instrument.own_rows > 0,
        "column": instrument.own_columns is not None,
        "body": instrument.own_bodies,
    }
    return [what for what, may in allowed.items() if may]


def _bounds(instrument: Instrument) -> dict[str, list[float]]:
    """Cell to its lowest and highest level, where the law leaves no more room."""
    return {
        f"{row}.{column}": [lock.low, lock.high]
        for row in instrument.rows
        for column in instrument.columns
        for lock in instrument.locks_of(row, column)
    }


def _adding(what: Label | None) -> str:
    """What the field says with which users add a row, a column or a body."""
    return gettext("Add: {what}", what=small(str(what))) if what else gettext("Add")


def _editor(instrument: Instrument, column: Column) -> Editor:
    limits = instrument.limits(column)
    return {
        "kind": column.kind,
        "help": str(column.help or ""),
        "allowed": limits.words() if limits and column.kind != "level" else "",
        "choices": [[key, str(label)] for key, label in column.choices.items()],
        "only": list(column.only),
    }
