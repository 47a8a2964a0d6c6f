"""Files that appear whole or not at all, with the access that they had."""

import json
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

UNFINISHED = ".unfinished-"
"""How the name of a file begins that is still being written."""
_LINES = (",\n", ": ")  # in JSON a value on each line, in a quarter of the time of an indent
_USUAL = 0o666  # what the user's own settings then take away from


@contextmanager
def replacing(path: Path, *, like: Path | None = None) -> Iterator[Path]:
    """A path to write to, which takes the place of ``path`` when all went well.

    A file that was there keeps its mode: what only its owner could read stays so, also meanwhile.

    Args:
        path: The file to make or to replace.
        like: The file to take the mode from; ``path`` itself when left out.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode(like or path)
    unfinished = path.with_name(f"{UNFINISHED}{secrets.token_hex(8)}{path.suffix}")
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    os.close(os.open(unfinished, flags, _USUAL if mode is None else mode | stat.S_IWUSR))
    try:
        yield unfinished
        if mode is not None:
            unfinished.chmod(mode)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in one step; a reader never sees half of it."""
    with replacing(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")


def write_json(path: Path, content: Any) -> None:
    """Write ``content`` as JSON; what is not a number is not written as one."""
    words = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=_LINES)
    write_whole(path, f"{words}\n")


def _mode(path: Path) -> int | None:
    """Who may do what with a file; None when there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
