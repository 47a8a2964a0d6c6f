"""Static pictures on a page with a form; only what asks for one loads the heavy libraries."""

from base64 import b64encode
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selfmgmt.views.figures import Chart


def on_page(chart: "Chart") -> dict[str, Any]:
    """A chart as the page shows it: the picture with its words, and its numbers."""
    from selfmgmt.views.figures import picture

    data = b64encode(picture(chart)).decode("ascii")
    return {
        "source": f"data:image/png;base64,{data}",
        "title": chart.title,
        "alt": chart.alt,
        "table": {
            "caption": chart.table.caption,
            "heads": list(chart.table.heads),
            "rows": [list(row) for row in chart.table.rows],
        },
    }
