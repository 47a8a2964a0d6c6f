"""The answers of a session: one shape, however they came in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, astuple, dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError

from selfmgmt.errors import InputError
from selfmgmt.fields import Record
from selfmgmt.language import gettext
from selfmgmt.readiness.sheets import read_sheets
from selfmgmt.teaching.ballot import Ballot, values_of
from selfmgmt.whole_files import replacing

if TYPE_CHECKING:
    import pandas as pd

TABLE = re.compile(r"table-(\d{1,2})")
"""How a table is called where a person would have a random id."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Answer:
    """One answer.

    Attributes:
        session: The short code of the session.
        round: 1, 2, ...: the same questions may be asked again.
        respondent: A random id or a number that was handed out, never a name; or a table.
        question: Ballot and question, as ``weights.money``.
        value: The answer, a whole number on the scale of the question.
    """

    session: str
    round: int
    respondent: str
    question: str
    value: int


COLUMNS = tuple(field.name for field in fields(Answer))


class AnswerRow(Record):
    """A row of a file with answers, as it comes in."""

    session: str = Field(pattern="^[0-9A-HJKMNP-TV-Z]{4}$")
    round: int = Field(ge=1, le=9)
    respondent: str = Field(pattern="^[0-9a-z-]{1,24}$")
    question: str = Field(pattern="^[a-z0-9_]+[.][a-z0-9_]+$")
    value: int


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a session, each respondent at most once for each question and round."""

    rows: tuple[Answer, ...]

    def of(self, ballot: str, round_number: int) -> Answers:
        """The answers to one ballot in one round."""
        return Answers(
            tuple(
                row
                for row in self.rows
                if row.round == round_number and row.question.startswith(f"{ballot}.")
            )
        )

    @property
    def respondents(self) -> tuple[str, ...]:
        """Who answered anything."""
        return tuple(sorted({row.respondent for row in self.rows}))

    def sheets(self) -> dict[str, dict[str, int]]:
        """Respondent to question, without its ballot, to answer; of one ballot and round."""
        found: dict[str, dict[str, int]] = {one: {} for one in self.respondents}
        for row in self.rows:
            found[row.respondent][row.question.partition(".")[2]] = row.value
        return found

    def frame(self) -> pd.DataFrame:
        """One row for each answer: ``session, round, respondent, question, value``."""
        import pandas as pd

        return pd.DataFrame([asdict(row) for row in self.rows], columns=list(COLUMNS))


def answers_of(rows: Iterable[Answer]) -> Answers:
    """The answers in order.

    Raises:
        InputError: Somebody answered a question twice in a round.
    """
    ordered = tuple(sorted(rows))
    keys = [(row.round, row.respondent, row.question) for row in ordered]
    twice = sorted({key for key, after in pairwise(keys) if key == after})
    if twice:
        raise InputError(
            *(
                gettext(
                    "{respondent} answers {question} twice in round {round}; keep one.",
                    respondent=respondent,
                    question=question,
                    round=number,
                )
                for number, respondent, question in twice
            )
        )
    return Answers(ordered)


def sheet_answers(
    session: str, round_number: int, respondent: str, ballot: str, values: dict[str, int]
) -> list[Answer]:
    """The answers of one respondent to one ballot."""
    return [
        Answer(
            session=session,
            round=round_number,
            respondent=respondent,
            question=f"{ballot}.{key}",
            value=value,
        )
        for key, value in values.items()
    ]


def write_answers(answers: Answers, path: Path) -> None:
    """Write a file that :func:`read_answers` and any spreadsheet can read."""
    lines = [",".join(COLUMNS), *(",".join(map(str, astuple(row))) for row in answers.rows)]
    with replacing(path) as unfinished:
        unfinished.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_answers(path: Path, ballots: Mapping[str, Ballot]) -> Answers:
    """Read the answers of a session.

    Args:
        path: A table with the columns ``session, round, respondent, question, value``.
        ballots: The ballots of the session.

    Raises:
        InputError: With every row that is at fault.
    """
    (sheet, *_others) = read_sheets(path)
    head, *body = [row for row in sheet.rows if any(cell.strip() for cell in row)] or [[]]
    if tuple(cell.strip() for cell in head[: len(COLUMNS)]) != COLUMNS:
        raise InputError(
            gettext(
                "{file} has other columns than {columns}; give the answers of a session.",
                file=path.name,
                columns=", ".join(COLUMNS),
            )
        )
    faults: list[str] = []
    rows = []
    for number, cells in enumerate(body, start=2):
        try:
            rows.append(_row(cells, ballots))
        except InputError as error:
            faults += [
                gettext("row {row}: {fault}", row=number, fault=fault) for fault in error.faults
            ]
    if faults:
        raise InputError(*faults)
    return answers_of(rows)


def _row(cells: list[str], ballots: Mapping[str, Ballot]) -> Answer:
    named = dict(zip(COLUMNS, (cell.strip() for cell in cells), strict=False))
    try:
        row = AnswerRow.model_validate(named)
    except ValidationError as error:
        raise InputError(
            *(
                gettext(
                    "{field} is {given}; this is no answer of a session.",
                    field=".".join(map(str, fault["loc"])),
                    given=repr(named.get(str(fault["loc"][0]), "")),
                )
                for fault in error.errors()
            )
        ) from None
    ballot, _dot, question = row.question.partition(".")
    if ballot not in ballots:
        raise InputError(
            gettext(
                "{given} is no ballot of this session; use {allowed}.",
                given=repr(ballot),
                allowed=", ".join(ballots),
            )
        )
    values_of(ballots[ballot], {question: row.value})
    return Answer(**row.model_dump())
