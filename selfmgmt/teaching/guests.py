"""Who is in a room: random ids with a token that only they have, and the table where they sit."""

import hmac
import secrets
import sqlite3
from hashlib import sha256

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.teaching.session import Session


class Guests:
    """The people in the room of one session.

    Args:
        base: The file of the room.
        session: The session.
        secret: What tokens are signed with.
    """

    def __init__(self, base: sqlite3.Connection, session: Session, secret: bytes) -> None:
        self._base, self._session, self._secret = base, session, secret

    def count(self) -> int:
        """How many people joined."""
        return int(self._base.execute("SELECT COUNT(*) FROM respondent").fetchone()[0])

    def join(self, seat: int) -> str:
        """Let one more person in; the result is a token that only they have.

        Args:
            seat: The table where they sit, from 1.

        Raises:
            InputError: There is no such table, or as many people as the session is for are in.
        """
        tables = self._session.tables
        if not 1 <= seat <= tables:
            raise InputError(gettext("table is {given}; use 1 to {high}.", given=seat, high=tables))
        if self.count() >= self._session.people:
            raise InputError(
                gettext("The session is full. Ask the facilitator; did you join before?")
            )
        respondent = secrets.token_hex(8)
        self._base.execute("INSERT INTO respondent VALUES (?, ?)", (respondent, seat))
        return f"{respondent}.{self._sign(respondent)}"

    def respondent(self, token: str) -> str | None:
        """Whose token this is; none when nobody was given it."""
        name, _dot, signature = token.partition(".")
        is_signed = hmac.compare_digest(signature.encode(), self._sign(name).encode())
        return name if is_signed and self._row(name) else None

    def seat(self, respondent: str) -> int:
        """The table of somebody who is in."""
        (seat,) = self._row(respondent)
        return int(seat)

    def _row(self, respondent: str) -> tuple[int, ...]:
        query = "SELECT seat FROM respondent WHERE id = ?"
        return tuple(self._base.execute(query, (respondent,)).fetchone() or ())

    def _sign(self, respondent: str) -> str:
        return hmac.new(self._secret, respondent.encode(), sha256).hexdigest()[:32]
