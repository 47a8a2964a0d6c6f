"""Tables that a screen reader, a phone and a printer can all read."""

import re
from dataclasses import dataclass
from html import escape

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.views.prose import Html

_SIGNED_EURO = re.compile("([+\N{MINUS SIGN}])€")
_FITS = 5  # columns beside each other on a page; with more, the table may scroll


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Words and figures in rows; the first cell of a row is its head.

    Args:
        caption: What the table shows.
        heads: One for each column, the first too: no corner stays empty.
        rows: Cells as the reader sees them; figures are already in the reader's notation.
        words: Heads of the columns, after the first, that hold words; the others hold figures.

    Raises:
        InputError: A row is longer or shorter than the heads, or a caption or head is missing.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        width = len(self.heads)
        faults = [
            gettext(
                "row {row} has {count} cells; give {width}, one for each head.",
                row=row,
                count=len(row),
                width=width,
            )
            for row in self.rows
            if len(row) != width
        ]
        if not self.caption or not all(self.heads):
            faults.append(
                gettext(
                    "table {caption} has heads {heads}; leave none of them empty.",
                    caption=repr(self.caption),
                    heads=self.heads,
                )
            )
        if faults:
            raise InputError(*faults)

    def _repr_html_(self) -> str:
        return table_html(self).source

    def __repr__(self) -> str:
        return f"Table({self.caption!r}, rows={len(self.rows)})"


def table_html(table: Table) -> Html:
    """The table; a narrow screen shows each row as a block, with the heads beside the cells.

    The roles say what the elements are already; browsers forget that when rows become blocks.
    """
    kinds = ["words" if _holds_words(table, head) else "figure" for head in table.heads]
    heads = "".join(
        f'<th scope="col" role="columnheader" class="{kind}">{escape(head)}</th>'
        for head, kind in zip(table.heads, kinds, strict=True)
    )
    body = "".join(_row(row, table.heads, kinds) for row in table.rows)
    caption = escape(table.caption)
    wide = f' role="group" tabindex="0" aria-label="{caption}"' if len(kinds) > _FITS else ""
    return Html(
        f'<div class="table"{wide}><table role="table"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _holds_words(table: Table, column: str) -> bool:
    return column == table.heads[0] or column in table.words


def _cell(text: str) -> str:
    """A cell of which no line ends between a sign and its euro mark; it stays one piece of text."""
    return _SIGNED_EURO.sub("\\1\N{WORD JOINER}€", escape(text))


def _row(row: tuple[str, ...], heads: tuple[str, ...], kinds: list[str]) -> str:
    first, *rest = zip(row, heads, kinds, strict=True)
    cells = "".join(
        f'<td role="cell" class="{kind}" data-head="{escape(head)}">{_cell(cell)}</td>'
        for cell, head, kind in rest
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{escape(first[0])}</th>{cells}</tr>'
