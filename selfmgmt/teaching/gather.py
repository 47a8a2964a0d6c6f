"""Put answers together in the folder of a session, whichever way they came in."""

from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.teaching.answers import Answer, Answers, answers_of, read_answers, write_answers
from selfmgmt.teaching.ballot import Ballot
from selfmgmt.teaching.chat import read_chat
from selfmgmt.teaching.export import FILE
from selfmgmt.teaching.importing import read_export
from selfmgmt.teaching.session import read_session

_TEXTS = (".txt", ".md", ".log")


def gather(folder: Path, file: Path, *, ballot: str, round_number: int) -> list[str]:
    """Add the answers in a file to those of the session.

    Args:
        folder: The folder of the session.
        file: A pasted chat with answer codes (.txt), or a table from a survey tool.
        ballot: Which ballot a table answers; a code tells it itself.
        round_number: Which round a table belongs to.

    Returns:
        What the facilitator has to know.

    Raises:
        InputError: The file cannot be read, or answers of a table are there already. A chat may be
            read again when it has grown.
    """
    session = read_session(folder)
    ballots = session.load_ballots()
    path = folder / FILE
    before = read_answers(path, ballots) if path.exists() else Answers(())
    if file.suffix.lower() in _TEXTS and not ballot:
        codes = read_chat(_text(file), ballots, session.code)
        found, remarks = codes.answers(session.code, ballots), codes.remarks()
        before, replaced = _without(before, found)
        if replaced:
            remarks.append(
                gettext(
                    "This chat takes the place of what was read earlier of: {names}.",
                    names=", ".join(replaced),
                )
            )
    else:
        answered = _survey_ballot(ballot, ballots)
        export = read_export(
            file, ballot, answered, session=session.code, round_number=round_number
        )
        found, remarks = export.answers, export.remarks()
    write_answers(answers_of((*before.rows, *found.rows)), path)
    return [*remarks, gettext("{file} now has the answers of this session.", file=path)]


def _survey_ballot(key: str, ballots: dict[str, Ballot]) -> Ballot:
    """The ballot that a table of a survey tool answers."""
    if key not in ballots:
        raise InputError(
            gettext(
                "A table answers one ballot; say which with --vote: {allowed}.",
                allowed=", ".join(ballots),
            )
        )
    if ballots[key].by == "table":
        raise InputError(
            gettext(
                "“{ballot}” is answered by tables, and a table of a survey tool has people; use "
                "answer codes or the room.",
                ballot=ballots[key].title,
            )
        )
    return ballots[key]


def _without(before: Answers, found: Answers) -> tuple[Answers, tuple[str, ...]]:
    """The answers without the sheets that a later chat holds as well; whose were different."""
    again = {_sheet(row) for row in found.rows}
    out = Answers(tuple(row for row in before.rows if _sheet(row) in again))
    kept = Answers(tuple(row for row in before.rows if _sheet(row) not in again))
    return kept, Answers(tuple(set(out.rows) - set(found.rows))).respondents


def _sheet(row: Answer) -> tuple[int, str, str]:
    return row.round, row.respondent, row.question.partition(".")[0]


def _text(file: Path) -> str:
    if not file.is_file():
        raise InputError(gettext("{file} does not exist; check the name.", file=file))
    return file.read_bytes().decode("utf-8", errors="replace")
