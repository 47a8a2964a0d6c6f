"""Pages of a few small notebooks, served by the real command in a process of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import HTTPCookieProcessor, build_opener

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from websockets import Subprotocol
from websockets.sync.client import ClientConnection, connect

from tests.workspace.frames import PROTOCOL

LONGEST_START = 60  # seconds, on a computer that does a lot more
_PROGRAM = """
import sys
from pathlib import Path
from selfmgmt.workspace.server import app, pages
pages.NOTEBOOKS = Path(sys.argv.pop(1))
if places := int(sys.argv.pop(1)):
    app._most_open_pages = lambda: places
from selfmgmt.cli import main
sys.exit(main())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where the pages are, and what the command says."""

    link: str
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return "{0.scheme}://{0.netloc}".format(urlsplit(self.link))

    def visitor(self) -> "Visitor":
        """Somebody with the link."""
        visitor = Visitor(self.origin)
        visitor.get(self.link)
        return visitor


class Visitor:
    """A browser without a screen: it keeps cookies."""

    def __init__(self, origin: str, *, patience: float = LONGEST_START) -> None:
        self.origin = origin
        self._patience = patience
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def get(self, address: str) -> str:
        """The page at ``address``."""
        link = address if "://" in address else self.origin + address
        with self._opener.open(link, timeout=self._patience) as answer:
            return str(answer.read().decode())

    @property
    def cookie(self) -> str:
        """All cookies in one header."""
        return "; ".join(f"{one.name}={one.value}" for one in self.cookies)


def kernel_of(page: str) -> str:
    """The kernel behind a page."""
    found = re.search(r'"kernelId": "([^"]+)"', page)
    assert found
    return found[1]


@contextmanager
def listening(
    visitor: Visitor, kernel: str, *, protocol: str = PROTOCOL, session: str = "s"
) -> Iterator[ClientConnection]:
    """The line of a page to its kernel."""
    home = visitor.origin.replace("http", "ws")
    with connect(
        f"{home}/api/kernels/{kernel}/channels?session_id={session}",
        additional_headers={"Cookie": visitor.cookie},
        subprotocols=[Subprotocol(protocol)] if protocol else None,
        max_size=2**28,
        open_timeout=LONGEST_START,
    ) as line:
        yield line


def write_page(path: Path, title: Mapping[str, str], code: Sequence[str]) -> None:
    """Write a notebook with a title in each language, and cells of code."""
    prose = [
        new_markdown_cell(f"# {words}\n\nOver {words}.", metadata={"tags": [f"lang-{language}"]})
        for language, words in title.items()
    ]
    parameters = new_code_cell(
        'language: str = "nl"  # language of the page', metadata={"tags": ["parameters"]}
    )
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [*prose, parameters, *map(new_code_cell, code)]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)


@contextmanager
def serving(
    notebooks: Path, *arguments: str, log: Path | None = None, most_open: int = 0
) -> Iterator[Served]:
    """Serve the pages in a folder until the ``with`` block ends.

    Args:
        notebooks: The folder.
        arguments: Options of the command.
        log: What the command says.
        most_open: How many pages may be open; when 0, what the computer has memory for.
    """
    log = log or notebooks / "log.txt"
    ours = (_PROGRAM, str(notebooks), str(most_open))
    command = [sys.executable, "-c", *ours, "app", "--port", "8870", *arguments]
    with log.open("wb") as file:
        process = subprocess.Popen(
            command, stderr=file, cwd=notebooks, env={**os.environ, "BROWSER": "true"}
        )
    try:
        yield Served(link=_link(log, process), log=log, process=process)
    finally:
        process.terminate()
        process.wait(LONGEST_START)


def _link(log: Path, process: subprocess.Popen[bytes]) -> str:
    for _ in range(LONGEST_START * 10):
        found = re.search(r"http://\S+", log.read_text())
        if found:
            return found[0]
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(log.read_text())
