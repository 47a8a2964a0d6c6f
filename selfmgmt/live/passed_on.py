"""The case as it travels in a page that is passed on: without what one person filled in."""

from selfmgmt.case import Case
from selfmgmt.practice.leaving import without_persons
from selfmgmt.scoring.elicitation import points_of_roles

_POINTS, _DECIMALS = 100, 2


def passed_on(case: Case) -> Case:
    """The case without tables that stay with a team, and with the mean of those who weighed.

    Who gets such a page can go on with the case, and cannot look into anyone's sheet.
    """
    found = {"practice": without_persons(case.practice)}
    if case.voices:
        points = points_of_roles(case)
        means = {
            role: {key: round(_POINTS * one, _DECIMALS) for key, one in points[role].items()}
            for role in case.voices
        }
        found |= {"voices": {}, "weights": {**case.weights, **means}}
    return case.model_copy(update=found)
