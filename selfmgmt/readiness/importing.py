"""From a file of a survey tool to answers, with an account of what was changed or left out.

Only the columns of the scan, role and team are read. Every other column, free text among them,
stays in the file.
"""

from collections.abc import Sequence
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import shortened
from selfmgmt.readiness.answer_layout import (
    Layout,
    has_shortened,
    is_read,
    label_of_kind,
    layout_of,
    shortened_headings,
)
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.column_remarks import about_columns
from selfmgmt.readiness.columns import Column
from selfmgmt.readiness.finished import finished_rows
from selfmgmt.readiness.personal import personal_content
from selfmgmt.readiness.remarks import Remark, remark
from selfmgmt.readiness.respondents import read_respondents
from selfmgmt.readiness.rounding import how_many
from selfmgmt.readiness.sheets import read_sheets
from selfmgmt.readiness.wording import plain

_ENOUGH_TO_TELL = 5


def read_answers(path: str | Path) -> Answers:
    """Read a file with answers: CSV, Excel or ODF, as survey tools export them.

    Rows of people who started and did not finish are no respondents: they are left out and told.

    Args:
        path: A .csv, .txt, .tsv, .xlsx, .xlsm or .ods file. Columns are known by the key or the
            text of the question, answers by number 1 to 5 or by words, all in Dutch or English.

    Raises:
        InputError: It cannot be read, no column or more than one is the same question, cells
            below the header are merged, nobody finished, or the answers are on another scale.
    """
    layout = layout_of(read_sheets(path))
    _refuse_ambiguous(layout)
    rows, unfinished = finished_rows(layout.body(), *layout.signs())
    kept, about_groups = _without_persons(layout, rows)
    respondents, about_rows = read_respondents(rows, kept.column_of, kept.items)
    if not respondents.count:
        raise InputError(gettext("there are columns of the scan but no answers below them."))
    left_out = [remark("unfinished", count=how_many(unfinished))] if unfinished else []
    remarks = (*about_columns(kept), *about_groups, *left_out, *about_rows)
    return respondents.answers(remarks)


def _refuse_ambiguous(layout: Layout) -> None:
    faults = [
        gettext(
            "column “{column}” has the key {item} and the words of {other}; correct one of them.",
            column=shortened(column.header),
            item=column.key,
            other=column.ambiguous,
        )
        for column in layout.columns
        if column.ambiguous
    ]
    keys = [column.key or column.kind for column in layout.columns if is_read(column)]
    faults += [
        gettext("more than one column is {item}; keep one.", item=key)
        for key in sorted({key for key in keys if keys.count(key) > 1})
    ]
    if has_shortened([[column.header for column in layout.columns if column.kind == "unknown"]]):
        faults.append(shortened_headings())
    below = [first for first, last in layout.sheet.merged if last > layout.last + 1]
    if below:
        faults.append(
            gettext(
                "cells are merged from row {row}; split them and fill in every row.", row=min(below)
            )
        )
    if faults:
        raise InputError(*faults)


def _without_persons(
    layout: Layout, rows: Sequence[tuple[int, list[str]]]
) -> tuple[Layout, list[Remark]]:
    """The layout without a column for roles or teams that holds persons in these rows."""
    columns, remarks = list(layout.columns), []
    for at, column in enumerate(columns):
        if column.kind not in {"role", "team"}:
            continue
        cells = [row[at] for _number, row in rows if at < len(row) and row[at].strip()]
        kind = _persons_in(cells, column.kind)
        if kind:
            columns[at] = Column(kind="bookkeeping", header="")
            remarks.append(
                remark(
                    "points_to_persons", column=shortened(column.header), data=label_of_kind(kind)
                )
            )
    return Layout(
        sheet=layout.sheet, first=layout.first, last=layout.last, columns=tuple(columns)
    ), remarks


def _persons_in(cells: list[str], of: str) -> str:
    """The kind of persons in a column; teams that nearly all differ are no teams."""
    different = len({plain(cell) for cell in cells})
    are_no_teams = of == "team" and len(cells) >= _ENOUGH_TO_TELL and 2 * different > len(cells)
    return personal_content(sorted(set(cells))) or ("name" if are_no_teams else "")
