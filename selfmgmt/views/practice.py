"""The result of an instrument of practice for a case, and the table of it that is shown."""

from selfmgmt.case import Case
from selfmgmt.case.design import Design
from selfmgmt.practice import Instrument, PracticeResult, find_instrument, practice_result
from selfmgmt.practice.moments import tables_now
from selfmgmt.practice.who_decides import MANDATE


def result_of(case: Case, key: str, option: str = "") -> PracticeResult:
    """The result of an instrument, checked against the design of one option when it is given."""
    known = {MANDATE: mandate_of(case.design(option))} if option else {}
    return practice_result(key, case.practice, known)


def mandate_of(design: Design) -> dict[str, int]:
    """The delegation level of each domain in a design."""
    return {key: int(level) for key, level in dict(design.autonomy).items()}


def selected_body(instrument: Instrument, result: PracticeResult, case: Case) -> str:
    """The body whose table is shown: that of what was agreed, else the first that began."""
    filled = tables_now(case.practice.get(instrument.key, {}))
    if instrument.agreed in filled:
        return str(instrument.agreed)
    return next(iter(filled), next(iter(result.answered), ""))


def reported_bodies(instrument: Instrument, result: PracticeResult, case: Case) -> tuple[str, ...]:
    """The bodies whose tables are reported: what was agreed alone, else all that began."""
    filled = tables_now(case.practice.get(instrument.key, {}))
    if instrument.agreed or not filled:
        return (selected_body(instrument, result, case),)
    return tuple(filled)


def open_instruments(case: Case) -> list[Instrument]:
    """The instruments on which something was filled in that may leave those who did so."""
    found = [find_instrument(key) for key in case.practice]
    return [instrument for instrument in found if not instrument.private]
