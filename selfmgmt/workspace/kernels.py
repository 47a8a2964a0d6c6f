"""The kernels behind the pages: in reach of this user only, and gone after their visitor."""

from typing import Any

from jupyter_server.services.kernels.kernelmanager import (
    AsyncMappingKernelManager,
    ServerKernelManager,
)
from traitlets import default

from selfmgmt.reporting.kernel import OwnKernelManager


class PageKernel(OwnKernelManager, ServerKernelManager):
    """The kernel of one visitor."""


class PageKernels(AsyncMappingKernelManager):
    """All kernels; those that wait for a visitor are ``spare``, and idle for a good reason."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.spare: set[str] = set()
        self._handed_out: set[str] = set()

    @default("kernel_manager_class")
    def _kernel_of_ours(self) -> str:
        return f"{__name__}.{PageKernel.__name__}"

    @property
    def in_use(self) -> int:
        """How many visitors there are."""
        self._handed_out &= set(self.list_kernel_ids())
        return len(self._handed_out)

    def hand_out(self, kernel_id: str) -> None:
        """Give a kernel to a visitor."""
        self.spare.discard(kernel_id)
        self._handed_out.add(kernel_id)

    def take_back(self, kernel_id: str) -> None:
        """Keep the kernel of a visitor who did not use it."""
        self._handed_out.discard(kernel_id)
        self.spare.add(kernel_id)

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """Stop a kernel whose visitor has left."""
        if kernel_id not in self.spare:
            await super().cull_kernel_if_idle(kernel_id)
