"""What people judge of an option, put into the case as it was written."""

from selfmgmt.case import Case
from selfmgmt.case.edit.checked import checked
from selfmgmt.case.ranges import read_range
from selfmgmt.case.tables import JUDGED, Judgement


def with_judgement(case: Case, criterion: str, option: str, written: str) -> Case:
    """The case with another judgement of an option on a criterion; an empty one is taken back.

    Raises:
        InputError: It is no figure or range from 0 to 100.
    """
    row = {**case.judgements.get(criterion, {})}
    row.pop(option, None)
    if written.strip():
        row[option] = checked(Judgement, read_range(written, JUDGED), record=Case)
    rows = {**case.judgements, criterion: row}
    return case.model_copy(update={"judgements": {key: one for key, one in rows.items() if one}})
