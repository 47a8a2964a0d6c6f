"""Amounts without a unit that are far from the organisation, so that they may be shares as well.

A file that says "0,8 managers afterwards" where there are 22 may well mean 80%. Such a figure is
asked back, with the two ways to write it; with its unit beside it it is taken as it stands.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from selfmgmt.case.baseline import organisation_of
from selfmgmt.case.case import Case
from selfmgmt.case.faults import Path
from selfmgmt.evidence.ledger import load_ledger
from selfmgmt.field_facts import fields_of
from selfmgmt.fields import Amount, Limits, Record
from selfmgmt.language import gettext
from selfmgmt.numbers import exact_percentage, number, quoted
from selfmgmt.read_numbers import parse_measure
from selfmgmt.reference.municipalities import find_municipality
from selfmgmt.units import with_unit

FAR = 0.25  # of what there is today: a bare figure below it may be a share
SMALLEST_SAVING = 10_000  # EUR per year; less is no target for any municipality


def ambiguous_amounts(case: Case, written: Mapping[str, Any]) -> dict[Path, str]:
    """A sentence for each amount without a unit that has two readings, by its path.

    Args:
        case: What was read.
        written: The same as it was written: nested mappings of text.
    """
    bare = [found for found in _amounts(case) if _is_bare(found[1], _at(written, found[0]))]
    if not bare:
        return {}
    wholes = _wholes(case)
    sentences = (
        (path, _question(str(_at(written, path)), amount.value, limits, wholes.get(path[-1])))
        for path, amount, limits in bare
    )
    return {path: words for path, words in sentences if words}


def _amounts(case: Case) -> Iterator[tuple[tuple[str, ...], Amount, Limits]]:
    records: dict[tuple[str, ...], Record] = {("question",): case.question}
    records |= {("options", key): option for key, option in case.options.items()}
    for path, record in records.items():
        for name, facts in fields_of(type(record)).items():
            value = getattr(record, name)
            if isinstance(value, Amount) and facts.limits:
                yield (*path, name), value, facts.limits


def _is_bare(amount: Amount, written: Any) -> bool:
    """Whether ``amount`` was written as a number only; nothing stays nothing in every unit."""
    return isinstance(written, str) and amount.value != 0 and not parse_measure(written).unit


def _at(written: Any, path: Path) -> Any:
    for step in path:
        written = written.get(step) if isinstance(written, Mapping) else None
    return written.get("value") if isinstance(written, Mapping) else written


def _wholes(case: Case) -> dict[str, float]:
    members = [find_municipality(code) for code in case.municipalities]
    return organisation_of(case.organisation, members, load_ledger()).wholes()


def _question(text: str, value: float, limits: Limits, whole: float | None) -> str:
    """What is asked back; empty when the figure can be meant in one way only."""
    if limits.unit.startswith("EUR"):
        return _saving(text, value, limits) if abs(value) < SMALLEST_SAVING else ""
    near = 1 if whole is None else FAR * whole
    is_small = abs(value) <= limits.share_high and abs(value) < near
    is_part = limits.unit == "teams" and not value.is_integer()
    is_large = whole is not None and abs(value) > max(limits.share_high, 1) * whole
    if not (is_small or is_part or is_large):
        return ""
    share = value if is_small or is_part else value / 100
    if whole is None:
        return gettext(
            "{given} has no unit; write {share} or {amount}.",
            given=quoted(text),
            share=exact_percentage(share),
            amount=with_unit(value, limits.unit),
        )
    return gettext(
        "{given} has no unit, and today there are {whole} ({unit}); write {share} or {amount}.",
        given=quoted(text),
        whole=number(whole, 1),
        unit=gettext(limits.unit),
        share=exact_percentage(share),
        amount=with_unit(value, limits.unit),
    )


def _saving(text: str, value: float, limits: Limits) -> str:
    """A target of 5 is 5% or 5 euro, one of 2500 that many euro or thousands of them."""
    share = value if value <= limits.share_high else value / 100
    other = (
        exact_percentage(share)
        if share <= limits.share_high
        else with_unit(1000 * value, limits.unit)
    )
    return gettext(
        "{given} has no unit, and is little for a whole organisation; write {share} or {amount}.",
        given=quoted(text),
        share=other,
        amount=with_unit(value, limits.unit),
    )
