"""Tables, pictures and files as a page with a form receives them."""

from base64 import b64encode
from typing import TYPE_CHECKING, TypedDict

from selfmgmt.views.tables import Table

if TYPE_CHECKING:
    from selfmgmt.views.figures import Chart


class TableOnPage(TypedDict):
    """A table; cells are as the reader sees them."""

    caption: str
    heads: list[str]
    rows: list[list[str]]


class PictureOnPage(TypedDict):
    """A picture as a data address, with its words and its numbers."""

    source: str
    title: str
    alt: str
    table: TableOnPage


class FileOnPage(TypedDict):
    """A file to save: its name, and what is in it in base64."""

    name: str
    content: str


def table_on_page(table: Table) -> TableOnPage:
    """A table as a page draws it."""
    return {
        "caption": table.caption,
        "heads": list(table.heads),
        "rows": [list(row) for row in table.rows],
    }


def on_page(chart: "Chart") -> PictureOnPage:
    """A chart as the page shows it: the picture with its words, and its numbers."""
    from selfmgmt.views.figures import picture  # heavy; only what asks for a picture loads it

    data = b64encode(picture(chart)).decode("ascii")
    return {
        "source": f"data:image/png;base64,{data}",
        "title": chart.title,
        "alt": chart.alt,
        "table": table_on_page(chart.table),
    }


def file_on_page(name: str, content: bytes) -> FileOnPage:
    """A file as the page offers it."""
    return {"name": name, "content": b64encode(content).decode("ascii")}
