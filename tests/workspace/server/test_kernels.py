"""The kernels behind the pages."""

import asyncio
import os
import subprocess
import sys

import psutil
import pytest

from selfmgmt.workspace.server import kernels as module
from selfmgmt.workspace.server.kernels import MEMORY, PageKernel, PageKernels, limit_memory

A_MINUTE = 60  # seconds


def test_a_kernel_that_waits_for_a_visitor_is_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is idle for a good reason; another idle one goes."""
    stopped = []

    async def cull(_kernels: PageKernels, kernel: str) -> None:
        stopped.append(kernel)

    monkeypatch.setattr(PageKernels.__base__, "cull_kernel_if_idle", cull)
    kernels = PageKernels()
    kernels.pooled.add("waits")
    for kernel in ("waits", "left"):
        asyncio.run(kernels.cull_kernel_if_idle(kernel))
    assert stopped == ["left"]


def test_kernels_are_ours() -> None:
    """The running interpreter, out of reach of other users where the system can."""
    assert PageKernels().kernel_manager_class == f"{PageKernel.__module__}.PageKernel"
    kernel = PageKernel()
    assert kernel.transport == ("tcp" if os.name == "nt" else "ipc")


def test_a_kernel_that_nobody_takes_up_is_stopped_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that a page connected to stays, and so does one that went back to who waits."""
    assert module.UNCLAIMED < A_MINUTE
    monkeypatch.setattr(module, "UNCLAIMED", 0.05)
    stopped = []

    async def shutdown(_kernels: PageKernels, kernel: str, **_how: bool) -> None:
        stopped.append(kernel)

    monkeypatch.setattr(PageKernels, "shutdown_kernel", shutdown)
    monkeypatch.setattr(PageKernels, "__contains__", lambda *_: True)

    async def visit() -> None:
        kernels = PageKernels()
        for kernel in ("left at once", "taken up", "given back", "being opened"):
            kernels.acquire(kernel)
        kernels.notify_connect("taken up")
        kernels.release("given back")
        kernels.lines["being opened"] = 1
        await asyncio.sleep(0.3)

    asyncio.run(visit())
    assert stopped == ["left at once"]


def test_what_a_visitor_may_send_is_kept_for_each_kernel() -> None:
    """And forgotten with it."""
    kernels = PageKernels()
    assert kernels.budget("one") is kernels.budget("one")
    first = kernels.budget("one")
    assert kernels.budget("two") is not first
    assert kernels.budget("one") is not first  # no such kernel any more


@pytest.mark.parametrize("asked", [MEMORY // 4, 2 * MEMORY])
def test_a_process_has_so_much_memory_and_no_more(asked: int) -> None:
    """Where the system can; the process goes on after it was refused."""
    code = f"input()\ntry:\n print(len(bytes({asked})))\nexcept MemoryError:\n print('refused')"
    with psutil.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        limit_memory(process.pid)
        told, _ = process.communicate("\n")
    limited = sys.platform == "linux" and asked > MEMORY
    assert told.strip() == ("refused" if limited else str(asked))
