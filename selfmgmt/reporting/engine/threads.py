"""Tasks side by side in threads, where processes cannot be forked."""

from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Self

from selfmgmt.reporting.engine.task import Reply, Task, reply_to


class Threads:
    """Every task in a thread of this process; for tasks that start a process themselves.

    Args:
        jobs: How many tasks at a time.
    """

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(self._jobs)
        return self

    def __exit__(self, *fault: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def run(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Reply]]:
        """Each task with its reply, in the order in which they are done."""
        running: dict[Future[Reply], Task] = {}
        coming = iter(tasks)
        while True:
            while len(running) < self._jobs and (task := next(coming, None)):
                running[self._pool.submit(_reply_in_thread, task)] = task
            if not running:
                return
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), future.result()


def _reply_in_thread(task: Task) -> Reply:
    """Do a task, and close the loop that talks with a kernel, which nobody else would."""
    from jupyter_core.utils import ensure_event_loop

    try:
        return reply_to(task)
    finally:
        ensure_event_loop().close()
