"""The parameters of a report notebook: checked, since papermill only logs what it does not know."""

import ast
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import LANGUAGES, gettext

MOST_DRAWS = 1_000_000
_INJECTED = "# Parameters\n"  # papermill starts the cell that it adds with this line


def check_parameters(given: Mapping[str, Any]) -> None:
    """Refuse values that a report cannot be made with, all at once.

    Args:
        given: ``municipality``, ``case_file``, ``language``, ``seed`` and ``draws``.

    Raises:
        InputError: A value has the wrong type or is out of range, or nobody is asked about.
    """
    faults = [
        *_text_faults(given),
        *_language_faults(given["language"]),
        *_whole_number_faults("seed", given["seed"], low=0, high=2**32 - 1),
        *_whole_number_faults("draws", given["draws"], low=100, high=MOST_DRAWS),
    ]
    if faults:
        raise InputError(*faults)


def check_injected(namespace: Mapping[str, Any], *, known: Iterable[str]) -> None:
    """Refuse parameters that papermill put into a running notebook but that it does not have.

    Args:
        namespace: The names of the notebook, as ``globals()`` gives them.
        known: The parameters that the notebook declares.

    Raises:
        InputError: A parameter is unknown; the nearest known one is suggested.
    """
    declared = tuple(known)
    cells = [cell for cell in namespace.get("In", ()) if cell.startswith(_INJECTED)]
    injected = {name for cell in cells for name in _assigned(cell)}
    refuse_unknown(sorted(injected.difference(declared)), known=declared)


def refuse_unknown(unknown: Iterable[str], *, known: tuple[str, ...]) -> None:
    """Raise one error that names every unknown parameter and the nearest known one."""
    faults = [_unknown(name, known) for name in unknown]
    if faults:
        raise InputError(*faults)


def _unknown(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1)
    if near:
        return gettext(
            "{given} is not a parameter of this notebook; did you mean {nearest}?",
            given=repr(name),
            nearest=near[0],
        )
    return gettext(
        "{given} is not a parameter of this notebook; use {known}.",
        given=repr(name),
        known=", ".join(known),
    )


def _assigned(source: str) -> Iterable[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def _text_faults(given: Mapping[str, Any]) -> list[str]:
    faults = [
        gettext(
            "{field} is {given}; write text between quotes, for example {example}.",
            field=field,
            given=repr(given[field]),
            example=example,
        )
        for field, example in (("municipality", '"GM0267"'), ("case_file", '"nijkerk.case.yaml"'))
        if not isinstance(given[field], str)
    ]
    if not given["municipality"] and not given["case_file"]:
        faults.append(
            gettext("municipality and case_file are both empty; fill in one, for example GM0267.")
        )
    return faults


def _language_faults(language: Any) -> list[str]:
    if language in LANGUAGES:
        return []
    return [gettext("language is {given}; use nl or en.", given=repr(language))]


def _whole_number_faults(field: str, value: Any, *, low: int, high: int) -> list[str]:
    if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
        return []
    return [
        gettext(
            "{field} is {given}; use a whole number from {low} to {high}.",
            field=field,
            given=repr(value),
            low=low,
            high=high,
        )
    ]
