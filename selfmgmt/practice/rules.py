"""The rules by their names: each a pure function from answers to a result."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.practice.adviser_mix import adviser_mix
from selfmgmt.practice.answers import Answers, with_fixed
from selfmgmt.practice.autonomy import autonomy
from selfmgmt.practice.connections import connections
from selfmgmt.practice.connectors import connectors
from selfmgmt.practice.control_fit import control_fit
from selfmgmt.practice.differences import differences
from selfmgmt.practice.goals import goals
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.known import find_instrument
from selfmgmt.practice.lessons import lessons
from selfmgmt.practice.moments import changes, tables_earlier, tables_now
from selfmgmt.practice.result import PracticeResult
from selfmgmt.practice.role_coverage import role_coverage
from selfmgmt.practice.steering import steering
from selfmgmt.practice.tensions import tensions
from selfmgmt.practice.who_decides import who_decides
from selfmgmt.values import unknown

Rule = Callable[[Instrument, Mapping[str, Answers], Mapping[str, Any]], PracticeResult]
"""Takes the instrument, the table of each body, and what else is known (such as the design)."""

RULES: Mapping[str, Rule] = {
    "adviser_mix": adviser_mix,
    "autonomy": autonomy,
    "connections": connections,
    "connectors": connectors,
    "control_fit": control_fit,
    "differences": differences,
    "goals": goals,
    "lessons": lessons,
    "role_coverage": role_coverage,
    "steering": steering,
    "tensions": tensions,
    "who_decides": who_decides,
}


def practice_result(
    key: str, practice: Mapping[str, Any], known: Mapping[str, Any] | None = None
) -> PracticeResult:
    """What an instrument says of what was filled in, and what changed since the time before.

    Args:
        key: The instrument.
        practice: The section of a case: instrument, body, row, column.
        known: What else the rule may use, such as the levers of the chosen design.

    Raises:
        InputError: There is no such instrument, or it asks for a rule that does not exist.
    """
    instrument = find_instrument(key)
    if instrument.rule not in RULES:
        raise InputError(f"{key}, rule: {unknown(instrument.rule, RULES)}")
    given = practice.get(key, {})
    now = _result(instrument, tables_now(given), known or {})
    earlier = tables_earlier(given)
    if not earlier:
        return now
    day, tables = earlier.popitem()
    before = _result(instrument, tables, known or {})
    return replace(now, findings=(*now.findings, *changes(instrument, before, now, day)))


def _result(
    instrument: Instrument, given: Mapping[str, Any], known: Mapping[str, Any]
) -> PracticeResult:
    bodies = dict.fromkeys([*instrument.bodies, *given])
    tables = {body: with_fixed(instrument, given.get(body, {})) for body in bodies}
    return RULES[instrument.rule](instrument, tables, known)
