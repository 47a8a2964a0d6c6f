"""What the widgets that show tables made by Python have in common."""

from pathlib import Path

from selfmgmt.views.widgets.tool import BLOCKS

_HERE = Path(__file__).parent


def with_tables(name: str) -> str:
    """The module or style sheet ``name``, after what keeps its tables within reach."""
    suffix = Path(name).suffix
    after = BLOCKS if suffix == ".css" else ()
    parts = (_HERE / f"tables{suffix}", _HERE / name, *after)
    return "".join(part.read_text(encoding="utf-8") for part in parts)
