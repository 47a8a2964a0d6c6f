"""An instrument of practice: what is asked of whom, on which scale, and what the law fixes.

An instrument is data. Each body that fills it in has a table: a row for each item, a column for
each thing that is asked about it.
"""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, model_validator

from selfmgmt.fields import Limits, Record
from selfmgmt.language import Label, gettext
from selfmgmt.values import Key, unknown, validation_error

Kind = Literal["number", "share", "choice", "level", "yes_no", "text", "date", "option"]


class Column(Record):
    """One thing that is asked about every row.

    Attributes:
        kind: What an answer is. A level is one of the instrument's ``levels``, numbered from 1; an
            option is one of the case, by its key or name.
        low: The lowest number that may be filled in; with ``high`` and ``unit`` for a number.
        choices: The answers of a choice, by key.
        only: The bodies that are asked it; empty for all.
        longest_key: How long the key of a column may be that users add; short enough, it is a
            letter or number and no name of a person.
    """

    label: Label
    help: Label | None = None
    kind: Kind
    low: float | None = None
    high: float | None = None
    unit: Label | None = None
    choices: dict[Key, Label] = Field(default_factory=dict)
    only: tuple[str, ...] = ()
    longest_key: int | None = Field(default=None, ge=1)

    def asks(self, body: str) -> bool:
        """Whether ``body`` is asked it."""
        return not self.only or body in self.only

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.kind == "number" and None in (self.low, self.high, self.unit):
            raise validation_error(gettext("a number needs low, high and unit."))
        if (self.kind == "choice") != bool(self.choices):
            raise validation_error(gettext("choices belong to a choice, and a choice has them."))
        return self


class Row(Record):
    """One item: what it is, and where it belongs.

    Attributes:
        group: Under which heading it stands.
        columns: What is asked about it; empty for all columns.
        choices: The choices of its columns that fit it; empty for all of them.
        feeds: The lever of a design for which it counts, such as a domain of the mandate.
    """

    label: Label
    help: Label | None = None
    group: Label | None = None
    columns: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    feeds: str | None = None


class Lock(Record):
    """What the law fixes in one row: the answers that remain open to anybody.

    Attributes:
        columns: The cells of ``row`` for which it holds.
        low: The lowest level that may stand there; with ``low`` equal to ``high`` it is fixed.
        article: Where it stands, such as ``Awb 10:3``.
        status: ``sure``, or ``check`` when a lawyer should look before it is used.
    """

    row: str
    columns: tuple[str, ...] = Field(min_length=1)
    low: float
    high: float
    article: str
    words: Label
    status: Literal["sure", "check"] = "sure"

    @property
    def is_fixed(self) -> bool:
        """Whether one answer is left."""
        return self.low == self.high


