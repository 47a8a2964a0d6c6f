"""The kernels behind the pages: in reach of this user only, and gone after their visitor."""

import sys
from collections import Counter
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from tornado.ioloop import IOLoop
from traitlets import default

from selfmgmt.reporting.engine.kernel import OwnKernelManager
from selfmgmt.workspace.server.messages import Budget

MEMORY = 2 * 2**30  # bytes of data of one kernel; a page of ours takes a quarter of it
UNCLAIMED = 45  # seconds that a page has to take up its kernel


class PageKernel(OwnKernelManager, ServerKernelManager):
    """The kernel of one visitor, with a bound to its memory where the system has one."""

    async def _async_launch_kernel(self, kernel_cmd: list[str], **how: Any) -> None:
        await super()._async_launch_kernel(kernel_cmd, **how)
        limit_memory(getattr(self.provisioner, "pid"))  # noqa: B009


def limit_memory(process: int) -> None:
    """Let a process and what it starts have :data:`MEMORY` bytes of data each; Linux only."""
    if sys.platform == "linux":
        import resource

        resource.prlimit(process, resource.RLIMIT_DATA, (MEMORY, MEMORY))


class PageKernels(AsyncMappingKernelManager):
    """All kernels; those that wait for a visitor are ``pooled``, and idle for a good reason."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.pooled: set[str] = set()
        self.lines: Counter[str] = Counter()
        """Kernel to the number of sockets that are open to it."""
        self._acquired: set[str] = set()
        self._unclaimed: set[str] = set()
        self._budgets: dict[str, Budget] = {}

    @default("kernel_manager_class")
    def _kernel_of_ours(self) -> str:
        return f"{__name__}.{PageKernel.__name__}"

    @property
    def in_use(self) -> int:
        """How many visitors there are."""
        self._acquired &= set(self.list_kernel_ids())
        return len(self._acquired)

    def acquire(self, kernel_id: str) -> None:
        """Give a kernel to a visitor, who has to take it up soon."""
        self.pooled.discard(kernel_id)
        self._acquired.add(kernel_id)
        self._unclaimed.add(kernel_id)
        IOLoop.current().call_later(UNCLAIMED, self.end_unclaimed, kernel_id)

    def notify_connect(self, kernel_id: str) -> None:
        """Remember that a page took up its kernel."""
        self._unclaimed.discard(kernel_id)
        super().notify_connect(kernel_id)

    def release(self, kernel_id: str) -> None:
        """Keep the kernel of a visitor who did not use it."""
        self._acquired.discard(kernel_id)
        self._unclaimed.discard(kernel_id)
        self.pooled.add(kernel_id)

    def budget(self, kernel_id: str) -> Budget:
        """What the visitor of a kernel may still send, over however many sockets."""
        if kernel_id not in self._budgets:
            there = set(self.list_kernel_ids())
            self._budgets = {key: one for key, one in self._budgets.items() if key in there}
            self._budgets[kernel_id] = Budget()
        return self._budgets[kernel_id]

    async def end_unclaimed(self, kernel_id: str) -> None:
        """Stop a kernel that was handed out and that nobody ever connected to."""
        waits = kernel_id in self._unclaimed
        self._unclaimed.discard(kernel_id)
        if waits and kernel_id in self and not self.lines[kernel_id]:
            await ensure_async(self.shutdown_kernel(kernel_id, now=True))

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Stop a kernel whose visitor has left."""
        if kernel_id not in self.pooled:
            await super().cull_kernel_if_idle(kernel_id)
