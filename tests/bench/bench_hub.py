"""A course on one JupyterHub: twelve people come in at once, open the lesson and run it.

``python -m tests.bench.bench_hub`` runs it with ``jupyterhub`` and ``configurable-http-proxy`` from
the path; both are no part of the environment of selfmgmt. It starts the recipe of
``data/teaching/jupyterhub_config.py`` itself, on loopback. In place of browsers, each participant
asks the hub for a server, loads the page of the lesson, and runs all its cells over a websocket.
The participants share the computer with the hub.
"""

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from jupyter_client.jsonutil import json_default
from jupyter_client.session import Session
from tornado.httpclient import AsyncHTTPClient, HTTPError, HTTPRequest
from tornado.websocket import websocket_connect

from selfmgmt.resources import DATA
from selfmgmt.teaching.editions import lessons

PEOPLE, PATIENCE, POLL = 12, 600, 0.5  # participants; seconds
RECIPE = DATA / "teaching" / "jupyterhub_config.py"
LESSON = next(iter(lessons()))
TOKEN = PASSWORD = "of-the-bench"  # noqa: S105  on loopback, as long as the bench runs
ON_LOOPBACK = """
load_subconfig({recipe!r})
c.Spawner.args = [*c.Spawner.args, *{arguments}]
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub_port}"
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.JupyterHub.services = [{{"name": "bench", "api_token": {token!r}}}]
c.JupyterHub.load_roles = [{{
    "name": "bench", "services": ["bench"],
    "scopes": ["admin:users", "admin:servers", "access:servers"],
}}]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hub:
    """A hub that runs; ``process`` is the root of everything that belongs to it."""

    process: psutil.Process
    origin: str
    log: Path


@dataclass(slots=True)
class Participant:
    """Seconds after the start at which a participant got something."""

    name: str
    at: dict[str, float] = field(default_factory=dict)


def main() -> int:
    """Measure and print; 1 when somebody could not work."""
    missing = [name for name in ("jupyterhub", "configurable-http-proxy") if not shutil.which(name)]
    if missing:
        print(f"not on the path: {', '.join(missing)}; README, JupyterHub, tells how to get them")
        return 1
    with tempfile.TemporaryDirectory() as folder, hub_in(Path(folder)) as hub:
        people = [Participant(f"participant{number}") for number in range(1, PEOPLE + 1)]
        try:
            asyncio.run(asyncio.wait_for(everybody(hub, people), PATIENCE))
        except TimeoutError:
            print(f"not everybody was done within {PATIENCE} s; the end of the log:")
            print(hub.log.read_text("utf-8")[-3000:])
        tell(people, memory_of(hub.process))
    return int(any("lesson" not in person.at for person in people))


@contextmanager
def hub_in(folder: Path) -> Iterator[Hub]:
    """The recipe on free ports of loopback, as long as the block lasts."""
    port, hub_port, proxy_port = free_ports(3)
    config = folder / "jupyterhub_config.py"
    ports = {"port": port, "hub_port": hub_port, "proxy_port": proxy_port}
    arguments = [] if os.getuid() else ["--allow-root"]
    config.write_text(
        ON_LOOPBACK.format(recipe=str(RECIPE), token=TOKEN, arguments=arguments, **ports)
    )
    given = {"COURSE_FOLDER": str(folder / "course"), "COURSE_PASSWORD": PASSWORD}
    log = folder / "log"
    with log.open("w") as written:
        process = subprocess.Popen(
            ["jupyterhub", "--config", str(config)],
            cwd=folder, env={**os.environ, **given}, stdout=written, stderr=written,
        )  # fmt: skip
        root = psutil.Process(process.pid)
        try:
            yield Hub(process=root, origin=f"http://127.0.0.1:{port}", log=log)
        finally:
            stop(root)


def free_ports(number: int) -> list[int]:
    """Ports of loopback that nobody listens on."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def stop(root: psutil.Process) -> None:
    """End the hub and all that it started; servers of participants outlive a hub by themselves."""
    family = [root, *root.children(recursive=True)]
    for process in reversed(family):
        process.terminate()
    for process in psutil.wait_procs(family, timeout=20)[1]:
        process.kill()


async def everybody(hub: Hub, people: list[Participant]) -> None:
    """Wait for the hub, then let all come in at the same moment."""
    patience = {"request_timeout": PATIENCE, "connect_timeout": PATIENCE}
    client = AsyncHTTPClient(force_instance=True, max_clients=4 * PEOPLE, defaults=patience)
    while not await is_up(client, hub):
        await asyncio.sleep(POLL)
    begin = time.perf_counter()
    await asyncio.gather(*(take_part(client, hub, person, begin) for person in people))


