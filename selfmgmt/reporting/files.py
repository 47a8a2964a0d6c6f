"""Files that appear whole or not at all."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.whole_files import UNFINISHED, replacing


def sweep(folder: Path) -> None:
    """Remove what a program that was stopped left unfinished in ``folder`` and the ones in it."""
    for pattern in (f"{UNFINISHED}*", f"*/{UNFINISHED}*"):
        for left in folder.glob(pattern):
            left.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Make ``folder`` and hold it: two programs that write in it would undo each other's work.

    Raises:
        SelfmgmtError: Another program holds it. Where the system has no such locks nobody does.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        for patience in (0.2, 0.2, 0.6, 0):  # seconds; the last of one that was stopped may go on
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if not patience:
                    raise SelfmgmtError(
                        gettext(
                            "Another program makes reports in {folder}; wait until it is done or "
                            "choose another folder.",
                            folder=folder,
                        )
                    ) from None
                time.sleep(patience)
        yield
    finally:
        os.close(handle)


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` in one step; a reader never sees half of it."""
    with replacing(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="\n")


def write_json(path: Path, content: Any) -> None:
    """Write ``content`` as JSON; what is not a number is not written as one."""
    write_whole(path, json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
