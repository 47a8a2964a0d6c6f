"""Who answers on the page of weighing, and how answers become weights in the case."""

from dataclasses import dataclass, field, replace

from selfmgmt.case import Case
from selfmgmt.case.edit.weights import Draft, draft_of
from selfmgmt.case.known import with_own
from selfmgmt.case.response import Response
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.criteria import weighed_criteria
from selfmgmt.views.widgets.tool import Desk

_FIRST = "A"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent(Desk):
    """The page with the answers of one person, complete or not; ``in_hand`` is the role.

    Attributes:
        letter: Which person of the role.
        draft: What this person has answered so far.
    """

    letter: str = _FIRST
    draft: Draft = field(default_factory=lambda: Draft(counts=()))

    @property
    def answers(self) -> Response | None:
        """What this person said, as the case holds it."""
        return responses(self.case, self.in_hand).get(self.letter)


def responses(case: Case, role: str) -> dict[str, Response]:
    """Letter to what that person of a role said.

    Points that a case gives to a role as a whole are those of its first person.
    """
    given = dict(case.voices.get(role, {}))
    if not given and role in case.weights:
        with with_own(case.criteria):
            points = {"method": "points", "points": case.weights[role]}
            return {_FIRST: Response.model_validate(points)}
    return given


def known_criteria(case: Case) -> tuple[str, ...]:
    """All criteria that people can weigh."""
    return tuple(weighed_criteria(case))


def letters_of(desk: Respondent) -> list[str]:
    """The people of the role, the one who answers now among them."""
    return sorted({*responses(desk.case, desk.in_hand), desk.letter})


def respondent_of(desk: Respondent, letter: str) -> Respondent:
    """The page with one person of the role; the first one when no letter is given."""
    given = responses(desk.case, desk.in_hand)
    letter = letter or next(iter(given), _FIRST)
    return replace(
        desk, letter=letter, draft=draft_of(given.get(letter), known_criteria(desk.case))
    )


def next_respondent(desk: Respondent) -> Respondent:
    """The page with a new person of the role.

    Raises:
        InputError: All letters are taken.
    """
    taken = responses(desk.case, desk.in_hand)
    free = next((letter for letter in _LETTERS if letter not in taken), None)
    if free is None:
        raise InputError(gettext("There are no letters left: a role has at most 26 people here."))
    return respondent_of(desk, free)


def with_draft(desk: Respondent, draft: Draft) -> Respondent:
    """The page with other answers; the case has them too once they are complete."""
    answers = draft.response(desk.case)
    return replace(desk if answers is None else _with(desk, answers), draft=draft)


def without_answers(desk: Respondent) -> Respondent:
    """The page when one person said nothing."""
    return respondent_of(_with(desk, None), "")


def _with(desk: Respondent, answers: Response | None) -> Respondent:
    given = responses(desk.case, desk.in_hand)
    given.pop(desk.letter, None)
    if answers is not None:
        given = dict(sorted({**given, desk.letter: answers}.items()))
    voices = {**desk.case.voices, desk.in_hand: given}
    people = {role: each for role, each in voices.items() if each}
    weights = {role: points for role, points in desk.case.weights.items() if role != desk.in_hand}
    return replace(desk, case=desk.case.model_copy(update={"voices": people, "weights": weights}))
