"""One visitor never stops another, whatever goes over the line to a kernel."""

import json
import re
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from selfmgmt.workspace.server.messages import Budget
from selfmgmt.workspace.server.sockets import MOST_LINES
from tests.workspace.frames import message, read
from tests.workspace.served import Served, kernel_of, listening


@pytest.fixture(scope="module")
def neighbours(served: Served) -> Iterator[list[ClientConnection]]:
    """Ten visitors who do no harm."""
    with ExitStack() as lines:
        visitors = [served.visitor() for _ in range(10)]
        yield [
            lines.enter_context(listening(one, kernel_of(one.get("/10_count")))) for one in visitors
        ]


def answers(line: ClientConnection) -> bool:
    """Whether the kernel at the other end does what a page asks."""
    line.send(message("comm_info_request"))
    return "comms" in read_until(line, "comm_info_reply")


def read_until(line: ClientConnection, kind: str) -> dict[str, Any]:
    """The content of the first message of one kind."""
    while True:
        told = read(line.recv(timeout=60))
        if told["kind"] == kind:
            return dict(told["content"])


def test_a_line_without_the_protocol_is_refused_and_ten_others_notice_nothing(
    served: Served, neighbours: list[ClientConnection]
) -> None:
    """In the older one a download of the kernel's own would stop the server."""
    visitor = served.visitor()
    kernel = kernel_of(visitor.get("/10_count"))
    for protocol in ("", "v0.kernel.websocket.jupyter.org"):
        with (
            pytest.raises(InvalidStatus, match="400"),
            listening(visitor, kernel, protocol=protocol),
        ):
            pass
    with ThreadPoolExecutor(10) as pool:
        assert all(pool.map(answers, neighbours))


@pytest.mark.parametrize(
    "frame",
    [(2**62).to_bytes(8, "little"), struct.pack("!i", 2**30 - 1), json.dumps({"channel": "shell"})],
    ids=["many parts", "many parts of the older kind", "words"],
)
def test_a_wrong_frame_closes_its_own_line_and_ten_others_notice_nothing(
    served: Served, neighbours: list[ClientConnection], frame: bytes | str
) -> None:
    """Their kernels go on answering, and a new visitor comes in."""
    attacker = served.visitor()
    with listening(attacker, kernel_of(attacker.get("/10_count"))) as line:
        line.send(frame)
        with pytest.raises(ConnectionClosed, match="1008"):
            read_until(line, "never")
    with ThreadPoolExecutor(10) as pool:
        assert all(pool.map(answers, neighbours))
    assert "Tellen" in served.visitor().get("/")


def test_a_flood_closes_its_own_line_and_ten_others_notice_nothing(
    served: Served, neighbours: list[ClientConnection]
) -> None:
    """Also when it comes back over a new one: what was sent is counted for each visitor."""
    attacker = served.visitor()
    kernel = kernel_of(attacker.get("/10_count"))
    opening = message("comm_open", comm_id="c", target_name="none", data={})
    for count in (Budget.WIDGETS + 1, 1):
        with listening(attacker, kernel) as line:
            for _ in range(count):
                line.send(opening)
            with pytest.raises(ConnectionClosed, match="1008"):
                read_until(line, "never")
    with ThreadPoolExecutor(10) as pool:
        assert all(pool.map(answers, neighbours))


def test_a_visitor_has_a_few_lines_and_no_more(served: Served) -> None:
    """Each takes something of the server, that all visitors share."""
    visitor = served.visitor()
    kernel = kernel_of(visitor.get("/10_count"))
    with ExitStack() as lines:
        for number in range(MOST_LINES):
            lines.enter_context(listening(visitor, kernel, session=f"s{number}"))
        with pytest.raises(InvalidStatus, match="429"), listening(visitor, kernel, session="more"):
            pass


def test_how_the_kernel_failed_does_not_reach_the_visitor(served: Served) -> None:
    """No traceback, no path and no warning, only that it is done; the window has them."""
    visitor = served.visitor()
    with listening(visitor, kernel_of(visitor.get("/40_fail"))) as line:
        control = {"comm_id": "k", "target_name": "jupyter.widget.control", "data": {}}
        line.send(message("comm_open", **control))
        line.send(message("comm_msg", comm_id="k", data={"method": "request_states"}))
        states = read_until(line, "comm_msg")["data"]["states"]
        button = next(key for key, one in states.items() if one["model_name"] == "ButtonModel")
        click = {"method": "custom", "content": {"event": "click"}}
        line.send(message("comm_msg", comm_id=button, data=click))
        line.send(message("comm_info_request"))
        heard = ""
        while "comm_info_reply" not in heard:
            heard += str(read(line.recv(timeout=60)))
    assert not re.search("RuntimeError|Traceback|warning|to the screen|[.]py", heard)
    assert str(served.log.parent) not in heard
