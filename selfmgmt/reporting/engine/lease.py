"""A lease on remote storage, which no system locks: a file that says who makes reports there."""

import json
import os
import socket
import threading
import time
from contextlib import suppress
from datetime import datetime
from getpass import getuser
from typing import Any
from uuid import uuid4

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext

NAME = ".selfmgmt"
_RENEWED = 30  # seconds
_STALE = 300  # seconds after which nobody will come back to a lease that is not renewed


class Lease:
    """A small file that is renewed as long as its program lives, with who and since when.

    A program that was killed leaves it; after five minutes, or at once on the same computer, the
    next takes its place. Where the storage cannot make a file only if there is none, two programs
    that start in the same second may both go on; the first then stops when it next sends.

    Args:
        files: The file system of fsspec.
        path: Of the lease on it.
        location: As the user knows it.
    """

    def __init__(self, files: Any, path: str, location: str) -> None:
        self._files, self._path, self._location = files, path, location
        self._own = {
            "who": _who(),
            "computer": socket.gethostname(),
            "process": os.getpid(),
            "since": datetime.now().astimezone().isoformat(timespec="minutes"),
            "key": uuid4().hex,
        }
        self._left = threading.Event()

    def take(self) -> None:
        """Take the lease.

        Raises:
            SelfmgmtError: Somebody else's is there.
            OSError: The place cannot be written.
        """
        there = self._read()
        if _is_alive(there):
            raise self._taken(there)
        try:
            self._write("overwrite" if there else "create")
        except FileExistsError:
            raise self._taken(self._read()) from None
        except NotImplementedError:
            self._write("overwrite")
        threading.Thread(target=self._renew, daemon=True).start()

    def check(self) -> None:
        """Raise SelfmgmtError when somebody has taken the lease since."""
        there = self._read()
        if there and there.get("key") != self._own["key"]:
            raise self._taken(there)

    def leave(self) -> None:
        """Take it down."""
        self._left.set()
        with suppress(OSError):
            if self._read().get("key") == self._own["key"]:
                self._files.rm_file(self._path)

    def _renew(self) -> None:
        while not self._left.wait(_RENEWED):
            with suppress(OSError):  # when it lasts, sending files tells
                if self._read().get("key") == self._own["key"]:
                    self._write("overwrite")

    def _read(self) -> dict[str, Any]:
        try:
            there = json.loads(self._files.cat_file(self._path))
        except (FileNotFoundError, ValueError):
            return {}
        return there if isinstance(there, dict) else {}

    def _write(self, mode: str) -> None:
        words = json.dumps(self._own | {"renewed": time.time()})
        self._files.pipe_file(self._path, words.encode(), mode=mode)

    def _taken(self, there: dict[str, Any]) -> SelfmgmtError:
        return SelfmgmtError(
            gettext(
                "{who} makes reports in {place}, since {since}. Wait until that is done, or choose "
                "another place. After a program was stopped by force, its place is free again "
                "within {minutes} minutes.",
                who=there.get("who", "?"),
                place=self._location,
                since=there.get("since", "?"),
                minutes=_STALE // 60,
            )
        )


def _who() -> str:
    try:
        return f"{getuser()} ({socket.gethostname()})"
    except (OSError, KeyError):  # nobody has this number, as in a container
        return socket.gethostname()


def _is_alive(there: dict[str, Any]) -> bool:
    renewed = there.get("renewed", 0)
    if not isinstance(renewed, int | float) or abs(time.time() - renewed) > _STALE:
        return False
    if there.get("computer") != socket.gethostname() or os.name != "posix":
        return True
    try:
        os.kill(int(there["process"]), 0)
    except (ProcessLookupError, KeyError, ValueError):
        return False
    except PermissionError:  # it is somebody else's
        return True
    return True
