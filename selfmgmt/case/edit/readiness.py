"""A score of readiness, put into the case as it was written."""

from selfmgmt.case import Case
from selfmgmt.case.edit.checked import checked
from selfmgmt.case.ranges import read_range
from selfmgmt.case.readiness import Readiness
from selfmgmt.field_facts import fields_of

_MEASURED = ("respondents", "response", "measured_year", "measured_month")


def with_score(case: Case, key: str, written: str) -> Case:
    """The case with another score; scores that were changed are no survey any more.

    Raises:
        InputError: It is no figure or range from 1 to 5.
    """
    score = read_range(written, fields_of(Readiness)[key].limits)
    given = dict(case.readiness) | dict.fromkeys(_MEASURED) | {key: score}
    changed = checked(Readiness, given)
    if getattr(changed, key) == getattr(case.readiness, key):
        return case
    return case.model_copy(update={"readiness": changed})
