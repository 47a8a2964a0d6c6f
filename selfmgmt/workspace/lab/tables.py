"""What the widgets that show tables made by Python have in common."""

from pathlib import Path

from selfmgmt.views.widgets.tool import with_blocks

_HERE = Path(__file__).parent


def with_tables(name: str) -> str:
    """The module or style sheet ``name``, after what keeps its tables within reach."""
    return with_blocks(_HERE / f"tables{Path(name).suffix}", _HERE / name)
