"""The answers of a room while it is open: one SQLite file that outlives the server being killed.

Each write is on disk before it is confirmed. No names, no times and no addresses are kept; a
respondent is a random id, whose token only that respondent has.
"""

import hmac
import secrets
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from selfmgmt.errors import InputError
from selfmgmt.language import gettext, ngettext
from selfmgmt.teaching.answers import Answer, Answers, answers_of
from selfmgmt.teaching.ballot import values_of
from selfmgmt.teaching.guests import Guests
from selfmgmt.teaching.session import Session

FILE = "room.sqlite"
_OURS = 0o600  # of this user alone
Phase = Literal["waiting", "open", "revealed"]
_TABLES = """
CREATE TABLE IF NOT EXISTS secret (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS respondent (id TEXT PRIMARY KEY, seat INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS turn (
    number INTEGER PRIMARY KEY, ballot TEXT NOT NULL, round INTEGER NOT NULL,
    phase TEXT NOT NULL, nonce TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS seen (submission TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS answer (
    ballot TEXT NOT NULL, round INTEGER NOT NULL, respondent TEXT NOT NULL,
    question TEXT NOT NULL, value INTEGER NOT NULL,
    PRIMARY KEY (ballot, round, respondent, question)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What is being asked now.

    Attributes:
        round: How often this ballot has been asked, this time included.
        nonce: Answers carry it, so that one of an earlier turn is known.
    """

    ballot: str
    round: int
    phase: Phase
    nonce: str


WAITING = Turn(ballot="", round=0, phase="waiting", nonce="")


