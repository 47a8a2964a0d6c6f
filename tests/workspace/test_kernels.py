"""The kernels behind the pages."""

import asyncio
import os

import pytest

from selfmgmt.workspace.kernels import PageKernel, PageKernels


def test_a_kernel_that_waits_for_a_visitor_is_not_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is idle for a good reason; another idle one goes."""
    stopped = []

    async def cull(_kernels: PageKernels, kernel: str) -> None:
        stopped.append(kernel)

    monkeypatch.setattr(PageKernels.__base__, "cull_kernel_if_idle", cull)
    kernels = PageKernels()
    kernels.spare.add("waits")
    for kernel in ("waits", "left"):
        asyncio.run(kernels.cull_kernel_if_idle(kernel))
    assert stopped == ["left"]


def test_kernels_are_ours() -> None:
    """The running interpreter, out of reach of other users where the system can."""
    assert PageKernels().kernel_manager_class == f"{PageKernel.__module__}.PageKernel"
    kernel = PageKernel()
    assert kernel.transport == ("tcp" if os.name == "nt" else "ipc")
