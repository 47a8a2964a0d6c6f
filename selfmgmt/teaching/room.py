"""A room: the session that goes on now, who listens to it, and where it is."""

import asyncio
import json
import socket
from collections.abc import Callable
from pathlib import Path

from tornado.web import RequestHandler

from selfmgmt.teaching.export import export
from selfmgmt.teaching.session import CASE_FILE, Session
from selfmgmt.teaching.state import Results, state_of
from selfmgmt.teaching.store import FILE, Store
from selfmgmt.teaching.to_case import write_votes
from selfmgmt.teaching.tries import Tries

LIVE = "live"
"""The folder of a session with pages that participants may open beside the questions."""
_TOGETHER = 0.1  # seconds
_NOWHERE = "192.0.2.1"  # an address that documentation may use; nothing is sent to it


class Room:
    """What the handlers share.

    Args:
        folder: The folder of the session.
        session: The session.
        results: What the model says of its experiments.
        origin: Scheme, host and port by which participants reach it.
        announce: Tells the facilitator something.
    """

    def __init__(
        self,
        folder: Path,
        session: Session,
        results: Results,
        origin: str,
        announce: Callable[[str], None],
    ) -> None:
        self.folder, self.session, self.results = folder, session, results
        self.store = Store(folder / FILE, session)
        self.origin, self.address = origin, f"{origin}/{session.code}"
        self.cookie = f"selfmgmt-{session.code}"
        self.key_cookie = f"selfmgmt-{session.code}-key"
        self.is_over = False
        self.change = asyncio.Event()
        self.tries = Tries()
        self.lines: dict[str, list[RequestHandler]] = {}
        self._announce = announce
        self._states: dict[str, str] = {}
        self._soon: asyncio.TimerHandle | None = None

    @property
    def live(self) -> str:
        """The page with the model for participants; empty when the folder has none."""
        pages = sorted((self.folder / LIVE).glob("*.html"))
        return f"/{LIVE}/{pages[0].name}" if pages else ""

    def state(self, language: str) -> str:
        """What the pages show now; made once for all who listen."""
        if language not in self._states:
            state = state_of(self.store, self.results, language)
            self._states[language] = json.dumps(state)
        return self._states[language]

    def changed(self) -> None:
        """Tell all who listen, soon: what changes at the same time is told together."""
        if self._soon is None:
            self._soon = asyncio.get_running_loop().call_later(_TOGETHER, self._tell)

    def _tell(self) -> None:
        self._soon = None
        self._states.clear()
        before, self.change = self.change, asyncio.Event()
        before.set()

    def write_case(self) -> list[str]:
        """Put what was voted so far in the case; the result is what the facilitator has to know."""
        return write_votes(self.folder / CASE_FILE, self.store.answers(), self.session)

    def export(self) -> None:
        """Write the answers and forget them; after this the room is closed."""
        for line in export(self.store, self.folder):
            self._announce(line)
        self.is_over = True


def own_address() -> str:
    """The address of this computer on the network that it uses; no packet is sent.

    Falls back on the loopback address where there is no network.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        try:
            line.connect((_NOWHERE, 9))
            return str(line.getsockname()[0])
        except OSError:
            return "127.0.0.1"
