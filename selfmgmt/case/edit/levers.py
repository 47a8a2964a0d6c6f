"""A lever of an option or an answer to the question, as someone wrote it, put into the case."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case import Case
from selfmgmt.case.ambiguous import ambiguous_amounts
from selfmgmt.case.edit.checked import checked
from selfmgmt.case.edit.options import renamed, with_option
from selfmgmt.case.known import with_own
from selfmgmt.case.option import Option
from selfmgmt.case.question import Question
from selfmgmt.errors import InputError

MANDATE = "autonomy."
"""How the path of a lever begins that says who decides."""


def with_lever(case: Case, key: str, path: str, written: str) -> Case:
    """The case in which one lever of the option ``key`` stands elsewhere.

    Raises:
        InputError: The value is not allowed, or has two readings without its unit.
    """
    option = case.options[key]
    changes = option.changes()
    if path.startswith(MANDATE):
        mandate = changes.get("autonomy", {}) | {path.removeprefix(MANDATE): written}
        changes |= {"autonomy": mandate}
    else:
        changes |= {path: written}
    changed = with_option(case, key, _option(case, _kept(option) | changes))
    _refuse_ambiguous(changed, {"options": {key: {path: written}}})
    return changed


def with_answer(case: Case, name: str, written: str) -> Case:
    """The case with another answer to one part of the question; a target is then no example.

    Raises:
        InputError: The value is not allowed, or has two readings without its unit.
    """
    given = dict(case.question) | {name: written}
    if name == "saving_target":
        given["example"] = False
    changed = case.model_copy(update={"question": checked(Question, given)})
    _refuse_ambiguous(changed, {"question": {name: written}})
    return changed


def with_name(case: Case, key: str, name: str) -> Case:
    """The case in which an option has another name; that of its key when it is empty.

    Raises:
        InputError: The name is not allowed, or another option has it.
    """
    option = case.options[key]
    given = {**_kept(option), **option.changes(), "label": name.strip() or None}
    return renamed(case, key, _option(case, given))


def _kept(option: Option) -> dict[str, Any]:
    return {"label": option.label, "based_on": option.based_on, "mix": option.mix}


def _option(case: Case, given: Mapping[str, Any]) -> Option:
    with with_own(case.criteria, case.mixes):
        return checked(Option, given)


def _refuse_ambiguous(case: Case, written: Mapping[str, Any]) -> None:
    """Refuse a figure without a unit that has two readings, as in a file."""
    found = ambiguous_amounts(case, written)
    if found:
        raise InputError(*found.values())
