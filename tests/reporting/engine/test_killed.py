"""A run that is killed, whenever that is, goes on where it was."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from random import Random

import pytest

from selfmgmt.reporting.engine.batch import render_reports
from tests.reporting.engine.test_batch import TWELVE, files_of
from tests.reporting.probes import small_report

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}  # for it forks
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A notebook that makes a report in no time."""
    return small_report(tmp_path_factory.mktemp("small"))


class Stopped:
    """Runs that can be killed, see ``stopped.py``."""

    def __init__(self, notebook):
        self._notebook = str(notebook)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.reporting.stopped"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD,
        )  # fmt: skip

    def run(self, municipalities, out, *, force=False, after=None):
        """The exit code of a run that is killed ``after`` seconds."""
        requested = {"municipalities": municipalities, "notebook": self._notebook}
        requested |= {"out": str(out), "force": force}
        print(json.dumps(requested), file=self._process.stdin, flush=True)
        number = int(self._process.stdout.readline())
        if after is not None:
            time.sleep(after)
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        return int(self._process.stdout.readline())

    def close(self):
        """Stop the process that starts them."""
        self._process.communicate()


@pytest.fixture(scope="module")
def stopped(small):
    """Runs that can be killed."""
    runs = Stopped(small)
    yield runs
    runs.close()


@pytest.fixture(scope="module")
def requested(request):
    """For whom reports are made."""
    return TWELVE[: request.param]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, small, stopped, requested):
    """The files of a usual run that nobody stopped, and how many seconds a run takes."""
    usual, timed = tmp_path_factory.mktemp("usual"), tmp_path_factory.mktemp("timed")
    render_reports(requested, out=usual, notebook=small)
    assert stopped.run(requested, timed) == 0  # it imports first
    start = time.monotonic()
    assert stopped.run(requested, timed, force=True) == 0
    return files_of(usual), time.monotonic() - start


@pytest.mark.parametrize(
    ("requested", "seed"),
    [(4, 0), *(pytest.param(12, seed, marks=pytest.mark.slow) for seed in range(4))],
    indirect=["requested"],
)
def test_killed_at_any_moment_it_goes_on_where_it_was(
    tmp_path, stopped, requested, undisturbed, seed
):
    """After ``kill -9`` the same command gives the same bytes as if nothing had happened.

    At five moments, and among the slow tests at twenty with more reports: the first run of five
    starts with nothing, the others make all again, so that each is killed with work in hand.
    """
    files, lasted = undisturbed
    chance = Random(seed)  # noqa: S311  moments, not secrets
    moments = [chance.uniform(0.05, 0.95) * lasted for _ in range(5)]
    ended = [
        stopped.run(requested, tmp_path, force=bool(n), after=at) for n, at in enumerate(moments)
    ]
    assert -signal.SIGKILL in ended
    assert stopped.run(requested, tmp_path) == 0
    assert files_of(tmp_path) == files
