"""Runs that a test may kill: each in a fork of a process that has imported everything.

A line of JSON on stdin starts a run; its process comes back on stdout, and a line when it is over.
Only the start of the process that forks reports is another than in a run that a person starts.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any, Self

from selfmgmt.reporting import batch, forks
from selfmgmt.reporting.workers import Forks


class Forked(Forks):
    """The process that forks reports, itself a fork."""

    def __enter__(self) -> Self:
        coming, self._requests = _pipe()
        self._replies, going = _pipe()
        self._server = os.fork()
        if not self._server:
            forks._die_with_parent()
            os.dup2(coming.fileno(), 0)
            os.dup2(going.fileno(), 1)
            os.closerange(3, 256)  # the lock on the folder among them
            forks.serve(0, 1)
            os._exit(0)
        coming.close()
        going.close()
        return self

    def __exit__(self, *fault: object) -> None:
        os.kill(self._server, 9)
        os.waitpid(self._server, 0)


def _pipe() -> tuple[Any, Any]:
    reading, writing = os.pipe()
    return os.fdopen(reading, "rb"), os.fdopen(writing, "wb")


def _run(asked: dict[str, Any]) -> None:
    batch.render_reports(
        asked["municipalities"],
        out=Path(asked["out"]),
        notebook=Path(asked["notebook"]),
        effort=batch.Effort(force=asked["force"]),
    )


def main() -> None:
    """Start a run for each line."""
    batch._workers = lambda _effort, tasks, *_: Forked(min(2, tasks))
    forks.prepare("tests.reporting.probes:warm_small")
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _run(json.loads(line))
            os._exit(0)
        _say(process)
        _say(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
