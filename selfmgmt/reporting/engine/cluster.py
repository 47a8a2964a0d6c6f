"""Reports made by the workers of a Dask scheduler, for where one machine is not enough.

A worker gets the notebook and the case along, makes the report in a folder of its own and gives
the files back; so it needs no disk in common with whoever asked, and no keys to where the reports
go. A worker has threads and must not fork: each of its threads has a process that does.
"""

import multiprocessing
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Self

from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.content.fingerprint import fingerprint
from selfmgmt.reporting.documents.formats import libraries_of
from selfmgmt.reporting.engine.processes import Processes
from selfmgmt.reporting.engine.task import CAN_FORK, Reply, Task, describe
from selfmgmt.reporting.engine.threads import Threads
from selfmgmt.whole_files import replacing

LOCAL = "local"
_PATIENCE = 30  # seconds to wait for a scheduler and its first worker
_ALONE = 120  # seconds to wait for another worker when all are gone
_INTERVAL = 5  # seconds between two looks at whether anyone is there
_RETRIES = 2  # of a report whose worker raised what was no fault of the report
_SENT = ("notebook", "case_file")  # fields of the request that name a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """A task with all that a worker needs to do it.

    Attributes:
        task: What is asked.
        fingerprint: Of the program and data of whoever asks, and of what makes the documents.
        files: Field of the request to the name of a file and what is in it.
    """

    task: Task
    fingerprint: str
    files: dict[str, tuple[str, bytes]]


def check_installed() -> None:
    """Raise when Dask is not installed."""
    if find_spec("distributed") is None:
        raise InputError(
            gettext(
                "--cluster needs Dask, which is not installed; install it with: "
                "pip install 'selfmgmt[cluster]'"
            )
        )


class Cluster:
    """Every task on a worker of a Dask scheduler; what a lost worker had in hand is done again.

    Args:
        address: Of a scheduler, such as ``tcp://10.0.0.5:8786``; ``local`` starts one with its
            workers on this computer.
        jobs: How many workers to start, for ``local``.
    """

    def __init__(self, address: str, jobs: int) -> None:
        self._address, self._jobs = address, jobs

    def __enter__(self) -> Self:
        import dask
        from distributed import Client, LocalCluster

        with dask.config.set({"distributed.worker.daemon": False}):  # they start processes
            self._started = self._address == LOCAL and LocalCluster(
                n_workers=self._jobs, threads_per_worker=1, dashboard_address="127.0.0.1:0"
            )
        try:
            self._client = Client(self._started or self._address, timeout=_PATIENCE)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
            _check_workers(self._client.run(fingerprint))
        except (OSError, ValueError, SelfmgmtError) as fault:
            self.__exit__()
            raise _unusable(self._address, fault) from None
        return self

    def __exit__(self, *fault: object) -> None:
        for one in (getattr(self, "_client", None), self._started):
            if one:
                one.close()

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        futures = {
            self._client.submit(make, _packed(task), pure=False, retries=_RETRIES): task
            for task in tasks
        }
        while futures:
            for future in self._done_of(futures):
                task = futures.pop(future)
                yield task, _received(future, _folder_of(task))
                future.release()

    def _done_of(self, futures: Iterable[Any]) -> list[Any]:
        """Those that are done, as soon as there is one.

        Raises:
            SelfmgmtError: The scheduler is gone, or for too long all workers have been.
        """
        from distributed import CancelledError, wait

        seen = time.monotonic()
        try:
            while time.monotonic() - seen < _ALONE:
                with suppress(TimeoutError):
                    return list(wait(list(futures), _INTERVAL, "FIRST_COMPLETED").done)
                if self._client.nthreads():
                    seen = time.monotonic()
        except (CancelledError, OSError):
            pass  # nobody is there, at once
        raise SelfmgmtError(
            gettext(
                "The scheduler or all workers of {address} are gone. What was made is kept: start "
                "them again and give the same command.",
                address=self._address,
            )
        )


def make(payload: Payload) -> tuple[Reply, dict[str, bytes]]:
    """On a worker: do the task; the reply, and the files that were made.

    Raises:
        SelfmgmtError: This worker does not make the same reports as whoever asked.
    """
    _check_workers({"": _makers_of(payload.task)}, payload.fingerprint)
    with tempfile.TemporaryDirectory(prefix="selfmgmt-") as name:
        task = _unpacked(payload, Path(name))
        reply = _done(task)
        folder = _folder_of(task)
        files = {path.name: path.read_bytes() for path in folder.glob("*") if path.is_file()}
    return replace(reply, errno=None), files  # a full disk there is none here


def _done(task: Task) -> Reply:
    """The reply; a worker that Dask made a daemon may not start processes, only a kernel."""
    may_fork = CAN_FORK and not multiprocessing.current_process().daemon
    with Processes(1) if may_fork else Threads(1) as workers:
        ((_, reply),) = workers.run([task])
    return reply


def _packed(task: Task) -> Payload:
    request = task.arguments["request"]
    paths = {name: Path(getattr(request, name)) for name in _SENT if getattr(request, name)}
    files = {name: (path.name, path.read_bytes()) for name, path in paths.items()}
    return Payload(task=task, fingerprint=_makers_of(task), files=files)


def _makers_of(task: Task) -> str:
    """The hash of what makes the documents of a task here."""
    return fingerprint(libraries=libraries_of(task.arguments["request"].formats))


def _unpacked(payload: Payload, here: Path) -> Task:
    """The task with the paths of this computer."""
    own: dict[str, Any] = {}
    for field, (name, content) in payload.files.items():
        path = here / field / name
        path.parent.mkdir()
        path.write_bytes(content)
        own[field] = type(getattr(payload.task.arguments["request"], field))(path)
    request = replace(payload.task.arguments["request"], **own)
    arguments = {**payload.task.arguments, "request": request, "out": here / "out"}
    return replace(payload.task, arguments=arguments)


def _folder_of(task: Task) -> Path:
    """Where the report of a task is."""
    return Path(task.arguments["out"], task.arguments["request"].folder)


def _received(future: Any, folder: Path) -> Reply:
    """The reply to a task, with its files put in place."""
    fault = future.exception()
    if fault is not None:
        return Reply(ended=_lost(fault))
    reply, files = future.result()
    for name, content in files.items():
        with replacing(folder / name) as unfinished:
            unfinished.write_bytes(content)
    if not reply.ended:
        (folder / "failed.ipynb").unlink(missing_ok=True)
    return reply  # type: ignore[no-any-return]  # as the worker made it


def _lost(fault: BaseException) -> str:
    if type(fault).__name__ == "KilledWorker":
        return gettext("Each worker that made it stopped; it may need more memory than they have.")
    return describe(fault) if isinstance(fault, Exception) else repr(fault)


def _check_workers(found: dict[str, str], own: str = "") -> None:
    """Refuse workers that would make other reports than this computer."""
    others = [address for address, one in found.items() if one != (own or fingerprint())]
    if others:
        raise SelfmgmtError(
            gettext(
                "These workers have another version of selfmgmt, its data or its libraries: "
                "{workers}. Install the same on each.",
                workers=", ".join(filter(None, others)) or gettext("this one"),
            )
        )


def _unusable(address: str, fault: Exception) -> SelfmgmtError:
    if isinstance(fault, SelfmgmtError):
        return fault
    return InputError(
        gettext(
            "--cluster is {given}; no Dask scheduler with workers answers there ({fault}).",
            given=repr(address),
            fault=fault,
        )
    )
