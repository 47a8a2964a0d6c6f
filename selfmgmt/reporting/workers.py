"""Tasks done side by side: each in a process of its own where the system can fork, else in threads.

The processes are forked by the fork server of :mod:`multiprocessing`, which has imported and read
what reports need (see ``preload.py``) and has a single thread, so that each starts quickly, from
the same clean state. A process that crashes loses only its own task.
"""

import multiprocessing
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from multiprocessing import connection as pipes
from multiprocessing.context import ForkServerContext, ForkServerProcess
from os import _exit
from threading import Thread
from typing import Any, Protocol, Self

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext

_PRELOAD = "selfmgmt.reporting.preload"
_pipe: pipes.Connection | None = None  # in a process of its own: to the process that started it


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
        reported: What it reported on the way, when it did not return.
        errno: The number of the error, when the computer refused something.
    """

    value: Any = None
    ended: str = ""
    reported: list[dict[str, Any]] = field(default_factory=list)
    errno: int | None = None


class Workers(Protocol):
    """Does tasks, some at a time, and gives each with its reply as soon as it is there."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *fault: object) -> None: ...
    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        ...


@dataclass(slots=True)
class _Running:
    task: Task
    process: ForkServerProcess
    pipe: pipes.Connection
    deadline: float
    reported: list[dict[str, Any]] = field(default_factory=list)


class Processes:
    """Every task in a process of its own.

    Args:
        jobs: How many tasks at a time.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._running: dict[pipes.Connection, _Running] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *fault: object) -> None:
        for running in self._running.values():
            running.process.kill()
            running.process.join()
        self._running.clear()

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        coming = iter(tasks)
        while True:
            while len(self._running) < self._jobs and (task := next(coming, None)):
                running = _start(task)
                self._running[running.pipe] = running
            if not self._running:
                return
            yield from self._done()

    def _done(self) -> Iterator[tuple[Task, Reply]]:
        """What is over, after some time of waiting."""
        for pipe in pipes.wait(list(self._running), self._patience()):
            running = self._running[pipe]  # type: ignore[index]  # only our pipes are waited for
            reply = _received(running)
            if reply:
                del self._running[running.pipe]
                yield running.task, reply
        now = time.monotonic()
        for running in [one for one in self._running.values() if one.deadline <= now]:
            del self._running[running.pipe]
            yield running.task, _stopped(running)

    def _patience(self) -> float | None:
        first = min(running.deadline for running in self._running.values())
        return None if first == float("inf") else max(first - time.monotonic(), 0.0)


@cache
def _context() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOAD])
    return context


def _start(task: Task) -> _Running:
    context = _context()
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(
        target=_work, args=(sending, task.call, dict(task.arguments)), daemon=True
    )
    try:
        process.start()
    except EOFError as fault:  # the fork server is gone; its own words are on stderr
        raise SelfmgmtError(
            gettext("The process that makes the reports could not start.")
        ) from fault
    finally:
        sending.close()
    deadline = float("inf") if task.limit is None else time.monotonic() + task.limit
    return _Running(task, process, receiving, deadline)


def _received(running: _Running) -> Reply | None:
    """The reply when the task is over; None when it only reported how far it is."""
    try:
        message = running.pipe.recv()
    except (EOFError, ConnectionResetError):
        running.process.join()
        return Reply(ended=_how(running.process.exitcode or 0), reported=running.reported)
    if isinstance(message, Reply):
        running.process.join()
        return message if not message.ended else _with_reports(message, running)
    running.reported.append(message)
    return None


def _with_reports(reply: Reply, running: _Running) -> Reply:
    return Reply(ended=reply.ended, errno=reply.errno, reported=running.reported)


def _stopped(running: _Running) -> Reply:
    running.process.kill()
    running.process.join()
    return Reply(ended="timeout", reported=running.reported)


def _how(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def is_own_process() -> bool:
    """Whether this process was started for one task."""
    return _pipe is not None


def report_progress(**message: Any) -> None:
    """In a process of its own: report how far it is, so that this is known when it crashes."""
    if _pipe is not None:
        _pipe.send(message)


def _work(pipe: pipes.Connection, name: str, arguments: dict[str, Any]) -> None:
    """Do one task and send the reply; everything of this process ends with it."""
    global _pipe
    _pipe = pipe
    Thread(target=_end_with_parent, daemon=True).start()
    _own_random_numbers()
    pipe.send(_reply_to(name, arguments))


def _end_with_parent() -> None:
    """Stop at once when the process that started this one is gone; nobody is left to report to."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        _exit(1)


def _own_random_numbers() -> None:
    """NumPy's old generator is copied by a fork."""
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def _reply_to(name: str, arguments: dict[str, Any]) -> Reply:
    try:
        return Reply(value=call(name, arguments))
    except Exception as fault:
        return Reply(ended=describe(fault), errno=getattr(fault, "errno", None))


def describe(fault: BaseException) -> str:
    """The fault in words; one of our own is worded for the user already."""
    return str(fault) if isinstance(fault, SelfmgmtError) else f"{type(fault).__name__}: {fault}"


def call(name: str, arguments: Mapping[str, Any]) -> Any:
    """The result of a function, named ``package.module:function``."""
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)(**arguments)


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
        running: dict[Future[Reply], Task] = {}
        coming = iter(tasks)
        while True:
            while len(running) < self._jobs and (task := next(coming, None)):
                running[self._pool.submit(_reply_in_thread, task)] = task
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), future.result()


def _reply_in_thread(task: Task) -> Reply:
    """Do a task, and close the loop that talks with a kernel, which nobody else would."""
    from jupyter_core.utils import ensure_event_loop

    try:
        return _reply_to(task.call, dict(task.arguments))
    finally:
        ensure_event_loop().close()
