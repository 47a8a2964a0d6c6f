"""The server of a room: on this computer, or on the network of the organisation."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler, StaticFileHandler

from selfmgmt.analysis.compare import with_options
from selfmgmt.analysis.study import study_of
from selfmgmt.case.files import load_case
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.teaching.experiments import PREFIX, load_experiments, run_experiment
from selfmgmt.teaching.handlers import (
    AnswerHandler,
    EventsHandler,
    JoinHandler,
    KeyHandler,
    MineHandler,
    MissingHandler,
    MoveHandler,
    RoomHandler,
)
from selfmgmt.teaching.kit import PAGES
from selfmgmt.teaching.page_handlers import (
    CodeHandler,
    EntranceHandler,
    PresenterHandler,
    ScriptHandler,
)
from selfmgmt.teaching.room import LIVE, Room, own_address
from selfmgmt.teaching.session import CASE_FILE, Session, read_session
from selfmgmt.teaching.state import Results

LOOPBACK = ("127.0.0.1", "::1", "localhost")
_PATIENCE = 60  # seconds for who sends nothing, or only a part
_LARGEST = 20_000  # bytes of what somebody sends


class FileHandler(RoomHandler, StaticFileHandler):
    """Scripts and looks of the pages."""


class LiveHandler(FileHandler):
    """Pages with the model, which hold their own scripts."""

    def set_default_headers(self) -> None:
        """As of the others, but scripts may stand in the page; it asks nothing of anyone."""
        super().set_default_headers()
        self.set_header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
            "img-src data: blob:; frame-ancestors 'none'; base-uri 'none'",
        )


def serve(folder: Path, *, host: str, port: int, address: str, say: Callable[[str], None]) -> None:
    """Serve the room of a session until the facilitator stops it.

    A room that was stopped, in whatever way, goes on where it was.

    Args:
        folder: The folder of the session.
        host: Where to listen; a loopback address is for this computer only.
        port: The port.
        address: Scheme, host and port that participants use, when these are others.
        say: Tells the facilitator something.

    Raises:
        InputError: There is no session, or the port is taken.
    """
    session = read_session(folder)
    results = experiment_results(folder, session)
    if host not in LOOPBACK:
        say(
            gettext(
                "Others can now reach this room: everyone on this network who has the code. What "
                "they send is not encrypted on its way. Use it only on a network that you trust, "
                "or behind a server with https."
            )
        )
    asyncio.run(_serve(folder, session, results, (host, port, address), say))


def experiment_results(folder: Path, session: Session) -> Results:
    """What the model says of the experiments of a session; computed now, shown when revealed."""
    named = [key.removeprefix(PREFIX) for key in session.ballots if key.startswith(PREFIX)]
    if not named:
        return {}
    experiments = {key: load_experiments()[key] for key in named}
    options = sorted({one.option for one in experiments.values()})
    study = study_of(with_options(load_case(folder / CASE_FILE), options))
    return {key: run_experiment(study, one) for key, one in experiments.items()}


def application(room: Room) -> Application:
    """The addresses of a room."""
    handlers: list[Any] = [
        (r"/static/(participant|presenter)[.]js", ScriptHandler),
        (r"/static/(\w+[.]css)", FileHandler, {"path": PAGES}),
        (rf"/{LIVE}/(.*)", LiveHandler, {"path": room.folder / LIVE}),
        (r"/presenter", PresenterHandler),
        (r"/qr[.]svg", CodeHandler),
        (r"/api/join", JoinHandler),
        (r"/api/answer", AnswerHandler),
        (r"/api/mine", MineHandler),
        (r"/api/key", KeyHandler),
        (r"/api/move", MoveHandler),
        (r"/api/events", EventsHandler),
        (r"/([0-9A-Za-z]{4})?", EntranceHandler),
    ]
    return Application(
        handlers,
        room=room,
        default_handler_class=MissingHandler,
        log_function=_keep_no_log,
    )


def _keep_no_log(_handler: RequestHandler) -> None:
    """Who asked what, and from where, is kept nowhere."""


async def _serve(
    folder: Path,
    session: Session,
    results: Results,
    where: tuple[str, int, str],
    say: Callable[[str], None],
) -> None:
    host, port, address = where
    try:
        sockets = bind_sockets(port, host)
    except OSError as fault:
        raise InputError(
            gettext(
                "port {port} cannot be used ({fault}); choose another with --port.",
                port=port,
                fault=fault.strerror,
            )
        ) from fault
    reached = host if host in LOOPBACK else own_address()
    origin = address.rstrip("/") or f"http://{reached}:{port}"
    room = Room(folder, session, results, origin, say)
    server = HTTPServer(
        application(room),
        max_body_size=_LARGEST,
        max_buffer_size=_LARGEST,
        body_timeout=_PATIENCE,
        idle_connection_timeout=_PATIENCE,
    )
    server.add_sockets(sockets)
    say(gettext("Participants go to {link}", link=room.address))
    say(gettext("You go to {link}", link=f"{origin}/presenter#{room.store.key}"))
    say(gettext("Press Ctrl and C to stop; the room goes on where it was when you start it again."))
    await _until_stopped(room)
    server.stop()
    if not room.is_over:
        room.store.close()


async def _until_stopped(room: Room) -> None:
    """Wait for Ctrl-C, for the system to ask, or for the answers to be exported."""
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows has no such handlers; there Ctrl-C raises
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    while not (stopped.is_set() or room.is_over):
        with suppress(TimeoutError):
            await asyncio.wait_for(stopped.wait(), 0.2)
    await asyncio.sleep(0.5 if room.is_over else 0)  # let the last words go out
