"""Who can reach the pages, and what the user hears about that."""

import os
import signal
from pathlib import Path

import psutil
import pytest

from tests.workspace.conftest import write_pages
from tests.workspace.served import LONGEST_START, Visitor, serving


def test_only_this_computer_can_reach_the_pages_and_only_with_the_code(tmp_path: Path) -> None:
    """Unless the user says otherwise; then there is nothing to warn of."""
    write_pages(tmp_path)
    with serving(tmp_path, "--language", "en", "--ready", "0") as served:
        assert served.link.startswith("http://127.0.0.1:")
        assert len(served.link.partition("/?token=")[2]) > 20
        assert "Others can now reach these pages" not in served.log.read_text()
        assert "Counting" in served.visitor().get("/")


@pytest.mark.parametrize(
    ("more", "warning"),
    [((), "and has the link"), (("--no-token",), "without any access code")],
    ids=["code", "open"],
)
def test_letting_others_in_is_not_done_in_silence(
    tmp_path: Path, more: tuple[str, ...], warning: str
) -> None:
    """The user hears who can come in now, and that nothing is encrypted."""
    write_pages(tmp_path)
    options = ("--language", "en", "--ready", "0", "--host", "0.0.0.0", *more)  # noqa: S104
    with serving(tmp_path, *options) as served:
        said = " ".join(served.log.read_text().split())
        page = Visitor(served.origin).get("/")
    assert warning in said
    assert "not encrypted" in said
    assert ('name="password"' in page) == (not more)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=lambda one: one.name)
def test_it_ends_when_asked_and_leaves_nothing_running(
    tmp_path: Path, number: signal.Signals
) -> None:
    """Also when it was started by a script in the background, where Ctrl-C is ignored."""
    write_pages(tmp_path)
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # who is started now inherits this
    try:
        with serving(tmp_path, "--ready", "0") as served:
            served.visitor().get("/10_count")
            kernels = psutil.Process(served.process.pid).children(recursive=True)
            served.process.send_signal(number)
            assert served.process.wait(LONGEST_START) == 0
            assert psutil.wait_procs(kernels, timeout=LONGEST_START)[1] == []
    finally:
        signal.signal(signal.SIGINT, before)
    assert kernels
    assert "Traceback" not in served.log.read_text()
