"""Figures of one's own that follow from instruments of practice."""

from pydantic import ValidationError

from selfmgmt.case.case import Case
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.errors import InputError
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.fields import Estimate
from selfmgmt.language import gettext
from selfmgmt.numbers import percentage
from selfmgmt.practice import practice_result
from selfmgmt.practice.role_coverage import uncovered_today

ROLES = "role_coverage"
_FLOOR = "anonymity_min_respondents"


def fewest_reported() -> int:
    """The fewest people of a team of whom anything may be reported."""
    return int(load_ledger().for_calculation(_FLOOR).estimate.low)


def counted_cover(case: Case) -> Estimate | None:
    """The chance of an uncovered function as teams counted it; None when none may be reported."""
    return uncovered_today(practice_result(ROLES, case.practice), floor=fewest_reported())


def with_counted_cover(case: Case) -> Case:
    """The case in which the chance of an uncovered function is what its teams counted.

    That is the mean over all tasks of the teams that are large enough to be reported. Do this when
    they are a fair sample of the work: the model takes it for the whole organisation (equation
    E11).

    Raises:
        InputError: No team has filled in who can do what, those that did are too small, or the
            figure lies outside what the model can take.
    """
    counted = counted_cover(case)
    if counted is None:
        raise InputError(
            gettext(
                "no team of {fewest} people or more has filled in who can do what.",
                fewest=fewest_reported(),
            )
        )
    written = {**case.organisation.model_dump(), "vulnerability_today": counted.model_dump()}
    try:
        organisation = OwnFigures.model_validate(written)
    except ValidationError:
        raise InputError(
            gettext(
                "the counted chance is {low} to {high}, which is outside what the model can take; "
                "check who can do what.",
                low=percentage(counted.low, 2),
                high=percentage(counted.high, 2),
            )
        ) from None
    return case.model_copy(update={"organisation": organisation})
