"""Tasks done side by side: in forks where the system has them, else in threads."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any, Protocol, Self, cast

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.forks import call, describe

_ONE_THREAD = {  # a process with threads may not be forked
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "JE_ARROW_MALLOC_CONF": "background_thread:false",  # pyarrow comes along with papermill
}

_START = "from selfmgmt.reporting.forks import main; main()"


@dataclass(frozen=True, slots=True)
class Task:
    """A function to call, as ``package.module:function``, with values that JSON can hold.

    ``limit`` is in seconds; None is for ever.
    """

    call: str
    arguments: Mapping[str, Any]
    limit: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came of a task.

    Attributes:
        value: What the function returned.
        ended: How it stopped when it did not return: ``timeout``, the name of a signal, or the
            error; empty when it did.
        told: What it told on the way, when it did not return.
        errno: The number of the error, when the computer refused something.
    """

    value: Any = None
    ended: str = ""
    told: list[dict[str, Any]] = field(default_factory=list)
    errno: int | None = None


class Workers(Protocol):
    """Does tasks, some at a time, and gives each with its reply as soon as it is there."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *fault: object) -> None: ...
    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        ...


class Forks:
    """Every task in a fork of one process that has done all imports.

    Args:
        jobs: How many tasks at a time.
        prepare: Function that this process calls before the first task, as
            ``package.module:function``.
        arguments: Those of ``prepare``, as values that JSON can hold.
    """

    def __init__(
        self, jobs: int, prepare: str = "", arguments: Mapping[str, Any] | None = None
    ) -> None:
        self._jobs = jobs
        self._prepare = [prepare, json.dumps(arguments or {})]

    def __enter__(self) -> Self:
        self._complaints = tempfile.TemporaryFile()
        self._process = subprocess.Popen(  # noqa: S603  all words are ours
            [sys.executable, "-c", _START, str(os.getpid()), *self._prepare],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env=os.environ | _ONE_THREAD,
            start_new_session=True,  # Ctrl-C is for us; we stop the rest
        )
        self._requests = cast(IO[bytes], self._process.stdin)
        self._replies = cast(IO[bytes], self._process.stdout)
        return self

    def __exit__(self, *fault: object) -> None:
        self._process.kill()  # its children go with it
        self._process.communicate()  # they hold its stdout: this waits until they are gone
        self._complaints.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        coming = enumerate(tasks)
        running: dict[int, Task] = {}
        while True:
            while len(running) < self._jobs and (item := next(coming, None)):
                running[item[0]] = item[1]
                self._ask(*item)
            if not running:
                return
            heard = self._hear()
            yield running.pop(heard.pop("number")), Reply(**heard)

    def _ask(self, number: int, task: Task) -> None:
        words = {
            "number": number,
            "call": task.call,
            "arguments": task.arguments,
            "limit": task.limit,
        }
        with suppress(BrokenPipeError):  # what it says at its end is heard below
            self._requests.write(json.dumps(words).encode() + b"\n")
            self._requests.flush()

    def _hear(self) -> dict[str, Any]:
        line = self._replies.readline()
        if line:
            heard: dict[str, Any] = json.loads(line)
            return heard
        self._complaints.seek(0)
        words = self._complaints.read().decode(errors="replace").strip().splitlines()
        raise SelfmgmtError(
            gettext(
                "The process that makes the reports stopped: {fault}",
                fault=words[-1] if words else self._process.wait(),
            )
        )


class Threads:
    """Every task in a thread of this process; for tasks that start a process themselves.

    Args:
        jobs: How many tasks at a time.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(self._jobs)
        return self

    def __exit__(self, *fault: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        running: dict[Future[Any], Task] = {}
        coming = iter(tasks)
        while True:
            while len(running) < self._jobs and (task := next(coming, None)):
                running[self._pool.submit(_call_in_thread, task)] = task
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), _reply_of(future)


def _call_in_thread(task: Task) -> Any:
    """Do a task, and close the loop that talks with a kernel, which nobody else would."""
    from jupyter_core.utils import ensure_event_loop

    try:
        return call(task.call, dict(task.arguments))
    finally:
        ensure_event_loop().close()


def _reply_of(future: Future[Any]) -> Reply:
    fault = future.exception()
    if isinstance(fault, Exception):
        return Reply(ended=describe(fault), errno=getattr(fault, "errno", None))
    return Reply(value=future.result())