class Store:
    """The room of one session.

    Args:
        path: The file; made when it is not there, gone on with when it is.
        session: The session.
    """

    def __init__(self, path: Path, session: Session) -> None:
        self.path, self.session = path, session
        self.ballots = session.load_ballots()
        path.touch(mode=_OURS)
        path.chmod(_OURS)  # before it is opened: what SQLite puts beside it gets the same mode
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = FULL")
        self._base.execute("PRAGMA secure_delete = ON")
        self._base.executescript(_TABLES)
        secret = self._kept("signature", lambda: secrets.token_hex(32))
        self.guests = Guests(self._base, session, secret.encode())

    def close(self) -> None:
        """Leave the file as it is."""
        self._base.close()

    def _kept(self, name: str, make: Callable[[], str]) -> str:
        """A secret that stays the same when the server starts again."""
        self._base.execute("INSERT OR IGNORE INTO secret VALUES (?, ?)", (name, make()))
        (value,) = self._one("SELECT value FROM secret WHERE name = ?", name)
        return str(value)

    def _one(self, query: str, *values: object) -> tuple[Any, ...]:
        found = self._base.execute(query, values).fetchone()
        return () if found is None else tuple(found)

    @property
    def key(self) -> str:
        """The key of the facilitator."""
        return self._kept("key", lambda: secrets.token_urlsafe(24))

    def is_key(self, given: str) -> bool:
        """Whether this is the key of the facilitator."""
        return hmac.compare_digest(given.encode(), self.key.encode())

    def turn(self) -> Turn:
        """What is being asked now."""
        found = self._one(
            "SELECT ballot, round, phase, nonce FROM turn ORDER BY number DESC LIMIT 1"
        )
        if not found:
            return WAITING
        ballot, round_number, phase, nonce = found
        return Turn(ballot=ballot, round=round_number, phase=phase, nonce=nonce)

    def open(self, ballot: str) -> None:
        """Ask a ballot, for the first time or once more; what was open is closed.

        Raises:
            InputError: The session has no such ballot.
        """
        if ballot not in self.ballots:
            raise InputError(
                gettext(
                    "{given} is no ballot of this session; use {allowed}.",
                    given=repr(ballot),
                    allowed=", ".join(self.ballots),
                )
            )
        (before,) = self._one("SELECT COALESCE(MAX(round), 0) FROM turn WHERE ballot = ?", ballot)
        with self._whole():
            self._base.execute("UPDATE turn SET phase = 'revealed' WHERE phase = 'open'")
            self._base.execute(
                "INSERT INTO turn (ballot, round, phase, nonce) VALUES (?, ?, 'open', ?)",
                (ballot, before + 1, secrets.token_hex(8)),
            )

    def reveal(self) -> None:
        """Close what is open and let its result be seen.

        Raises:
            InputError: Nothing is open, or not every table has predicted.
        """
        turn = self.turn()
        if turn.phase != "open":
            raise InputError(gettext("No questions are open; open some first."))
        if self.ballots[turn.ballot].by == "table":
            missing = self.session.tables - self.answered(turn)
            if missing:
                raise InputError(
                    ngettext(
                        "{count} table has not predicted yet; the result stays hidden until all "
                        "have.",
                        "{count} tables have not predicted yet; the result stays hidden until all "
                        "have.",
                        missing,
                    )
                )
        self._base.execute("UPDATE turn SET phase = 'revealed' WHERE phase = 'open'")

    def reset(self, *, everything: bool) -> None:
        """Ask the open or last questions again from the start, or forget all turns and answers.

        Who joined stays in. Answers on their way to an earlier turn are refused from here on.
        """
        turn = self.turn()
        with self._whole():
            if everything:
                self._base.execute("DELETE FROM turn")
                self._base.execute("DELETE FROM answer")
            elif turn.phase != "waiting":
                self._base.execute(
                    "DELETE FROM answer WHERE ballot = ? AND round = ?", (turn.ballot, turn.round)
                )
                self._base.execute(
                    "UPDATE turn SET phase = 'open', nonce = ? WHERE nonce = ?",
                    (secrets.token_hex(8), turn.nonce),
                )

    def submit(
        self, respondent: str, *, nonce: str, submission: str, values: Mapping[str, int | None]
    ) -> None:
        """Keep a sheet; a later one of the same respondent takes its place.

        Args:
            respondent: Who answers.
            nonce: That of the turn that is answered.
            submission: A random mark of this sheet; one that was seen before changes nothing.
            values: Question to answer.

        Raises:
            InputError: The turn is another one or is closed, or an answer does not exist.
        """
        turn = self.turn()
        if turn.phase != "open" or nonce != turn.nonce:
            raise InputError(gettext("These questions are closed; your answer was not counted."))
        ballot = self.ballots[turn.ballot]
        kept = values_of(ballot, values)
        who = f"table-{self.guests.seat(respondent)}" if ballot.by == "table" else respondent
        with self._whole():
            fresh = self._base.execute(
                "INSERT OR IGNORE INTO seen VALUES (?)", (f"{turn.nonce}:{who}:{submission}",)
            )
            if not fresh.rowcount:
                return
            self._base.execute(
                "DELETE FROM answer WHERE ballot = ? AND round = ? AND respondent = ?",
                (turn.ballot, turn.round, who),
            )
            self._base.executemany(
                "INSERT INTO answer VALUES (?, ?, ?, ?, ?)",
                [(turn.ballot, turn.round, who, key, value) for key, value in kept.items()],
            )

    def answered(self, turn: Turn) -> int:
        """How many answered in a turn."""
        (count,) = self._one(
            "SELECT COUNT(DISTINCT respondent) FROM answer WHERE ballot = ? AND round = ?",
            turn.ballot,
            turn.round,
        )
        return int(count)

    def mine(self, respondent: str, turn: Turn) -> dict[str, int]:
        """What somebody, or their table, has answered in a turn."""
        if turn.phase == "waiting":
            return {}
        ballot = self.ballots[turn.ballot]
        who = f"table-{self.guests.seat(respondent)}" if ballot.by == "table" else respondent
        rows = self._base.execute(
            "SELECT question, value FROM answer WHERE ballot = ? AND round = ? AND respondent = ?",
            (turn.ballot, turn.round, who),
        )
        return dict(rows.fetchall())

    def answers(self) -> Answers:
        """All answers."""
        rows = self._base.execute("SELECT ballot, round, respondent, question, value FROM answer")
        return answers_of(
            Answer(
                session=self.session.code,
                round=round_number,
                respondent=respondent,
                question=f"{ballot}.{question}",
                value=value,
            )
            for ballot, round_number, respondent, question, value in rows
        )

    def destroy(self) -> None:
        """Overwrite and remove everything that was kept."""
        for table in ("answer", "seen", "turn", "respondent", "secret"):
            self._base.execute(f"DELETE FROM {table}")  # noqa: S608  names of our own
        self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.close()
        for ending in ("", "-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """All or nothing of what is written in the ``with`` block."""
        self._base.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")
