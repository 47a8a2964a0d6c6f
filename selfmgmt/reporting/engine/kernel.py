"""The kernel that runs a notebook: the running interpreter, out of reach of other users."""

import os
from functools import cached_property
from pathlib import Path
from uuid import uuid4

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.localinterfaces import localhost
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.paths import jupyter_runtime_dir
from traitlets import default

_LONGEST_SOCKET = 90  # characters; systems allow some 100 for the name of a socket


class OwnKernelManager(AsyncKernelManager):
    """Starts the interpreter that runs now, whatever kernels are installed under its name."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The running interpreter as a kernel."""
        return KernelSpec(**get_kernel_dict())

    @default("transport")  # type: ignore[untyped-decorator]  # traitlets ships no types
    def _sockets_in_files(self) -> str:
        """Files that only this user may open, where the system has them; TCP is open to all."""
        return "tcp" if os.name == "nt" or len(self._socket) > _LONGEST_SOCKET else "ipc"

    @default("ip")  # type: ignore[untyped-decorator]
    def _socket_address(self) -> str:
        """A name of its own in the user's runtime folder, not in the current folder."""
        return localhost() if self.transport == "tcp" else self._socket

    @cached_property
    def _socket(self) -> str:
        folder = Path(jupyter_runtime_dir())
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return str(folder / f"kernel-{uuid4().hex[:12]}")

    async def _async_interrupt_kernel(self) -> None:
        """Leave an idle kernel in peace when it is shut down: it would answer with a traceback."""
        if not self.shutting_down:
            await super()._async_interrupt_kernel()
