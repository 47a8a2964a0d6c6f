"""What answers at each address of a room.

Participants have a cookie with a token that the room signed; the facilitator one with the key.
Both are out of reach of scripts, and no other site can send them along.
"""

import asyncio
import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field, ValidationError
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, RequestHandler

from selfmgmt.errors import InputError
from selfmgmt.fields import Record
from selfmgmt.language import LANGUAGES, gettext, speaking
from selfmgmt.teaching.room import Room

_FORBIDDEN, _NOT_FOUND, _CONFLICT, _BAD, _MANY = 403, 404, 409, 400, 429
_HEADER = "X-Selfmgmt"
"""A header that a page elsewhere cannot send without asking first."""
_FACILITATOR = "facilitator"
_BEAT = 15  # seconds between signs of life on a line that is quiet
_MOST_LINES = 8  # of one person; with one more the oldest ends
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


class Join(Record):
    """Somebody who comes in."""

    code: str = Field(max_length=20)
    table: int = Field(ge=1, le=99)


class Sheet(Record):
    """A sheet with answers."""

    nonce: str = Field(pattern="^[0-9a-f]{16}$")
    submission: str = Field(pattern="^[0-9a-zA-Z-]{8,64}$")
    values: dict[str, int] = Field(max_length=40)


class Key(Record):
    """The key of the facilitator."""

    key: str = Field(max_length=200)


class Move(Record):
    """What the facilitator wants."""

    move: Literal["open", "reveal", "again", "reset", "case", "export"]
    ballot: str = Field(default="", max_length=60)


class RoomHandler(RequestHandler):
    """What all addresses share."""

    @property
    def room(self) -> Room:
        """The room."""
        room: Room = self.settings["room"]
        return room

    @property
    def language(self) -> str:
        """The language that the address asks for, or else that of the session."""
        requested = self.get_query_argument("language", "")
        return requested if requested in LANGUAGES else self.room.session.language

    @property
    def respondent(self) -> str | None:
        """Who asks, when the room let them in."""
        return self.room.store.guests.respondent(self.get_cookie(self.room.cookie) or "")

    @property
    def is_facilitator(self) -> bool:
        """Whether the facilitator asks."""
        return self.room.store.is_key(self.get_cookie(self.room.key_cookie) or "")

    def prepare(self) -> None:
        """Nothing answers any more when the answers were exported and forgotten."""
        if self.room.is_over:
            raise HTTPError(_NOT_FOUND)

    def set_default_headers(self) -> None:
        """Nothing from elsewhere, and nothing kept."""
        self.set_header("Content-Security-Policy", _POLICY)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Cache-Control", "no-store")

    def remember(self, name: str, value: str) -> None:
        """Give the browser something that only this room gets back."""
        secure = self.room.origin.startswith("https:")
        self.set_cookie(
            name, value, httponly=True, samesite="Strict", secure=secure, expires_days=2
        )

    def received(self, record: type[Any]) -> Any:
        """What was sent, checked."""
        if self.request.headers.get(_HEADER) != "1":
            raise HTTPError(_FORBIDDEN)
        try:
            return record.model_validate(json.loads(self.request.body))
        except (ValueError, ValidationError, RecursionError):
            raise HTTPError(_BAD) from None

    def apply(self, act: Callable[[], list[str] | None]) -> None:
        """Do something that may be refused; answer in words when it is, or has something to say."""
        with speaking(self.language):
            try:
                remarks = act() or []
            except InputError as fault:
                self.set_status(_CONFLICT)
                self.finish({"fault": str(fault)})
                return
        self.room.changed()
        self.finish({"done": True, "remarks": remarks})

    def write_error(self, status_code: int, **_about: Any) -> None:
        """Say it in words."""
        with speaking(self.language):
            faults = {
                _FORBIDDEN: gettext("This is not for you, or the code or key is not right."),
                _NOT_FOUND: gettext("There is nothing here; check the address."),
                _MANY: gettext("Too many wrong codes; wait and ask the facilitator."),
            }
            other = gettext("The room could not read this; load the page again.")
            self.finish({"fault": faults.get(status_code, other)})


