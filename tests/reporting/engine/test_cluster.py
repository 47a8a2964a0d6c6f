"""Reports made by workers of a Dask scheduler: the same ones, whatever happens to a worker."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from selfmgmt.cli import program
from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.program import run
from selfmgmt.reporting.content.fingerprint import fingerprint
from selfmgmt.reporting.content.request import ReportRequest
from selfmgmt.reporting.engine import cluster
from selfmgmt.reporting.engine.batch import Effort, render_reports
from selfmgmt.reporting.engine.task import Task
from tests.reporting.engine.test_batch import files_of
from tests.reporting.probes import small_report

TWO = ("GM0267", "GM0363")
ONE_DIES = """
import os, signal, time
from pathlib import Path

first = Path({folder!r}) / "first"
if not first.exists():
    first.write_text("x")
    worker = int(Path("/proc", str(os.getppid()), "stat").read_text().rpartition(")")[2].split()[1])
    os.kill(worker, signal.SIGKILL)
    time.sleep(60)
"""

ALL_DIE = """
import os, signal, time
from pathlib import Path

worker = int(Path("/proc", str(os.getppid()), "stat").read_text().rpartition(")")[2].split()[1])
os.kill(worker, signal.SIGKILL)
time.sleep(60)
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A notebook that makes a report in no time."""
    return small_report(tmp_path_factory.mktemp("small"))


def request(notebook, **changes):
    """A report of Nijkerk."""
    return ReportRequest(notebook=notebook, folder="GM0267-nijkerk", name="Nijkerk", **changes)


def wait_for(path):
    """The contents of a file that another process is going to write."""
    until = time.monotonic() + 60
    while not path.exists() or not path.read_text():
        assert time.monotonic() < until
        time.sleep(0.1)
    return path.read_text()


@pytest.fixture
def scheduler(tmp_path):
    """The address of a scheduler with two workers, each a process of its own."""
    file = tmp_path / "scheduler.json"
    words = [sys.executable, "-m", "distributed.cli"]
    scheduler = [
        "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
        "--scheduler-file", str(file),
    ]  # fmt: skip
    worker = [
        "dask_worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-nanny",
        "--no-dashboard", "--local-directory", str(tmp_path), "--death-timeout", "60",
    ]  # fmt: skip
    with (tmp_path / "log").open("w") as log:
        started = [
            subprocess.Popen([*words[:-1], f"{words[-1]}.{kind[0]}", *kind[1:]], stderr=log)
            for kind in (scheduler, worker, worker)
        ]
        try:
            yield json.loads(wait_for(file))["address"]
        finally:
            for process in started:
                process.kill()
                process.wait()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the worker in /proc")
def test_a_killed_worker_costs_no_report(scheduler, tmp_path):
    """One of two dies in the middle of a report; the files are those of a run without cluster."""
    sick = small_report(tmp_path, poison=ONE_DIES.format(folder=str(tmp_path)))
    render_reports(TWO, out=tmp_path / "away", notebook=sick, effort=Effort(cluster=scheduler))
    render_reports(TWO, out=tmp_path / "here", notebook=sick)
    assert (tmp_path / "first").exists()
    assert files_of(tmp_path / "away") == files_of(tmp_path / "here")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks for the worker in /proc")
def test_without_workers_it_does_not_wait_for_ever(scheduler, tmp_path, monkeypatch):
    """Each worker that takes the report dies; then it is told what to do."""
    monkeypatch.setattr(cluster, "_INTERVAL", 0.5)
    monkeypatch.setattr(cluster, "_ALONE", 2)
    sick = small_report(tmp_path, poison=ALL_DIE)
    with pytest.raises(SelfmgmtError, match=re.escape(scheduler)):
        render_reports(
            ["GM0267"], out=tmp_path / "away", notebook=sick, effort=Effort(cluster=scheduler)
        )


def test_a_scheduler_of_its_own(tmp_path):
    """``--cluster local`` makes and tells what a run without it does, failures too."""
    poison = 'municipality == "GM0363" and 1 / 0'
    sick = small_report(tmp_path, poison=poison)
    messages = []
    for name, address in (("away", "local"), ("here", "")):
        with pytest.raises(SelfmgmtError, match="division by zero") as fault:
            render_reports(
                TWO, out=tmp_path / name, notebook=sick, effort=Effort(cluster=address, jobs=1)
            )
        messages.append(str(fault.value).replace(name, ""))
    assert messages[0] == messages[1]
    assert files_of(tmp_path / "away") == files_of(tmp_path / "here")


def test_without_dask_one_message_and_nothing_written(tmp_path, monkeypatch, capsys):
    """It says what to install, and stops with 2."""
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    out = tmp_path / "out"
    assert run(program, ["report", "Nijkerk", "--cluster", "local", "--out", str(out)]) == 2
    assert "selfmgmt[cluster]" in capsys.readouterr().err
    assert not out.exists()


def test_nobody_answers(small, tmp_path, monkeypatch):
    """A wrong address is a wrong input."""
    monkeypatch.setattr(cluster, "_PATIENCE", 0.5)
    with pytest.raises(InputError, match=r"127\.0\.0\.1:1"):
        render_reports(TWO, out=tmp_path, notebook=small, effort=Effort(cluster="127.0.0.1:1"))
    assert files_of(tmp_path) == {}


def test_a_worker_with_another_version_is_refused(tmp_path):
    """It would make other reports than this computer."""
    task = Task(os.getcwd, {"request": request(tmp_path / "small.ipynb"), "out": tmp_path})
    payload = cluster.Payload(task=task, fingerprint="another", files={})
    with pytest.raises(SelfmgmtError, match="selfmgmt"):
        cluster.make(payload)


def test_the_worker_uses_its_own_paths(tmp_path):
    """It needs no disk in common with whoever asked."""
    case = tmp_path / "our.case.yaml"
    case.write_text("x")
    mine = request(small_report(tmp_path), case_file=str(case))
    payload = cluster._packed(Task(print, {"request": mine, "out": Path("/nowhere"), "limit": 9}))
    here = tmp_path / "worker"
    here.mkdir()
    task = cluster._unpacked(payload, here)
    assert payload.fingerprint == fingerprint()
    found = task.arguments["request"]
    assert (task.arguments["limit"], found.name) == (9, mine.name)
    assert found.case_file == str(here / "case_file" / "our.case.yaml")
    assert found.notebook.read_text() == mine.notebook.read_text()
    assert here in found.notebook.parents
    assert (here / "case_file" / "our.case.yaml").read_text() == "x"
    assert task.arguments["out"].parent == here
