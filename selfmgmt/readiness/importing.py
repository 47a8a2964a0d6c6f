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
from selfmgmt.readiness.columns import Column, recognise
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.personal import personal_content
from selfmgmt.readiness.remarks import Remark, remark
from selfmgmt.readiness.respondents import read_respondents
from selfmgmt.readiness.sheets import Sheet, read_sheets
from selfmgmt.readiness.wording import load_survey, plain

_HEADER_WITHIN = 12
_SCANNED = 200
_ENOUGH_TO_TELL = 5


@dataclass(frozen=True, kw_only=True)
class Imported:
    """The answers of a file, and what was done to get them.

    Attributes:
        rows: How many rows below the header had anything in them.
    """

    answers: Answers
    remarks: tuple[Remark, ...]
    rows: int


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where the header of a sheet ends, and what each column is."""

    sheet: Sheet
    first: int
    last: int
    columns: tuple[Column, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """Each item, and ``role`` and ``team``, with the number of its column."""
        found = {}
        for at, column in enumerate(self.columns):
            if column.kind in {"item", "role", "team"}:
                found[column.key or column.kind] = at
        return found

    @property
    def items(self) -> tuple[str, ...]:
        """The items in the order of the scan."""
        return tuple(item.key for item in load_instrument().items if item.key in self.places)

    def body(self) -> Iterator[tuple[int, list[str]]]:
        """The rows below the header, with their number in the file."""
        for number, row in enumerate(self.sheet.rows[self.last + 1 :], start=self.last + 2):
            if any(cell.strip() for cell in row):
                yield number, row

    def cells(self, at: int) -> Iterator[str]:
        """What is written below the header in one column."""
        return (row[at] for _number, row in self.body() if at < len(row) and row[at].strip())


def read_answers(path: str | Path) -> Imported:
    """Read a file with answers: CSV, Excel, or an export of LimeSurvey or Microsoft Forms.

    Args:
        path: A .csv, .txt, .tsv or .xlsx file. Columns are known by the key or the text of the
            question, answers by number 1 to 5 or by words, all in Dutch or English.

    Raises:
        InputError: It cannot be read, no column or more than one is the same question, cells
            below the header are merged, or the answers are on another scale.
    """
    layout = _layout_of(read_sheets(path))
    _refuse_ambiguous(layout)
    kept, about_groups = _without_persons(layout)
    respondents, about_rows = read_respondents(kept.body(), kept.places, kept.items)
    if not respondents.count:
        raise InputError(gettext("there are columns of the scan but no answers below them."))
    remarks = (*_about_columns(kept), *about_groups, *about_rows)
    return Imported(answers=respondents.answers(), remarks=remarks, rows=respondents.seen)


def _layout_of(sheets: Sequence[Sheet]) -> Layout:
    found = [layout for sheet in sheets if (layout := _find_header(sheet))]
    if len(found) > 1:  # a list of the questions, one below the other, is no table of answers
        found = [layout for layout in found if len(layout.items) > 1]
    if len(found) > 1:
        titles = ", ".join(layout.sheet.title for layout in found)
        raise InputError(
            gettext("more than one sheet has answers: {sheets}; keep one.", sheets=titles)
        )
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


def _find_header(sheet: Sheet) -> Layout | None:
    """The rows that name questions, one or more below each other."""
    top = sheet.rows[:_HEADER_WITHIN]
    naming = [at for at, row in enumerate(top) if _names_items(row)]
    if not naming:
        return None
    first = naming[0]
    last = max(at for at in naming if all(step in naming for step in range(first, at)))
    start = (
        max(0, first - 1) if first and len([c for c in top[first - 1] if c.strip()]) > 1 else first
    )
    headers = zip_longest(*top[start : last + 1], fillvalue="")
    return Layout(
        sheet=sheet, first=start, last=last, columns=tuple(recognise(texts) for texts in headers)
    )


def _names_items(row: Iterable[str]) -> bool:
    return any(cell.strip() and recognise([cell]).kind == "item" for cell in row)


def _refuse_ambiguous(layout: Layout) -> None:
    faults = [
        gettext(
            "column “{column}” has the key {item} and the words of {other}; correct one of them.",
            column=shortened(column.header),
            item=column.key,
            other=column.torn,
        )
        for column in layout.columns
        if column.torn
    ]
    keys = [column.key or column.kind for column in layout.columns if _is_read(column)]
    faults += [
        gettext("more than one column is {item}; keep one.", item=key)
        for key in sorted({key for key in keys if keys.count(key) > 1})
    ]
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


def _without_persons(layout: Layout) -> tuple[Layout, list[Remark]]:
    """The layout without a column for roles or teams that holds persons."""
    columns, remarks = list(layout.columns), []
    for at, column in enumerate(columns):
        if column.kind not in {"role", "team"}:
            continue
        kind = _persons_in(list(layout.cells(at)), column.kind)
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
    if layout.sheet.mended:
        yield remark("mended", count=layout.sheet.mended)
    for at, column in enumerate(layout.columns):
        yield from _about_column(layout, at, column)
    yield from _about_gaps(layout.places)


def _about_gaps(places: Mapping[str, int]) -> Iterator[Remark]:
    for item in load_instrument().items:
        if item.key not in places:
            yield remark("missing_item", item=item.key, text=item.text)
    if "role" not in places:
        yield remark("roleless")
    if "team" not in places:
        yield remark("teamless")


def _about_column(layout: Layout, at: int, column: Column) -> Iterator[Remark]:
    name = shortened(column.header.strip())
    if column.kind == "item" and not column.exact:
        texts = {item.key: item.text for item in load_instrument().items}
        yield remark("near", column=name, item=column.key, text=texts[column.key])
    elif column.kind == "personal":
        yield remark("personal", column=name, data=_label(column.key))
    elif column.kind == "bookkeeping" and name:
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
