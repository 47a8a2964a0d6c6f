"""A case as a form: the text of each figure, and every cell that can still be filled in."""

from collections.abc import Mapping
from typing import Any

from selfmgmt.case.case import Case
from selfmgmt.case.known import roles
from selfmgmt.evidence.ledger import Parameter
from selfmgmt.fields import Amount, Estimate, Limits
from selfmgmt.language import gettext
from selfmgmt.numbers import exact_number, exact_percentage
from selfmgmt.units import with_unit

Table = Mapping[str, Mapping[str, Any]]


def text_of(value: Any, limits: Limits | None = None) -> str:
    """One value as the reader writes it; it is read back as the same value.

    >>> text_of(0.055, Limits(0, 0.3, "share of FTE")), text_of(1234.5)
    ('5,5%', '1234,5')
    """
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, int | float):
        is_share = limits is not None and limits.is_share
        return exact_percentage(value) if is_share else exact_number(value)
    if isinstance(value, Amount) and limits and not value.relative:
        return with_unit(value.value, limits.unit)
    return str(value)


def written_parts(estimate: Estimate) -> dict[str, float]:
    """The figures of an estimate that have to be written: one if it is known."""
    return {"central": estimate.central} if estimate.known else dict(estimate)


def standard_words(figure: Parameter) -> str:
    """What is used when nobody replaces a figure of the ledger, and what they may write there."""
    limits = figure.limits
    used = gettext(
        "Without you: {low} to {high}, middle {middle}.",
        low=text_of(figure.low, limits),
        high=text_of(figure.high, limits),
        middle=text_of(figure.central, limits),
    )
    return f"{used} {gettext('Allowed: {allowed}.', allowed=limits.words())}" if limits else used


def tables_of(case: Case) -> dict[str, Table]:
    """Judgements by criterion and option, weights by role and criterion; None where open."""
    return {
        "judgements": {
            criterion: {key: case.judgements.get(criterion, {}).get(key) for key in case.options}
            for criterion in case.judged_labels()
        },
        "weights": {
            role: {key: case.weights.get(role, {}).get(key) for key in case.criteria_labels()}
            for role in roles()
        },
    }
