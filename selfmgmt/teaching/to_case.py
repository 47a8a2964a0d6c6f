"""What a session voted, put into a case: weights of bodies, readiness and tensions.

Only what the screen of the session may show goes in: a body by its own answers alone, and never one
of fewer people than the floor. Positions on the tensions are sorted question by question, so that
nobody's answers hang together.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import ascii_lowercase

import numpy as np
from pydantic import TypeAdapter

from selfmgmt.case import Case
from selfmgmt.case.files import load_case
from selfmgmt.case.readiness import Readiness
from selfmgmt.case.saving import save_case
from selfmgmt.evidence.files import read_mapping
from selfmgmt.language import gettext
from selfmgmt.practice.answers import read_practice
from selfmgmt.scoring.criteria import default_criteria
from selfmgmt.scoring.profiles import spread_over_criteria
from selfmgmt.scoring.roles import load_roles
from selfmgmt.teaching.answers import Answers
from selfmgmt.teaching.ballot import HOME, TENSIONS, Ballot
from selfmgmt.teaching.session import Session
from selfmgmt.teaching.tally import Count, Tally, tally

_TENFOLD = 10  # points of 0 to 10 become points of 0 to 100, as elsewhere in a case
_DECIMALS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What may be shown of the last round of a ballot."""

    key: str
    ballot: Ballot
    tally: Tally
    session: Session


Written = tuple[Case, list[str]]
"""The case with a vote in it, and what the facilitator has to know."""


def write_votes(path: Path, answers: Answers, session: Session) -> list[str]:
    """Put what a session voted into a case file; what it held before stays beside it.

    Returns:
        What the facilitator has to know.

    Raises:
        InputError: The file cannot be read or written.
    """
    before = load_case(path)
    case, remarks = with_votes(before, answers, session)
    if case == before:
        return remarks
    saved = save_case(case, path, overwrite=True)
    remarks.append(gettext("{file} is written.", file=path))
    if saved.backup:
        remarks.append(gettext("What it held before is in {file}.", file=saved.backup.name))
    return remarks


def with_votes(case: Case, answers: Answers, session: Session) -> Written:
    """The case with the last round of each ballot that has a field in it."""
    remarks: list[str] = []
    for key, ballot in session.load_ballots().items():
        vote = _last_vote(key, ballot, answers, session)
        if vote is None:
            continue
        case, found = _WRITERS.get(key, _without_field)(case, vote)
        remarks += found
    return case, remarks or [gettext("Nothing was voted on that belongs in a case.")]


def _last_vote(key: str, ballot: Ballot, answers: Answers, session: Session) -> Vote | None:
    rounds = sorted({row.round for row in answers.rows if answers.of(key, row.round).rows})
    if not rounds:
        return None
    return Vote(
        key=key,
        ballot=ballot,
        tally=tally(answers.of(key, rounds[-1]), ballot),
        session=session,
    )


def _with_weights(case: Case, vote: Vote) -> Written:
    """The weights of each body, from the mean points that its own people gave to each goal."""
    criteria = {key: one for key, one in default_criteria().items() if not one.asked}
    weights, remarks = dict(case.weights), list[str]()
    for body, counts in vote.tally.bodies.items():
        label = load_roles()[body].label
        groups = {count.question: _mean(count) for count in counts}
        points = spread_over_criteria(groups, criteria)  # type: ignore[arg-type]  # keys of groups
        if body in case.voices:
            remarks.append(
                gettext(
                    "{body} has answers of its own people in the case; they stay, and the vote is "
                    "not put beside them.",
                    body=label,
                )
            )
        elif any(points.values()):
            weights[body] = {key: round(_TENFOLD * one, _DECIMALS) for key, one in points.items()}
            remarks.append(gettext("{body}: weights are in the case.", body=label))
    if not vote.tally.bodies:
        remarks.append(
            gettext(
                "No body has weights in the case: of none did enough people answer, or too few "
                "would be left of the others."
            )
        )
    return case.model_copy(update={"weights": weights}), remarks


def _with_readiness(case: Case, vote: Vote) -> Written:
    """The middle answer to each subject, with between which answers half lie as its range."""
    if case.readiness.respondents is not None:
        return case, [
            gettext("Readiness in the case comes from a survey; the vote does not replace it.")
        ]
    if not vote.tally.people:
        return case, [_too_few(vote)]
    scores = {count.question: _quartiles(count) for count in vote.tally.counts}
    source = gettext(
        "session {code}, {count} people", code=vote.session.code, count=vote.tally.people
    )
    written = {**case.readiness.model_dump(), **scores, "filled_in_by": source}
    readiness = Readiness.model_validate(written)
    return case.model_copy(update={"readiness": readiness}), [
        gettext("Readiness: {count} subjects are in the case.", count=len(scores))
    ]


def _with_tensions(case: Case, vote: Vote) -> Written:
    """The positions of each body, as so many letters as there are people, in rising order."""
    merged: dict[str, dict[str, list[int]]] = {}
    for role, counts in vote.tally.bodies.items():
        if body := tension_bodies().get(role):
            for count in counts:
                merged.setdefault(body, {}).setdefault(count.question, []).extend(_values(count))
    if not merged:
        return case, [_too_few(vote)]
    practice = {**case.practice, TENSIONS: dict(case.practice.get(TENSIONS, {}))}
    for body, rows in merged.items():
        lettered = {
            row: dict(zip(_letters(len(positions)), sorted(positions), strict=True))
            for row, positions in rows.items()
        }
        practice[TENSIONS][body] = {**practice[TENSIONS].get(body, {}), **lettered}
    return case.model_copy(update={"practice": read_practice(practice)}), [
        gettext("{ballot}: the positions are in the case.", ballot=vote.ballot.title)
    ]


def _without_field(case: Case, vote: Vote) -> Written:
    """Not in a case: the team yardstick is of the team, and a prediction is of the evening."""
    return case, [gettext("{ballot}: this stays in the report.", ballot=vote.ballot.title)]


_WRITERS: dict[str, Callable[[Case, Vote], Written]] = {
    "weights": _with_weights,
    "readiness": _with_readiness,
    "tensions_now": _with_tensions,
    "tensions_wanted": _with_tensions,
}


@cache
def tension_bodies() -> dict[str, str]:
    """For whom somebody speaks, to the body of the tensions that this belongs to.

    >>> tension_bodies()["directorate"]
    'executive'
    """
    return TypeAdapter(dict[str, str]).validate_python(read_mapping(HOME / "tension_bodies.yaml"))


def _too_few(vote: Vote) -> str:
    return gettext("{ballot}: too few people answered.", ballot=vote.ballot.title)


def _values(count: Count) -> list[int]:
    steps = np.arange(count.low, count.low + len(count.counts))
    found: list[int] = np.repeat(steps, count.counts).tolist()
    return found


def _mean(count: Count) -> float:
    return float(np.mean(_values(count)))


def _quartiles(count: Count) -> dict[str, float]:
    return dict(zip(("low", "central", "high"), count.quartiles, strict=True))


def _letters(many: int) -> list[str]:
    """One letter for each; with a figure behind it where there are more people than letters."""
    size = len(ascii_lowercase)
    return [
        ascii_lowercase[at % size] + (str(at // size + 1) if at >= size else "")
        for at in range(many)
    ]
