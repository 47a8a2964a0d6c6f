"""One program at a time writes in a folder, and cleans up what one that was stopped left there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.whole_files import UNFINISHED

LOCK = ".lock"  # name of the file that is locked as long as a program writes in a folder
_PATIENCE = 1.0  # seconds; the last report of a run that was stopped may go on for a moment


def clean_up(folder: Path) -> None:
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
