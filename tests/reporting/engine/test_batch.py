"""Many reports: whole, honest about what failed, and never made twice for nothing."""

import errno
import json
import os
import sys

import pytest
from filelock import FileLock

from selfmgmt.cli import program
from selfmgmt.errors import InputError, SelfmgmtError
from selfmgmt.program import run
from selfmgmt.reporting.engine.batch import Effort, render_report, render_reports
from selfmgmt.reporting.engine.lock import LOCK
from selfmgmt.reporting.engine.manifest import read_manifest
from selfmgmt.reporting.engine.report import ReportPaths
from tests.reporting.probes import small_report

TWELVE = (
    "GM0014", "GM0034", "GM0037", "GM0047", "GM0050", "GM0059",
    "GM0060", "GM0072", "GM0074", "GM0080", "GM0085", "GM0086",
)  # fmt: skip
POISON = """
import os, signal

if municipality == "GM0034":
    1 / 0
elif municipality == "GM0047":
    os.abort()
elif municipality == "GM0059":
    os._exit(0)
elif municipality == "GM0072":
    os.kill(os.getpid(), signal.SIGKILL)
elif municipality == "GM0086":
    open("/nowhere/at/all")
"""
FULL = """
import errno, secrets

def full(*_, **__):
    raise OSError(errno.ENOSPC, "full")

secrets.token_hex = full
"""
forks_only = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A notebook that makes a report in no time."""
    return small_report(tmp_path_factory.mktemp("small"))


def files_of(out):
    """All files with their bytes."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != LOCK
    }


@forks_only
def test_five_poisoned_reports_cost_no_other(tmp_path):
    """Each is named with its step, fault and what is left of it; the other seven are whole."""
    poisoned = small_report(tmp_path, poison=POISON)
    out = tmp_path / "reports"
    with pytest.raises(SelfmgmtError) as failed:
        render_reports(TWELVE, out=out, notebook=poisoned)
    lines = str(failed.value).splitlines()
    reported = {entry["municipalities"][0] for entry in read_manifest(out).values()}
    lost = set(TWELVE) - reported
    assert lost == {"GM0034", "GM0047", "GM0059", "GM0072", "GM0086"}
    assert len(lines) == 5
    for line, fault in zip(
        sorted(lines, key=lambda line: line[line.index("GM00") :]),
        ("division by zero", "SIGABRT", "exit 0", "SIGKILL", "No such file"),
        strict=True,
    ):
        assert fault in line
        assert "small.ipynb" in line
    for folder in read_manifest(out):
        paths = ReportPaths(folder=out / folder)
        assert all(path.is_file() for path in (paths.html, paths.notebook, paths.results))
        assert not paths.failed.exists()
    left = list(out.glob("*/failed.ipynb"))
    assert {path.parent.name[:6] for path in left} == lost
    for path in left:
        assert "image/png" in path.read_text(encoding="utf-8")


@forks_only
def test_a_second_run_does_nothing(tmp_path, small, monkeypatch):
    """And one with something missing makes only that."""
    render_reports(TWELVE[:2], out=tmp_path, notebook=small)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    seen = []
    again = {"out": tmp_path, "notebook": small, "effort": Effort(on_progress=seen.append)}
    render_reports(TWELVE[:2], **again)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert seen == []
    (missing,) = tmp_path.glob("GM0034*/results.json")
    missing.unlink()
    render_reports(TWELVE[:2], **again)
    assert missing.is_file()
    assert [(step.total, step.done, step.failed) for step in seen] == [(1, 1, 0)]
    render_reports(TWELVE[:2], seed=2, **again)
    assert seen[-1].total == 2
    render_reports(
        TWELVE[:1], seed=2, **again | {"effort": Effort(force=True, on_progress=seen.append)}
    )
    assert seen[-1].total == 1
    assert len(read_manifest(tmp_path)) == 2


def test_a_file_that_was_changed_is_made_again(tmp_path, small):
    """Also when it has the same size, and also the overview."""
    seen = []
    request = {"out": tmp_path, "notebook": small, "effort": Effort(on_progress=seen.append)}
    (paths,) = render_reports(["GM0014"], **request)
    made = files_of(tmp_path)
    for path in (paths.html, paths.notebook, paths.results, tmp_path / "index.html"):
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        render_reports(["GM0014"], **request)
        assert files_of(tmp_path) == made
    assert len(seen) == 4  # once at first, and once for each file of the report


@forks_only
def test_what_was_half_made_again_is_not_taken_for_old(tmp_path, small):
    """A run with other settings is killed; files of the same size do not pass for the first."""
    request = {"out": tmp_path, "notebook": small}
    (first,) = render_reports(["GM0014"], seed=1, **request)
    before = first.html.read_bytes(), first.results.read_bytes()

    def killed(*_, **__):
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("selfmgmt.reporting.engine.batch._Run._note", killed)
        with pytest.raises(KeyboardInterrupt):
            render_reports(["GM0014"], seed=2, **request)
    assert first.results.read_bytes() != before[1]
    render_reports(["GM0014"], seed=1, **request)
    assert (first.html.read_bytes(), first.results.read_bytes()) == before


