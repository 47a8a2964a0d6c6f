"""Criteria of one's own on the page: made, called something else, taken away."""

import re
from collections.abc import Mapping

from selfmgmt.case import Case
from selfmgmt.case.criterion import MOST_CRITERIA, OwnCriteria, OwnCriterion
from selfmgmt.case.edit.form_error import read_fields
from selfmgmt.case.known import criteria, roles
from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.reference.municipalities import plain

FIELDS = tuple(OwnCriterion.model_fields)
_STEM = 30  # letters of a key that are taken from the name


def with_criterion(case: Case, key: str, given: Mapping[str, str]) -> Case:
    """The case with a criterion of one's own.

    Args:
        case: The case.
        key: The criterion that changes; empty for a new one.
        given: What was filled in, by field of :class:`OwnCriterion`.

    Raises:
        FormError: With what is wrong at each field.
        InputError: The case has no such criterion.
    """
    if key and key not in case.criteria:
        raise InputError(gettext("This criterion is not there any more."))
    if not key and len(case.criteria) >= MOST_CRITERIA:
        fault = gettext("There are {most} criteria; take one away first.", most=MOST_CRITERIA)
        raise InputError(fault)
    written = {name: str(given.get(name, "")) for name in FIELDS}
    key = key or _new_key(case, written["label"])
    faults = {}
    others = {name: label for name, label in case.criteria_labels().items() if name != key}
    if plain(written["label"]) in map(plain, others.values()):
        faults["label"] = gettext("There is a criterion with this name. Think of another name.")
    own = read_fields(
        OwnCriteria, {key: written}, record=OwnCriterion, fields=FIELDS, other="label", known=faults
    )
    return case.model_copy(update={"criteria": {**case.criteria, **own}})


def without_criterion(case: Case, key: str) -> Case:
    """The case without one criterion of its own, and without what was judged and weighed by it.

    Raises:
        InputError: People gave their answers with it; those would not hold without.
    """
    comparing = [
        str(roles()[role])
        for role, responses in case.voices.items()
        if any(key in response.compared() for response in responses.values())
    ]
    if comparing:
        raise InputError(
            gettext(
                "People compared this criterion with others ({roles}). Change their answers first.",
                roles=", ".join(comparing),
            )
        )
    weights = {role: _without(points, key) for role, points in case.weights.items()}
    return case.model_copy(
        update={
            "criteria": _without(case.criteria, key),
            "judgements": _without(case.judgements, key),
            "weights": {role: points for role, points in weights.items() if any(points.values())},
        }
    )


def _without(rows: Mapping[str, object], key: str) -> dict[str, object]:
    return {name: row for name, row in rows.items() if name != key}


def _new_key(case: Case, label: str) -> str:
    """A key that the name makes plain, and that no other criterion has."""
    stem = re.sub(r"^[^a-z]+", "", plain(label).replace(" ", "_"))[:_STEM] or "own"
    taken = {*criteria(), *case.criteria}
    names = (stem if at == 1 else f"{stem}_{at}" for at in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)
