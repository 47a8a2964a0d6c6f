"""Tasks side by side, each in a fork of its own."""

import sys
import time

import pytest

from selfmgmt.errors import SelfmgmtError
from selfmgmt.reporting.workers import Forks, Task, Threads

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks are made on Linux only")
PROBES = "tests.reporting.probes"


def probe(name, limit=None, **arguments):
    """A task for one of the probes."""
    return Task(f"{PROBES}:{name}", arguments, limit)


@pytest.fixture(scope="module")
def forks():
    """Two forks at a time."""
    with Forks(2) as workers:
        yield workers


@pytest.fixture(scope="module", params=[Forks, Threads])
def workers(request):
    """Forks, and what stands in for them elsewhere."""
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


def test_an_error_is_told(workers):
    """With its kind and its words."""
    ((_, reply),) = workers.run([probe("fail", words="mis")])
    assert reply.ended == "ValueError: mis"


def test_a_crash_loses_only_itself(forks):
    """The others come through, and those after it as well."""
    tasks = [probe("echo", words="a"), probe("crash"), *[probe("echo", words="b")] * 3]
    ends = sorted(reply.ended for _, reply in forks.run(tasks))
    assert ends == ["", "", "", "", "SIGABRT"]


def test_what_was_told_before_a_crash_is_kept(forks):
    """So that it is known how far it came."""
    ((_, reply),) = forks.run([probe("tell_and_crash")])
    assert (reply.ended, reply.told) == ("SIGABRT", [{"place": 1}])


def test_who_takes_too_long_is_stopped(forks):
    """And keeps nobody waiting."""
    start = time.monotonic()
    ((_, reply),) = forks.run([probe("sleep", limit=0.2)])
    assert reply.ended == "timeout"
    assert time.monotonic() - start < 300


def test_the_fourth_trap_chance_is_not_copied(forks):
    """NumPy's old generator gives every fork numbers of its own."""
    drawn = [reply.value for _, reply in forks.run([probe("chance")] * 4)]
    assert len(set(drawn)) == 4


def test_a_fork_starts_with_one_thread(forks):
    """Else it could inherit a lock that nobody opens."""
    ((_, reply),) = forks.run([probe("threads")])
    assert reply.value == 1


def test_a_start_that_fails_says_why():
    """Instead of waiting for ever."""
    with Forks(1, f"{PROBES}:nothing") as workers, pytest.raises(SelfmgmtError, match="nothing"):
        list(workers.run([probe("echo", words="a")]))
