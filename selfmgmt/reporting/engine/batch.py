"""Many reports: only what changed is made, and what became of each is told."""

import errno
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import gettext
from selfmgmt.reporting.content.fingerprint import file_hash, fingerprint
from selfmgmt.reporting.content.request import ReportRequest, ReportSettings
from selfmgmt.reporting.documents.formats import files_of, libraries_of
from selfmgmt.reporting.documents.results import import_libraries
from selfmgmt.reporting.engine.checksums import are_as_known, contents_of
from selfmgmt.reporting.engine.cluster import Cluster, check_installed
from selfmgmt.reporting.engine.comparison import make_comparison
from selfmgmt.reporting.engine.execute import stopped_at, took_too_long
from selfmgmt.reporting.engine.failed import keep_failed
from selfmgmt.reporting.engine.lock import clean_up, exclusive
from selfmgmt.reporting.engine.manifest import (
    has_overview,
    read_manifest,
    write_manifest,
    write_overview,
)
from selfmgmt.reporting.engine.processes import Processes
from selfmgmt.reporting.engine.report import ReportPaths, make_report
from selfmgmt.reporting.engine.request import read_requests, read_settings
from selfmgmt.reporting.engine.task import CAN_FORK, Reply, Task, Workers
from selfmgmt.reporting.engine.threads import Threads

LIMIT = 600.0  # seconds for one report
_STOPPING = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}  # no other report can be written either


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a run is: of ``total`` reports to be made ``done`` are over, ``failed`` of them."""

    total: int
    done: int
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How a run works; none of it changes a report.

    Attributes:
        jobs: Reports at a time; None is one for each processor.
        force: Make reports again that did not change.
        limit: Seconds that one report may take.
        kernels: Start a kernel for each report, as papermill does, also where a process would do.
        cluster: The address of a Dask scheduler, or ``local``; empty is this process alone.
        on_progress: Is told how far it is.
    """

    jobs: int | None = None
    force: bool = False
    limit: float = LIMIT
    kernels: bool = False
    cluster: str = ""
    on_progress: Callable[[Progress], None] = lambda _: None


def render_reports(
    municipalities: Sequence[str],
    *,
    cases: Sequence[Path] = (),
    out: Path,
    effort: Effort = Effort(),
    **settings: Any,
) -> list[ReportPaths]:
    """Make a report for each municipality and each case file, and the overview of all.

    What is there already and did not change is left as it is.

    Args:
        municipalities: Codes or names.
        cases: Case files, each a report of its own.
        out: The folder to write in; made when it is not there.
        effort: How to work.
        **settings: What :func:`read_settings` takes.

    Raises:
        InputError: A municipality, case file or parameter is wrong; nothing has been written.
        SelfmgmtError: Some reports could not be made; the others are there.
    """
    if effort.cluster:
        check_installed()
    how = read_settings(**settings)
    requests = read_requests(municipalities, cases, how)
    with exclusive(out):
        clean_up(out)
        run = _Run(requests, how, out)
        try:
            run.make_all(effort)
        finally:
            clean_up(out)
        run.finish()
    return [ReportPaths(folder=out / one.folder) for one in requests]


def render_report(
    municipality: str = "", *, case_file: Path | None = None, out: Path, **settings: Any
) -> ReportPaths:
    """Make one report; see :func:`render_reports`."""
    (paths,) = render_reports(
        [] if case_file else [municipality],
        cases=[case_file] if case_file else [],
        out=out,
        **settings,
    )
    return paths


