"""Own assumptions on the page: a figure of the ledger replaced, and put back."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case import Case
from selfmgmt.case.edit.form_error import read_fields
from selfmgmt.case.ranges import read_range
from selfmgmt.errors import InputError
from selfmgmt.evidence.assumption import OwnAssumption, OwnAssumptions, replaceable
from selfmgmt.values import unknown

_ANY_REASON = "-"


def assumed(case: Case, key: str, *, value: str, reason: str) -> Case:
    """The case in which someone puts a range of their own in place of a figure.

    Args:
        case: The case.
        key: The figure.
        value: The range, as on every form: ``50%`` or ``50% to 70%, middle 55%``.
        reason: Why.

    Raises:
        FormError: With what is wrong with ``value`` and with ``reason``.
        InputError: There is no such figure, or it cannot be replaced.
    """
    known = replaceable()
    if key not in known:
        raise InputError(unknown(key, known))
    faults: dict[str, str] = {}
    values = dict(known[key].estimate)  # sound, so that the reason is checked all the same
    try:
        given = read_range(value, known[key].limits)
        written = given if isinstance(given, dict) else {"central": given}
        values = dict(_read(key, written, _ANY_REASON)[key].estimate)
    except InputError as fault:
        faults["value"] = str(fault)
    own = _read(key, values, reason, faults)
    return case.model_copy(update={"assumptions": {**case.assumptions, **own}})


def restored(case: Case, key: str) -> Case:
    """The case in which the figure of the ledger holds again."""
    rest = {name: own for name, own in case.assumptions.items() if name != key}
    return case.model_copy(update={"assumptions": rest})


def _read(
    key: str, values: Mapping[str, Any], reason: str, known: Mapping[str, str] | None = None
) -> dict[str, OwnAssumption]:
    return read_fields(
        OwnAssumptions,
        {key: {**values, "reason": reason}},
        record=OwnAssumption,
        fields=("reason",),
        other="value",
        known=known,
    )
