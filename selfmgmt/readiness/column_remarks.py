"""What there is to say of the columns of a file with answers."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from selfmgmt.numbers import shortened
from selfmgmt.readiness.answer_layout import (
    Layout,
    is_read,
    label_of_kind,
)
from selfmgmt.readiness.columns import Column
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.personal import personal_content
from selfmgmt.readiness.remarks import Remark, remark

_SCANNED = 200


def about_columns(layout: Layout) -> Iterator[Remark]:
    """What was skipped, what is missing, and what looks like something else."""
    if any(any(row) for row in layout.sheet.rows[: layout.first]):
        yield remark("above", row=layout.first + 1)
    if layout.sheet.repaired:
        yield remark("mended", count=layout.sheet.repaired)
    for at, column in enumerate(layout.columns):
        yield from _about_column(layout, at, column)
        count = sum(at == there and row > layout.last for row, there in layout.sheet.unsolved)
        if count and is_read(column):
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
        yield remark("personal", column=name, data=label_of_kind(column.key))
    elif column.kind == "bookkeeping" and name and not column.key:
        yield remark("bookkeeping", column=name)
    elif column.kind == "unknown":
        yield from _about_unknown(name, column.resembles, islice(layout.cells(at), _SCANNED))


def _about_unknown(name: str, resembles: str, cells: Iterable[str]) -> Iterator[Remark]:
    kind = personal_content(cells)
    if kind:
        yield remark("personal", column=name or "?", data=label_of_kind(kind))
    elif resembles:
        yield remark("resembles", column=name, item=resembles)
    elif name:
        yield remark("not_read", column=name)
