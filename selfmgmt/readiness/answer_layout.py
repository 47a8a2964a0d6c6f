"""Where the answers stand in a file: which sheet, which line is the header, what each column is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.readiness.columns import Column, is_shortened, recognise
from selfmgmt.readiness.instrument import load_instrument
from selfmgmt.readiness.sheet import Sheet
from selfmgmt.readiness.wording import load_survey, plain

_HEADER_WITHIN = 12


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


def layout_of(sheets: Sequence[Sheet]) -> Layout:
    """Where the answers stand among the sheets of a file; an ``InputError`` when nowhere."""
    found = [layout for sheet in sheets if (layout := _find_header(sheet))]
    if len(found) > 1:  # a list of the questions, one below the other, is no table of answers
        found = [layout for layout in found if len(layout.items) > 1]
    if len(found) > 1:
        titles = ", ".join(layout.sheet.title for layout in found)
        raise InputError(
            gettext("more than one sheet has answers: {sheets}; keep one.", sheets=titles)
        )
    if not found and any(has_shortened(sheet.rows[:_HEADER_WITHIN]) for sheet in sheets):
        raise InputError(shortened_headings())
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


def has_shortened(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a tool wrote the questions shorter than they are."""
    return any(sum(map(is_shortened, row)) > 1 for row in rows)


def shortened_headings() -> str:
    """What to do about that."""
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


def is_read(column: Column) -> bool:
    """Whether a column of this kind is read at all."""
    return column.kind in {"item", "role", "team"}


def label_of_kind(kind: str) -> object:
    """What data of persons of this kind are called."""
    return load_survey().personal[kind].label
