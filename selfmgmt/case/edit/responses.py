"""What the people of a role answered on weights, put into the case and taken out again."""

from selfmgmt.case import Case
from selfmgmt.case.known import with_own
from selfmgmt.case.response import Response
from selfmgmt.errors import InputError
from selfmgmt.language import gettext

FIRST = "A"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def responses(case: Case, role: str) -> dict[str, Response]:
    """Letter to what that person of a role answered.

    Points that a case gives to a role as a whole are those of its first person.
    """
    given = dict(case.voices.get(role, {}))
    if not given and role in case.weights:
        with with_own(case.criteria):
            points = {"method": "points", "points": case.weights[role]}
            return {FIRST: Response.model_validate(points)}
    return given


def free_letter(case: Case, role: str) -> str:
    """The letter of a new person of a role.

    Raises:
        InputError: All letters are taken.
    """
    taken = responses(case, role)
    free = next((letter for letter in _LETTERS if letter not in taken), None)
    if free is None:
        raise InputError(gettext("There are no letters left: a role has at most 26 people here."))
    return free


def with_response(case: Case, role: str, letter: str, response: Response | None) -> Case:
    """The case with what one person answered; without that person when it is nothing.

    Points of the role as a whole make place for the answers of its people.
    """
    given = responses(case, role)
    given.pop(letter, None)
    if response is not None:
        given = dict(sorted({**given, letter: response}.items()))
    by_role = {key: each for key, each in {**case.voices, role: given}.items() if each}
    weights = {key: points for key, points in case.weights.items() if key != role}
    return case.model_copy(update={"voices": by_role, "weights": weights})