class _Run:
    """The reports of one run, and what is known of all in the folder."""

    def __init__(self, requests: Sequence[ReportRequest], how: ReportSettings, out: Path) -> None:
        self._how, self._out = how, out
        self._reports, self._failed = (
            {
                folder: entry
                for folder, entry in read_manifest(out, part).items()
                if (out / folder).is_dir()
            }
            for part in ("reports", "failed")
        )
        notebook, libraries = file_hash(how.notebook), libraries_of(how.formats)
        self._requests = {
            fingerprint(*one.inputs, notebook, libraries=libraries): one for one in requests
        }
        self._failures: list[str] = []

    def make_all(self, effort: Effort) -> None:
        """Make what is not there yet or changed.

        Raises:
            OSError: Nothing can be written any more.
        """
        tasks = {
            key: self._task(one, effort.limit)
            for key, one in self._requests.items()
            if effort.force or not self._is_there(key, one)
        }
        if not tasks:
            return
        keys = {one: key for key, one in self._requests.items()}
        self._forget(self._requests[key].folder for key in tasks)
        with _workers(effort, len(tasks)) as workers:
            import_libraries()  # of the overview, while the workers start
            write_manifest(self._out, self._reports, self._failed)  # if not this, then nothing
            for done, (task, reply) in enumerate(workers.run(tasks.values()), 1):
                self._note(keys[task.arguments["request"]], reply, task.limit)
                effort.on_progress(
                    Progress(total=len(tasks), done=done, failed=len(self._failures))
                )

    def _forget(self, folders: Iterable[str]) -> None:
        """What is made again is no longer there: nobody knows how far a run came that is killed."""
        for folder in self._reports.keys() & set(folders):
            self._reports[folder] = self._reports[folder] | {"fingerprint": ""}

    def finish(self) -> None:
        """Write the overview when it changed, and tell what failed.

        Raises:
            SelfmgmtError: With each report that could not be made.
        """
        if not has_overview(self._out, self._reports, self._failed):
            write_overview(
                self._out, self._reports, self._failed, self._how.language, self._how.theme
            )
        if self._failures:
            raise SelfmgmtError("\n".join(self._failures))

    def _task(self, one: ReportRequest, limit: float) -> Task:
        make = make_comparison if one.group else make_report
        arguments = {"request": one, "out": self._out.absolute(), "limit": limit}
        return Task(make, arguments, limit)

    def _is_there(self, key: str, one: ReportRequest) -> bool:
        entry = self._reports.get(one.folder, {})
        is_same = entry.get("fingerprint") == key
        return is_same and are_as_known(self._files(one), entry.get("files"))

    def _files(self, one: ReportRequest) -> list[Path]:
        """The files of a report; a comparison of municipalities has no results of its own."""
        paths = ReportPaths(folder=self._out / one.folder)
        documents = [paths.folder / file for file in files_of(self._how.formats)]
        results = [] if self._how.group else [paths.results]
        return [*documents, paths.notebook, *results]

    def _note(self, key: str, reply: Reply, limit: float | None) -> None:
        """Keep what became of a report."""
        one = self._requests[key]
        if not reply.ended:
            files = contents_of(self._files(one))
            about = {"name": one.name, **reply.value, "fingerprint": key, "files": files}
            self._reports[one.folder] = about
            self._failed.pop(one.folder, None)
            write_manifest(self._out, self._reports, self._failed)
            return
        if reply.errno in _STOPPING:
            raise OSError(reply.errno, os.strerror(reply.errno), str(self._out))
        self._failures.append(self._failure(one, reply, limit))

    def _failure(self, one: ReportRequest, reply: Reply, limit: float | None) -> str:
        paths = ReportPaths(folder=self._out / one.folder)
        keep_failed(paths.failed, reply.reported)
        fault = _fault(self._how.notebook, reply, limit)
        self._failed[one.folder] = {"name": one.name, "words": fault}
        words = gettext("{name} has no new report.", name=one.name)
        words = f"{words} {fault.removesuffix('.')}."
        if paths.failed.is_file():
            words += " " + gettext("How far it came is in {file}.", file=paths.failed)
        return words


def _workers(effort: Effort, tasks: int) -> Workers:
    jobs = min(effort.jobs or _processors(), tasks)
    if effort.cluster:
        return Cluster(effort.cluster, jobs)
    if effort.kernels or not CAN_FORK:
        return Threads(jobs)
    return Processes(jobs)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _fault(notebook: Path, reply: Reply, limit: float | None) -> str:
    """What went wrong, in words; of what stopped without a word, the step is told as well."""
    crashed = reply.ended.startswith(("SIG", "exit "))
    if not crashed and reply.ended != "timeout":
        return reply.ended
    fault = gettext("the program crashed ({how}).", how=reply.ended)
    if reply.ended == "timeout":
        fault = took_too_long(limit)
    steps = [words for words in reply.reported if words.get("cell", {}).get("cell_type") == "code"]
    return stopped_at(notebook, len(steps) + 1, fault)
