"""Answers that leave the room: only of enough people, in one file, after which the room forgets."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from selfmgmt.language import gettext
from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import (
    Answer,
    Answers,
    answers_of,
    read_answers,
    write_answers,
)
from selfmgmt.teaching.ballot import BODY, Ballot
from selfmgmt.teaching.store import Store
from selfmgmt.teaching.tally import tally

FILE = "answers.csv"


def export(store: Store, folder: Path) -> list[str]:
    """Write the answers that may leave, and forget all that the room kept.

    Answers that are in the file already, from codes or a survey, stay in it.

    Returns:
        What the facilitator has to know.

    Raises:
        InputError: The file cannot be read, or has other answers of the same table; the room then
            keeps everything.
    """
    answers, left_out = exportable(store.answers(), store.ballots)
    path = folder / FILE
    before = read_answers(path, store.ballots) if path.exists() else Answers(())
    write_answers(answers_of({*before.rows, *answers.rows}), path)
    store.destroy()
    return [gettext("{file} is written, and the room has forgotten it.", file=path), *left_out]


def exportable(answers: Answers, ballots: Mapping[str, Ballot]) -> tuple[Answers, list[str]]:
    """The answers without those of too few people, and what was left out.

    A ballot or question that fewer people answered than the floor goes; and for whom somebody
    speaks goes where that body may not be shown.
    """
    kept: list[Answer] = []
    remarks = []
    for ballot, turn in sorted({_turn(row) for row in answers.rows}):
        rows = answers.of(ballot, turn)
        found = tally(rows, ballots[ballot])
        if found.hidden:
            remarks.append(
                gettext(
                    "Left out, for too few people answered: {ballot}, round {round}, {count} "
                    "questions.",
                    ballot=ballots[ballot].title,
                    round=turn,
                    count=len(found.hidden),
                )
            )
        visible = {count.question for count in found.counts}
        bodies = {value for value, key in enumerate(load_roles(), 1) if key in found.bodies}
        kept += _allowed(rows, visible, bodies)
    return Answers(tuple(sorted(kept))), remarks


def _turn(row: Answer) -> tuple[str, int]:
    return row.question.partition(".")[0], row.round


def _allowed(rows: Answers, visible: set[str], bodies: set[int]) -> Iterator[Answer]:
    for row in rows.rows:
        question = row.question.partition(".")[2]
        if question in visible or (question == BODY and row.value in bodies):
            yield row
