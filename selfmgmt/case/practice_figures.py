"""Figures of one's own that follow from instruments of practice."""

from selfmgmt.case.case import Case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.practice import practice_result
from selfmgmt.practice.role_coverage import uncovered_today

ROLES = "role_coverage"


def with_counted_cover(case: Case) -> Case:
    """The case in which the chance of an uncovered function is what its teams counted.

    That is the mean over all tasks that teams filled in. Do this when they are a fair sample of the
    work: the model takes it for the whole organisation (equation E11).

    Raises:
        InputError: No team has filled in who can do what.
        ValidationError: The figure lies outside what the model can take.
    """
    counted = uncovered_today(practice_result(ROLES, case.practice))
    if counted is None:
        raise InputError(gettext("No team has filled in who can do what yet."))
    written = {**case.organisation.model_dump(), "vulnerability_today": counted.model_dump()}
    return case.model_copy(update={"organisation": OwnFigures.model_validate(written)})
