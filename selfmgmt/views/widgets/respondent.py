"""Who answers on the page of weighing, and how answers become weights in the case."""

from dataclasses import dataclass, field, replace

from selfmgmt.case import Case
from selfmgmt.case.edit.responses import FIRST, free_letter, responses, with_response
from selfmgmt.case.edit.weights import Draft, draft_of
from selfmgmt.case.response import Response
from selfmgmt.scoring.criteria import weighed_criteria
from selfmgmt.views.widgets.tool import ViewState


@dataclass(frozen=True, slots=True, kw_only=True)
class Respondent(ViewState):
    """The page with the answers of one person, complete or not; ``selected`` is the role.

    Attributes:
        letter: Which person of the role.
        draft: What this person has answered so far.
    """

    letter: str = FIRST
    draft: Draft = field(default_factory=lambda: Draft(counts=()))

    @property
    def answers(self) -> Response | None:
        """What this person said, as the case holds it."""
        return responses(self.case, self.selected).get(self.letter)


def known_criteria(case: Case) -> tuple[str, ...]:
    """All criteria that people can weigh."""
    return tuple(weighed_criteria(case))


def letters_of(view: Respondent) -> list[str]:
    """The people of the role, the one who answers now among them."""
    return sorted({*responses(view.case, view.selected), view.letter})


def respondent_of(view: Respondent, letter: str) -> Respondent:
    """The page with one person of the role; the first one when no letter is given."""
    given = responses(view.case, view.selected)
    letter = letter or next(iter(given), FIRST)
    return replace(
        view, letter=letter, draft=draft_of(given.get(letter), known_criteria(view.case))
    )


def next_respondent(view: Respondent) -> Respondent:
    """The page with a new person of the role.

    Raises:
        InputError: All letters are taken.
    """
    return respondent_of(view, free_letter(view.case, view.selected))


def with_draft(view: Respondent, draft: Draft) -> Respondent:
    """The page with other answers; the case has them too once they are complete."""
    answers = draft.response(view.case)
    return replace(view if answers is None else _with(view, answers), draft=draft)


def without_answers(view: Respondent) -> Respondent:
    """The page when one person said nothing."""
    return respondent_of(_with(view, None), "")


def _with(view: Respondent, answers: Response | None) -> Respondent:
    return replace(view, case=with_response(view.case, view.selected, view.letter, answers))
