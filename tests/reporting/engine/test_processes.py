"""Tasks side by side, each in a process of its own."""

import sys
import time
from multiprocessing.context import ForkServerProcess

import pytest

from selfmgmt.errors import SelfmgmtError
from selfmgmt.language import speaking
from selfmgmt.reporting.engine.processes import Processes
from selfmgmt.reporting.engine.task import Task
from selfmgmt.reporting.engine.threads import Threads
from tests.reporting import probes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")


def probe(name, limit=None, **arguments):
    """A task for one of the probes."""
    return Task(getattr(probes, name), arguments, limit)


@pytest.fixture(scope="module")
def processes():
    """Two processes at a time."""
    with Processes(2) as workers:
        yield workers


@pytest.fixture(scope="module", params=[Processes, Threads])
def workers(request):
    """Processes, and what stands in for them elsewhere."""
    with request.param(2) as made:
        yield made


def test_every_task_gets_its_own_reply(workers):
    """In the order in which they are done."""
    tasks = [probe("echo", words=f"één {number}") for number in range(7)]
    replies = list(workers.run(tasks))
    assert {task.arguments["words"]: reply.value for task, reply in replies} == {
        f"één {number}": f"één {number}" for number in range(7)
    }
    assert not any(reply.ended for _, reply in replies)


def test_an_error_is_reported(workers):
    """With its kind and its words."""
    ((_, reply),) = workers.run([probe("fail", words="mis")])
    assert reply.ended == "ValueError: mis"


def test_a_crash_loses_only_itself(processes):
    """The others come through, and those after it as well."""
    tasks = [probe("echo", words="a"), probe("crash"), *[probe("echo", words="b")] * 3]
    endings = sorted(reply.ended for _, reply in processes.run(tasks))
    assert endings == ["", "", "", "", "SIGABRT"]


def test_what_was_reported_before_a_crash_is_kept(processes):
    """So that it is known how far it came."""
    ((_, reply),) = processes.run([probe("report_and_crash")])
    assert (reply.ended, reply.reported) == ("SIGABRT", [{"index": 1}])


def test_who_takes_too_long_is_stopped(processes):
    """And keeps nobody waiting."""
    start = time.monotonic()
    ((_, reply),) = processes.run([probe("sleep", limit=0.2)])
    assert reply.ended == "timeout"
    assert time.monotonic() - start < 300


def test_the_fourth_trap_chance_is_not_copied(processes):
    """NumPy's old generator gives every fork numbers of its own."""
    drawn = [reply.value for _, reply in processes.run([probe("chance")] * 4)]
    assert len(set(drawn)) == 4


def test_a_process_starts_with_one_thread(processes):
    """A lock that nobody opens cannot come along; the second thread is its own."""
    ((_, reply),) = processes.run([probe("threads")])
    assert reply.value == 2


def test_a_start_that_fails_says_so(monkeypatch):
    """Instead of waiting for ever."""
    monkeypatch.setattr(ForkServerProcess, "start", _fails)
    english = speaking("en")
    with english, Processes(1) as workers, pytest.raises(SelfmgmtError, match="could not start"):
        list(workers.run([probe("echo", words="a")]))


def _fails(_):
    raise EOFError("unexpected EOF")
