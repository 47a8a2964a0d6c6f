"""Files that appear whole or not at all."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.whole_files import UNFINISHED, replacing

LOCK = ".lock"  # name of the file that is locked as long as a program writes in a folder
_PATIENCE = 1.0  # seconds; the last report of a run that was stopped may go on for a moment


def sweep(folder: Path) -> None:
    """Remove what a program that was stopped left unfinished in ``folder`` and the ones in it."""
    for pattern in (f"{UNFINISHED}*", f"*/{UNFINISHED}*"):
        for left in folder.glob(pattern):
            left.unlink(missing_ok=True)


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Make ``folder`` and lock it: two programs that write in it would undo each other's work.

    Raises:
        SelfmgmtError: Another program has locked it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder / LOCK, timeout=_PATIENCE):
            yield
    except Timeout:
        raise SelfmgmtError(
            gettext(
                "Another program makes reports in {folder}; wait until it is done or "
                "choose another folder.",
                folder=folder,
            )
        ) from None


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in one step; a reader never sees half of it."""
    with replacing(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")


def write_json(path: Path, content: Any) -> None:
    """Write ``content`` as JSON; what is not a number is not written as one."""
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
