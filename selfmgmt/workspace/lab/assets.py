"""Modules and style sheets in parts, put together as one: pages load nothing else."""

from pathlib import Path

from selfmgmt.views.widgets.tool import with_blocks

_HERE = Path(__file__).parent


def asset(*names: str) -> str:
    """The parts of one module or style sheet, the last of which uses those before it."""
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


def asset_with_tables(name: str) -> str:
    """The module or style sheet ``name``, after what keeps tables made by Python within reach."""
    return with_blocks(_HERE / f"tables{Path(name).suffix}", _HERE / name)
