"""The process that imports everything once and forks a child for each task.

It has a single thread and does nothing but fork and listen, so that every child starts from the
same clean state. :class:`selfmgmt.reporting.workers.Forks` starts it; requests come in on stdin
and replies go out on stdout, a line of JSON each. A child that crashes loses only its own task.
"""

import builtins
import gc
import json
import os
import selectors
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from selfmgmt.errors import SelfmgmtError

_INLINE = "module://matplotlib_inline.backend_inline"
_CHUNK = 1 << 20
_teller: int | None = None  # in a child: where it writes to the process that forked it


def is_fork() -> bool:
    """Whether this process was forked for one task."""
    return _teller is not None


def tell(**words: Any) -> None:
    """In a child: tell how far it is, so that this is known when it crashes; else do nothing."""
    if _teller is not None:
        _write(_teller, words)


@dataclass(slots=True)
class _Child:
    number: int
    process: int
    deadline: float
    said: bytearray = field(default_factory=bytearray)
    overdue: bool = False


def serve(requests: int, replies: int) -> None:
    """Fork a child for each request until there are no more to come."""
    waiting = b""
    children: dict[int, _Child] = {}
    with selectors.DefaultSelector() as selector:
        selector.register(requests, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select(_patience(children)):
                heard = os.read(key.fd, _CHUNK)
                if key.fd == requests and not heard:
                    return
                if key.fd != requests:
                    _hear(heard, key.fd, children, selector, replies)
                    continue
                *lines, waiting = (waiting + heard).split(b"\n")
                for line in lines:
                    pipe, child = _fork(json.loads(line))
                    children[pipe] = child
                    selector.register(pipe, selectors.EVENT_READ)
            _stop_overdue(children)


def _hear(
    heard: bytes, pipe: int, children: dict[int, _Child], selector: Any, replies: int
) -> None:
    """Keep what a child says; when it says nothing more, it is done."""
    if heard:
        children[pipe].said += heard
        return
    selector.unregister(pipe)
    os.close(pipe)
    _reply(replies, children.pop(pipe))


def _patience(children: dict[int, _Child]) -> float | None:
    first = min((child.deadline for child in children.values()), default=float("inf"))
    return None if first == float("inf") else max(first - time.monotonic(), 0.01)


def _stop_overdue(children: dict[int, _Child]) -> None:
    for child in children.values():
        if time.monotonic() >= child.deadline:
            child.overdue, child.deadline = True, float("inf")
            with suppress(ProcessLookupError):
                os.killpg(child.process, signal.SIGKILL)


def _fork(request: dict[str, Any]) -> tuple[int, _Child]:
    _be_single()
    limit = request["limit"]
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _be_child(request, writing)
    os.close(writing)
    with suppress(PermissionError, ProcessLookupError):
        os.setpgid(process, process)  # by both, so that it is done whoever comes first
    deadline = float("inf") if limit is None else time.monotonic() + limit
    return reading, _Child(request["number"], process, deadline)


def _be_single() -> None:
    """Wait until threads that were used to warm up are gone: a fork would copy their locks."""
    for _ in range(100):
        if len(os.listdir("/proc/self/task")) == 1:  # noqa: PTH208 (names are enough)
            return
        time.sleep(0.01)
    raise RuntimeError("more than one thread where reports are forked")


def _be_child(request: dict[str, Any], writing: int) -> None:
    """Do one task, tell the outcome and stop; nothing of the parent is cleaned up here."""
    global _teller
    code = 1
    try:
        os.setpgid(0, 0)
        _die_with_parent()
        _teller = writing
        _new_chance()
        try:
            value = call(request["call"], request["arguments"])
            _write(writing, {"value": value})
        except Exception as fault:
            _write(writing, {"raised": describe(fault), "errno": getattr(fault, "errno", None)})
        code = 0
    finally:
        os._exit(code)


def describe(fault: Exception) -> str:
    """The fault in words; one of our own is worded for the user already."""
    return str(fault) if isinstance(fault, SelfmgmtError) else f"{type(fault).__name__}: {fault}"


def call(name: str, arguments: dict[str, Any]) -> Any:
    """The result of a function, named ``package.module:function``."""
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)(**arguments)


def _new_chance() -> None:
    """Give the child random numbers of its own: NumPy's old generator is copied by a fork."""
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed()


def _write(pipe: int, words: dict[str, Any]) -> None:
    rest = json.dumps(words).encode() + b"\n"
    while rest:
        rest = rest[os.write(pipe, rest) :]


def _reply(replies: int, child: _Child) -> None:
    _, status = os.waitpid(child.process, 0)
    lines = [line for line in child.said.splitlines() if line.endswith(b"}")]
    last = json.loads(lines[-1]) if lines else {}
    done = "value" in last and not child.overdue
    _write(
        replies,
        {
            "number": child.number,
            "value": last["value"] if done else None,
            "ended": "" if done else _how(child, last, os.waitstatus_to_exitcode(status)),
            "told": [] if done else [json.loads(line) for line in lines],
            "errno": last.get("errno"),
        },
    )


def _how(child: _Child, last: dict[str, Any], code: int) -> str:
    if child.overdue:
        return "timeout"
    if "raised" in last:
        return str(last["raised"])
    return signal.Signals(-code).name if code < 0 else f"exit {code}"


def _die_with_parent() -> None:
    """Stop at once when the parent is gone, however it went; nobody is left to tell."""
    import ctypes

    parent_died = 1  # PR_SET_PDEATHSIG
    ctypes.CDLL(None).prctl(parent_died, signal.SIGKILL)


def prepare(name: str, arguments: dict[str, Any] | None = None) -> None:
    """Import what tasks need, as if a kernel did, and let ``name`` warm up what it wants.

    matplotlib must not choose another backend than a kernel has, and pandas looks at the import
    whether it is in a kernel.
    """
    gc.disable()  # nearly all that is made now stays
    os.environ["MPLBACKEND"] = _INLINE
    builtins.get_ipython = lambda: SimpleNamespace(kernel=None)  # type: ignore[attr-defined]
    try:
        shell = import_module("selfmgmt.reporting.shell")
        if name:
            call(name, arguments or {})
    finally:
        del builtins.get_ipython  # type: ignore[attr-defined]
    if "matplotlib_inline.backend_inline" in sys.modules:
        raise RuntimeError("the first picture must be drawn in a fork")  # else none would be kept
    shell.made_shell()
    gc.collect()
    gc.freeze()  # so that the collector leaves the pages alone that all children share
    gc.enable()


def main() -> None:
    """Serve what comes in on stdin; whatever else is printed goes to stderr."""
    _die_with_parent()
    if os.getppid() != int(sys.argv[1]):
        return  # the parent died before we asked to be told
    from selfmgmt.reporting.startup import without_slow_checks

    without_slow_checks()
    requests, replies = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)
    prepare(sys.argv[2], json.loads(sys.argv[3]))
    serve(requests, replies)
