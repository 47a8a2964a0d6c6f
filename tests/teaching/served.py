"""A room, served by the real command in a process of its own, and people without a screen."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from selfmgmt.teaching.room import Room
from selfmgmt.teaching.serve import application, experiment_results
from selfmgmt.teaching.session import read_session

LONGEST_START = 60  # seconds, on a computer that does a lot more


class ServedRoom:
    """A room that can be killed and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.log = folder / "log.txt"
        self.start()

    def start(self) -> None:
        """Start the command and wait until it says where it is."""
        command = [sys.executable, "-m", "selfmgmt", "teach", "serve", str(self.folder)]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*command, "--port", str(self.port), "--language", "en"],
                stderr=log,
                stdout=log,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )
        self.link, self.presenter = self._links()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(LONGEST_START)

    def stop(self) -> None:
        """End it as a user would."""
        self.process.terminate()
        self.process.wait(LONGEST_START)

    def _links(self) -> tuple[str, str]:
        for _ in range(LONGEST_START * 10):
            told = self.log.read_text()
            links = re.findall(r"http://\S+", told)
            if len(links) == 2 and told.endswith("\n"):
                return links[0], links[1]
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError(self.log.read_text())

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return self.link.rpartition("/")[0]

    @property
    def code(self) -> str:
        """The short code of the session."""
        return self.link.rpartition("/")[2]

    @property
    def key(self) -> str:
        """The key of the facilitator."""
        return self.presenter.partition("#")[2]


class NearRoom:
    """A room in a thread of this process: the same addresses, at once, and not to be killed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.remarks = folder, list[str]()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._ready.wait(LONGEST_START)

    async def _serve(self) -> None:
        session = read_session(self.folder)
        results = experiment_results(self.folder, session)
        (line,) = bind_sockets(0, "127.0.0.1")
        self.port = line.getsockname()[1]
        self.origin, self.code = f"http://127.0.0.1:{self.port}", session.code
        room = Room(self.folder, session, results, self.origin, self.remarks.append)
        self.key = room.store.key
        server = HTTPServer(application(room))
        server.add_sockets([line])
        self._loop, self._stopped = asyncio.get_running_loop(), asyncio.Event()
        self._ready.set()
        await self._stopped.wait()
        server.stop()

    def stop(self) -> None:
        """Close it."""
        self._loop.call_soon_threadsafe(self._stopped.set)
        self._thread.join(LONGEST_START)


class Person:
    """Somebody at the room without a screen: keeps cookies, sends JSON."""

    def __init__(self, room: ServedRoom | NearRoom) -> None:
        self.room = room
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor())

    def post(self, path: str, body: Any, **headers: str) -> tuple[int, dict[str, Any]]:
        """Send something; the status and what was answered."""
        return self.send(path, json.dumps(body).encode(), **headers)

    def send(self, path: str, data: bytes, **headers: str) -> tuple[int, dict[str, Any]]:
        """The same of bytes as they are."""
        sent = {"Content-Type": "application/json", "X-Selfmgmt": "1", **headers}
        return self._ask(f"{path}?language=en", data, sent)

    def get(self, path: str) -> tuple[int, dict[str, Any]]:
        """Ask for something."""
        return self._ask(path, None, {})

    def _ask(
        self, path: str, data: bytes | None, headers: dict[str, str]
    ) -> tuple[int, dict[str, Any]]:
        request = Request(f"http://127.0.0.1:{self.room.port}{path}", data, headers)
        try:
            with self.opener.open(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except HTTPError as refused:
            return refused.code, json.loads(refused.read())

    def state(self) -> dict[str, Any]:
        """What the room shows now: the first thing on the line."""
        time.sleep(0.15)  # what changes is told together, a tenth of a second later
        with self.listen() as line:
            found: dict[str, Any] = json.loads(line.readline().removeprefix(b"data: "))
            return found

    def listen(self) -> HTTPResponse:
        """A line on which the room tells what changes."""
        address = f"http://127.0.0.1:{self.room.port}/api/events?language=en"
        line: HTTPResponse = self.opener.open(address, timeout=30)
        return line

    def join(self, table: int = 1) -> "Person":
        """Come in."""
        assert self.post("/api/join", {"code": self.room.code, "table": table})[0] == 200
        return self

    def answer(self, values: dict[str, int], nonce: str, mark: str) -> int:
        """Send a sheet; the status."""
        return self.post("/api/answer", {"nonce": nonce, "submission": mark, "values": values})[0]


class Facilitator(Person):
    """The one with the key."""

    def __init__(self, room: ServedRoom | NearRoom) -> None:
        super().__init__(room)
        assert self.post("/api/key", {"key": room.key})[0] == 200

    def move(self, move: str, ballot: str = "") -> tuple[int, dict[str, Any]]:
        """Do something."""
        return self.post("/api/move", {"move": move, "ballot": ballot})


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def room_in(folder: Path) -> Iterator[ServedRoom]:
    """A room until the ``with`` block ends."""
    room = ServedRoom(folder)
    try:
        yield room
    finally:
        room.stop()
