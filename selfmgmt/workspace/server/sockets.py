"""The line between a page and its kernel: what goes over it is checked, in both directions."""

import json
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.handlers import KernelHandler
from jupyter_server.services.kernels.websocket import KernelWebsocketHandler
from tornado.iostream import StreamBufferFullError
from tornado.web import HTTPError, RequestHandler
from tornado.websocket import WebSocketClosedError
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler

from selfmgmt.workspace.server.kernels import PageKernels
from selfmgmt.workspace.server.messages import PROTOCOL, FrameError, read_frame

MOST_LINES = 4  # to one kernel; a page that is loaded again may have two for a moment
_MOST_UNREAD = 64 * 2**20  # bytes that wait for a visitor who does not read them
_BAD_REQUEST, _TOO_MANY = 400, 429
_REFUSED = 1008  # the reason to close a socket


class PlainFaults(RequestHandler):
    """Tells a fault by its number alone: no words of other libraries, no paths, no traceback."""

    def write_error(self, status_code: int, **_about: Any) -> None:
        """Answer with the number; the log has the details."""
        self.set_header("Content-Type", "text/plain")
        self.finish(str(status_code))


class OneKernelHandler(PlainFaults, KernelHandler):
    """Tells whether a kernel is there."""


class LeavingHandler(PlainFaults, VoilaShutdownKernelHandler):
    """Stops the kernel of a visitor who leaves."""


class PageSocket(PlainFaults, KernelWebsocketHandler):
    """Passes on the messages of widgets, and closes when it gets anything else."""

    async def get(self, kernel_id: str) -> None:
        """Open the line, for as long as it lasts.

        Raises:
            HTTPError: It asks for another protocol, or there are lines enough to this kernel.
        """
        lines = self._kernels.lines
        offered = self.request.headers.get("Sec-WebSocket-Protocol", "")
        if PROTOCOL not in [one.strip() for one in offered.split(",")]:
            raise HTTPError(_BAD_REQUEST)
        if lines[kernel_id] >= MOST_LINES:
            raise HTTPError(_TOO_MANY)
        lines[kernel_id] += 1
        try:
            await ensure_async(super().get(kernel_id))
        finally:
            lines[kernel_id] -= 1
            lines += type(lines)()  # forgets those that are at nought

    async def open(self, kernel_id: str) -> None:
        """Let a visitor who does not read cost no more than they are worth."""
        self.ws_connection.stream.max_write_buffer_size = _MOST_UNREAD
        await super().open(kernel_id)

    def select_subprotocol(self, _offered: list[str]) -> str:
        """The only one that is spoken here."""
        return PROTOCOL

    def on_message(self, frame: str | bytes) -> None:
        """Pass on a message that is whole and within what one visitor may ask."""
        if isinstance(frame, str):
            self._refuse("words where bytes belong")
            return
        try:
            message = read_frame(frame)
        except FrameError as fault:
            self._refuse(str(fault))
            return
        if not self._kernels.budget(self.kernel_id).allows(message):
            self._refuse("too many messages")
        elif self.connection is not None:
            super().on_message(frame)

    def write_message(self, message: bytes, binary: bool = False) -> Any:
        """Send what the kernel tells, but not its code and not how it failed."""
        if _is_inside(message):
            return None
        try:
            return super().write_message(message, binary)
        except StreamBufferFullError:
            self.log.warning("%s: closed, it does not read", self.request.remote_ip)
            self.ws_connection.stream.close()
        except WebSocketClosedError:
            self.log.debug("%s: left", self.request.remote_ip)
        return None

    @property
    def _kernels(self) -> PageKernels:
        kernels: PageKernels = self.settings["kernel_manager"]
        return kernels

    def _refuse(self, why: str) -> None:
        self.log.warning("%s: closed, %s", self.request.remote_ip, why)
        self.close(_REFUSED)


def _is_inside(message: bytes) -> bool:
    """Whether a message of a kernel of ours is for the one who serves, not for the visitor."""
    header, parent, content, end = (
        int.from_bytes(message[8 * word : 8 * word + 8], "little") for word in (2, 3, 5, 6)
    )
    kind = json.loads(message[header:parent])["msg_type"]
    if kind == "stream":
        return bool(json.loads(message[content:end])["name"] == "stderr")
    return kind in ("execute_input", "error")