class JoinHandler(RoomHandler):
    """Lets people in."""

    def post(self) -> None:
        """Give a token; who has one keeps it, so that nobody counts twice."""
        join: Join = self.received(Join)
        self._check(join.code)
        if self.respondent:
            self.finish({"done": True})
            return

        def let_in() -> None:
            self.remember(self.room.cookie, self.room.store.guests.join(join.table))

        self.apply(let_in)

    def _check(self, code: str) -> None:
        """Nobody tries codes without end."""
        tries, address = self.room.tries, str(self.request.remote_ip)
        if not tries.allows(address):
            raise HTTPError(_MANY)
        if code.strip().upper() != self.room.session.code:
            tries.add(address)
            raise HTTPError(_FORBIDDEN)


class AnswerHandler(RoomHandler):
    """Takes sheets."""

    def post(self) -> None:
        """Keep one."""
        sheet: Sheet = self.received(Sheet)
        who = self.respondent
        if who is None:
            raise HTTPError(_FORBIDDEN)
        self.apply(
            lambda: self.room.store.submit(
                who, nonce=sheet.nonce, submission=sheet.submission, values=sheet.values
            )
        )


class MineHandler(RoomHandler):
    """What somebody answered before, for who comes back."""

    def get(self) -> None:
        """The answers in this turn, and the table."""
        who = self.respondent
        if who is None:
            raise HTTPError(_FORBIDDEN)
        store = self.room.store
        self.finish({"table": store.guests.seat(who), "values": store.mine(who, store.turn())})


class KeyHandler(RoomHandler):
    """Lets the facilitator in."""

    def get(self) -> None:
        """Whether the facilitator asks."""
        if not self.is_facilitator:
            raise HTTPError(_FORBIDDEN)
        self.finish({"done": True})

    def post(self) -> None:
        """Check the key; it is too long to guess, so nobody can lock the facilitator out."""
        key: Key = self.received(Key)
        if not self.room.store.is_key(key.key):
            raise HTTPError(_FORBIDDEN)
        self.remember(self.room.key_cookie, key.key)
        self.finish({"done": True})


class MoveHandler(RoomHandler):
    """Does what the facilitator wants."""

    def post(self) -> None:
        """Open, reveal, ask again, start anew, put votes in the case, or export and forget."""
        move: Move = self.received(Move)
        if not self.is_facilitator:
            raise HTTPError(_FORBIDDEN)
        store = self.room.store
        moves: Mapping[str, Callable[[], list[str] | None]] = {
            "open": lambda: store.open(move.ballot),
            "reveal": store.reveal,
            "again": lambda: store.reset(everything=False),
            "reset": lambda: store.reset(everything=True),
            "case": self.room.write_case,
            "export": self.room.export,
        }
        self.apply(moves[move.move])


class EventsHandler(RoomHandler):
    """A line on which the room tells what changes."""

    async def get(self) -> None:
        """Send the state now, and again each time that it changes."""
        who = self.respondent or (_FACILITATOR if self.is_facilitator else None)
        if who is None:
            raise HTTPError(_FORBIDDEN)
        lines = self.room.lines.setdefault(who, [])
        lines.append(self)
        if len(lines) > _MOST_LINES:
            _close(lines.pop(0))
        try:
            await self._tell()
        except StreamClosedError:
            return
        finally:
            if self in lines:
                lines.remove(self)

    async def _tell(self) -> None:
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("X-Accel-Buffering", "no")
        while not self.room.is_over:
            changed = self.room.change
            await self._send(f"data: {self.room.state(self.language)}\n\n")
            await self._wait(changed)
        await self._send("event: over\ndata: {}\n\n")

    async def _wait(self, changed: asyncio.Event) -> None:
        while True:
            try:
                await asyncio.wait_for(changed.wait(), _BEAT)
            except TimeoutError:
                await self._send(": \n\n")
            else:
                return

    async def _send(self, words: str) -> None:
        self.write(words)
        await self.flush()


def _close(line: RequestHandler) -> None:
    """End a line; whoever waits on it hears so when it next has something to say."""
    line.request.connection.stream.close()  # type: ignore[union-attr]


class MissingHandler(RoomHandler):
    """Any other address."""

    def prepare(self) -> None:
        """Say that there is nothing."""
        raise HTTPError(_NOT_FOUND)