def test_plain_kernels_make_the_same_reports(tmp_path, small):
    """Where forks are not safe, or when asked for."""
    request = ["GM0014", "GM0034"]
    render_reports(request, out=tmp_path / "kernels", notebook=small, effort=Effort(kernels=True))
    render_reports(request, out=tmp_path / "usual", notebook=small)
    assert files_of(tmp_path / "kernels") == files_of(tmp_path / "usual")


def test_a_kernel_leaves_what_it_had(tmp_path):
    """The notebook as far as it came, and what went wrong."""
    poisoned = small_report(tmp_path, poison="1 / 0")
    with pytest.raises(SelfmgmtError, match=r"small\.ipynb.*4.*division by zero.*failed\.ipynb"):
        render_report("GM0014", out=tmp_path, notebook=poisoned, effort=Effort(kernels=True))


@pytest.mark.slow
@forks_only
def test_who_takes_too_long_is_reported(tmp_path):
    """With the step that it was at."""
    poisoned = small_report(tmp_path, poison="import time; time.sleep(600)")
    with pytest.raises(SelfmgmtError, match=r"Groningen.*small\.ipynb.*4.*15"):
        render_report("GM0014", out=tmp_path, notebook=poisoned, effort=Effort(limit=15))


def test_a_municipality_that_shares_its_staff_has_a_folder_of_its_own(tmp_path, small):
    """The report is about all that share it."""
    made = render_reports(["Boxtel", "Sint-Michielsgestel"], out=tmp_path, notebook=small)
    assert [paths.folder.name for paths in made] == ["GM0757-boxtel", "GM0845-sint-michielsgestel"]
    for entry in read_manifest(tmp_path).values():
        assert entry["municipalities"] == ["GM0757", "GM0845"]


def test_two_programs_do_not_write_in_one_folder(tmp_path, small):
    """The second is told to wait."""
    with FileLock(tmp_path / LOCK), pytest.raises(SelfmgmtError, match=str(tmp_path)):
        render_reports(["GM0014"], out=tmp_path, notebook=small)
    assert files_of(tmp_path) == {}


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, 1), (errno.EACCES, 2)])
def test_what_cannot_be_written_is_reported(tmp_path, monkeypatch, capsys, number, code):
    """A full disk and a folder that may not be written in; nothing is made in vain."""

    def fails(*_, **__):
        raise OSError(number, os.strerror(number), str(tmp_path))

    monkeypatch.setattr("selfmgmt.whole_files.secrets.token_hex", fails)
    request = ["report", "GM0014", "--out", str(tmp_path), "--language", "en"]
    assert run(program, request) == code
    assert ("disk is full" if code == 1 else "may not be") in capsys.readouterr().err
    assert files_of(tmp_path) == {}


@forks_only
def test_a_disk_that_gets_full_stops_the_run(tmp_path):
    """No other report is tried, and the same command goes on later."""
    full = small_report(tmp_path, poison=FULL)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        render_reports(TWELVE, out=tmp_path / "reports", notebook=full)
    assert read_manifest(tmp_path / "reports") == {}


@pytest.mark.parametrize(
    ("names", "changes", "reported"),
    [
        (["Nijkerk", "Nijkrek"], {}, "Nijkerk"),
        (["Nijkerk", "GM0267"], {}, "GM0267-nijkerk"),
        (["Nijkerk"], {"draws": 3}, "draws"),
        (["Nijkerk"], {"language": "fr"}, "'fr'"),
        (["Nijkerk"], {"formats": ("odt",)}, "odt"),
    ],
)
def test_wrong_input_writes_nothing(tmp_path, names, changes, reported):
    """Not even the reports that could have been made."""
    with pytest.raises(InputError, match=reported):
        render_reports(names, out=tmp_path / "reports", **changes)
    assert files_of(tmp_path) == {}


def test_stopping_leaves_no_unfinished_files(tmp_path, small):
    """Ctrl-C: what is made stays, and the manifest tells what that is."""

    def stops(_progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_reports(TWELVE, out=tmp_path, notebook=small, effort=Effort(on_progress=stops))
    assert len(read_manifest(tmp_path)) == 1
    assert list(tmp_path.rglob(".unfinished-*")) == []
    assert json.loads((tmp_path / "manifest.json").read_text())["reports"]


def test_all_means_all(tmp_path, monkeypatch, capsys):
    """``--all`` asks for every municipality, once."""
    request = []

    def render(municipalities, **_):
        request.extend(municipalities)
        return []

    monkeypatch.setattr("selfmgmt.reporting.engine.batch.render_reports", render)
    assert run(program, ["report", "--all", "--out", str(tmp_path)]) == 0
    assert len(request) == len(set(request)) == 342
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("word", ["--jobs=x", "--timeout=0", "--format=odt"])
def test_wrong_settings_are_refused(tmp_path, word):
    """With exit code 2, before anything is written."""
    assert run(program, ["report", "Nijkerk", "--out", str(tmp_path / "r"), word]) == 2
    assert files_of(tmp_path) == {}
