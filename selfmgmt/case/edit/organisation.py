"""A figure of the organisation itself, put into the case as it was written."""

from selfmgmt.case import Case
from selfmgmt.case.edit.checked import checked
from selfmgmt.case.organisation import OwnFigures
from selfmgmt.case.ranges import read_range
from selfmgmt.field_facts import fields_of


def with_figure(case: Case, key: str, written: str) -> Case:
    """The case with another figure of the organisation; an empty one is open again.

    Raises:
        InputError: It is not allowed there.
    """
    value = read_range(written, fields_of(OwnFigures)[key].limits)
    own = checked(OwnFigures, dict(case.organisation) | {key: value})
    return case.model_copy(update={"organisation": own})
