"""From a file of a survey tool to answers, with an account of what was changed or left out.

Only the columns of the scan, role and team are read. Every other column, free text among them,
stays in the file.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, zip_longest
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.numbers import shortened
from selfmgmt.readiness.answers import Answers
from selfmgmt.readiness.columns import Column, is_shortened, recognise
from selfmgmt.readiness.finished import finished_rows
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.personal import personal_content
from selfmgmt.readiness.remarks import Remark, remark
from selfmgmt.readiness.respondents import read_respondents
from selfmgmt.readiness.rounding import how_many
from selfmgmt.readiness.sheet import Sheet
from selfmgmt.readiness.sheets import read_sheets
from selfmgmt.readiness.wording import load_survey, plain

_HEADER_WITHIN = 12
_SCANNED = 200
_ENOUGH_TO_TELL = 5
_IMPORT_ID = '"ImportId"'


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where the header of a sheet ends, and what each column is."""

    sheet: Sheet
    first: int
    last: int
    columns: tuple[Column, ...]

    @cached_property
    def column_of(self) -> dict[str, int]:
        """Each item, and ``role`` and ``team``, with the number of its column."""
        found = {}
        for at, column in enumerate(self.columns):
            if column.kind in {"item", "role", "team"}:
                found[column.key or column.kind] = at
        return found

    def signs(self) -> tuple[dict[str, int], dict[str, str]]:
        """The columns by which one sees that someone came to the end, and their names."""
        found = {
            column.key: at
            for at, column in enumerate(self.columns)
            if column.kind == "bookkeeping" and column.key
        }
        return found, {sign: self.columns[at].header.strip() for sign, at in found.items()}

    @property
    def items(self) -> tuple[str, ...]:
        """The items in the order of the scan."""
        return tuple(item.key for item in load_instrument().items if item.key in self.column_of)

    def body(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header, with their number in the file."""
        for number, row in enumerate(self.sheet.rows[self.last + 1 :], start=self.last + 2):
            if any(cell.strip() for cell in row):
                yield number, row

    def cells(self, at: int) -> Iterator[str]:
        """What is written below the header in one column."""
        return (row[at] for _number, row in self.body() if at < len(row) and row[at].strip())


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
    layout = _layout_of(read_sheets(path))
    _refuse_ambiguous(layout)
    rows, unfinished = finished_rows(layout.body(), *layout.signs())
    kept, about_groups = _without_persons(layout, rows)
    respondents, about_rows = read_respondents(rows, kept.column_of, kept.items)
    if not respondents.count:
        raise InputError(gettext("there are columns of the scan but no answers below them."))
    left_out = [remark("unfinished", count=how_many(unfinished))] if unfinished else []
    remarks = (*_about_columns(kept), *about_groups, *left_out, *about_rows)
    return respondents.answers(remarks)


def _layout_of(sheets: Sequence[Sheet]) -> Layout:
    found = [layout for sheet in sheets if (layout := _find_header(sheet))]
    if len(found) > 1:  # a list of the questions, one below the other, is no table of answers
        found = [layout for layout in found if len(layout.items) > 1]
    if len(found) > 1:
        titles = ", ".join(layout.sheet.title for layout in found)
        raise InputError(
            gettext("more than one sheet has answers: {sheets}; keep one.", sheets=titles)
        )
    if not found and any(_has_shortened(sheet.rows[:_HEADER_WITHIN]) for sheet in sheets):
        raise InputError(_shortened_headings())
    if not found:
        example = load_instrument().items[0]
        raise InputError(
            gettext(
                "no column is a question of the scan; put the key or the whole question above "
                "each column, such as {key} or “{text}”.",
                key=example.key,
                text=example.text,
            )
        )
    return found[0]


def _has_shortened(rows: Sequence[Sequence[str]]) -> bool:
    return any(sum(map(is_shortened, row)) > 1 for row in rows)


def _shortened_headings() -> str:
    return gettext(
        "the survey tool cut the headings off, so that questions cannot be told apart. Export "
        "again, with the question code or the full question text above each column."
    )


def _find_header(sheet: Sheet) -> Layout | None:
    """The rows that name questions, one or more below each other."""
    top = sheet.rows[:_HEADER_WITHIN]
    naming = [at for at, row in enumerate(top) if _names_items(row)]
    if not naming:
        return None
    first = naming[0]
    last = max(at for at in naming if all(step in naming for step in range(first, at)))
    while last + 1 < len(top) and _belongs_to_tool(top[last + 1]):
        last += 1
    start = (
        max(0, first - 1) if first and len([c for c in top[first - 1] if c.strip()]) > 1 else first
    )
    headers = zip_longest(*top[start : last + 1], fillvalue="")
    return Layout(
        sheet=sheet, first=start, last=last, columns=tuple(recognise(texts) for texts in headers)
    )


def _belongs_to_tool(row: Iterable[str]) -> bool:
    """Whether a row is a heading of the survey tool: codes of Qualtrics, kinds of SurveyMonkey."""
    filled = [cell for cell in row if cell.strip()]
    kinds = {plain(word) for word in load_survey().below_heading}
    return bool(filled) and all(_IMPORT_ID in cell or plain(cell) in kinds for cell in filled)


def _names_items(row: Iterable[str]) -> bool:
    return any(cell.strip() and recognise([cell]).kind == "item" for cell in row)


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
    keys = [column.key or column.kind for column in layout.columns if _is_read(column)]
    faults += [
        gettext("more than one column is {item}; keep one.", item=key)
        for key in sorted({key for key in keys if keys.count(key) > 1})
    ]
    if _has_shortened([[column.header for column in layout.columns if column.kind == "unknown"]]):
        faults.append(_shortened_headings())
    below = [first for first, last in layout.sheet.merged if last > layout.last + 1]
    if below:
        faults.append(
            gettext(
                "cells are merged from row {row}; split them and fill in every row.", row=min(below)
            )
        )
    if faults:
        raise InputError(*faults)


def _is_read(column: Column) -> bool:
    return column.kind in {"item", "role", "team"}


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
                remark("points_to_persons", column=shortened(column.header), data=_label(kind))
            )
    return Layout(
        sheet=layout.sheet, first=layout.first, last=layout.last, columns=tuple(columns)
    ), remarks


def _persons_in(cells: list[str], of: str) -> str:
    """The kind of persons in a column; teams that nearly all differ are no teams."""
    different = len({plain(cell) for cell in cells})
    are_no_teams = of == "team" and len(cells) >= _ENOUGH_TO_TELL and 2 * different > len(cells)
    return personal_content(sorted(set(cells))) or ("name" if are_no_teams else "")


def _label(kind: str) -> object:
    return load_survey().personal[kind].label


def _about_columns(layout: Layout) -> Iterator[Remark]:
    if any(any(row) for row in layout.sheet.rows[: layout.first]):
        yield remark("above", row=layout.first + 1)
    if layout.sheet.repaired:
        yield remark("mended", count=layout.sheet.repaired)
    for at, column in enumerate(layout.columns):
        yield from _about_column(layout, at, column)
        count = sum(at == there and row > layout.last for row, there in layout.sheet.unsolved)
        if count and _is_read(column):
            yield remark("formula", item=column.key or column.kind, count=count)
    yield from _about_gaps(layout.column_of)


def _about_gaps(column_of: Mapping[str, int]) -> Iterator[Remark]:
    for item in load_instrument().items:
        if item.key not in column_of:
            yield remark("missing_item", item=item.key, text=item.text)
    if "role" not in column_of:
        yield remark("roleless")
    if "team" not in column_of:
        yield remark("teamless")


def _about_column(layout: Layout, at: int, column: Column) -> Iterator[Remark]:
    name = shortened(column.header.strip())
    if column.kind == "item" and not column.exact:
        texts = {item.key: item.text for item in load_instrument().items}
        yield remark("near", column=name, item=column.key, text=texts[column.key])
    elif column.kind == "personal":
        yield remark("personal", column=name, data=_label(column.key))
    elif column.kind == "bookkeeping" and name and not column.key:
        yield remark("bookkeeping", column=name)
    elif column.kind == "unknown":
        yield from _about_unknown(name, column.resembles, islice(layout.cells(at), _SCANNED))


def _about_unknown(name: str, resembles: str, cells: Iterable[str]) -> Iterator[Remark]:
    kind = personal_content(cells)
    if kind:
        yield remark("personal", column=name or "?", data=_label(kind))
    elif resembles:
        yield remark("resembles", column=name, item=resembles)
    elif name:
        yield remark("not_read", column=name)
