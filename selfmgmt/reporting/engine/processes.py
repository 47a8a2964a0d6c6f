"""Tasks side by side, each in a process of its own.

The processes are forked by the fork server of :mod:`multiprocessing`, which has imported and read
what reports need (see ``preload.py``) and has a single thread, so that each starts quickly, from
the same clean state. A process that crashes loses only its own task.
"""

import gc
import multiprocessing
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from multiprocessing import connection as pipes
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, ForkServerProcess
from os import _exit
from threading import Thread
from typing import Any, Self

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.engine.task import Reply, Task, reply_to, report_to
from selfmgmt.reporting.pages.startup import without_slow_checks

_PRELOAD = "selfmgmt.reporting.engine.preload"
_SELDOM = 100_000  # new objects between two looks for circles that nobody needs: a task is short


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
        _context()
        forkserver.ensure_running()  # it imports while this process does something else
        without_slow_checks()
        import_module("nbformat")  # a report sends pieces of its notebook
        return self

    def __exit__(self, *fault: object) -> None:
        for running in self._running.values():
            running.process.kill()
            running.process.join()
        self._running.clear()

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        coming = iter(tasks)
        self._fill_up(coming)
        while self._running:
            done = list(self._done())
            self._fill_up(coming)  # before anyone looks at what is done: no processor waits
            for running, reply in done:
                running.process.join()
                yield running.task, reply

    def _fill_up(self, coming: Iterator[Task]) -> None:
        while len(self._running) < self._jobs and (task := next(coming, None)):
            running = _start(task)
            self._running[running.pipe] = running

    def _done(self) -> Iterator[tuple[_Running, Reply]]:
        """What is over, after some time of waiting."""
        for pipe in pipes.wait(list(self._running), self._patience()):
            running = self._running[pipe]  # type: ignore[index]  # only our pipes are waited for
            reply = _received(running)
            if reply:
                del self._running[running.pipe]
                yield running, reply
        now = time.monotonic()
        for running in [one for one in self._running.values() if one.deadline <= now]:
            del self._running[running.pipe]
            yield running, _stopped(running)

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
    process = context.Process(target=_work, args=(sending, task), daemon=True)
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
        return message if not message.ended else _with_reports(message, running)
    running.reported.append(message)
    return None


def _with_reports(reply: Reply, running: _Running) -> Reply:
    return Reply(ended=reply.ended, errno=reply.errno, reported=running.reported)


def _stopped(running: _Running) -> Reply:
    running.process.kill()
    return Reply(ended="timeout", reported=running.reported)


def _how(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _work(pipe: pipes.Connection, task: Task) -> None:
    """Do one task and send the reply; everything of this process ends with it."""
    report_to(pipe)
    Thread(target=_end_with_parent, daemon=True).start()
    _own_random_numbers()
    gc.set_threshold(_SELDOM)
    pipe.send(reply_to(task))


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
