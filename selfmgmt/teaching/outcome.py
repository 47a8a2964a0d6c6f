"""What came of a session: weights before and after, what divides people, predictions, notes."""

from dataclasses import dataclass
from pathlib import Path

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.teaching.answers import Answers, read_answers
from selfmgmt.teaching.ballot import BODY, Ballot
from selfmgmt.teaching.experiments import PREFIX
from selfmgmt.teaching.export import FILE
from selfmgmt.teaching.notes import Notes, read_notes
from selfmgmt.teaching.serve import experiment_results
from selfmgmt.teaching.session import Session, read_session
from selfmgmt.teaching.state import Results
from selfmgmt.teaching.tally import Tally, agreement, tally, what_divides


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a session.

    Attributes:
        tallies: Ballot and round to what may be shown of it, in order.
        agreement: Ballot and round to Kendall's W of the order in which people put questions.
        divides: Ballot and round to how much more people would agree without a question.
        results: What the model says of each experiment.
    """

    session: Session
    ballots: dict[str, Ballot]
    answers: Answers
    tallies: dict[tuple[str, int], Tally]
    agreement: dict[tuple[str, int], float | None]
    divides: dict[tuple[str, int], dict[str, float]]
    results: Results
    notes: Notes

    def rounds(self, ballot: str) -> tuple[int, ...]:
        """The rounds in which a ballot was answered, first to last."""
        return tuple(turn for key, turn in self.tallies if key == ballot)

    def first_and_last(self, ballot: str) -> tuple[Tally, ...]:
        """The first and the last round of a ballot that may be shown; one, or none."""
        visible = [
            self.tallies[ballot, turn]
            for turn in self.rounds(ballot)
            if self.tallies[ballot, turn].people
        ]
        return tuple(visible[:1] + visible[1:][-1:])

    @property
    def predictions(self) -> dict[str, dict[str, dict[str, int]]]:
        """Experiment to table to what it predicted, in the last round."""
        return {
            key.removeprefix(PREFIX): self.answers.of(key, self.rounds(key)[-1]).sheets()
            for key in self.ballots
            if key.startswith(PREFIX) and self.rounds(key)
        }


def outcome_of(folder: str | Path) -> Outcome:
    """Everything that a report of a session tells.

    Raises:
        InputError: The folder has no session or no answers.
    """
    home = Path(folder)
    session = read_session(home)
    ballots = session.load_ballots()
    answers = answers_in(home)
    rows = {
        (key, turn): answers.of(key, turn)
        for key in ballots
        for turn in sorted({row.round for row in answers.rows})
        if answers.of(key, turn).rows
    }
    ordered = {at: one for at, one in rows.items() if ballots[at[0]].by == "person"}
    questions = {key: [one for one in ballots[key].questions if one != BODY] for key in ballots}
    return Outcome(
        session=session,
        ballots=ballots,
        answers=answers,
        tallies={at: tally(one, ballots[at[0]]) for at, one in rows.items()},
        agreement={at: agreement(one, questions[at[0]]) for at, one in ordered.items()},
        divides={at: what_divides(one, questions[at[0]]) for at, one in ordered.items()},
        results=experiment_results(home, session),
        notes=read_notes(home),
    )


def answers_in(folder: Path) -> Answers:
    """The answers of the session in a folder.

    Raises:
        InputError: There are none, or they have faults.
    """
    path = folder / FILE
    if not path.is_file():
        raise InputError(
            gettext(
                "{folder} has no answers yet; keep them in the room, or read them with "
                "`selfmgmt teach read`.",
                folder=folder,
            )
        )
    return read_answers(path, read_session(folder).load_ballots())
