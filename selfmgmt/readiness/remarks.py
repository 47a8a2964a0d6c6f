"""What the import did with a row or column, told in words and never with what a person wrote.

A row is only named when it holds no answers of anyone; of rows with answers there is a number.
"""

from dataclasses import dataclass
from typing import Literal

from selfmgmt.language import gettext
from selfmgmt.language import gettext_noop as _

Kind = Literal[
    "empty",
    "summary",
    "duplicate",
    "repeated",
    "straight",
    "unfinished",
    "outside",
    "between",
    "unreadable",
    "formula",
    "near",
    "resembles",
    "not_read",
    "bookkeeping",
    "personal",
    "points_to_persons",
    "missing_item",
    "not_asked",
    "dont_know",
    "unknown_role",
    "above",
    "mended",
    "roleless",
    "teamless",
]

_SENTENCES: dict[Kind, str] = {
    "empty": _("Row {row} has no answers; it is left out."),
    "summary": _("Row {row} sums up other rows; it is left out."),
    "duplicate": _(
        "Rows with the same answers as an earlier row, so surely of the same person: {count}; they "
        "are left out."
    ),
    "repeated": _("Rows with the same answers as an earlier row: {count}; they are kept."),
    "straight": _("Rows with one answer to everything: {count}; they are kept."),
    "unfinished": _("Answers that were started and not finished: {count}; they are left out."),
    "outside": _("Answers that are not 1 to 5: {count}; they are left out. Questions: {items}."),
    "between": _(
        "Answers that are between two answers: {count}; they are left out. Questions: {items}."
    ),
    "unreadable": _(
        "Answers that are no answer that we know: {count}; they are left out. Questions: {items}."
    ),
    "formula": _(
        "{item}: {count} cells are formulas without a stored result; they are read as open. Open "
        "the file in Excel, save it and try again."
    ),
    "near": _("Column “{column}” is read as {item}: {text}"),
    "resembles": _(
        "Column “{column}” looks like {item} but has other words; it is not read. If it is the "
        "same question, put {item} above it."
    ),
    "not_read": _("Column “{column}” is no question of the scan; it is not read."),
    "bookkeeping": _("Column “{column}” is of the survey tool; it is not read."),
    "personal": _(
        "Column “{column}” looks like {data}; it is not read. The scan needs no persons: remove "
        "this column before you pass the file on."
    ),
    "points_to_persons": _(
        "Column “{column}” holds what points to persons ({data}); it is not read. Put the names "
        "of teams in it."
    ),
    "missing_item": _("No column is {item}: {text}"),
    "not_asked": _("{item} is not for {role}; answers left out: {count}."),
    "dont_know": _("“Don't know” counts as no answer; it was given {count} times."),
    "unknown_role": _("Roles that the scan does not know: {count} rows. Known are: {known}."),
    "above": _("The names of the columns are in row {row}; what is above it is not read."),
    "mended": _("Lines in another character set than the rest, read all the same: {count}."),
    "roleless": _("No column says what role people have; roles cannot be compared."),
    "teamless": _("No column says which team people are in; teams cannot be compared."),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that the import did; ``str()`` tells it to the reader.

    Attributes:
        row: The row in the file, counted from 1; 0 when it is about a column or the whole file.
    """

    kind: Kind
    row: int = 0
    values: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return gettext(_SENTENCES[self.kind], row=self.row, **dict(self.values))


def remark(kind: Kind, row: int = 0, **values: object) -> Remark:
    """A remark with what its sentence needs."""
    return Remark(kind, row, tuple(values.items()))