async def is_up(client: AsyncHTTPClient, hub: Hub) -> bool:
    """Whether the hub answers already."""
    try:
        await client.fetch(f"{hub.origin}/hub/health")
    except (HTTPError, ConnectionError):
        return False
    return True


async def take_part(client: AsyncHTTPClient, hub: Hub, person: Participant, begin: float) -> None:
    """Ask for a server, open the lesson, run it; note when each was there."""

    def reached(what: str) -> None:
        person.at[what] = time.perf_counter() - begin

    user = f"{hub.origin}/hub/api/users/{person.name}"
    await ask(client, "POST", user)
    await ask(client, "POST", f"{user}/server")
    while not (await ask(client, "GET", user)).get("servers", {}).get("", {}).get("ready"):
        await asyncio.sleep(POLL)
    reached("server")
    own = f"{hub.origin}/user/{person.name}"
    await client.fetch(HTTPRequest(f"{own}/lab/tree/{LESSON}.ipynb", headers=HEADERS))
    reached("page")
    notebook = await ask(client, "GET", f"{own}/api/contents/{LESSON}.ipynb")
    kernel = {"name": "python3"}
    session = {"path": f"{LESSON}.ipynb", "name": LESSON, "type": "notebook", "kernel": kernel}
    started = await ask(client, "POST", f"{own}/api/sessions", session)
    await run(own, started["kernel"]["id"], notebook["content"]["cells"], reached)


HEADERS = {"Authorization": f"token {TOKEN}"}


async def ask(client: AsyncHTTPClient, method: str, url: str, content: Any = None) -> Any:
    """What the interface of the hub or of a server answers."""
    body = None if method == "GET" else json.dumps(content or {})
    reply = await client.fetch(HTTPRequest(url, method=method, headers=HEADERS, body=body))
    return json.loads(reply.body or b"{}")


async def run(own: str, kernel: str, cells: list[Any], reached: Any) -> None:
    """Run the cells one after the other, as "run all" does."""
    url = f"{own.replace('http', 'ws', 1)}/api/kernels/{kernel}/channels"
    line = await websocket_connect(HTTPRequest(url, headers=HEADERS))
    session = Session()
    await execute(line, session, "")
    reached("kernel")
    for cell in cells:
        if cell["cell_type"] == "code":
            await execute(line, session, cell["source"])
            person_worked = "first picture" if "show(" in cell["source"] else "a cell"
            reached(person_worked)
    reached("lesson")
    line.close()


async def execute(line: Any, session: Session, source: str) -> None:
    """Run one cell and wait for its end."""
    request = session.msg("execute_request", {"code": source, "silent": False})
    text = json.dumps({**request, "channel": "shell", "buffers": []}, default=json_default)
    await line.write_message(text)
    while True:
        written = await line.read_message()
        if written is None:
            raise ConnectionError("the line to a kernel was cut")
        reply = json.loads(written)
        is_own = reply["parent_header"].get("msg_id") == request["header"]["msg_id"]
        if is_own and reply["header"]["msg_type"] == "execute_reply":
            break
    if reply["content"]["status"] != "ok":
        raise RuntimeError(f"{source}\n{reply['content']}")


def memory_of(root: psutil.Process) -> dict[str, list[float]]:
    """MB of what each process holds for itself, with its part of what is shared."""
    found: dict[str, list[float]] = {"hub": [mb(root)]}
    for process in root.children(recursive=True):
        line = " ".join(process.cmdline())
        kinds = {"ipykernel": "kernel", "singleuser": "server", "http-proxy": "proxy"}
        kind = next((kind for part, kind in kinds.items() if part in line), "other")
        found.setdefault(kind, []).append(mb(process))
    return found


def mb(process: psutil.Process) -> float:
    """Proportional memory of a process."""
    return float(process.memory_full_info().pss) / 1e6


def tell(people: list[Participant], memory: dict[str, list[float]]) -> None:
    """Print what was measured."""
    print(f"{PEOPLE} participants at once, {os.cpu_count()} cores:")
    for what in ("server", "page", "kernel", "lesson"):
        times = sorted(person.at[what] for person in people if what in person.at)
        if times:
            print(f"  {what:8} {len(times):3} of {len(people)}: first {times[0]:.0f} s, "
                  f"last {times[-1]:.0f} s")  # fmt: skip
    for kind, sizes in memory.items():
        print(f"  {kind:8} {len(sizes):3} x {sum(sizes) / len(sizes):.0f} MB")
    print(f"  together {sum(map(sum, memory.values())) / 1e3:.1f} GB")


if __name__ == "__main__":
    sys.exit(main())
