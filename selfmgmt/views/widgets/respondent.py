"""Who answers on the page of weighing, and how answers become weights in the case."""

from dataclasses import dataclass, field, replace

from selfmgmt.case import Case
from selfmgmt.case.edit.weights import Draft, draft_of
from selfmgmt.case.known import with_own
from selfmgmt.case.response import Response
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.scoring.criteria import weighed_criteria
from selfmgmt.views.widgets.tool import ViewState

_FIRST = "A"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent(ViewState):
    """The page with the answers of one person, complete or not; ``selected`` is the role.

    Attributes:
        letter: Which person of the role.
        draft: What this person has answered so far.
    """

    letter: str = _FIRST
    draft: Draft = field(default_factory=lambda: Draft(counts=()))

    @property
    def answers(self) -> Response | None:
        """What this person said, as the case holds it."""
        return responses(self.case, self.selected).get(self.letter)


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


def letters_of(view: Respondent) -> list[str]:
    """The people of the role, the one who answers now among them."""
    return sorted({*responses(view.case, view.selected), view.letter})


def respondent_of(view: Respondent, letter: str) -> Respondent:
    """The page with one person of the role; the first one when no letter is given."""
    given = responses(view.case, view.selected)
    letter = letter or next(iter(given), _FIRST)
    return replace(
        view, letter=letter, draft=draft_of(given.get(letter), known_criteria(view.case))
    )


def next_respondent(view: Respondent) -> Respondent:
    """The page with a new person of the role.

    Raises:
        InputError: All letters are taken.
    """
    taken = responses(view.case, view.selected)
    free = next((letter for letter in _LETTERS if letter not in taken), None)
    if free is None:
        raise InputError(gettext("There are no letters left: a role has at most 26 people here."))
    return respondent_of(view, free)


def with_draft(view: Respondent, draft: Draft) -> Respondent:
    """The page with other answers; the case has them too once they are complete."""
    answers = draft.response(view.case)
    return replace(view if answers is None else _with(view, answers), draft=draft)


def without_answers(view: Respondent) -> Respondent:
    """The page when one person said nothing."""
    return respondent_of(_with(view, None), "")


def _with(view: Respondent, answers: Response | None) -> Respondent:
    given = responses(view.case, view.selected)
    given.pop(view.letter, None)
    if answers is not None:
        given = dict(sorted({**given, view.letter: answers}.items()))
    by_role = {**view.case.voices, view.selected: given}
    people = {role: each for role, each in by_role.items() if each}
    weights = {role: points for role, points in view.case.weights.items() if role != view.selected}
    return replace(view, case=view.case.model_copy(update={"voices": people, "weights": weights}))
