"""What stands on the page of an instrument of practice, in the language of the reader."""

from typing import Any

from selfmgmt.language import Label, gettext, small
from selfmgmt.practice import Instrument
from selfmgmt.practice.instrument import Column
from selfmgmt.views.words.practice import law_sentences


def practice_words() -> dict[str, str]:
    """The words of the page; it fills in ``{name}``."""
    return {**_sheet(), **_model(), **_again(), **_files()}


def _sheet() -> dict[str, str]:
    return {
        "tool": gettext("Fill in together, and apart"),
        "instruments": gettext("What is it about?"),
        "bodies": gettext("Who fills this in?"),
        "only_here": gettext(
            "The table holds only what this body filled in. Below it you see where you differ."
        ),
        "cell": gettext("{row}, {column}"),
        "yes": gettext("yes"),
        "no": gettext("no"),
        "levels": gettext("What the levels mean"),
        "law": gettext("Fixed by law"),
        "fixed": gettext("{value}, fixed by law"),
        "differs": gettext("the bodies differ"),
        "found": gettext("What stands out"),
        "nothing": gettext("Nothing stands out yet. Fill in some rows first."),
        "more": gettext("{count} more"),
        "picture": gettext("Picture"),
        "show_picture": gettext("Show the picture"),
        "no_picture": gettext("There is nothing to draw yet for this body."),
        "numbers": gettext("The numbers of this chart"),
        "add": gettext("Add"),
        "first_row": gettext("Nothing stands here yet; begin with the field below."),
        "first_body": gettext("Begin with a name here; then the sheet opens."),
        "cautions": gettext("Mind this"),
        "undo": gettext("Undo"),
        "redo": gettext("Redo"),
        "silence": gettext("The calculation does not answer. Run this page again."),
    }


def _model() -> dict[str, str]:
    return {
        "model": gettext("What it means for the model"),
        "model_note": gettext(
            "These figures follow from what was filled in. They count for an option only when you "
            "use them there. You can undo that."
        ),
        "check": gettext("Check against the design of"),
        "no_option": gettext("no option"),
        "cover_note": gettext(
            "The model takes this for the whole organisation. Use it only when these teams are a "
            "fair sample of the work."
        ),
        "use_cover": gettext("Put this chance into my case"),
        "use": gettext("Use these figures in {option}"),
    }


def _again() -> dict[str, str]:
    return {
        "take_over": gettext("Take over what all filled in alike ({count})"),
        "again": gettext("Fill in again"),
        "again_note": gettext(
            "The answers of now are kept under the date of today. After that you see what changed."
        ),
        "earlier": gettext("Kept: the answers of {dates}."),
    }


def _files() -> dict[str, str]:
    return {
        "save": gettext("Take along"),
        "form.html": gettext("Form on paper"),
        ".xlsx": gettext("Table for Excel"),
        ".csv": gettext("Table as CSV"),
        "annex.docx": gettext("Annex for Word"),
        "calendar.ics": gettext("Roadmap for your calendar"),
        "steps.xlsx": gettext("Roadmap as a workbook"),
        "register.json": gettext("Draft for the algorithm register, as JSON"),
        "register.docx": gettext("Draft for the algorithm register"),
        "ready": gettext("{file} is ready."),
    }


def described(instrument: Instrument) -> dict[str, Any]:
    """All of an instrument that does not change while people work."""
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
        "adds": _adds(instrument),
        "bounds": _bounds(instrument),
        "cautions": [str(words) for words in instrument.cautions],
    }


def _rows(instrument: Instrument) -> list[dict[str, Any]]:
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


def _adds(instrument: Instrument) -> list[str]:
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


def _editor(instrument: Instrument, column: Column) -> dict[str, Any]:
    """How one column is filled in."""
    limits = instrument.limits(column)
    return {
        "kind": column.kind,
        "help": str(column.help or ""),
        "allowed": limits.words() if limits and column.kind != "level" else "",
        "choices": [[key, str(label)] for key, label in column.choices.items()],
        "only": list(column.only),
    }
