"""Doing nothing, when a case has it under another key or name."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case.known import DO_NOTHING, option_labels
from selfmgmt.values import without_open

_SAYS_NOTHING = {"based_on", "label"}


def with_its_nothing(written: Any) -> Any:
    """A case as it was written, with the option that is "do nothing" under the key for it.

    That is the one that says so: it is based on it and changes nothing, or has its name. It keeps
    its own name. An option that is still to be filled in is none.
    """
    options = written.get("options") if isinstance(written, Mapping) else None
    if not isinstance(options, Mapping) or DO_NOTHING in options:
        return written
    was = next((key for key, one in options.items() if _is_nothing(key, one)), None)
    if was is None:
        return written
    named = {"label": str(was).replace("_", " "), **without_open(options[was] or {})}
    judged = written.get("judgements")
    return {
        **written,
        "options": {DO_NOTHING: named, **{key: options[key] for key in options if key != was}},
        **({"judgements": _moved(judged, was)} if isinstance(judged, Mapping) else {}),
    }


def _is_nothing(key: object, option: object) -> bool:
    if not isinstance(option, dict | None):
        return False
    given = without_open(option or {})
    if given.keys() - _SAYS_NOTHING:
        return False
    label, names = option_labels()[DO_NOTHING], (given.get("label"), str(key).replace("_", " "))
    known = {label.nl.casefold(), label.en.casefold()}
    is_named = any(str(name).casefold() in known for name in names)
    return bool(given.get("based_on", DO_NOTHING if is_named else None) == DO_NOTHING)


def _moved(judged: Mapping[Any, Any], was: object) -> dict[Any, Any]:
    return {
        criterion: {DO_NOTHING if key == was else key: points for key, points in row.items()}
        if isinstance(row, Mapping)
        else row
        for criterion, row in judged.items()
    }
