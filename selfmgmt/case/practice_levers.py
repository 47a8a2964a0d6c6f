"""What the instruments of practice say about the levers of a design, as figures of one's own."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.mandate import decision_domains
from selfmgmt.case.option import Option
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.practice import practice_result
from selfmgmt.values import unknown

_MANDATE = "autonomy."


def practice_levers(practice: Mapping[str, Any]) -> dict[str, Any]:
    """The levers that follow from what was filled in: ``autonomy``, ``frames`` and ``control``.

    Where two instruments speak of the same lever, the lower figure counts: what one of them does
    not show is not there yet. No level goes above what the law leaves to a team.

    >>> practice_levers({"who_decides": {"agreed": {"vacancy": {"team": 7}}}})
    {'frames': 1.0, 'autonomy': {'staffing': 6}}
    """
    lowest: dict[str, float] = {}
    for key in practice:
        for lever, value in practice_result(key, practice).model.items():
            lowest[lever] = min(value, lowest.get(lever, value))
    plain = {lever: value for lever, value in lowest.items() if not lever.startswith(_MANDATE)}
    mandate = {
        domain: min(int(value), decision_domains()[domain].max_level)
        for lever, value in lowest.items()
        if (domain := lever.removeprefix(_MANDATE)) in decision_domains()
    }
    return {**plain, **({"autonomy": mandate} if mandate else {})}


def with_practice(case: Case, key: str) -> Case:
    """The case in which one option has the levers that follow from what was filled in.

    Raises:
        InputError: There is no such option, it may not change, or nothing follows yet.
    """
    changeable = [name for name, option in case.options.items() if option.is_way]
    if key not in changeable:
        raise InputError(unknown(key, changeable))
    levers = practice_levers(case.practice)
    if not levers:
        raise InputError(
            gettext("Nothing follows for the model yet. Fill in what was agreed first.")
        )
    option = case.options[key]
    changes = option.changes()
    mandate = {**changes.get("autonomy", {}), **levers.get("autonomy", {})}
    written = {**option.model_dump(), **levers, "autonomy": mandate or None}
    changed = Option.model_validate(written)
    return case.model_copy(update={"options": {**case.options, key: changed}})
