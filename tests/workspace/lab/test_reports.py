"""A report is made beside the page: told how far it is, one at a time, and gone when done with."""

import json
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

import pytest

from selfmgmt.case import new_case
from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import speaking
from selfmgmt.workspace.lab import reports
from selfmgmt.workspace.lab.bar import CaseBar
from selfmgmt.workspace.lab.make_report import main, turn
from selfmgmt.workspace.lab.report_folder import CASE, FAULT, PAGE, PROGRESS
from selfmgmt.workspace.lab.reports import ReportJob, ReportStatus

START = subprocess.Popen
LONGEST = 300  # seconds, on a computer that does a lot more


@pytest.fixture(autouse=True)
def _own_turns(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Turns of these tests alone."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))


def waited(job: ReportJob) -> list[ReportStatus]:
    """Every stage until the job is done."""
    stages = [job.status()]
    until = time.monotonic() + LONGEST
    while stages[-1].is_busy and time.monotonic() < until:
        time.sleep(0.1)
        stages.append(job.status())
    return stages


def pretending(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let a job run ``program`` instead; it finds its folder in ``sys.argv[1]``."""

    def popen(words: Any, **settings: Any) -> Any:
        return START((sys.executable, "-c", program, *words[3:]), **settings)

    monkeypatch.setattr(reports.subprocess, "Popen", popen)


def test_a_report_is_made_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar asks, looks and hands over; the page is the report of this case."""
    with speaking("en"):
        bar = CaseBar(new_case(["Urk"]), page="40_choose")
    handed: list[Any] = []
    monkeypatch.setattr(bar, "send", lambda message, buffers: handed.append((message, buffers)))
    bar.answer({"do": "report"})
    job = bar._job
    assert job is not None
    bar.answer({"do": "report"})
    assert bar._job is job
    stages = waited(job)
    done = [stage.done for stage in stages]
    assert done == sorted(done)
    assert len(set(done)) > 5
    assert stages[-1] == ReportStatus(phase="ready", done=1.0, words="The report is ready.")
    bar.answer({"do": "fetch"})
    assert bar.state["report"]["has_word"]
    bar.answer({"do": "word"})
    message, (word,) = handed.pop()
    assert message["name"].endswith(".docx")
    assert is_zipfile(BytesIO(word))
    ((message, (content,)),) = handed
    assert message == {"kind": "report", "name": "GM0184-urk.html"}
    assert "<h1>Urk" in content.decode()
    folder = job._folder
    bar.answer({"do": "stop"})
    assert not folder.exists()


def test_a_report_that_fails_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What went wrong if that is known, else that it may be tried again."""
    case = new_case(["Urk"])
    pretending(
        monkeypatch,
        "import sys, pathlib; pathlib.Path(sys.argv[1], 'fault.txt').write_text('Te druk.'); 1 / 0",
    )
    assert waited(ReportJob(case, language="nl", seed=1))[-1].words == "Te druk."
    pretending(monkeypatch, "import os; os.abort()")
    last = waited(ReportJob(case, language="en", seed=1))[-1]
    assert last.phase == "failed"
    assert "try again" in last.words


def test_a_report_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves nothing behind."""
    pretending(monkeypatch, "import time; time.sleep(600)")
    monkeypatch.setattr(reports, "_LONGEST", 0.5)
    job = ReportJob(new_case(["Urk"]), language="en", seed=1)
    assert "waits" in job.status().words
    last = waited(job)[-1]
    assert "too long" in last.words
    assert job.status() == last
    assert job._process.poll() is not None
    assert not job._folder.exists()


def test_a_page_that_is_closed_ends_its_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """The case was in its folder, so that goes too."""
    pretending(monkeypatch, "import time; time.sleep(600)")
    job = ReportJob(new_case(["Urk"]), language="en", seed=1)
    process, folder = job._process, job._folder
    assert (folder / CASE).exists()
    if os.name != "nt":
        assert folder.stat().st_mode & 0o077 == 0
    del job
    assert process.poll() is not None
    assert not folder.exists()


def test_turns_are_taken(tmp_path: Path) -> None:
    """With two places a third waits, and is told when that lasts; a free place is used again."""
    with turn(2), turn(2), speaking("en"), pytest.raises(SelfmgmtError, match="Try again"):
        turn(2, patience=0).__enter__()
    with turn(2), turn(2):
        assert len(list((tmp_path / "runtime").iterdir())) == 2


def test_a_case_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The program writes what was wrong and stops."""
    (tmp_path / CASE).write_text("name: x")
    assert main(tmp_path, "en", 1) == 1
    assert "municipalities" in (tmp_path / FAULT).read_text()
    assert json.loads((tmp_path / PROGRESS).read_text()) == 0
    assert not (tmp_path / PAGE).exists()
