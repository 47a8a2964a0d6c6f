"""What was found on an instrument of practice, in sentences."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from selfmgmt.case.mandate import decision_domains
from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _
from selfmgmt.numbers import long_date, number, percentage
from selfmgmt.practice import Finding, Instrument, PracticeResult
from selfmgmt.practice.cells import answer_text

_ANY = {  # of every instrument, unless it has words of its own
    "differ": _("{row}, {column}: {answers}."),
    "changed": _("{row}, {column} ({body}): on {date} {was}, now {is}."),
    "moved": _("{row} ({body}): on {date} {was}, now {is}."),
    "moved_share": _("{row} ({body}): on {date} {share_was}, now {share_is}."),
}


def finding_sentences(instrument: Instrument, result: PracticeResult) -> list[str]:
    """A sentence for each finding, in the order of the result."""
    return [finding_sentence(instrument, finding) for finding in result.findings]


def finding_sentence(instrument: Instrument, finding: Finding) -> str:
    """One finding in words: those of the instrument, or those that all have."""
    own = instrument.words.get(finding.key)
    words = str(own) if own else gettext(_ANY[finding.key])
    values = {name: _value_text(instrument, finding, name) for name in finding.values}
    return words.format(row=row_label(instrument, finding.row), **values)


def answered_sentences(instrument: Instrument, result: PracticeResult) -> list[str]:
    """How far each body is; nothing of those that did not begin."""
    return [
        gettext(
            "{body}: {share} filled in.", body=body_label(instrument, body), share=percentage(share)
        )
        for body, share in result.answered.items()
        if share > _fixed_share(instrument)
    ]


def law_sentences(instrument: Instrument, row: str = "") -> list[str]:
    """What the law fixes, in one row or in all; where a lawyer has to look it says so."""
    unsure = gettext("Have this checked.")
    found = [
        " ".join([f"{lock.article}: {lock.words}", *([unsure] if lock.status == "check" else [])])
        for lock in instrument.locks
        if row in ("", lock.row)
    ]
    return list(dict.fromkeys(found))


def row_label(instrument: Instrument, row: str) -> str:
    """What a row is called; one that a user added goes by its key."""
    return str(instrument.rows[row].label) if row in instrument.rows else plain_key(row)


def column_label(instrument: Instrument, column: str) -> str:
    """What a column is called; one that a user added goes by its key."""
    return str(instrument.columns[column].label) if column in instrument.columns else column


def body_label(instrument: Instrument, body: str) -> str:
    """What a body is called; without a body it is what was agreed."""
    key = body or instrument.agreed or ""
    return str(instrument.bodies[key]) if key in instrument.bodies else plain_key(key)


def plain_key(key: str) -> str:
    """A key as people read it.

    >>> plain_key("birth_certificates")
    'Birth certificates'
    """
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]


def _fixed_share(instrument: Instrument) -> float:
    """The share of the cells that the law fills in by itself."""
    cells = [
        instrument.fixed(row, column) for row in instrument.rows for column in instrument.columns
    ]
    return sum(cell is not None for cell in cells) / len(cells) if cells else 0.0


def _value_text(instrument: Instrument, finding: Finding, name: str) -> str:
    value = finding.values[name]
    if name == "body":
        return body_label(instrument, value)
    if name == "agreement":
        return str(instrument.words["agreed" if value else "none"]).format(agreement=value)
    if name == "domain":
        return str(decision_domains()[value].label).lower()
    if name == "answers":
        return "; ".join(
            f"{body_label(instrument, body)}: {_answer(instrument, finding, one)}"
            for body, one in value.items()
        )
    return _answer(instrument, finding, value, name)


def _answer(instrument: Instrument, finding: Finding, value: Any, name: str = "answers") -> str:
    """One value for a reader: keys by their labels, numbers as written in the language."""
    if isinstance(value, tuple):
        return ", ".join(_word(instrument, one) for one in value) or gettext("nobody")
    column = str(finding.values.get("column", ""))
    if name in ("answers", "was", "is") and column:
        return answer_text(instrument, column, value)
    if isinstance(value, float) and name.startswith("share"):
        return percentage(value)
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, int | float):
        return number(value, 0 if float(value).is_integer() else 1)
    return _word(instrument, value)


def _word(instrument: Instrument, key: str) -> str:
    """The label of a column, body, row or choice with this key; else the words themselves."""
    choices = {
        choice: label
        for column in instrument.columns.values()
        for choice, label in column.choices.items()
    }
    rows = {row: facts.label for row, facts in instrument.rows.items()}
    columns = {column: facts.label for column, facts in instrument.columns.items()}
    labels: Mapping[str, object] = {**rows, **choices, **instrument.bodies, **columns}
    return str(labels.get(key, key))
