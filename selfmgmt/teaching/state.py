"""What the pages of a room show: never more than the phase allows, and never of too few people."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import TypedDict

from selfmgmt.language import speaking
from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import TABLE, Answers
from selfmgmt.teaching.ballot import Ballot, fewest_people
from selfmgmt.teaching.experiments import PREFIX, ExperimentResult, load_experiments
from selfmgmt.teaching.store import Store, Turn
from selfmgmt.teaching.tally import Count, tally

Results = Mapping[str, ExperimentResult]
"""Experiment to what the model says of it."""


class QuestionOnPage(TypedDict):
    """One question of a ballot."""

    key: str
    label: str
    note: str
    low: int
    high: int
    steps: list[str]
    ends: list[str]


class BallotOnPage(TypedDict):
    """A ballot in the language of the reader."""

    key: str
    title: str
    intro: str
    by: str
    questions: list[QuestionOnPage]


class CountOnPage(TypedDict):
    """How many people gave each answer."""

    question: str
    label: str
    low: int
    counts: list[int]
    quartiles: list[float]


class ExperimentOnPage(TypedDict):
    """What each table predicted, beside what the model says."""

    model: dict[str, object]
    explain: str
    unit: str
    tables: list[dict[str, int]]


class ResultOnPage(TypedDict):
    """What the room answered, now and in the round before."""

    people: int | None
    counts: list[CountOnPage]
    before: list[CountOnPage]
    hidden: list[str]
    bodies: dict[str, list[CountOnPage]]
    experiment: ExperimentOnPage | None


class RoomState(TypedDict):
    """What everybody in the room may know now."""

    session: str
    phase: str
    nonce: str
    round: int
    people: int
    answered: int
    floor: int
    tables: int
    ballot: BallotOnPage | None
    result: ResultOnPage | None


def state_of(store: Store, results: Results, language: str) -> RoomState:
    """What everybody in the room may know now; the result only when it is revealed."""
    turn = store.turn()
    with speaking(language):
        return {
            "session": store.session.code,
            "phase": turn.phase,
            "nonce": turn.nonce,
            "round": turn.round,
            "people": store.guests.count(),
            "answered": store.answered(turn),
            "floor": fewest_people(),
            "tables": store.session.tables,
            "ballot": ballot_document(turn.ballot, store.ballots),
            "result": _result(store, turn, results) if turn.phase == "revealed" else None,
        }


def ballot_document(key: str, ballots: Mapping[str, Ballot]) -> BallotOnPage | None:
    """A ballot for a page, in the language of the reader."""
    ballot = ballots.get(key)
    if ballot is None:
        return None
    return {
        "key": key,
        "title": str(ballot.title),
        "intro": str(ballot.intro),
        "by": ballot.by,
        "questions": [
            {
                "key": name,
                "label": str(question.label),
                "note": str(question.note or ""),
                "low": question.low,
                "high": question.high,
                "steps": list(map(str, question.steps)),
                "ends": list(map(str, question.ends)),
            }
            for name, question in ballot.questions.items()
        ],
    }


def _result(store: Store, turn: Turn, results: Results) -> ResultOnPage:
    ballot = store.ballots[turn.ballot]
    answers = store.answers().of(turn.ballot, turn.round)
    before = store.answers().of(turn.ballot, turn.round - 1)
    found = tally(answers, ballot)
    return {
        "people": found.people,
        "counts": list(map(_count, found.counts)),
        "before": list(map(_count, tally(before, ballot).counts)),
        "hidden": list(found.hidden),
        "bodies": {
            str(load_roles()[key].label): list(map(_count, counts))
            for key, counts in found.bodies.items()
        },
        "experiment": _experiment(turn.ballot, answers, results),
    }


def _count(count: Count) -> CountOnPage:
    return {
        "question": count.question,
        "label": str(count.label),
        "low": count.low,
        "counts": list(count.counts),
        "quartiles": list(count.quartiles),
    }


def _experiment(ballot: str, answers: Answers, results: Results) -> ExperimentOnPage | None:
    """What each table predicted, beside what the model says."""
    key = ballot.removeprefix(PREFIX)
    if not ballot.startswith(PREFIX) or key not in results:
        return None
    sheets = answers.sheets()
    return {
        "model": asdict(results[key]),
        "explain": str(load_experiments()[key].explain),
        "unit": load_experiments()[key].unit,
        "tables": [
            {"table": _table(name), **sheet}
            for name, sheet in sorted(sheets.items(), key=_of_table)
        ],
    }


def _table(name: str) -> int:
    found = TABLE.fullmatch(name)
    return int(found[1]) if found else 0


def _of_table(one: tuple[str, dict[str, int]]) -> int:
    return _table(one[0])
