"""Answers from a survey of the organisation's own: exports of Forms, LimeSurvey or a spreadsheet.

Only the columns of the ballot are read. Names, addresses and everything else stay in the file; a
respondent is the number of a row.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext, ngettext
from selfmgmt.numbers import shortened
from selfmgmt.read_numbers import parse_bare_number
from selfmgmt.readiness.columns import recognise
from selfmgmt.readiness.finished import Row, finished_rows
from selfmgmt.readiness.sheet import Sheet
from selfmgmt.readiness.sheets import read_sheets
from selfmgmt.readiness.wording import both, plain
from selfmgmt.teaching.answers import Answers, answers_of, sheet_answers
from selfmgmt.teaching.ballot import Ballot, Question

_HEADER_WITHIN = 12
_BRACKETS = re.compile(r"\[([^\][]+)\]")
_CODE = re.compile(r"A(\d{1,2})")
_OPEN = {"", "-", "–", "n/a", "na"}
_MOST_LISTED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The answers in a file, and what was left out.

    Attributes:
        unfinished: How many rows of people who did not come to the end were left out.
        personal: Columns with personal data that were not read.
        missing: Questions for which there is no column.
    """

    answers: Answers
    unfinished: int
    personal: tuple[str, ...]
    missing: tuple[str, ...]

    def remarks(self) -> list[str]:
        """What the facilitator has to know."""
        people = len(self.answers.respondents)
        found = [ngettext("{count} person answered.", "{count} people answered.", people)]
        if self.unfinished:
            found.append(
                gettext(
                    "{count} rows of people who did not come to the end were left out.",
                    count=self.unfinished,
                )
            )
        if self.personal:
            names = ", ".join(self.personal[:_MOST_LISTED])
            found.append(gettext("Personal data were not read: {columns}.", columns=names))
        if self.missing:
            found.append(gettext("There is no column for {names}.", names=", ".join(self.missing)))
        return found


def read_export(path: Path, key: str, ballot: Ballot, *, session: str, round_number: int) -> Export:
    """Read the answers to one ballot.

    Args:
        path: A .csv, .xlsx or .ods file. Columns are known by the key or the text of the
            question, in either language; answers by number, by words, or by their code (A1, A2).
        key: Key of the ballot.
        ballot: The ballot.
        session: The short code of the session.
        round_number: The round that these answers belong to.

    Raises:
        InputError: No column is a question of the ballot, or more than one is the same; and with
            every cell that is no answer.
    """
    sheet, at, columns = _header(read_sheets(path), key, ballot)
    kinds = [recognise([head]) for head in sheet.rows[at]]
    signs = {
        one.key: column for column, one in enumerate(kinds) if one.kind == "bookkeeping" and one.key
    }
    names = {sign: sheet.rows[at][column].strip() for sign, column in signs.items()}
    body = [(number, row) for number, row in enumerate(sheet.rows[at + 1 :], at + 2) if any(row)]
    kept, unfinished = finished_rows(body, signs, names)
    return Export(
        answers=answers_of(
            row
            for respondent, values in _read_rows(kept, ballot, columns).items()
            for row in sheet_answers(session, round_number, respondent, key, values)
        ),
        unfinished=unfinished,
        personal=tuple(
            shortened(one.header.strip())
            for column, one in enumerate(kinds)
            if one.kind == "personal" and column not in columns.values()
        ),
        missing=tuple(name for name in ballot.questions if name not in columns),
    )


def _header(sheets: Sequence[Sheet], key: str, ballot: Ballot) -> tuple[Sheet, int, dict[str, int]]:
    """The sheet and row with the names of the columns, and the column of each question."""
    for sheet in sheets:
        for at, row in enumerate(sheet.rows[:_HEADER_WITHIN]):
            names = [_named(head, key, ballot) for head in row]
            named = [(name, column) for column, name in enumerate(names) if name]
            if named:
                _refuse_twice([name for name, _column in named])
                return sheet, at, dict(named)
    raise InputError(
        gettext(
            "no column is a question of “{ballot}”; put its key or its text above each column, "
            "such as {example}.",
            ballot=ballot.title,
            example=next(iter(ballot.questions)),
        )
    )


def _named(head: str, key: str, ballot: Ballot) -> str:
    """The question that a heading names; empty when it names none."""
    parts = {plain(part) for part in (head, *_BRACKETS.findall(head))}
    for name, question in ballot.questions.items():
        spellings = {plain(text) for text in (name, f"{key}.{name}", f"{key}_{name}")}
        if parts & (spellings | {plain(label) for label in both(question.label)}):
            return name
    return ""


def _refuse_twice(names: Sequence[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            *(gettext("more than one column is {item}; keep one.", item=name) for name in twice)
        )


def _read_rows(
    rows: Sequence[Row], ballot: Ballot, columns: dict[str, int]
) -> dict[str, dict[str, int]]:
    """Respondent to question to answer."""
    faults: list[str] = []
    found: dict[str, dict[str, int]] = {}
    for number, row in rows:
        values: dict[str, int] = {}
        for name, column in columns.items():
            written = row[column].strip() if column < len(row) else ""
            if written.casefold() in _OPEN:
                continue
            value = _value(written, ballot.questions[name])
            if value is None:
                faults.append(_no_answer(number, name, written, ballot.questions[name]))
            else:
                values[name] = value
        found[f"row-{number}"] = values
    if faults:
        raise InputError(*faults[:_MOST_LISTED])
    return found


def _value(written: str, question: Question) -> int | None:
    """The answer that is written: a number, the words of a step, or its code."""
    with suppress(InputError):
        number = parse_bare_number(written)
        return int(number) if number in question.values else None
    for column, step in enumerate(question.steps):
        if plain(written) in {plain(words) for words in both(step)}:
            return question.low + column
    code = _CODE.fullmatch(written)
    value = question.low + int(code[1]) - 1 if code else None
    return value if value in question.values else None


def _no_answer(number: int, name: str, written: str, question: Question) -> str:
    return gettext(
        "row {row}, {question}: {given} is no answer; use {low} to {high}, or leave it open.",
        row=number,
        question=name,
        given=repr(shortened(written)),
        low=question.low,
        high=question.high,
    )
