"""A session: which case, how many people, how long, and what is voted on."""

import secrets
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from selfmgmt.errors import InputError
from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.teaching.ballot import Ballot, load_ballots
from selfmgmt.teaching.codes import ALPHABET
from selfmgmt.teaching.experiments import prediction_ballots
from selfmgmt.teaching.written import read_written
from selfmgmt.values import unknown
from selfmgmt.whole_files import replacing

FILE, CASE_FILE = "session.yaml", "session.case.yaml"
MOST_PEOPLE, MOST_TABLES = 60, 10
Length = Literal["90", "150", "half_days"]
LENGTHS: tuple[Length, ...] = ("90", "150", "half_days")


class Session(Record):
    """What a session consists of; stored with the case in its folder.

    Attributes:
        code: Four signs by which participants find it; no secret.
        people: For how many people.
        tables: How many tables predict together.
        length: Minutes, or three half-days.
        ballots: What is voted on, in order.
    """

    code: str = Field(pattern="^[0-9A-HJKMNP-TV-Z]{4}$")
    title: str = Field(min_length=1)
    language: Literal["nl", "en"]
    people: int = Field(ge=5, le=MOST_PEOPLE)
    tables: int = Field(ge=1, le=MOST_TABLES)
    length: Length
    ballots: tuple[str, ...] = Field(min_length=1)

    def load_ballots(self) -> dict[str, Ballot]:
        """The ballots, in order.

        Raises:
            InputError: With every ballot that does not exist.
        """
        known = all_ballots()
        if faults := [unknown(key, known) for key in self.ballots if key not in known]:
            raise InputError(*faults)
        return {key: known[key] for key in self.ballots}


def all_ballots() -> dict[str, Ballot]:
    """Every ballot there is, that of each experiment among them."""
    return load_ballots() | prediction_ballots()


def new_code() -> str:
    """A short code for a session."""
    return "".join(secrets.choice(ALPHABET) for _ in range(4))


def write_session(session: Session, folder: Path) -> None:
    """Put a session in its folder."""
    with replacing(folder / FILE) as unfinished:
        text = yaml.safe_dump(session.model_dump(mode="json"), sort_keys=False, allow_unicode=True)
        unfinished.write_text(text, encoding="utf-8")


def read_session(folder: Path) -> Session:
    """The session in a folder.

    Raises:
        InputError: There is none, or it has faults.
    """
    path = folder / FILE
    if not path.is_file():
        raise InputError(
            gettext(
                "{folder} has no session; make one with `selfmgmt teach prepare --out {folder}`.",
                folder=folder,
            )
        )
    session = read_written(Session, path)
    session.load_ballots()
    return session
