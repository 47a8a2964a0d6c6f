"""A task and its reply: what a process or thread is given to do, and what comes back."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, Protocol, Self

from selfmgmt.errors import SelfmgmtError

CAN_FORK = sys.platform == "linux"  # macOS forks, but its own libraries may crash after it
_pipe: Connection | None = None  # in a process of its own: to the process that started it


@dataclass(frozen=True, slots=True)
class Task:
    """A function of a module, and the arguments to call it with, by name.

    ``limit`` is in seconds; None is for ever.
    """

    function: Callable[..., Any]
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


def reply_to(task: Task) -> Reply:
    """Do a task; an error is a reply as well."""
    try:
        return Reply(value=task.function(**task.arguments))
    except Exception as fault:
        return Reply(ended=describe(fault), errno=getattr(fault, "errno", None))


def describe(fault: BaseException) -> str:
    """The fault in words; one of our own is worded for the user already."""
    return str(fault) if isinstance(fault, SelfmgmtError) else f"{type(fault).__name__}: {fault}"


def report_to(pipe: Connection) -> None:
    """From here on this process is one task's own, and reports to ``pipe``."""
    global _pipe
    _pipe = pipe


def is_own_process() -> bool:
    """Whether this process was started for one task."""
    return _pipe is not None


def report_progress(**message: Any) -> None:
    """In a process of its own: report how far it is, so that this is known when it crashes."""
    if _pipe is not None:
        _pipe.send(message)