class Instrument(Record):
    """One instrument, as it stands in ``data/instruments/practice``.

    Attributes:
        short: What stands on a tab; at most 18 characters.
        who: Who fills it in.
        bodies: Who fills in a table apart; with ``own_bodies`` users add theirs.
        agreed: The body under which stands what was agreed; it does not count as a body apart.
        body_name: What one body is called that users add, such as a team.
        private: Whether the table stays with those who filled it in; then no report shows it.
        anew: Whether people start from empty sheets when it is filled in again.
        row_name: What one row is called.
        own_rows: How many empty rows a form offers; 0 when users add no rows of their own.
        own_row_columns: What is asked about a row that users add; empty for all columns.
        own_columns: How the columns are that users add; none when they add none.
        letters: How many of those columns a form offers at first, called a, b, c: one for a person.
        levels: The words of the levels, the first of level 1.
        rule: The pure function that computes the result; see :mod:`selfmgmt.practice.rules`.
        model: What it gives the model: levers of an option, or the chance that a function is
            uncovered; empty for nothing.
        settings: Numbers that the rule uses, with meaning in the words of the instrument.
        words: Sentences of the rule's findings, by key, with the values of a finding in braces.
        practice: The practices that it serves, such as B2.
        sources: Publisher and title of what it was made after.
    """

    key: Key
    title: Label
    short: Label
    purpose: Label
    who: Label
    bodies: dict[Key, Label] = Field(default_factory=dict)
    own_bodies: bool = False
    body_name: Label | None = None
    agreed: Key | None = None
    private: bool = False
    anew: bool = False
    row_name: Label
    rows: dict[Key, Row] = Field(default_factory=dict)
    own_rows: int = Field(default=0, ge=0, le=200)
    own_row_columns: tuple[Key, ...] = ()
    columns: dict[Key, Column] = Field(default_factory=dict)
    own_columns: Column | None = None
    letters: int = Field(default=0, ge=0, le=26)
    levels: tuple[Label, ...] = ()
    locks: tuple[Lock, ...] = ()
    rule: str
    model: Literal["", "levers", "cover"] = ""
    settings: dict[Key, float] = Field(default_factory=dict)
    words: dict[Key, Label] = Field(default_factory=dict)
    cautions: tuple[Label, ...] = ()
    practice: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        kinds = {column.kind for column in self.columns.values()}
        lacking = {
            gettext("rows, or users who add them"): self.rows or self.own_rows,
            gettext("columns, or users who add them"): self.columns or self.own_columns,
            gettext("a body that fills it in"): self.bodies or self.own_bodies,
            gettext("the words of each level"): self.levels or "level" not in kinds,
        }
        missing = [words for words, is_there in lacking.items() if not is_there]
        if missing:
            raise validation_error(
                gettext("an instrument needs {missing}.", missing=", ".join(missing))
            )
        return self

    @model_validator(mode="after")
    def _names_what_is_there(self) -> Self:
        named: list[tuple[str, Mapping[str, object]]]
        named = [(lock.row, self.rows) for lock in self.locks]
        named += [(key, self.columns) for lock in self.locks for key in lock.columns]
        named += [(key, self.columns) for row in self.rows.values() for key in row.columns]
        named += [(key, self._all_choices()) for row in self.rows.values() for key in row.choices]
        named += [(key, self.columns) for key in self.own_row_columns]
        named += [(self.agreed, self.bodies)] if self.agreed else []
        unknown_names = [unknown(key, known) for key, known in named if key not in known]
        if unknown_names:
            raise validation_error(" ".join(unknown_names))
        return self

    def _all_choices(self) -> dict[str, Label]:
        return {key: words for one in self.columns.values() for key, words in one.choices.items()}

    def choices(self, row: str, column: str) -> dict[str, Label]:
        """The choices that may stand in one cell, by key; empty where it is no choice."""
        facts, asked = self.rows.get(row), self.column(column)
        offered = asked.choices if asked else {}
        if facts is None or not facts.choices:
            return offered
        return {key: words for key, words in offered.items() if key in facts.choices}

    def column(self, key: str) -> Column | None:
        """The column with this key, also one that a user added; None when there can be none."""
        return self.columns.get(key, self.own_columns)

    def asks(self, row: str, column: str) -> bool:
        """Whether a column is asked about a row."""
        facts = self.rows.get(row)
        columns = facts.columns if facts else self.own_row_columns
        return not columns or column in columns

    def asks_of(self, body: str, column: str) -> bool:
        """Whether a body is asked a column, also one that a user added."""
        facts = self.column(column)
        return facts is not None and facts.asks(body)

    def limits(self, column: Column) -> Limits | None:
        """The numbers that may stand in a column, and their unit; None when no number does."""
        if column.kind == "level":
            return Limits(1, len(self.levels), gettext("level"))
        if column.kind == "share":
            return Limits(0, 1, gettext("share"))
        if column.low is None or column.high is None:
            return None
        return Limits(column.low, column.high, str(column.unit))

    def locks_of(self, row: str, column: str) -> tuple[Lock, ...]:
        """What the law says of one cell."""
        return tuple(lock for lock in self.locks if lock.row == row and column in lock.columns)

    def fixed(self, row: str, column: str) -> float | None:
        """The one answer that the law leaves in a cell; None when there are more."""
        return next((lock.low for lock in self.locks_of(row, column) if lock.is_fixed), None)
