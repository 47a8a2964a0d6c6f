"""Messages as browsers send them to a kernel, in one frame of bytes."""

import json
import uuid
from typing import Any

PROTOCOL = "v1.kernel.websocket.jupyter.org"


def parts_of(kind: str, **content: object) -> list[bytes]:
    """Header, parent header, metadata and content."""
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "session": "s", "username": "u"}
    whole = {**header, "version": "5.3", "date": "2026-01-01T00:00:00Z"}
    metadata = {"version": "1.0.0"}
    return [json.dumps(part).encode() for part in (whole, {}, metadata, content)]


def frame_of(parts: list[bytes], *, channel: bytes = b"shell") -> bytes:
    """The parts of a message behind the places where each begins and the last one ends."""
    pieces = [channel, *parts]
    first = 8 * (len(pieces) + 2)
    offsets = [first + sum(map(len, pieces[:place])) for place in range(len(pieces) + 1)]
    words = [len(offsets), *offsets]
    return b"".join([*(word.to_bytes(8, "little") for word in words), *pieces])


def message(kind: str, **content: object) -> bytes:
    """A whole message."""
    return frame_of(parts_of(kind, **content))


def read(frame: Any) -> dict[str, Any]:
    """Kind and content of what a kernel sends."""
    count = int.from_bytes(frame[:8], "little")
    at = [
        int.from_bytes(frame[8 * place : 8 * place + 8], "little") for place in range(1, count + 1)
    ]
    header, content = json.loads(frame[at[1] : at[2]]), json.loads(frame[at[4] : at[5]])
    return {"kind": header["msg_type"], "content": content}
