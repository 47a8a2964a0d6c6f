"""An instrument filled in again: earlier answers stay under their date, and what changed is found.

Under an instrument stand the tables of today by body, and those of earlier under a date. Only what
a rule publishes is compared, so that what it hides stays hidden.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from selfmgmt.errors import InputError
from selfmgmt.language import gettext
from selfmgmt.practice.cells import Answer
from selfmgmt.practice.instrument import Instrument
from selfmgmt.practice.result import Finding, PracticeResult

_DIGITS = 1  # decimals: what is nearer than that has not changed


def is_moment(key: str) -> bool:
    """Whether answers of earlier stand under a key.

    >>> is_moment("2026-11-30"), is_moment("board"), is_moment("2026-11-31")
    (True, False, False)
    """
    try:
        return date.fromisoformat(key).isoformat() == key
    except ValueError:
        return False


def tables_now(given: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of today, by body."""
    return {key: tables for key, tables in given.items() if not is_moment(key)}


def tables_earlier(given: Mapping[str, Any]) -> dict[str, Any]:
    """The tables of earlier by their date, written as 2026-11-30; oldest first."""
    return {key: given[key] for key in sorted(given) if is_moment(key)}


def again(practice: Mapping[str, Any], instrument: Instrument, today: date) -> dict[str, Any]:
    """The same with the answers of today kept under their date, ready to be filled in again.

    The tables start from what they held; those of an instrument that people answer ``anew`` start
    empty, but for what was agreed.

    Raises:
        InputError: Nothing was filled in, or answers are kept under this date already.
    """
    given = practice.get(instrument.key, {})
    now, day = tables_now(given), today.isoformat()
    if not now:
        raise InputError(gettext("Nothing was filled in yet, so there is nothing to keep."))
    if day in given:
        raise InputError(
            gettext("Answers of {date} are kept already; go on with the sheet.", date=day)
        )
    start = {key: rows for key, rows in now.items() if key == instrument.agreed}
    kept = {**tables_earlier(given), day: now, **(start if instrument.anew else now)}
    return {**practice, instrument.key: kept}


def changes(
    instrument: Instrument, before: PracticeResult, now: PracticeResult, day: str
) -> Iterator[Finding]:
    """A finding for each thing that is published both times and is not the same.

    Args:
        instrument: The instrument.
        before: Its result of earlier.
        now: Its result of today.
        day: The date of ``before``, written as 2026-11-30.
    """
    earlier = _published(instrument, before)
    for at, measure in _published(instrument, now).items():
        was = earlier.get(at)
        if was is None or was.rounded == measure.rounded:
            continue
        body, row, column = at
        values = {"body": body, "date": date.fromisoformat(day)}
        if column:
            values |= {"column": column, "was": was.value, "is": measure.value}
            yield Finding(key="changed", row=row, values=values)
        elif measure.is_share:
            values |= {"share_was": was.value, "share_is": measure.value}
            yield Finding(key="moved_share", row=row, values=values)
        else:
            values |= {"was": was.value, "is": measure.value}
            yield Finding(key="moved", row=row, values=values)


@dataclass(frozen=True, slots=True)
class _Measure:
    """One thing that is published."""

    value: Answer
    is_share: bool = False

    @property
    def rounded(self) -> Answer:
        """The value as exact as a reader sees it."""
        if not isinstance(self.value, float):
            return self.value
        return round(self.value, _DIGITS + 1 if self.is_share else _DIGITS)


def _published(
    instrument: Instrument, result: PracticeResult
) -> dict[tuple[str, str, str], _Measure]:
    """Body, row and column to what a rule published there: computed if it is, else as answered."""
    if result.computed:
        return {
            (line["body"], line["row"], f"{line['what']}_now" if "what" in line else ""): _Measure(
                line["now"], "low" in line
            )
            for line in result.computed
        }
    return {
        (line["body"], line["row"], line["column"]): _Measure(line["answer"])
        for line in result.records
        if (line["body"], line["row"], line["column"]) not in result.uncounted
        and (facts := instrument.column(line["column"])) is not None
        and facts.kind != "text"
    }
