"""Runs that a test may kill: each in a fork of a process that has imported everything.

A line of JSON on stdin starts a run; its process comes back on stdout, and a line when it is over.
Reports are forked from the run itself in place of from a fork server, which would import first.
"""

import json
import multiprocessing
import os
import sys
from pathlib import Path
from typing import Any

from selfmgmt.reporting.engine import batch, processes
from selfmgmt.reporting.engine.shell import new_shell
from tests.reporting.probes import read_all_of_a_small_report


def _run(request: dict[str, Any]) -> None:
    batch.render_reports(
        request["municipalities"],
        out=Path(request["out"]),
        notebook=Path(request["notebook"]),
        effort=batch.Effort(force=request["force"]),
    )


def main() -> None:
    """Start a run for each line."""
    processes._context = lambda: multiprocessing.get_context("fork")
    new_shell()
    read_all_of_a_small_report()
    for line in sys.stdin:
        process = os.fork()
        if not process:
            _run(json.loads(line))
            os._exit(0)
        _report(process)
        _report(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))


def _report(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
