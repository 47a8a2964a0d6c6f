"""The kernel that runs a notebook: the running interpreter, out of reach of other users."""

import os
import sys

from ipykernel.kernelspec import get_kernel_dict
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from traitlets import default


class OwnKernelManager(AsyncKernelManager):
    """Starts the interpreter that runs now, whatever kernels are installed under its name."""

    @property
    def kernel_spec(self) -> KernelSpec:
        """The running interpreter as a kernel."""
        return KernelSpec(**get_kernel_dict())

    @default("transport")  # type: ignore[untyped-decorator]  # traitlets ships no types
    def _sockets_in_files(self) -> str:
        """Files that only this user may open, where the system has them; TCP is open to all."""
        return "tcp" if os.name == "nt" else "ipc"


def without_slow_checks() -> None:
    """Make the first import of nbformat over a second faster; call it before that import.

    nbformat checks notebooks with jsonschema, which loads ``rfc3987_syntax`` only for forms of
    address that notebooks do not have, and does without when it is absent
    (python-jsonschema/jsonschema#1428).
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
