"""What a page may send to its kernel: checked before anything is unpacked, and counted.

A message comes as one frame of bytes (protocol ``v1.kernel.websocket.jupyter.org``): the number of
offsets, the offsets, and between them a channel, four parts in JSON and any buffers. Whatever does
not fit that exactly is refused: a number of offsets that is believed would stop the server.
"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

PROTOCOL = "v1.kernel.websocket.jupyter.org"
LARGEST = 10 * 2**20  # bytes of one message; a survey file is at most so large

_WORD = 8  # bytes of a number in the frame
_PARTS = 5  # channel, header, parent header, metadata and content; buffers come after
_MOST_BUFFERS = 64
_FEWEST_OFFSETS, _MOST_OFFSETS = _PARTS + 1, _PARTS + 1 + _MOST_BUFFERS
_LARGEST_HEADER = 4096  # bytes
_CHANNELS = ("shell", "control")


class FrameError(ValueError):
    """A frame that is no message of a page; the text is for the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What of a message is looked at.

    Attributes:
        kind: Such as ``comm_msg``.
        size: In bytes.
    """

    kind: str
    size: int


def read_frame(frame: bytes) -> Message:
    """Check a frame, and tell what it holds.

    Raises:
        FrameError: It is not laid out as a message.
    """
    offsets = _offsets(frame)
    channel = frame[offsets[0] : offsets[1]]
    if channel not in [name.encode() for name in _CHANNELS]:
        raise FrameError("no such channel")
    header = _header(frame[offsets[1] : offsets[2]])
    return Message(kind=header["msg_type"], size=len(frame))


def _offsets(frame: bytes) -> list[int]:
    """Where the parts of a frame begin and, last, where it ends."""
    count = _number(frame, 0)
    if not _FEWEST_OFFSETS <= count <= _MOST_OFFSETS or len(frame) < _WORD * (count + 1):
        raise FrameError("a wrong number of parts")
    offsets = [_number(frame, index) for index in range(1, count + 1)]
    in_order = all(low <= high for low, high in pairwise(offsets))
    if offsets[0] != _WORD * (count + 1) or offsets[-1] != len(frame) or not in_order:
        raise FrameError("parts that do not fit")
    return offsets


def _number(frame: bytes, index: int) -> int:
    return int.from_bytes(frame[_WORD * index : _WORD * (index + 1)], "little")


def _header(part: bytes) -> dict[str, Any]:
    try:
        header = json.loads(part) if len(part) <= _LARGEST_HEADER else None
    except (ValueError, RecursionError):
        header = None
    if not isinstance(header, dict) or not isinstance(header.get("msg_type"), str):
        raise FrameError("no header")
    return header


@dataclass(slots=True, kw_only=True)
class _Allowance:
    """An amount that is used and comes back with time."""

    most: float
    per_second: float
    left: float
    at: float

    def take(self, amount: float, now: float) -> bool:
        self.left = min(self.most, self.left + (now - self.at) * self.per_second)
        self.at = now
        self.left -= amount
        return self.left >= 0


class Budget:
    """What one visitor may send: messages and bytes in the course of time, and widgets in all.

    Args:
        clock: Gives the seconds.
    """

    MESSAGES, MESSAGES_PER_SECOND = 2_000, 200
    BYTES, BYTES_PER_SECOND = 4 * LARGEST, 2**20
    WIDGETS = 200  # that a page opens itself; those of its notebook are not counted

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        now = clock()
        self._messages = _Allowance(
            most=self.MESSAGES, per_second=self.MESSAGES_PER_SECOND, left=self.MESSAGES, at=now
        )
        self._bytes = _Allowance(
            most=self.BYTES, per_second=self.BYTES_PER_SECOND, left=self.BYTES, at=now
        )
        self._widgets = 0

    def allows(self, message: Message) -> bool:
        """Count a message, and tell whether it still fits."""
        now = self._clock()
        self._widgets += message.kind == "comm_open"
        fits = (self._messages.take(1, now), self._bytes.take(message.size, now))
        return all(fits) and self._widgets <= self.WIDGETS
